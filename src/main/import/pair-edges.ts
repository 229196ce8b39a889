/** Makes slices of the begins and ends (B, E) of one thread. */
import { sortTimes } from './sort-times';
import type { ThreadSlices } from './thread-slices';

export interface Pairing {
  /** Ends without a begin. */
  readonly unbegun: number;
  /** Begins without an end: they last until the end of the trace. */
  readonly unended: number;
}

/** @param noName number of the name of ends that have none @param endAt of the trace, in microseconds */
export function pairEdges(thread: ThreadSlices, noName: number, endAt: number): Pairing {
  const { edgeAt, edgeName, edgeCategory, edgeArgs, edgeIsEnd } = thread;
  const at = edgeAt.array.subarray(0, edgeAt.length);
  const whole = at.map((time) => Math.round(time * 1e3));
  const order = sortTimes(whole, whole);
  const open: number[] = [];
  /** How many of each name are open: an end that fits none is not looked for among all of them. */
  const openOf = new Map<number, number>();
  const count = (name: number, change: number): void => void openOf.set(name, (openOf.get(name) ?? 0) + change);
  let unbegun = 0;
  const close = (edge: number, end: number, endArgs: number): void => {
    const name = edgeName.array[edge] ?? 0;
    const category = edgeCategory.array[edge] ?? 0;
    count(name, -1);
    thread.add(at[edge] ?? 0, end, name, category, edgeArgs.array[edge] || endArgs);
  };
  for (const edge of order) {
    const name = edgeName.array[edge] ?? 0;
    if (edgeIsEnd.array[edge] === 0) {
      open.push(edge);
      count(name, 1);
      continue;
    }
    if (open.length === 0 || (name !== noName && !((openOf.get(name) ?? 0) > 0))) {
      unbegun++;
      continue;
    }
    const matches = name === noName ? open.length - 1 : open.findLastIndex((begin) => edgeName.array[begin] === name);
    // What was begun within it, and never ended, ends with it.
    while (open.length > matches) close(open.pop() ?? 0, at[edge] ?? 0, edgeArgs.array[edge] ?? 0);
  }
  const unended = open.length;
  while (open.length > 0) close(open.pop() ?? 0, endAt, 0);
  return { unbegun, unended };
}
