/**
 * What main tells the window about a run, in order: started, called, telemetry, output and resized (many), ended. A run
 * that comes from a file tells the same; a trace of another tool has slices as well.
 */
import type { Annotations } from './annotations';
import type { Experiment } from './experiments';
import type { RunSource } from './run-source';
import type { Scenario } from './scenario';
import type { RunSlices } from './slices';
import type { Summary } from './summary';
import type { TelemetryBatch } from './telemetry';

export interface RunStarted {
  readonly type: 'started';
  readonly runId: number;
  /** null: it is an experiment, or the run comes from a file that does not tell how its pool was set up. */
  readonly scenario: Scenario | null;
  /** Real processes that are no pool; left out: it is a run of tasks. */
  readonly experiment?: Experiment;
  /** The scenario's name; without one the file's. */
  readonly title: string;
  readonly tasks: number;
  /** Items per chunk that the call uses; what "auto" meant. */
  readonly chunksize: number;
  readonly mainPid: number;
  /** Wall-clock time of the clock base, ms since the epoch. */
  readonly epochMs: number;
  /** Of the machine that it was recorded on; left out: it runs here, or its file does not tell. */
  readonly cores?: number;
  readonly source: RunSource;
  /** Shown next to the run that is shown, to be compared with it; false: in its place. */
  readonly beside: boolean;
  readonly annotations: Annotations;
}

/** Every worker is ready and the call is made: the moment from which wall time counts. */
export interface RunCalled {
  readonly type: 'called';
  readonly runId: number;
  /** ns since the clock base. */
  readonly at: number;
}

/** The pool has another number of workers from now on. */
export interface RunResized {
  readonly type: 'resized';
  readonly runId: number;
  /** ns since the clock base. */
  readonly at: number;
  readonly processes: number;
}

export type OutputStream = 'stdout' | 'stderr';

/** What one worker has printed to one stream. */
export interface OutputEntry {
  readonly worker: number;
  readonly stream: OutputStream;
  /** Need not end with a line. */
  readonly text: string;
  /** Bytes printed before `text` that are not in it: there was more than is kept. */
  readonly leftOut: number;
}

/** What workers have printed since the last one of these. The last words of a worker may come after the run's end. */
export interface RunOutput {
  readonly type: 'output';
  readonly runId: number;
  readonly entries: readonly OutputEntry[];
}

/**
 * `stopped`: asked to finish early. `killed`: ended at once. `broken`: the engine or the pool gave up. `refused`: the
 * user's module is not what the scenario says, so the call was not made. `unfinished`: its recording ends before it does.
 */
export const RUN_STATUSES = ['completed', 'stopped', 'killed', 'broken', 'refused', 'unfinished'] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export interface RunEnded {
  readonly type: 'ended';
  readonly runId: number;
  /** When the call returned, ns since the clock base. */
  readonly at: number;
  readonly status: RunStatus;
  /** One sentence where the status needs one. */
  readonly message: string | null;
  readonly summary: Summary;
}

export type RunEvent = RunStarted | RunCalled | RunResized | TelemetryBatch | RunOutput | RunSlices | RunEnded;
