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
  /** 1: it was complete, and the caller got it only after one of another chunk that completed later. */
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
  const held = heldRows(rows.completed, rows.delivered, rows.chunk);
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

/**
 * Which rows were held: complete, and with the caller only after a row of another chunk that completed later. A row that
 * the caller has not got yet is held as soon as another chunk has completed.
 */
export function heldRows(completed: Float64Array, delivered: Float64Array, chunk: Uint32Array): Uint8Array {
  const held = new Uint8Array(completed.length);
  const latest = new LatestChunks();
  const order = orderBy(delivered);
  for (let first = 0; first < order.length; ) {
    // What is given at one moment is given together.
    let end = first;
    const at = delivered[order[first] ?? 0];
    for (; end < order.length && delivered[order[end] ?? 0] === at; end++) {
      const row = order[end] ?? 0;
      latest.add(completed[row] ?? Number.NaN, chunk[row] ?? 0);
    }
    for (; first < end; first++) {
      const row = order[first] ?? 0;
      if (latest.besides(chunk[row] ?? 0) > (completed[row] ?? Number.NaN)) held[row] = 1;
    }
  }
  for (const row of orderBy(completed)) latest.add(completed[row] ?? Number.NaN, chunk[row] ?? 0);
  for (let row = 0; row < completed.length; row++) {
    if (!Number.isNaN(delivered[row])) continue;
    if (latest.besides(chunk[row] ?? 0) > (completed[row] ?? Number.NaN)) held[row] = 1;
  }
  return held;
}

/** The latest completion so far, and that of all other chunks. */
class LatestChunks {
  private at = Number.NEGATIVE_INFINITY;
  private chunk = -1;
  private othersAt = Number.NEGATIVE_INFINITY;

  add(at: number, chunk: number): void {
    if (chunk === this.chunk) this.at = Math.max(this.at, at);
    else if (at > this.at) {
      this.othersAt = this.at;
      this.at = at;
      this.chunk = chunk;
    } else this.othersAt = Math.max(this.othersAt, at);
  }

  besides(chunk: number): number {
    return chunk === this.chunk ? this.othersAt : this.at;
  }
}

function highestMemory({ data: { sampleWorker, sampleMemory } }: Facts): number {
  const highest = new Map<number, number>();
  for (let sample = 0; sample < sampleMemory.length; sample++) {
    const worker = sampleWorker.array[sample] ?? 0;
    highest.set(worker, Math.max(highest.get(worker) ?? 0, sampleMemory.array[sample] ?? 0));
  }
  return highest.size === 0 ? Number.NaN : [...highest.values()].reduce((sum, bytes) => sum + bytes, 0);
}
