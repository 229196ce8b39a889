/** Every worker process of the run: who it is, what it does, what it costs. */
import { useRef } from 'react';
import type { WorkerRecord } from '../../../../shared/telemetry';
import { recordingOf } from '../../../derive/is-live';
import { runIndexOf } from '../../../derive/run-index';
import { factsStore, playbackStore } from '../../../store';
import type { Facts } from '../../../store/facts';
import { useThrottled } from '../../../store/throttled';
import { EmptyState } from '../empty-state';
import { useRowWindow } from '../table/row-window';
import { headPx, Spacer, TableHead } from '../table/table-parts';
import { PoolSize } from './pool-size';
import { sharedPidNote } from './shared-pid-note';
import { WORKER_COLUMNS, WorkerRow, workerColumns } from './worker-row';

/** Up to here all rows are rendered: they can be searched, selected and read out whole. */
const MOST_RENDERED = 64;

export function WorkersPanel() {
  const facts = useThrottled(factsStore);
  const { atNs } = useThrottled(playbackStore);
  const known = runIndexOf(facts).order.flatMap((index) => facts.data.workers[index] ?? []);
  const workers = atNs === null ? known : known.filter(({ spawnedAt }) => spawnedAt <= atNs);
  if (workers.length === 0) {
    return <EmptyState>Each worker appears here with its PID, its state and what it costs.</EmptyState>;
  }
  const { scenario = null, mainPid = 0 } = facts.started ?? {};
  const shared = scenario === null ? null : sharedPidNote(scenario.engine, mainPid);
  const note = recordingOf(facts) === null ? shared : 'Recorded: these PIDs may belong to other processes by now.';
  return (
    <div className="bottom-panel">
      <div className="bottom-bar">
        <PoolSize facts={facts} />
        {note !== null && <p className="bottom-note">{note}</p>}
      </div>
      {workers.length > MOST_RENDERED ? (
        <WindowedTable facts={facts} atNs={atNs} workers={workers} />
      ) : (
        <div className="bottom-scroll">
          <WorkersTable facts={facts} atNs={atNs} workers={workers} indexes={workers.keys()} abovePx={0} belowPx={0} />
        </div>
      )}
    </div>
  );
}

interface TableProps {
  readonly facts: Facts;
  /** The moment that a replay shows; null: the last news. */
  readonly atNs: number | null;
  readonly workers: readonly WorkerRecord[];
}

function WindowedTable({ facts, atNs, workers }: TableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const window = useRowWindow(scroller, workers.length, headPx(WORKER_COLUMNS));
  return (
    <div className="bottom-scroll" ref={scroller}>
      <WorkersTable facts={facts} atNs={atNs} workers={workers} {...window} />
    </div>
  );
}

interface WorkersTableProps extends TableProps {
  readonly indexes: Iterable<number>;
  readonly abovePx: number;
  readonly belowPx: number;
}

function WorkersTable({ facts, atNs, workers, indexes, abovePx, belowPx }: WorkersTableProps) {
  return (
    <table
      className="bottom-table bottom-workers"
      aria-label="Workers"
      aria-rowcount={workers.length + 1}
      data-testid="workers-table"
    >
      <TableHead columns={workerColumns(facts)} />
      <tbody>
        <Spacer heightPx={abovePx} columns={WORKER_COLUMNS.length} />
        {[...indexes].map((index) => {
          const worker = workers[index];
          return worker && <WorkerRow key={worker.index} facts={facts} atNs={atNs} worker={worker} index={index} />;
        })}
        <Spacer heightPx={belowPx} columns={WORKER_COLUMNS.length} />
      </tbody>
    </table>
  );
}
