/**
 * The task table: what is known about each run of each task, as columns. This is the one format of telemetry from the
 * hub in main to the last track in the renderer; docs/life-of-a-record.md follows a row through it.
 * Times are nanoseconds since the session's clock base on the machine's monotonic clock; NaN: has not happened.
 */

export const TELEMETRY_VERSION = 1;

/**
 * The moments of a task, in the order in which they happen. P is the process that owns the pool, W the worker.
 *
 *   P  submitted . argsDumpsBegin - argsDumpsEnd . argsSent
 *   W      argsReceived . argsLoadsBegin - runBegin - runEnd - resultDumpsEnd . resultSent
 *   P          resultReceived . resultLoadsBegin - completed . delivered
 *
 * `-` is work, `.` is waiting. Tasks of one chunk share submitted, argsSent, argsReceived, resultSent, resultReceived.
 */
export const MOMENTS = [
  'submitted',
  'argsDumpsBegin',
  'argsDumpsEnd',
  'argsSent',
  'argsReceived',
  'argsLoadsBegin',
  'runBegin',
  'runEnd',
  'resultDumpsEnd',
  'resultSent',
  'resultReceived',
  'resultLoadsBegin',
  'completed',
  'delivered',
] as const;
export type Moment = (typeof MOMENTS)[number];

