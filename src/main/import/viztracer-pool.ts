/** The pool in a VizTracer file: its workers and tasks, as a run of Poolscope would have them. */
import type { SliceLane } from '../../shared/slices';
import { TaskTable } from '../../shared/task-table';
import { outcomeCode, type TaskColumns, type WorkerRecord } from '../../shared/telemetry';
import { CALL_KINDS, callKinds } from './call-kinds';
import { type Sent, sentBy, type Taken, takenBy } from './caller-side';
import { LaneCalls } from './lane-calls';
import { type WorkerTask, workerLoop } from './worker-loop';

export interface TracedPool {
  readonly workers: readonly WorkerRecord[];
  readonly table: TaskTable;
  readonly mainPid: number;
  /** The first and the last thing that is known of a task, ns since the clock base. */
  readonly beganAt: number;
  readonly endedAt: number;
  /** What a person must know, a sentence each. */
  readonly notices: readonly string[];
}

interface Row extends WorkerTask {
  readonly worker: number;
}

const DERIVED =
  'Which message carried which task is derived from their order: VizTracer files have no numbers of tasks. A chunk of map counts as one task, for it crosses as one.';
const UNMATCHED =
  'What the caller sent and took in does not match what the workers received and returned, so that only the workers’ side of each task is shown.';

/** @returns null where there is no worker of a pool in it */
export function viztracerPool(lanes: readonly SliceLane[], texts: readonly string[]): TracedPool | null {
  const kinds = callKinds(texts);
  if (!kinds.includes(CALL_KINDS.worker)) return null;
  const workers: WorkerRecord[] = [];
  const rows: Row[] = [];
  const sent: Sent[] = [];
  const taken: Taken[] = [];
  let mainPid = 0;
  for (const lane of [...lanes].sort((a, b) => numberOf(a) - numberOf(b))) {
    const calls = new LaneCalls(lane, kinds);
    const loop = workerLoop(calls);
    if (loop !== null) {
      const worker = workers.length;
      workers.push(workerOf(lane, worker, loop.readyAt));
      for (const task of loop.tasks) rows.push({ ...task, worker });
    }
    const [sends, takes] = [sentBy(calls), takenBy(calls)];
    for (const one of sends) sent.push(one);
    for (const one of takes) taken.push(one);
    if (sends.length > 0) mainPid = Number(lane.pid) || 0;
  }
  if (workers.length === 0) return null;
  // One of them reads the queue at a time: the order of receiving is that of dispatch.
  rows.sort((a, b) => a.received - b.received);
  const table = new TaskTable();
  table.addRows(rows.length);
  for (const [row, task] of rows.entries()) fill(table.columns, row, task);
  const matched = matchSent(table.columns, rows, sent, workers.length) && matchTaken(table.columns, rows, taken);
  if (!matched) forgetCaller(table.columns, rows.length);
  const { columns } = table;
  const begins = [columns.argsDumpsBegin, columns.argsReceived].map((column) => least(column, rows.length));
  return {
    workers,
    table,
    mainPid,
    beganAt: Math.min(...begins.filter((at) => !Number.isNaN(at))),
    endedAt: most([columns.completed, columns.resultSent, columns.runEnd], rows.length),
    notices: [DERIVED, ...(matched || rows.length === 0 ? [] : [UNMATCHED])],
  };
}

/** `ForkPoolWorker-3` is 3. */
const numberOf = ({ process }: SliceLane): number => Number(/PoolWorker-(\d+)/.exec(process)?.[1] ?? 0);

function workerOf({ process, pid, begin, end, rows }: SliceLane, index: number, readyAt: number): WorkerRecord {
  const at = end[(rows[1] ?? 0) - 1] ?? 0;
  return {
    index,
    slot: index,
    pid: Number(pid) || null,
    name: process,
    spawnedAt: begin[0] ?? 0,
    readyAt: Number.isNaN(readyAt) ? null : readyAt,
    exitingAt: null,
    // Recording ends with the process, which comes to its end when the pool is closed.
    exit: { at, kind: 'exited', code: null, signal: null },
  };
}

function fill(columns: TaskColumns, row: number, task: Row): void {
  columns.task[row] = row;
  columns.chunk[row] = row;
  columns.worker[row] = task.worker;
  columns.attempt[row] = 1;
  const came = !Number.isNaN(task.sent);
  columns.outcome[row] = task.failed ? outcomeCode.failed : came ? outcomeCode.completed : outcomeCode.lost;
  columns.argsReceived[row] = task.received;
  columns.argsLoadsBegin[row] = task.loadsBegin;
  columns.runBegin[row] = task.runBegin;
  columns.runEnd[row] = task.runEnd;
  columns.resultDumpsEnd[row] = task.dumpsEnd;
  columns.resultSent[row] = task.sent;
}

/** The pool sends a word of farewell to each worker, and one to itself. */
function matchSent(columns: TaskColumns, rows: readonly Row[], sent: readonly Sent[], workers: number): boolean {
  sent = [...sent].sort((a, b) => a.dumpsBegin - b.dumpsBegin);
  if (sent.length < rows.length || sent.length > rows.length + workers + 1) return false;
  for (const [row, task] of rows.entries()) {
    const { dumpsBegin, dumpsEnd, sent: at } = sent[row] ?? { dumpsBegin: Number.NaN, dumpsEnd: Number.NaN, sent: 0 };
    if (!(at <= task.received)) return false;
    columns.argsDumpsBegin[row] = dumpsBegin;
    columns.argsDumpsEnd[row] = dumpsEnd;
    columns.argsSent[row] = at;
  }
  return true;
}

function matchTaken(columns: TaskColumns, rows: readonly Row[], taken: readonly Taken[]): boolean {
  taken = [...taken].sort((a, b) => a.loadsBegin - b.loadsBegin);
  const sent = [...rows.keys()].filter((row) => !Number.isNaN(rows[row]?.sent ?? Number.NaN));
  sent.sort((a, b) => (rows[a]?.sent ?? 0) - (rows[b]?.sent ?? 0));
  if (taken.length < sent.length || taken.length > sent.length + 1) return false;
  for (const [place, row] of sent.entries()) {
    const result = taken[place];
    if (result === undefined || !((rows[row]?.sent ?? 0) <= result.received)) return false;
    columns.resultReceived[row] = result.received;
    columns.resultLoadsBegin[row] = result.loadsBegin;
    columns.completed[row] = result.loadsEnd;
  }
  return true;
}

function forgetCaller(columns: TaskColumns, rows: number): void {
  const names = [
    'argsDumpsBegin',
    'argsDumpsEnd',
    'argsSent',
    'resultReceived',
    'resultLoadsBegin',
    'completed',
  ] as const;
  for (const name of names) columns[name].fill(Number.NaN, 0, rows);
}

function least(column: Float64Array, rows: number): number {
  let found = Number.NaN;
  for (let row = 0; row < rows; row++)
    if (!(found <= (column[row] ?? Number.NaN)) && !Number.isNaN(column[row] ?? Number.NaN))
      found = column[row] ?? found;
  return found;
}

function most(columns: readonly Float64Array[], rows: number): number {
  let found = Number.NaN;
  for (const column of columns)
    for (let row = 0; row < rows; row++)
      if ((column[row] ?? Number.NaN) > (Number.isNaN(found) ? Number.NEGATIVE_INFINITY : found))
        found = column[row] ?? found;
  return found;
}
