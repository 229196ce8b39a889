/** How far the run was at the moment of a replay, in a line of figures. */
import { formatCount } from '../../shared/format';
import { countsAt } from '../derive/as-of/counts-at';
import { isSlicesOnly } from '../derive/slices/is-slices-only';
import { factsStore, playbackStore } from '../store';
import { useThrottled } from '../store/throttled';
import { TruthBadge } from '../ui/truth-badge';

export function MomentStrip() {
  const { atNs } = useThrottled(playbackStore);
  const facts = useThrottled(factsStore);
  // A trace without a pool has nothing to count.
  if (atNs === null || isSlicesOnly(facts)) return null;
  const { completed, failed, lost, queueDepth, inFlight, delivered } = countsAt(facts, atNs);
  const total = formatCount(facts.started?.tasks ?? 0);
  const width = total.length;
  // What will have gone wrong has its room from the begin, and is not told before it has.
  const end = countsAt(facts, Number.POSITIVE_INFINITY);
  return (
    <div className="replay-figures">
      <dl aria-label="At this moment">
        <Figure label="done" value={`${formatCount(completed)} of ${total}`} chars={2 * width + 4} />
        <Figure label="queue" value={formatCount(queueDepth)} chars={width} />
        <Figure label="in flight" value={formatCount(inFlight)} chars={Math.min(2, width)} />
        <Figure label="delivered" value={formatCount(delivered)} chars={width} />
        {end.failed > 0 && <Trouble label="failed" count={failed} most={end.failed} />}
        {end.lost > 0 && <Trouble label="lost runs" count={lost} most={end.lost} />}
      </dl>
      <TruthBadge method="moment" />
    </div>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: string;
  /** Room that is kept for the value, so that its neighbours stand still. */
  readonly chars: number;
}

function Figure({ label, value, chars }: FigureProps) {
  return (
    <div className="replay-figure">
      <dt>{label}</dt>
      <dd style={{ minWidth: `${chars}ch` }}>{value}</dd>
    </div>
  );
}

interface TroubleProps {
  readonly label: string;
  readonly count: number;
  readonly most: number;
}

function Trouble({ label, count, most }: TroubleProps) {
  return (
    <div className="replay-figure replay-trouble" data-yet={count > 0}>
      <dt>{label}</dt>
      <dd style={{ minWidth: `${formatCount(most).length}ch` }}>{formatCount(count)}</dd>
    </div>
  );
}