/** How a run of a task ended. The number is what the `outcome` column holds. */
export const OUTCOMES = ['pending', 'completed', 'failed', 'lost', 'cancelled'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const outcomeCode = Object.fromEntries(OUTCOMES.map((name, code) => [name, code])) as Record<Outcome, number>;

/** Columns that are not moments. Each name: array type; comment: meaning and unit. */
const FACT_COLUMNS = {
  /** Position in the call's input. */
  task: Uint32Array,
  /** Which chunk, numbered from 0 in order of dispatch; a retried chunk has a new number. */
  chunk: Uint32Array,
  /** Index into the session's workers. */
  worker: Uint16Array,
  /** 1 for the first run of a task, 2 for its first retry, ... */
  attempt: Uint8Array,
  /** See OUTCOMES. */
  outcome: Uint8Array,
  /** Size of the pickled argument in bytes. */
  argsBytes: Uint32Array,
  /** Size of the pickled result in bytes; 0 until known. */
  resultBytes: Uint32Array,
} as const;

type FactColumn = keyof typeof FACT_COLUMNS;
export type ColumnName = FactColumn | Moment;

const momentColumns = Object.fromEntries(MOMENTS.map((name) => [name, Float64Array])) as Record<
  Moment,
  Float64ArrayConstructor
>;

/** Every column of the table with its array type; the order is that of the format. */
export const COLUMNS = { ...FACT_COLUMNS, ...momentColumns } as const;
export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

/**
 * Arrays of equal length, one element a row. 132 bytes a row. Rows are in order of dispatch; those of one chunk stand
 * together and belong to one worker.
 */
export type TaskColumns = { readonly [Name in ColumnName]: InstanceType<(typeof COLUMNS)[Name]> };

/** @param capacity rows */
export function makeColumns(capacity: number): TaskColumns {
  const made = Object.fromEntries(COLUMN_NAMES.map((name) => [name, new COLUMNS[name](capacity)]));
  for (const name of MOMENTS) made[name]?.fill(Number.NaN);
  return made as unknown as TaskColumns;
}

/** Columns with the widest elements first: in this order they can share a buffer without gaps. */
const BY_WIDTH = [...COLUMN_NAMES].sort((a, b) => COLUMNS[b].BYTES_PER_ELEMENT - COLUMNS[a].BYTES_PER_ELEMENT);
const ROW_BYTES = COLUMN_NAMES.reduce((sum, name) => sum + COLUMNS[name].BYTES_PER_ELEMENT, 0);

/** Rows `start` to `end` of each column, copied into one buffer: a message pays for each buffer that it carries. */
export function copyRows(columns: TaskColumns, start: number, end: number): TaskColumns {
  const rows = end - start;
  const buffer = new ArrayBuffer(ROW_BYTES * rows);
  const copied: Partial<Record<ColumnName, TaskColumns[ColumnName]>> = {};
  let offset = 0;
  for (const name of BY_WIDTH) {
    const column = new COLUMNS[name](buffer, offset, rows);
    column.set(columns[name].subarray(start, end));
    copied[name] = column;
    offset += column.byteLength;
  }
  return copied as TaskColumns;
}

/** A stretch of rows that is new or has changed: rows `firstRow` up to the length of the columns. */
export interface RowsChange {
  readonly firstRow: number;
  readonly columns: TaskColumns;
}

/** Results reaching the caller, in delivery order. Kept apart from the rows: `map` delivers all of them at once. */
export interface Deliveries {
  readonly rows: Uint32Array;
  /** ns since the clock base. */
  readonly at: Float64Array;
}

/** Which callback of a call was called. The number is what the column holds. */
export const CALLBACK_KINDS = ['callback', 'error-callback'] as const;
export type CallbackKind = (typeof CALLBACK_KINDS)[number];

/** Callbacks of `apply_async`, `map_async` and `starmap_async`, in the order in which they were called. */
export interface CallbackCalls {
  /** First task of the call. */
  readonly tasks: Uint32Array;
  /** ns since the clock base, ascending. */
  readonly at: Float64Array;
  /** See CALLBACK_KINDS. */
  readonly kinds: Uint8Array;
}

/** Queue depth after each change: tasks submitted and not yet taken from the queue. */
export interface QueueSamples {
  /** ns since the clock base, ascending. */
  readonly at: Float64Array;
  readonly depth: Uint32Array;
}

/** CPU and memory of workers, sampled from main (a busy worker cannot sample itself). */
export interface ProcessSamples {
  /** ns since the clock base, ascending. */
  readonly at: Float64Array;
  readonly worker: Uint16Array;
  /** Share of one core since this worker's previous sample: 1 is one core fully used. */
  readonly cpu: Float32Array;
  /** Resident memory in bytes. */
  readonly memoryBytes: Float64Array;
}

/** How a worker process ended. */
export interface WorkerExit {
  /** ns since the clock base. */
  readonly at: number;
  readonly kind: 'exited' | 'crashed';
  readonly code: number | null;
  readonly signal: string | null;
}

/** One worker process from spawn to exit. A slot outlives its processes: a replacement takes the slot over. */
export interface WorkerRecord {
  readonly index: number;
  readonly slot: number;
  /** null until the operating system has given one. For threads and the serial loop: the PID of main. */
  readonly pid: number | null;
  readonly name: string;
  /** ns since the clock base. */
  readonly spawnedAt: number;
  /** When its first message arrived; null while booting. */
  readonly readyAt: number | null;
  /** When it was asked to exit; null before. */
  readonly exitingAt: number | null;
  readonly exit: WorkerExit | null;
  /** JavaScript heap and what hangs on it, in bytes, as the worker told when it was done; left out: it did not. */
  readonly heapBytes?: number | undefined;
}

/** Everything that happened since the previous batch. */
export interface TelemetryBatch {
  readonly type: 'telemetry';
  readonly runId: number;
  /** When the batch was made, ns since the clock base: "now" for whoever draws. */
  readonly at: number;
  readonly rows: readonly RowsChange[];
  readonly deliveries: Deliveries;
  readonly callbacks: CallbackCalls;
  readonly queue: QueueSamples;
  readonly processes: ProcessSamples;
  /** Workers that are new or changed, whole. */
  readonly workers: readonly WorkerRecord[];
  /** Rows that could not be recorded. 0 unless memory ran out; never hidden. */
  readonly dropped: number;
  /** Time that main has spent on recording since the run began, in ns. */
  readonly observerNs: number;
}

/** A batch that tells nothing: what is there is spread over it. @param at ns since the clock base */
export function emptyBatch(at = 0, runId = 0): TelemetryBatch {
  return {
    type: 'telemetry',
    runId,
    at,
    rows: [],
    deliveries: { rows: new Uint32Array(0), at: new Float64Array(0) },
    callbacks: { tasks: new Uint32Array(0), at: new Float64Array(0), kinds: new Uint8Array(0) },
    queue: { at: new Float64Array(0), depth: new Uint32Array(0) },
    processes: {
      at: new Float64Array(0),
      worker: new Uint16Array(0),
      cpu: new Float32Array(0),
      memoryBytes: new Float64Array(0),
    },
    workers: [],
    dropped: 0,
    observerNs: 0,
  };
}
