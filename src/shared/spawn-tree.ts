/** The experiment of lesson "main guard": a program that makes a pool, and each process that imports it again. */
import { z } from 'zod';

/**
 * `there`: workers stop at the guard. `missing`: they come to the pool and are refused, as Python does. `unchecked`:
 * nothing refuses, so each worker makes workers of its own.
 */
export const GUARDS = ['there', 'missing', 'unchecked'] as const;
export type Guard = (typeof GUARDS)[number];

/** What the program imports before its first line. */
export const PROGRAM_IMPORTS = ['nothing', 'libraries'] as const;
export type ProgramImports = (typeof PROGRAM_IMPORTS)[number];

/** More processes than this are never started, whatever is asked for. */
export const MOST_PROCESSES = 64;

export const spawnTreeSchema = z.object({
  name: z.literal('spawn-tree'),
  guard: z.enum(GUARDS),
  imports: z.enum(PROGRAM_IMPORTS).default('nothing'),
  /** Of each pool that the program makes. */
  workers: z.int().min(1).max(8).default(2),
  /** Processes that are ever started, the program itself among them. */
  most: z.int().min(2).max(MOST_PROCESSES).default(16),
  /** Of the tree; the program itself has depth 0. */
  deepest: z.int().min(1).max(16).default(8),
  /** Whatever is left after this time is killed. */
  seconds: z.int().min(1).max(120).default(30),
});
export type SpawnTreeExperiment = z.output<typeof spawnTreeSchema>;

/** What came of a run. Processes are counted with the program itself; left out: it did not come to that. */
export type SpawnTreeFigures = {
  /** Processes that were started. */
  readonly started: number;
  /** Of those, children of the program. */
  readonly children: number;
  readonly deepest: number;
  readonly aliveMost: number;
  /** Asks for a process that were refused. */
  readonly refused: number;
  /** Processes that died of an error of their main module. */
  readonly raised: number;
  /** From the start of a process to the first line that its interpreter runs; the median. */
  readonly bootMs: number;
  /** From there to the guard, to the pool or to the error; the median of the workers. */
  readonly importMs: number;
  /** Processes that the operating system still has at the end. */
  readonly leftAlive: number;
  /** From the decision to end all to the last exit. */
  readonly goneMs: number;
  /** 1: its time was up; 0: it was not. */
  readonly timeUp: number;
  /** 1: the tree came to its greatest depth. */
  readonly tooDeep: number;
};
