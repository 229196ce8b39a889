/** Keys of the lanes of slices and counters: they stand below those of tasks, in any grouping, and are arranged with them. */
import type { Facts } from '../../store/facts';

/** Above any number of a worker, a slot or a line of chunks. */
const FIRST_LANE = 10_000_000;
const FIRST_COUNTER = 20_000_000;

/** @returns index of the lane; -1: the key is of none */
export const sliceLaneOf = (key: number): number => (key >= FIRST_LANE && key < FIRST_COUNTER ? key - FIRST_LANE : -1);
/** @returns index of the counter; -1: the key is of none */
export const counterOf = (key: number): number => (key >= FIRST_COUNTER ? key - FIRST_COUNTER : -1);
export const keyOfSliceLane = (lane: number): number => FIRST_LANE + lane;

interface Known {
  readonly tasks: readonly number[];
  readonly lanes: number;
  readonly counters: number;
  readonly keys: readonly number[];
}
const known = new WeakMap<Facts['data'], Known>();

/** @param tasks keys of the lanes of tasks, as they come @returns another array when there are others */
export function laneKeys({ data }: Pick<Facts, 'data'>, tasks: readonly number[]): readonly number[] {
  const lanes = data.slices.lanes.length;
  const counters = data.slices.counters.length;
  if (lanes + counters === 0) return tasks;
  const last = known.get(data);
  if (last?.tasks === tasks && last.lanes === lanes && last.counters === counters) return last.keys;
  const keys = [
    ...tasks,
    ...Array.from({ length: counters }, (_, counter) => FIRST_COUNTER + counter),
    ...Array.from({ length: lanes }, (_, lane) => keyOfSliceLane(lane)),
  ];
  known.set(data, { tasks, lanes, counters, keys });
  return keys;
}
