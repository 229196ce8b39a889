/** Which lab stands in place of the timeline. What a lab holds is in a store of its own. */
import { createStore } from 'zustand/vanilla';
import type { LabName } from '../../shared/labs';

export interface LabState {
  /** null: the timeline is shown. */
  readonly open: LabName | null;
  /** The one to go back to; null: none was open yet. */
  readonly last: LabName | null;
}

export const createLabStore = () => createStore<LabState>(() => ({ open: null, last: null }));
export type LabStore = ReturnType<typeof createLabStore>;

export const labStore = createLabStore();
