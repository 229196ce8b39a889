/** The lanes as a list that is heard and not seen: for screen readers, and for tests, which cannot read a canvas. */

import { formatCount } from '../../shared/format';
import type { WorkerRecord } from '../../shared/telemetry';
import { runIndexOf } from '../derive/run-index';
import { type WorkerStats, workerStats } from '../derive/worker-stats';
import { factsStore } from '../store';
import { useThrottled } from '../store/throttled';

const MOST = 512;

export function LaneList() {
  const facts = useThrottled(factsStore);
  const workers = runIndexOf(facts).order.flatMap((index) => facts.data.workers[index] ?? []);
  const shown = workers.slice(0, MOST);
  return (
    <ul
      className="visually-hidden"
      aria-label="Lanes of the timeline"
      data-testid="lanes"
      data-lanes={workers.length}
      data-pids={workers.flatMap(({ pid }) => pid ?? []).join(' ')}
      data-rows={facts.data.table.length}
      data-queue-depth={facts.data.queueDepth.array[facts.data.queueDepth.length - 1] ?? 0}
    >
      {shown.map((worker) => (
        <Lane key={worker.index} worker={worker} stats={workerStats(facts, worker)} />
      ))}
      {workers.length > shown.length && <li>and {formatCount(workers.length - shown.length)} more</li>}
    </ul>
  );
}

function Lane({ worker, stats }: { readonly worker: WorkerRecord; readonly stats: WorkerStats }) {
  return (
    <li data-worker={worker.index} data-pid={worker.pid ?? ''} data-state={stats.state} data-done={stats.done}>
      {worker.pid === null ? worker.name : `Process ${worker.pid}`}: {stats.state}, {formatCount(stats.done)} tasks done
      {stats.failed > 0 && `, ${formatCount(stats.failed)} failed`}
      {stats.lost > 0 && `, ${formatCount(stats.lost)} lost`}
    </li>
  );
}
