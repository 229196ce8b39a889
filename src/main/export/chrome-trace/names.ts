/** Names of processes and threads, and the order in which viewers show them: the caller first, then workers by slot. */
import type { WorkerRecord } from '../../../shared/telemetry';
import { laneWord } from '../../../shared/worker-words';
import type { RecordedRun } from './recorded-run';
import { CALLER_TID, type TraceEvent, tidOf } from './trace-event';

export function* names({ scenario, mainPid, data }: RecordedRun): Generator<TraceEvent> {
  const main = { ph: 'M', pid: mainPid, tid: CALLER_TID } as const;
  yield { ...main, name: 'process_name', args: { name: `Poolscope: ${scenario}` } };
  yield { ...main, name: 'process_sort_index', args: { sort_index: 0 } };
  yield { ...main, name: 'thread_name', args: { name: 'caller' } };
  yield { ...main, name: 'thread_sort_index', args: { sort_index: 0 } };
  for (const worker of data.workers) {
    if (worker === undefined || worker.pid === null) continue;
    const place = { ph: 'M', pid: worker.pid, tid: tidOf(worker.index) } as const;
    if (worker.pid !== mainPid) {
      yield { ...place, name: 'process_name', args: { name: worker.name } };
      yield { ...place, name: 'process_sort_index', args: { sort_index: worker.slot + 1 } };
    }
    yield { ...place, name: 'thread_name', args: { name: threadName(worker) } };
    yield { ...place, name: 'thread_sort_index', args: { sort_index: worker.slot + 1 } };
  }
}

function threadName(worker: WorkerRecord): string {
  return laneWord(worker) === worker.name ? worker.name : `worker ${worker.index}, slot ${worker.slot}`;
}
