/**
 * Facts of the run that is shown: append only, the same whether it is live or was opened from a file. The columns are
 * filled in place, outside React; `revision` changes with every batch, so that whoever draws knows when to.
 */
import { createStore } from 'zustand/vanilla';
import type { RunEnded, RunEvent, RunStarted } from '../../shared/run-events';
import { TaskTable } from '../../shared/task-table';
import type { TelemetryBatch, WorkerRecord } from '../../shared/telemetry';
import { Vector } from '../../shared/vector';

/** Arrays that only grow; all times in ns since the clock base. */
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
}

export interface Facts {
  /** null before the first run. */
  readonly started: RunStarted | null;
  /** When the call was made; null while the workers boot. */
  readonly calledAt: number | null;
  readonly ended: RunEnded | null;
  /**
   * Workers that the pool is to have by now: the scenario's number until it is resized. 0 before
   * the first run, 1 for the plain loop.
   */
  readonly poolSize: number;
  readonly data: RunData;
  /** Time of the last news, ns since the clock base. */
  readonly now: number;
  readonly dropped: number;
  /** Time that main has spent on recording, in ns. */
  readonly observerNs: number;
  readonly revision: number;
}

function noData(): RunData {
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
  };
}

export const noFacts = (): Facts => ({
  started: null,
  calledAt: null,
  ended: null,
  poolSize: 0,
  data: noData(),
  now: 0,
  dropped: 0,
  observerNs: 0,
  revision: 0,
});

/** Makes a store; the app has one, tests have as many as they like. */
export const createFactsStore = () => createStore<Facts>(noFacts);
export type FactsStore = ReturnType<typeof createFactsStore>;

/** Takes one event in. Events of a run that is no longer shown are ignored. */
export function takeEvent(store: FactsStore, event: RunEvent): void {
  if (event.type === 'started') {
    const { engine, pool } = event.scenario;
    const poolSize = engine === 'serial' ? 1 : pool.processes;
    store.setState({ ...noFacts(), started: event, poolSize, revision: store.getState().revision + 1 });
    return;
  }
  const facts = store.getState();
  if (event.runId !== facts.started?.runId) return;
  const revision = facts.revision + 1;
  if (event.type === 'called') store.setState({ calledAt: event.at, now: event.at, revision });
  else if (event.type === 'resized') store.setState({ poolSize: event.processes, revision });
  else if (event.type === 'ended') store.setState({ ended: event, now: Math.max(facts.now, event.at), revision });
  else if (event.type === 'telemetry') {
    takeBatch(facts.data, event);
    store.setState({ now: event.at, dropped: event.dropped, observerNs: event.observerNs, revision });
  }
}

function takeBatch(data: RunData, batch: TelemetryBatch): void {
  for (const change of batch.rows) data.table.apply(change);
  for (const worker of batch.workers) data.workers[worker.index] = worker;
  const { delivered } = data.table.columns;
  for (const [index, row] of batch.deliveries.rows.entries()) delivered[row] = batch.deliveries.at[index] ?? Number.NaN;
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
