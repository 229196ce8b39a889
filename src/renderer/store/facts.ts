/**
 * Facts of the run that is shown: append only, the same whether it is live or was opened from a file. The columns are
 * filled in place, outside React; `revision` changes with every batch, so that whoever draws knows when to.
 */
import { createStore } from 'zustand/vanilla';
import { expectTasks, noRunData, type RunData, takeBatch } from '../../shared/run-data';
import type { RunEnded, RunEvent, RunStarted } from '../../shared/run-events';
import { noSlices, takeSlices } from '../../shared/slices';

export type { RunData } from '../../shared/run-data';

export interface Facts {
  /** null before the first run. */
  readonly started: RunStarted | null;
  /** When the call was made; null while the workers boot. */
  readonly calledAt: number | null;
  readonly ended: RunEnded | null;
  /**
   * Workers that the pool is to have by now: the scenario's number until it is resized. 0 before
   * the first run, 1 for the plain loop, for an event loop as many as can be in flight; without a scenario there is no such number, and it is 0.
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

export const noFacts = (): Facts => ({
  started: null,
  calledAt: null,
  ended: null,
  poolSize: 0,
  data: noRunData(),
  now: 0,
  dropped: 0,
  observerNs: 0,
  revision: 0,
});

/** Makes a store; the app has one, tests have as many as they like. */
export const createFactsStore = () => createStore<Facts>(noFacts);
export type FactsStore = ReturnType<typeof createFactsStore>;

function poolSizeOf({ scenario, tasks }: RunStarted): number {
  if (scenario === null) return 0;
  // Of an event loop: places for tasks in flight.
  if (scenario.engine === 'async') return Math.max(1, Math.min(scenario.pool.processes, tasks));
  return scenario.engine === 'serial' ? 1 : scenario.pool.processes;
}

/** Takes one event in. Events of a run that is no longer shown are ignored. */
export function takeEvent(store: FactsStore, event: RunEvent): void {
  if (event.type === 'started') {
    const poolSize = poolSizeOf(event);
    const facts = noFacts();
    expectTasks(facts.data, event.tasks, Math.ceil(event.tasks / event.chunksize));
    store.setState({ ...facts, started: event, poolSize, revision: store.getState().revision + 1 });
    return;
  }
  const facts = store.getState();
  if (event.runId !== facts.started?.runId) return;
  const revision = facts.revision + 1;
  if (event.type === 'called') store.setState({ calledAt: event.at, now: event.at, revision });
  else if (event.type === 'resized') store.setState({ poolSize: event.processes, revision });
  else if (event.type === 'ended') store.setState({ ended: event, now: Math.max(facts.now, event.at), revision });
  else if (event.type === 'slices') {
    // Another object: whatever was found out about the last picture is not true of this one.
    if (event.whole === true) facts.data.slices = noSlices();
    takeSlices(facts.data.slices, event);
    store.setState({ now: Math.max(facts.now, facts.data.slices.endNs || 0), revision });
  } else if (event.type === 'telemetry') {
    takeBatch(facts.data, event);
    store.setState({ now: event.at, dropped: event.dropped, observerNs: event.observerNs, revision });
  }
}
