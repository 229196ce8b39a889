/** One worker process in figures. */
import { formatBytes, formatCount, formatPercent, NO_VALUE } from '../../../../shared/format';
import type { WorkerRecord } from '../../../../shared/telemetry';
import { workerStatsAt } from '../../../derive/as-of/worker-stats-at';
import { isLive, recordingOf, tasksAreDerived } from '../../../derive/is-live';
import { workerStats } from '../../../derive/worker-stats';
import type { Facts } from '../../../store/facts';
import type { Column } from '../table/table-parts';
import { CopyPs } from './copy-ps';
import { KillWorker } from './kill-worker';
import { ShareBar } from './share-bar';
import { StateMark } from './state-mark';

const DONE: Column = { name: 'Tasks done', width: '96px', align: 'right', method: 'worker.done' };

export const WORKER_COLUMNS: readonly Column[] = [
  { name: 'PID', width: '88px', method: 'worker.pid' },
  { name: 'Slot', width: '48px', align: 'right' },
  { name: 'State', width: '96px' },
  // Left of the toasts, which would lie over it.
  { name: 'End', width: '56px' },
  DONE,
  { name: 'CPU', width: '80px', align: 'right', method: 'worker.cpu' },
  { name: 'Memory', width: '80px', align: 'right', method: 'worker.memory' },
  { name: 'Busy share', width: 'clamp(112px, 14cqi, 224px)', method: 'worker.busy' },
  { name: 'ps' },
];

/** The columns, as true as they are of this run. */
export function workerColumns(facts: Pick<Facts, 'started'>): readonly Column[] {
  if (!tasksAreDerived(facts)) return WORKER_COLUMNS;
  return WORKER_COLUMNS.map((column) => (column === DONE ? { ...DONE, method: 'worker.done.trace' } : column));
}

interface WorkerRowProps {
  readonly facts: Facts;
  /** The moment that a replay shows; null: the last news. */
  readonly atNs: number | null;
  readonly worker: WorkerRecord;
  readonly index: number;
}

export function WorkerRow({ facts, atNs, worker, index }: WorkerRowProps) {
  const stats = atNs === null ? workerStats(facts, worker) : workerStatsAt(facts, worker, atNs);
  if (stats === null) return null;
  // Of a worker that is gone, these are what was measured last.
  const past = worker.exit !== null && worker.exit.at <= (atNs ?? Number.POSITIVE_INFINITY);
  return (
    <tr aria-rowindex={index + 2} data-testid="worker-row" data-pid={worker.pid} data-state={stats.state}>
      <th scope="row" className="bottom-mono">
        {worker.pid ?? NO_VALUE}
      </th>
      <td data-align="right">{worker.slot}</td>
      <td>
        <StateMark state={stats.state} />
      </td>
      <td>
        <KillWorker running={isLive(facts) ? facts.started : null} worker={worker} />
      </td>
      <td data-align="right">
        {formatCount(stats.done)}
        {stats.failed > 0 && <span className="bottom-danger"> {formatCount(stats.failed)} failed</span>}
        {stats.lost > 0 && <span className="bottom-danger"> {formatCount(stats.lost)} lost</span>}
      </td>
      <td data-align="right" data-past={past}>
        {formatPercent(stats.cpu)}
      </td>
      <td data-align="right" data-past={past}>
        {formatBytes(stats.memoryBytes)}
      </td>
      <td>
        <ShareBar share={stats.busyShare} />
      </td>
      <td>
        {recordingOf(facts) === null && (
          <span className="bottom-copy">
            {worker.pid !== null && <code className="bottom-mono">ps -p {worker.pid}</code>}
            <CopyPs pid={worker.pid} />
          </span>
        )}
      </td>
    </tr>
  );
}
