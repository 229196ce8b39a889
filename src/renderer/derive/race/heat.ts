/**
 * A heat: what is kept of one run in a race, compact, with times in ns since the call. Of a run that goes on it is what is
 * known so far.
 */
import type { RunStatus } from '../../../shared/run-events';
import type { Summary } from '../../../shared/summary';
import { outcomeCode } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';

/** One element a run of a task, in order of dispatch. Times NaN: has not happened. */
export interface HeatRows {
  readonly length: number;
  /** Position in the input. */
  readonly task: Uint32Array;
  /** Index into `workers`. */
  readonly worker: Uint16Array;
  readonly begin: Float64Array;
  readonly end: Float64Array;
  /** Its result is back at the caller's side. */
  readonly completed: Float64Array;
  /** The caller has its result. */
  readonly delivered: Float64Array;
  readonly failed: Uint8Array;
  /** 1: it was complete, and the caller got it only after another chunk had completed too. */
  readonly held: Uint8Array;
}

export interface HeatWorker {
  readonly slot: number;
  readonly pid: number | null;
}

export interface Heat {
  readonly runId: number;
  /** Of the call. */
  readonly tasks: number;
  readonly chunksize: number;
  /** Lanes. */
  readonly slots: number;
  readonly workers: readonly HeatWorker[];
  readonly rows: HeatRows;
  /** Rows as they completed, and as the caller got them. */
  readonly completedOrder: Uint32Array;
  readonly deliveredOrder: Uint32Array;
  /** From the call to its return, or until now. */
  readonly lengthNs: number;
  /** From the first worker's start to the call. */
  readonly bootNs: number;
  /** Of all workers, each at its highest; NaN: no sample. */
  readonly memoryBytes: number;
  /** null while it runs. */
  readonly status: RunStatus | null;
  /** One sentence where the status needs one. */
  readonly message: string | null;
  readonly summary: Summary | null;
}

export function heatOf(facts: Facts): Heat {
  const { started, calledAt, ended, now, data, poolSize } = facts;
  const origin = calledAt ?? Number.NaN;
  const lengthNs = calledAt === null ? 0 : (ended?.at ?? now) - calledAt;
  const rows = rowsOf(facts, origin);
  const completedOrder = orderBy(rows.completed);
  const deliveredOrder = rows.byCallback
    ? orderBy(rows.delivered)
    : data.deliveredRows.array.slice(0, deliveries(facts));
  const held = heldRows(completedOrder, rows.completed, rows.delivered, rows.chunk, lengthNs);
  const workers = data.workers.map((worker) => ({ slot: worker?.slot ?? 0, pid: worker?.pid ?? null }));
  const spawned = data.workers.map((worker) => worker?.spawnedAt ?? Number.NaN);
  return {
    runId: started?.runId ?? 0,
    tasks: started?.tasks ?? 0,
    chunksize: started?.chunksize ?? 1,
    slots: workers.reduce((most, { slot }) => Math.max(most, slot + 1), Math.max(1, poolSize)),
    workers,
    rows: { ...rows, held },
    completedOrder,
    deliveredOrder,
    lengthNs,
    bootNs: spawned.length === 0 ? Number.NaN : origin - Math.min(...spawned),
    memoryBytes: highestMemory(facts),
    status: ended?.status ?? null,
    message: ended?.message ?? null,
    summary: ended?.summary ?? null,
  };
}

const deliveries = ({ data }: Facts): number => data.deliveredRows.length;

interface CopiedRows extends Omit<HeatRows, 'held'> {
  readonly chunk: Uint32Array;
  /** Results reach the caller by callbacks. */
  readonly byCallback: boolean;
}

function rowsOf({ started, data }: Facts, origin: number): CopiedRows {
  const { columns, length } = data.table;
  const since = (column: Float64Array): Float64Array => column.slice(0, length).map((at) => at - origin);
  const byCallback = started?.scenario?.call.method === 'apply-async' && data.callbackAt.length > 0;
  return {
    length,
    task: columns.task.slice(0, length),
    worker: columns.worker.slice(0, length),
    chunk: columns.chunk.slice(0, length),
    begin: since(columns.runBegin),
    end: since(columns.runEnd),
    completed: since(columns.completed),
    delivered: byCallback ? calledBack(data, columns.task, length, origin) : since(columns.delivered),
    failed: columns.outcome.slice(0, length).map((code) => (FAILED.has(code) ? 1 : 0)),
    byCallback,
  };
}

const FAILED = new Set([outcomeCode.failed, outcomeCode.lost]);

/** When each row's task was called back. */
function calledBack(
  { callbackTask, callbackAt }: Facts['data'],
  task: Uint32Array,
  length: number,
  origin: number,
): Float64Array {
  const at = new Map<number, number>();
  for (let call = 0; call < callbackAt.length; call++) {
    at.set(callbackTask.array[call] ?? 0, (callbackAt.array[call] ?? Number.NaN) - origin);
  }
  return Float64Array.from({ length }, (_, row) => at.get(task[row] ?? 0) ?? Number.NaN);
}

/** Rows in the order of their times; those without one are left out. */
function orderBy(times: Float64Array): Uint32Array {
  const known = Uint32Array.from(times.keys()).filter((row) => !Number.isNaN(times[row]));
  return known.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0) || a - b);
}

/** @param untilNs of a row that the caller has not got yet: it is held until now */
export function heldRows(
  completedOrder: Uint32Array,
  completed: Float64Array,
  delivered: Float64Array,
  chunk: Uint32Array,
  untilNs: number,
): Uint8Array {
  const held = new Uint8Array(completed.length);
  /** When a chunk other than that of the row before completed next. */
  let next = Number.POSITIVE_INFINITY;
  let after = -1;
  for (let place = completedOrder.length - 1; place >= 0; place--) {
    const row = completedOrder[place] ?? 0;
    if (after >= 0 && chunk[after] !== chunk[row]) next = completed[after] ?? next;
    const reached = delivered[row] ?? Number.NaN;
    if (next <= (Number.isNaN(reached) ? untilNs : reached)) held[row] = 1;
    after = row;
  }
  return held;
}

function highestMemory({ data: { sampleWorker, sampleMemory } }: Facts): number {
  const highest = new Map<number, number>();
  for (let sample = 0; sample < sampleMemory.length; sample++) {
    const worker = sampleWorker.array[sample] ?? 0;
    highest.set(worker, Math.max(highest.get(worker) ?? 0, sampleMemory.array[sample] ?? 0));
  }
  return highest.size === 0 ? Number.NaN : [...highest.values()].reduce((sum, bytes) => sum + bytes, 0);
}
