/**
 * What this machine's pool costs, as measured by real runs: spawn, dispatch, pickling by size, and how well workers
 * compute side by side. The model of the break-even map reads it; a file in the user's folder keeps it.
 */
import { z } from 'zod';
import { fields, numberBetween, shortText, wholeNumber } from '../schema-words';

export const COSTS_VERSION = 1;

const ms = numberBetween(0, 1e9);
const workers = wholeNumber(1, 1024);
const points = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.array(fields(shape)).min(1).max(64);

/** Of one way, there or back: what a pickle of so many bytes adds to a task that does nothing. */
const bytesPoints = points({
  bytes: wholeNumber(0, 1e9),
  /** With one worker, from end to end. */
  oneMs: ms,
  /** With as many workers as there are cores: what is left of it when other tasks fill the gaps. */
  allMs: ms,
  /** What the first of them take longer: memory for them has to be made. */
  coldMs: ms,
});

const flow = fields({
  /** Wall time that each further task of a chunk takes. */
  taskMs: ms,
  /** Wall time that each chunk takes besides. */
  chunkMs: ms,
});

export const costsSchema = fields({
  version: z.literal(COSTS_VERSION),
  /** When it was measured, ms since the epoch, and how long that took. */
  takenAt: numberBetween(0, 1e15),
  tookMs: ms,
  rounds: wholeNumber(1, 100),
  machine: fields({
    cores: wholeNumber(1, 4096),
    cpuModel: shortText(200),
    platform: shortText(40),
    app: shortText(40),
    /** Of the runtime that workers are made of. */
    runtime: shortText(40),
  }),
  /** Cores that other programs kept busy right before and right after, the larger of the two. */
  otherBusyCores: numberBetween(0, 4096),
  /** How long a warm task takes that adds so many squares. */
  work: points({ items: wholeNumber(0, 1e12), ms }),
  /** What the plain loop takes for a task besides its work. */
  loopTaskMs: ms,
  /** What a fresh process loses before its code is compiled. */
  warmMs: ms,
  /** Until so many workers that start side by side are ready. */
  boot: points({ workers, ms }),
  /** One call, with the next one made only when its result is there. */
  callMs: ms,
  /** With one worker, and with one a core. `coldMs`: what a fresh pool loses before the code that sends and takes is compiled. */
  flow: fields({ one: flow, all: flow, coldMs: ms }),
  compute: points({
    workers,
    /** How much longer a task takes while so many workers compute. */
    slow: numberBetween(0.1, 10_000),
    /** What a worker waits for its next task where tasks are too long to be sent ahead. */
    gapMs: ms,
  }),
  there: bytesPoints,
  back: bytesPoints,
});
export type Costs = z.output<typeof costsSchema>;
export type BytesPoint = Costs['there'][number];

/** How the measuring stands; sent whole whenever a run of it begins or ends. */
export interface BreakEvenProgress {
  readonly type: 'break-even';
  readonly running: boolean;
  /** Runs that have ended, of how many. */
  readonly done: number;
  readonly total: number;
  /** What is being measured, in words. */
  readonly doing: string;
  /** One sentence about why it ended early; null: it did not. */
  readonly message: string | null;
  /** What is known now: the latest that came to its end. null: never measured here. */
  readonly costs: Costs | null;
}
