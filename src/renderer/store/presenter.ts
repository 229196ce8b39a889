/** Presenter mode: whether it is on, and what it shows besides the run. Nothing here is a fact of the run. */
import { createStore } from 'zustand/vanilla';
import { DEFAULT_PRESENTER, type PresenterPreferences } from '../../shared/settings';

/** Parts of the window that presenter mode leaves out until they are asked for. */
export const ASIDES = ['form', 'panels', 'inspector', 'notes'] as const;
export type Aside = (typeof ASIDES)[number];

export interface Presenter extends PresenterPreferences {
  readonly presenting: boolean;
  /** Asked for since the mode is on. */
  readonly asides: readonly Aside[];
}

export const createPresenterStore = () =>
  createStore<Presenter>(() => ({ ...DEFAULT_PRESENTER, presenting: false, asides: [] }));
export type PresenterStore = ReturnType<typeof createPresenterStore>;

export const presenterStore = createPresenterStore();
