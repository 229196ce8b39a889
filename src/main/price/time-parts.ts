/**
 * How long it takes to pickle each part of a value: the same part of all values that it stands for, pickled together,
 * less the time that pickling an empty list takes. Lets the process do other things in between.
 */
import { setImmediate as afterOthers } from 'node:timers/promises';
import { dumps } from '../../boundary/pickle';
import type { Part } from './part';

/** For everything together; each part is measured at least once while the last has not been passed. */
const BUDGET_NS = 50e6;
const LAST_NS = 400e6;
const MOST_REPEATS = 15;
/** One measurement alone may have been interrupted; only what takes long is not repeated. */
const LEAST_REPEATS = 3;
const LONG_NS = 20e6;
/** The longest that the process is kept from other things, but for a single pickle. */
const PAUSE_NS = 8e6;
const COPIES = 64;
const SMALL_BYTES = 1024;
/** Above this many elements a list may be mostly holes. */
const MOST_DENSE = 100_000;

/** @returns ns, monotonic */
export type Now = () => number;

export interface PartTimes {
  /** Of the whole, as the pool pickles it. */
  readonly wholeNs: number;
  readonly setUpNs: number;
  readonly partNs: ReadonlyMap<Part, number>;
}

export async function timeParts(root: Part, chosen: ReadonlySet<Part>, value: unknown, now: Now): Promise<PartTimes> {
  const budget = BUDGET_NS / (chosen.size + 2);
  const began = now();
  const setUpNs = medianTime([], budget, now);
  const wholeNs = medianTime(value, budget, now);
  const partNs = new Map<Part, number>();
  let pausedAt = began;
  const visit = async (part: Part, values: readonly unknown[], ns: number): Promise<void> => {
    partNs.set(part, ns);
    for (const child of part.children.values()) {
      if (!chosen.has(child)) continue;
      if (now() - began > LAST_NS) return;
      if (now() - pausedAt > PAUSE_NS) {
        await afterOthers();
        pausedAt = now();
      }
      const own = valuesOf(values, child);
      const copies = copiesOf(child, own);
      const together = copies === 1 ? own : Array.from({ length: copies }, () => own).flat();
      const measured = Math.max(0, medianTime(together, budget, now) - setUpNs) / copies;
      // A part takes no longer than what it is part of; where it seems to, the clock was too coarse.
      await visit(child, own, Math.min(ns, measured));
    }
  };
  // A number alone is written by hand: nothing is set up for it.
  await visit(root, [value], wholeNs > setUpNs ? wholeNs - setUpNs : wholeNs);
  return { wholeNs, setUpNs, partNs };
}

/** A few plain values take less than the clock can tell: many copies of them are pickled together. */
function copiesOf({ bytes, children }: Part, values: readonly unknown[]): number {
  const few = values.length > 0 && values.length < COPIES && bytes < SMALL_BYTES && children.size === 0;
  // An object would be pickled once and referred to from then on.
  return few && values.every((value) => typeof value !== 'object') ? Math.ceil(COPIES / values.length) : 1;
}

function medianTime(value: unknown, budgetNs: number, now: Now): number {
  const times: number[] = [];
  const began = now();
  const goesOn = (): boolean => {
    const spent = now() - began;
    return spent < budgetNs ? times.length < MOST_REPEATS : times.length < LEAST_REPEATS && spent < LONG_NS;
  };
  do {
    const before = now();
    dumps(value);
    times.push(now() - before);
  } while (goesOn());
  times.sort((a, b) => a - b);
  return times[times.length >> 1] ?? 0;
}

/** What a part is in each of the values that its parent stands for. */
function valuesOf(parents: readonly unknown[], { kind, key }: Part): unknown[] {
  return parents.flatMap((parent): readonly unknown[] => {
    if (typeof parent !== 'object' || parent === null) return [];
    if (kind === 'value') return Object.hasOwn(parent, key) ? [(parent as Record<string, unknown>)[key]] : [];
    if (parent instanceof Map) return [...(kind === 'keys' ? parent.keys() : parent.values())];
    if (parent instanceof Set) return [...parent];
    if (!Array.isArray(parent)) return [];
    return parent.length > MOST_DENSE ? Object.values(parent) : parent;
  });
}
