/** The library of recordings as it was listed last, and whether its dialog is open. */
import { createStore } from 'zustand/vanilla';
import type { RecordingList } from '../../shared/recordings';

export interface Recordings {
  readonly shown: boolean;
  /** null: not listed yet. */
  readonly list: RecordingList | null;
}

export const createRecordingsStore = () => createStore<Recordings>(() => ({ shown: false, list: null }));
export const recordingsStore = createRecordingsStore();
