/** The controls of the four worlds as they stand; numbers are kept as they were typed. */
import { createStore } from 'zustand/vanilla';
import type { ControlsOf } from '../../shared/labs';

type Controls = ControlsOf<'four-worlds'>;
export type World = Controls['worlds'][number];
export type Work = Controls['works'][number];
export type WorldNumber = Exclude<keyof Controls, 'name' | 'worlds' | 'works'>;

export interface FourWorldsControls {
  readonly worlds: readonly World[];
  readonly works: readonly Work[];
  readonly numbers: Readonly<Record<WorldNumber, string>>;
}

/** @param controls as a file has them */
export function typedControls({ name: _, worlds, works, ...numbers }: Controls): FourWorldsControls {
  const typed = Object.entries(numbers).map(([field, value]) => [field, String(value)]);
  return { worlds, works, numbers: Object.fromEntries(typed) as Record<WorldNumber, string> };
}

export const createFourWorldsStore = (initial: Controls) =>
  createStore<FourWorldsControls>(() => typedControls(initial));
