/** Repeated runs: one scenario, or two in turn, so and so many times. What the window asks for, and what it gets. */
import { z } from 'zod';
import type { RunStatus } from './run-events';
import type { Figures } from './run-figures';
import { scenarioSchema } from './scenario';
import { fields, wholeNumber } from './schema-words';

export const LEAST_TIMES = 2;
export const MOST_TIMES = 50;

export const repeatSchema = fields({
  /** Two take turns, so that a machine that grows slower meanwhile does so for both. */
  scenarios: z.array(scenarioSchema).min(1).max(2),
  /** Of each scenario. */
  times: wholeNumber(LEAST_TIMES, MOST_TIMES),
  /** A run of each before the others, which does not count. */
  warmUp: z.boolean(),
});
export type RepeatRequest = z.output<typeof repeatSchema>;

/** How one of the runs ended. */
export interface RepeatedRun {
  readonly status: RunStatus;
  /** One sentence where the status needs one. */
  readonly message: string | null;
  /** null: the run did not come to its end, so nothing of it counts. */
  readonly figures: Figures | null;
}

/** How it stands; sent whole whenever a run begins or ends. */
export interface RepeatProgress {
  readonly type: 'repeat';
  readonly running: boolean;
  /** Runs that have ended, warm-up runs too, of how many. */
  readonly done: number;
  readonly total: number;
  /** For each scenario, in order, the runs that count. */
  readonly series: readonly (readonly RepeatedRun[])[];
  /** One sentence about why it ended before all runs were made; null: it did not. */
  readonly message: string | null;
}
