/** What is recorded of one process of the tree. All times in ns since the clock base. */
import type { Refusal } from './process-cap';

/**
 * What a process is at, from its start on; each step lasts until the next. `import`: runs the main module's text. `start`:
 * makes workers. `map`: waits for their results. `refused`: waits for a start that will not come. `error`: its module has
 * raised one. `ready`: waits for tasks.
 */
export const STEPS = ['boot', 'import', 'start', 'map', 'refused', 'error', 'ready'] as const;
export type Step = (typeof STEPS)[number];

export interface TaskSpan {
  readonly begin: number;
  readonly end: number;
}

export interface ProcessRecord {
  /** Its place among all, in the order of their starts. */
  readonly index: number;
  /** Index of the process that has asked for it; null: it is the program itself. */
  readonly parent: number | null;
  readonly depth: number;
  readonly askedAt: number;
  readonly startedAt: number;
  /** null until the operating system has given it one. */
  pid: number | null;
  readonly steps: { readonly step: Step; readonly at: number }[];
  readonly tasks: TaskSpan[];
  refused: { readonly at: number; readonly why: Refusal } | null;
  /** What its module has raised. */
  raised: { readonly name: string; readonly message: string } | null;
  /** null: it is alive. */
  endedAt: number | null;
  /** Its own word counts where it ended itself; null: it was killed, or could not be started. */
  exitCode: number | null;
  /** It was ended from here, not by itself. */
  killed: boolean;
}

type Origin = Pick<ProcessRecord, 'index' | 'parent' | 'depth' | 'askedAt' | 'startedAt'>;

export const newRecord = (origin: Origin): ProcessRecord => ({
  ...origin,
  pid: null,
  steps: [{ step: 'boot', at: origin.startedAt }],
  tasks: [],
  refused: null,
  raised: null,
  endedAt: null,
  exitCode: null,
  killed: false,
});

/** @returns undefined: it never came to that */
export function stepAt({ steps }: ProcessRecord, wanted: Step): number | undefined {
  return steps.find(({ step }) => step === wanted)?.at;
}

/** How long its first step of a kind lasted; undefined: it is not over, or never began. */
export function stepLength({ steps }: ProcessRecord, wanted: Step): number | undefined {
  const index = steps.findIndex(({ step }) => step === wanted);
  const [from, to] = [steps[index]?.at, steps[index + 1]?.at];
  return index < 0 || from === undefined || to === undefined ? undefined : to - from;
}
