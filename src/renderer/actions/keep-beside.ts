/** Moves runs between what is shown and what is beside it. Only where the facts stand changes. */
import { besideStore, chaptersStore, factsStore, notesStore } from '../store';
import { noChapters, putChapters } from '../store/chapters';
import { compareStore } from '../store/compare';
import { type FactsStore, noFacts } from '../store/facts';
import { besideChapters, besideNotes } from '../timeline/beside/beside';
import { timelineCommands } from '../timeline/commands';

/** Whether there is a run that could be kept: one that has ended. */
export const canKeep = (): boolean => factsStore.getState().ended !== null;

/** The shown run goes beside; the next one is compared with it. */
export function keepBeside(): void {
  const facts = factsStore.getState();
  if (facts.started === null || facts.ended === null) return;
  const { notes } = notesStore.getState();
  const chapters = chaptersStore.getState();
  put(besideStore, { ...facts, started: { ...facts.started, beside: true } });
  besideNotes.setState({ notes });
  putChapters(besideChapters, chapters);
  clear(factsStore);
  timelineCommands.reset();
}

/** The run beside goes. Where nothing is shown it comes back to be shown: nothing is lost by a slip of the hand. */
export function letBesideGo(): void {
  const beside = besideStore.getState();
  if (beside.started === null) return;
  compareStore.setState({ overlaid: false });
  if (factsStore.getState().started === null) show(beside);
  clear(besideStore);
}

/** A becomes B, and B becomes A. */
export function swapRuns(): void {
  const [shown, beside] = [factsStore.getState(), besideStore.getState()];
  // Whoever stops a run looks for it where it is shown.
  if (beside.started === null || (shown.started !== null && shown.ended === null)) return;
  const [notes, others] = [notesStore.getState().notes, besideNotes.getState().notes];
  const [chapters, otherChapters] = [chaptersStore.getState(), besideChapters.getState()];
  if (shown.started === null) clear(besideStore);
  else put(besideStore, { ...shown, started: { ...shown.started, beside: true } });
  besideNotes.setState({ notes: shown.started === null ? [] : notes });
  putChapters(besideChapters, shown.started === null ? noChapters() : chapters);
  show(beside);
  notesStore.setState({ notes: others });
  putChapters(chaptersStore, otherChapters);
}

function show(facts: ReturnType<typeof noFacts>): void {
  if (facts.started === null) return;
  const { notes } = besideNotes.getState();
  const chapters = besideChapters.getState();
  timelineCommands.reset();
  put(factsStore, { ...facts, started: { ...facts.started, beside: false } });
  notesStore.setState({ notes });
  putChapters(chaptersStore, chapters);
}

function put(store: FactsStore, facts: ReturnType<typeof noFacts>): void {
  store.setState(facts, true);
}

function clear(store: FactsStore): void {
  store.setState({ ...noFacts(), revision: store.getState().revision + 1 }, true);
}
