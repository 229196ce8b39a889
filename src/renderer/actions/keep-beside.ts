/** Moves runs between what is shown and what is beside it. Only where the facts stand changes. */
import type { Annotations } from '../../shared/annotations';
import { besideStore, chaptersStore, factsStore, notesStore } from '../store';
import { compareStore } from '../store/compare';
import { type Facts, type FactsStore, noFacts } from '../store/facts';
import { timelineCommands } from '../timeline/commands';

/** Whether there is a run that could be kept: one that has ended. */
export const canKeep = (): boolean => factsStore.getState().ended !== null;

/** The shown run goes beside; the next one is compared with it. */
export function keepBeside(): void {
  if (!canKeep()) return;
  put(besideStore, shownAsItIs());
  clear(factsStore);
  timelineCommands.reset();
}

/** The run beside goes. Where nothing is shown it comes back to be shown: nothing is lost by a slip of the hand. */
export function letBesideGo(): void {
  const beside = besideStore.getState();
  if (beside.started === null) return;
  compareStore.setState({ overlaid: false });
  // It is still being read: nobody waits for the rest.
  if (beside.ended === null) void window.poolscope.call('file:cancel', { runId: beside.started.runId });
  clear(besideStore);
  if (factsStore.getState().started === null && beside.ended !== null) show(beside);
}

/** A becomes B, and B becomes A. */
export function swapRuns(): void {
  const [shown, beside] = [shownAsItIs(), besideStore.getState()];
  // Whoever stops a run, or its opening, looks for it where it is shown.
  if (beside.ended === null || (shown.started !== null && shown.ended === null)) return;
  if (shown.started === null) clear(besideStore);
  else put(besideStore, shown);
  show(beside);
}

/** With what was written on it until now, so that it is there wherever the run is shown next. */
function shownAsItIs(): Facts {
  const facts = factsStore.getState();
  if (facts.started === null) return facts;
  const annotations: Annotations = {
    notes: notesStore.getState().notes.map(({ atNs, row, text }) => ({ atNs, row, text })),
    chapters: [...chaptersStore.getState().chapters],
  };
  return { ...facts, started: { ...facts.started, beside: true, annotations } };
}

function show(facts: Facts): void {
  if (facts.started === null) return;
  timelineCommands.reset();
  put(factsStore, { ...facts, started: { ...facts.started, beside: false } });
}

function put(store: FactsStore, facts: Facts): void {
  store.setState(facts, true);
}

function clear(store: FactsStore): void {
  store.setState({ ...noFacts(), revision: store.getState().revision + 1 }, true);
}
