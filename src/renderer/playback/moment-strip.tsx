/** How far the run was at the moment of a replay, in a line of figures. */
import { formatCount } from '../../shared/format';
import { countsAt } from '../derive/as-of/counts-at';
import { factsStore, playbackStore } from '../store';
import { useThrottled } from '../store/throttled';
import { TruthBadge } from '../ui/truth-badge';

export function MomentStrip() {
  const { atNs } = useThrottled(playbackStore);
  const facts = useThrottled(factsStore);
  if (atNs === null) return null;
  const { completed, failed, lost, queueDepth, inFlight, delivered } = countsAt(facts, atNs);
  return (
    <div className="replay-figures">
      <dl aria-label="At this moment">
        <Figure label="completed" value={`${formatCount(completed)} of ${formatCount(facts.started?.tasks ?? 0)}`} />
        <Figure label="queue" value={formatCount(queueDepth)} />
        <Figure label="in flight" value={formatCount(inFlight)} />
        <Figure label="delivered" value={formatCount(delivered)} />
        {failed > 0 && <Figure label="failed" value={formatCount(failed)} trouble />}
        {lost > 0 && <Figure label="lost" value={formatCount(lost)} trouble />}
      </dl>
      <TruthBadge kind="derived" />
    </div>
  );
}

function Figure({ label, value, trouble = false }: { label: string; value: string; trouble?: boolean }) {
  return (
    <div className="replay-figure" data-trouble={trouble}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
