/** The file that is being opened, or was opened last. */
import { createStore } from 'zustand/vanilla';
import type { FileOpening } from '../../shared/file-opening';

export interface Opening {
  readonly opening: FileOpening | null;
}

export const openingStore = createStore<Opening>(() => ({ opening: null }));

export const isReading = (): boolean => openingStore.getState().opening?.state === 'reading';
