/** How many results are complete and not with the caller yet, over time: a line of steps. */
import type { Heat } from './heat';

export interface Step {
  /** ns since the call; from here on. */
  readonly at: number;
  readonly waiting: number;
}

/** A heat never changes: its line is computed once. */
const known = new WeakMap<Heat, readonly Step[]>();

export function waitingSteps(heat: Heat): readonly Step[] {
  const steps = known.get(heat) ?? compute(heat);
  known.set(heat, steps);
  return steps;
}

function compute({ rows, completedOrder }: Heat): readonly Step[] {
  const left = [...completedOrder]
    .map((row) => rows.delivered[row] ?? Number.NaN)
    .filter((at) => !Number.isNaN(at))
    .sort((a, b) => a - b);
  const steps: Step[] = [];
  let waiting = 0;
  let gone = 0;
  const add = (at: number): void => {
    if (steps.at(-1)?.at === at) steps.pop();
    steps.push({ at, waiting });
  };
  for (const row of completedOrder) {
    const came = rows.completed[row] ?? 0;
    for (; gone < left.length && (left[gone] ?? 0) < came; gone++) {
      waiting--;
      add(left[gone] ?? 0);
    }
    waiting++;
    add(came);
  }
  for (; gone < left.length; gone++) {
    waiting--;
    add(left[gone] ?? 0);
  }
  return steps;
}

/** The same line for a picture: what changes within `leastNs` is one step, as high as the highest of them. */
export function coarseSteps(steps: readonly Step[], leastNs: number): readonly Step[] {
  const coarse: { at: number; waiting: number }[] = [];
  /** Height of the line itself behind the last step. */
  let now = 0;
  for (const { at, waiting } of steps) {
    const last = coarse.at(-1);
    if (last !== undefined && at - last.at < leastNs) last.waiting = Math.max(last.waiting, waiting);
    else {
      // The last step was widened: from its end on the line is as high as it is.
      if (last !== undefined && last.waiting !== now && at - last.at >= 2 * leastNs) {
        coarse.push({ at: last.at + leastNs, waiting: now });
      }
      coarse.push({ at, waiting });
    }
    now = waiting;
  }
  const last = coarse.at(-1);
  if (last !== undefined && last.waiting !== now) coarse.push({ at: last.at + leastNs, waiting: now });
  return coarse;
}
