/** What each worker was at, at the moment of a replay: one chip a slot. */
import { formatCount } from '../../shared/format';
import { workersAt } from '../derive/as-of/workers-at';
import { isSlicesOnly } from '../derive/slices/is-slices-only';
import { StateMark } from '../panels/bottom/worker-table/state-mark';
import { factsStore, playbackStore } from '../store';
import { useThrottled } from '../store/throttled';

/** More than this are not read one by one; the lanes show them all. */
const MOST = 16;

export function WorkerChips() {
  const { atNs } = useThrottled(playbackStore);
  const facts = useThrottled(factsStore);
  if (atNs === null || isSlicesOnly(facts)) return null;
  const workers = workersAt(facts, atNs);
  return (
    <ul className="replay-workers" aria-label="Workers at this moment">
      {workers.length === 0 && <li>No worker has been started yet.</li>}
      {workers.slice(0, MOST).map(({ worker, state, task }) => (
        <li
          key={worker.slot}
          className="replay-worker"
          data-state={state}
          title={`${worker.pid ?? worker.name}: ${state}`}
        >
          <span className="replay-pid">{worker.pid ?? worker.name}</span>
          <StateMark state={state} />
          <span className="replay-task">{task === null ? '' : `#${task}`}</span>
        </li>
      ))}
      {workers.length > MOST && <li>and {formatCount(workers.length - MOST)} more</li>}
    </ul>
  );
}
