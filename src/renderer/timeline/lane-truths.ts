/** Where in view the lanes are whose letters can be pressed, told by the canvas to the buttons that lie over it. */
import { createStore } from 'zustand/vanilla';
import type { MethodId } from '../truth/methods';

export interface LaneTruth {
  /** Of the track. */
  readonly id: string;
  readonly name: string;
  readonly method: MethodId;
  /** In CSS pixels of the canvas. */
  readonly top: number;
  readonly height: number;
}

export interface LaneTruths {
  /** From top to bottom. */
  readonly places: readonly LaneTruth[];
  /** The track whose method is told; null: none. */
  readonly open: string | null;
}

export const createLaneTruthStore = () => createStore<LaneTruths>(() => ({ places: [], open: null }));
export type LaneTruthStore = ReturnType<typeof createLaneTruthStore>;

/** Called with every frame; news only where something has moved. */
export function publishTruths(store: LaneTruthStore, places: readonly LaneTruth[]): void {
  const known = store.getState().places;
  const same = known.length === places.length && places.every((place, index) => isSame(place, known[index]));
  if (!same) store.setState({ places });
}

function isSame(a: LaneTruth, b: LaneTruth | undefined): boolean {
  return a.id === b?.id && a.top === b.top && a.height === b.height && a.method === b.method && a.name === b.name;
}
