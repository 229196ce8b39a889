/** Runs that the window makes one after the other, a race for one: who is at it, so that nobody begins between two of them. */
import { createStore } from 'zustand/vanilla';

export interface Sequence {
  /** With a capital; begins the sentence that refuses others. */
  readonly title: string;
  /** The run under way is stopped, the others are left out. */
  stop(): void;
}

export interface SequenceState {
  /** null: nobody is at it. */
  readonly current: Sequence | null;
}

export const createSequenceStore = () => createStore<SequenceState>(() => ({ current: null }));
export type SequenceStore = ReturnType<typeof createSequenceStore>;

export const sequenceStore = createSequenceStore();

/** @throws Error while somebody is at it */
export function refuseInSequence(store = sequenceStore): void {
  const { current } = store.getState();
  if (current !== null) throw new Error(`${current.title} is under way; stop it first.`);
}

/** Does the runs as the only one. @throws Error while somebody else is at it, and what `runs` throws */
export async function inSequence(sequence: Sequence, runs: () => Promise<void>, store = sequenceStore): Promise<void> {
  refuseInSequence(store);
  store.setState({ current: sequence });
  try {
    await runs();
  } finally {
    store.setState({ current: null });
  }
}
