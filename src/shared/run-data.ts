/**
 * Everything recorded of one run, as arrays that only grow: what batches of telemetry add up to. The window draws from
 * it, exports are written from it. All times in ns since the clock base.
 */
import { noSlices, type SliceData } from './slices';
import { TaskTable } from './task-table';
import type { TelemetryBatch, WorkerRecord } from './telemetry';
import { Vector } from './vector';

export interface RunData {
  readonly table: TaskTable;
  readonly workers: WorkerRecord[];
  /** Rows in delivery order, and when each reached the caller. */
  readonly deliveredRows: Vector<Uint32Array>;
  readonly deliveredAt: Vector<Float64Array>;
  /** Callbacks as they were called: first task of the call, when, and which (CALLBACK_KINDS). */
  readonly callbackTask: Vector<Uint32Array>;
  readonly callbackAt: Vector<Float64Array>;
  readonly callbackKind: Vector<Uint8Array>;
  readonly queueAt: Vector<Float64Array>;
  readonly queueDepth: Vector<Uint32Array>;
  readonly sampleAt: Vector<Float64Array>;
  readonly sampleWorker: Vector<Uint16Array>;
  readonly sampleCpu: Vector<Float32Array>;
  readonly sampleMemory: Vector<Float64Array>;
  /** Of a trace of another tool, or of an experiment; another one with each whole picture of it. */
  slices: SliceData;
}

export function noRunData(): RunData {
  return {
    table: new TaskTable(),
    workers: [],
    deliveredRows: new Vector(Uint32Array),
    deliveredAt: new Vector(Float64Array),
    callbackTask: new Vector(Uint32Array),
    callbackAt: new Vector(Float64Array),
    callbackKind: new Vector(Uint8Array),
    queueAt: new Vector(Float64Array),
    queueDepth: new Vector(Uint32Array),
    sampleAt: new Vector(Float64Array),
    sampleWorker: new Vector(Uint16Array),
    sampleCpu: new Vector(Float32Array),
    sampleMemory: new Vector(Float64Array),
    slices: noSlices(),
  };
}

/** More is not believed before it comes. */
const MOST_EXPECTED = 20_000_000;

/**
 * Makes room for the tasks of a call, so that nothing is copied from array to array while they come in.
 * @param chunks at each of which the depth of the queue changes
 */
export function expectTasks(data: RunData, tasks: number, chunks: number): void {
  const expected = Math.min(tasks, MOST_EXPECTED);
  data.table.reserve(expected);
  data.deliveredRows.reserve(expected);
  data.deliveredAt.reserve(expected);
  const samples = Math.min(chunks, MOST_EXPECTED) + MORE_SAMPLES;
  data.queueAt.reserve(samples);
  data.queueDepth.reserve(samples);
}
/** The depth changes when tasks are submitted, and when some come back into the queue, too. */
const MORE_SAMPLES = 1024;

/** Adds what a batch says. */
export function takeBatch(data: RunData, batch: TelemetryBatch): void {
  for (const change of batch.rows) data.table.apply(change);
  for (const worker of batch.workers) data.workers[worker.index] = worker;
  const { delivered } = data.table.columns;
  const { rows, at } = batch.deliveries;
  // No iterator: after a million tasks it would cost as much as all the rest.
  for (let index = 0; index < rows.length; index++) delivered[rows[index] ?? 0] = at[index] ?? Number.NaN;
  data.deliveredRows.append(batch.deliveries.rows);
  data.deliveredAt.append(batch.deliveries.at);
  data.callbackTask.append(batch.callbacks.tasks);
  data.callbackAt.append(batch.callbacks.at);
  data.callbackKind.append(batch.callbacks.kinds);
  data.queueAt.append(batch.queue.at);
  data.queueDepth.append(batch.queue.depth);
  data.sampleAt.append(batch.processes.at);
  data.sampleWorker.append(batch.processes.worker);
  data.sampleCpu.append(batch.processes.cpu);
  data.sampleMemory.append(batch.processes.memoryBytes);
}
