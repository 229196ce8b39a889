/** The controls of the API race as they stand; what is typed is kept as it was typed. */
import { createStore } from 'zustand/vanilla';
import type { MethodName } from '../../shared/scenario';

export interface ApiRaceControls {
  readonly methods: readonly MethodName[];
  /** Chunk sizes with commas between them; `all` is one of them. */
  readonly chunksizes: string;
  readonly rounds: string;
}

export const createApiRaceStore = () =>
  createStore<ApiRaceControls>(() => ({
    methods: ['map', 'imap', 'imap-unordered', 'apply-async'],
    chunksizes: '1, 4, all',
    rounds: '1',
  }));
export type ApiRaceStore = ReturnType<typeof createApiRaceStore>;

export const apiRaceStore = createApiRaceStore();
