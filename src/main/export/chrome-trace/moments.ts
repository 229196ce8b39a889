/** What has no length: results that reached the caller, callbacks, and counters of the queue and of each process. */
import { CALLBACK_KINDS } from '../../../shared/telemetry';
import { microsOf, type RecordedRun } from './recorded-run';
import { rowsText } from './run-story';
import { CALLER_TID, CATEGORY, type TraceEvent, tidOf } from './trace-event';

/** Results that came at the same time, as those of `map` do, are one moment. */
export function* deliveries(run: RecordedRun): Generator<TraceEvent> {
  const { data, mainPid } = run;
  const micros = microsOf(run);
  const at = data.deliveredAt.array;
  const { task } = data.table.columns;
  for (let first = 0, end = 0; first < data.deliveredAt.length; first = end) {
    // At least one: a damaged file may hold NaN, which is not even equal to itself.
    for (end = first + 1; end < data.deliveredAt.length && at[end] === at[first]; ) end++;
    const number = task[data.deliveredRows.array[first] ?? 0] ?? 0;
    const name = end - first === 1 ? `delivered task ${number}` : `delivered ${end - first} results`;
    const rows = rowsText(data.deliveredRows.array, first, end);
    const args = { task: number, results: end - first, rows };
    yield { ph: 'i', s: 't', cat: CATEGORY, name, pid: mainPid, tid: CALLER_TID, ts: micros(at[first] ?? 0), args };
  }
}

export function* callbacks(run: RecordedRun): Generator<TraceEvent> {
  const { callbackAt, callbackKind, callbackTask } = run.data;
  const micros = microsOf(run);
  for (let index = 0; index < callbackAt.length; index++) {
    const name = CALLBACK_KINDS[callbackKind.array[index] ?? 0] ?? 'callback';
    const place = { pid: run.mainPid, tid: CALLER_TID, ts: micros(callbackAt.array[index] ?? 0) };
    yield { ph: 'i', s: 't', cat: CATEGORY, name, ...place, args: { task: callbackTask.array[index] ?? 0 } };
  }
}

export function* counters(run: RecordedRun): Generator<TraceEvent> {
  const { data, mainPid } = run;
  const micros = microsOf(run);
  for (let index = 0; index < data.queueAt.length; index++) {
    const place = { pid: mainPid, tid: CALLER_TID, ts: micros(data.queueAt.array[index] ?? 0) };
    yield { ph: 'C', name: 'queue depth', ...place, args: { tasks: data.queueDepth.array[index] ?? 0 } };
  }
  for (let index = 0; index < data.sampleAt.length; index++) {
    const worker = data.workers[data.sampleWorker.array[index] ?? 0];
    if (worker === undefined || worker.pid === null) continue;
    const place = { pid: worker.pid, tid: tidOf(worker.index), ts: micros(data.sampleAt.array[index] ?? 0) };
    yield { ph: 'C', name: 'CPU', ...place, args: { cores: data.sampleCpu.array[index] ?? 0 } };
    yield { ph: 'C', name: 'memory', ...place, args: { bytes: data.sampleMemory.array[index] ?? 0 } };
  }
}
