/** How many results are complete and not with the caller yet, over time: a line of steps. */
import type { Heat } from './heat';

export interface Step {
  /** ns since the call; from here on. */
  readonly at: number;
  readonly waiting: number;
}

export function waitingSteps({ rows, completedOrder }: Pick<Heat, 'rows' | 'completedOrder'>): readonly Step[] {
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
