/**
 * What a worker of Python's pool did, from its loop in a VizTracer file: what it received, ran and sent back.
 *
 *   worker [ get: recv, loads ][ call ][ put: dumps, send ][ get ... ]
 */
import { CALL_KINDS } from './call-kinds';
import type { Call, LaneCalls } from './lane-calls';

/** One task that crossed to the worker: a whole chunk, where `map` made chunks. All times in ns; NaN: not in the file. */
export interface WorkerTask {
  readonly received: number;
  readonly loadsBegin: number;
  readonly loadsEnd: number;
  readonly runBegin: number;
  readonly runEnd: number;
  readonly dumpsBegin: number;
  readonly dumpsEnd: number;
  readonly sent: number;
  readonly failed: boolean;
}

export interface WorkerLoop {
  /** When it first waited for a task; NaN: it never did. */
  readonly readyAt: number;
  readonly tasks: readonly WorkerTask[];
}

/** @returns null where the thread is no worker of a pool */
export function workerLoop(calls: LaneCalls): WorkerLoop | null {
  const loops = calls.all(CALL_KINDS.worker);
  if (loops.length === 0) return null;
  const tasks: WorkerTask[] = [];
  let readyAt = Number.NaN;
  for (const loop of loops) {
    let get: Call | null = null;
    let ran: Call[] = [];
    for (const call of calls.children(loop)) {
      if (call.kind === CALL_KINDS.get) {
        if (Number.isNaN(readyAt)) readyAt = call.begin;
        // A file may be cut off, or a put left out by a filter: the task was there all the same.
        if (get !== null && ran.length > 0) tasks.push(taskOf(calls, get, ran, null));
        get = call;
        ran = [];
      } else if (call.kind === CALL_KINDS.put) {
        if (get !== null) tasks.push(taskOf(calls, get, ran, call));
        get = null;
        ran = [];
      } else if (call.kind !== CALL_KINDS.log) ran.push(call);
    }
    if (get !== null && ran.length > 0) tasks.push(taskOf(calls, get, ran, null));
  }
  return { readyAt, tasks };
}

function taskOf(calls: LaneCalls, get: Call, ran: readonly Call[], put: Call | null): WorkerTask {
  const recv = calls.within(get, CALL_KINDS.recv).at(-1);
  const loads = calls.within(get, CALL_KINDS.loads).at(-1);
  const dumps = put === null ? undefined : calls.within(put, CALL_KINDS.dumps)[0];
  const send = put === null ? undefined : calls.within(put, CALL_KINDS.send)[0];
  const useful = ran.filter(({ kind }) => kind !== CALL_KINDS.raised);
  const loadsEnd = loads?.end ?? get.end;
  // A function that the recorder did not follow leaves a hole between the two that it did.
  const hole = put?.begin ?? Number.NaN;
  return {
    received: recv?.end ?? get.end,
    loadsBegin: loads?.begin ?? Number.NaN,
    loadsEnd,
    runBegin: useful[0]?.begin ?? loadsEnd,
    runEnd: useful.at(-1)?.end ?? hole,
    dumpsBegin: dumps?.begin ?? Number.NaN,
    dumpsEnd: dumps?.end ?? put?.end ?? Number.NaN,
    sent: send?.begin ?? put?.end ?? Number.NaN,
    failed: useful.length < ran.length,
  };
}
