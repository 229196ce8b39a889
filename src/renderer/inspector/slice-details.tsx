/** One selected slice of a trace: what it is called, where and how long it ran, and what the file says of it besides. */
import { formatCount, formatDuration } from '../../shared/format';
import { isExperiment } from '../derive/is-live';
import { type SliceRef, sliceFacts } from '../derive/slices/slice-facts';
import { factsStore } from '../store';
import { useThrottled } from '../store/throttled';
import { useAxisZero } from '../timeline/beside/use-axis-zero';
import { flowsOf } from '../timeline/overlays/flows';
import { TruthBadge } from '../ui/truth-badge';
import './slice-details.css';

export function SliceDetails({ slice }: { readonly slice: SliceRef }) {
  const facts = useThrottled(factsStore);
  const zeroNs = useAxisZero();
  const { slices } = facts.data;
  const experiment = isExperiment(facts);
  const found = sliceFacts(slices, slice);
  if (found === null) return null;
  const arrows = flowsOf(slices, slice).length;
  return (
    <section className="slice" aria-label={`Slice ${found.name}`}>
      <h3 className="slice-name">{found.name}</h3>
      <dl className="slice-facts">
        <dt>Length</dt>
        <dd>
          {formatDuration(found.endNs - found.beginNs)} <TruthBadge method="slice.length" />
        </dd>
        <dt>Begins at</dt>
        <dd>
          {formatDuration(found.beginNs - zeroNs)} <TruthBadge method="slice.begin" />
        </dd>
        <dt>{experiment ? 'Lane' : found.kind === 'thread' ? 'Thread' : 'Row'}</dt>
        <dd>{found.thread}</dd>
        <dt>Process</dt>
        <dd>{found.process}</dd>
        {found.category !== '' && !experiment && (
          <>
            <dt>Category</dt>
            <dd>{found.category}</dd>
          </>
        )}
        {found.kind === 'thread' && !experiment && (
          <>
            <dt>Depth</dt>
            <dd>{`row ${formatCount(found.row + 1)} of its thread`}</dd>
          </>
        )}
        {arrows > 0 && (
          <>
            <dt>Arrows</dt>
            <dd>{formatCount(arrows)}</dd>
          </>
        )}
      </dl>
      {found.args.length > 0 && (
        <>
          <h3 className="slice-title">Arguments</h3>
          <dl className="slice-facts slice-args">
            {found.args.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
