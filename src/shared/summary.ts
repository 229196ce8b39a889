/**
 * The summary of a run: the JSON that `poolscope run --json` prints (a contract, see docs/cli.md) and the figures in
 * the window's header. Derived from the task table by one function, so that both always agree.
 */
import type { ExperimentFigures } from './experiments';
import { PHASES, type Phase, phaseNanos } from './phases';
import type { EngineName } from './scenario';
import { outcomeCode, type TaskColumns } from './telemetry';

/** Milliseconds over all completed tasks. Quantiles lie between neighbours, as d3's and numpy's do by default. */
export interface PhaseStats {
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

export interface TaskCounts {
  readonly submitted: number;
  readonly completed: number;
  readonly failed: number;
  readonly lost: number;
  /** Tasks that were started again after their worker died. */
  readonly retried: number;
}

export interface TaskFailure {
  readonly task: number;
  readonly name: string;
  readonly message: string;
  /** The worker's own stack; the pool's where no worker ran the task. */
  readonly stack: string;
}

/** What became of a counter in shared memory, or of an array of them. Updates that were lost: `expected - found`. */
export interface SharedCount {
  /** Additions that completed tasks have made. */
  readonly expected: number;
  /** What it held at the end; of an array, all of its numbers together. */
  readonly found: number;
  /** Numbers of the array; left out: it is a counter. */
  readonly numbers?: number | undefined;
  /** How many of them hold less than was added to them. */
  readonly short?: number | undefined;
}

/** What the workers took of the machine. */
export interface RunUsage {
  /**
   * `processes`: CPU and resident memory of each, from the operating system; memory that they share is in each of them.
   * `threads`: CPU of the whole main process, and the JavaScript heap of each thread as it told itself.
   */
  readonly of: 'processes' | 'threads';
  /** From the call to its return; NaN where workers came or went meanwhile. */
  readonly cpuMs: number;
  /** When the call had returned; NaN: not told. */
  readonly memoryBytes: number;
  /** Of an event loop: how long it was at work, and not waiting for something to happen. */
  readonly loopMs?: number | undefined;
}

export interface Summary {
  /** Its name; the title of a run without one. */
  readonly scenario: string;
  /** null: the run comes from a file that does not tell. */
  readonly engine: EngineName | null;
  readonly ok: boolean;
  readonly mainPid: number;
  readonly pids: readonly number[];
  readonly chunksize: number;
  readonly tasks: TaskCounts;
  /** From the call to its return; booting the workers comes before and is not in it. */
  readonly wallMs: number;
  readonly throughputPerSec: number;
  /** serialMs: sum of the run phases, failed tasks' too; factor: serialMs / wallMs. */
  readonly speedup: { readonly serialMs: number; readonly factor: number; readonly kind: 'derived' };
  readonly queue: { readonly maxDepth: number };
  readonly pickling: {
    /** Bytes and times are those of all runs, failed and repeated ones too: they were spent. */
    readonly argsBytes: number;
    readonly resultBytes: number;
    readonly dumpsMs: number;
    readonly loadsMs: number;
    /** Time of all dumps and loads over that time plus all runs; 0..1. */
    readonly shareOfBusy: number;
  };
  readonly phasesMs: Readonly<Record<Phase, PhaseStats>>;
  readonly errors: readonly TaskFailure[];
  /** Where tasks have counted in shared memory. */
  readonly counter?: SharedCount | undefined;
  /** Of an experiment, which has no tasks. */
  readonly experiment?: ExperimentFigures | undefined;
  /** Left out where the run was not recorded, or nobody knows. */
  readonly usage?: RunUsage | undefined;
  /** Present when asked for, in delivery order. */
  readonly results?: readonly unknown[];
  readonly telemetry: { readonly records: number; readonly dropped: number };
}

/** What the table does not know. Counts come from the pool, which keeps them with telemetry off too. */
export interface SummaryFacts {
  readonly scenario: { readonly name: string; readonly engine: EngineName | null };
  /** The call was made and returned: the run was neither stopped nor killed, and its engine worked. */
  readonly finished: boolean;
  readonly mainPid: number;
  readonly pids: readonly number[];
  readonly chunksize: number;
  readonly tasks: TaskCounts;
  readonly wallNanos: number;
  readonly maxQueueDepth: number;
  readonly errors: readonly TaskFailure[];
  readonly counter?: SharedCount | undefined;
  readonly experiment?: ExperimentFigures | undefined;
  readonly usage?: RunUsage | undefined;
  readonly results?: readonly unknown[];
  readonly dropped: number;
}

/** @param rows how many rows of `columns` are in use */
export function summarize(facts: SummaryFacts, columns: TaskColumns, rows: number): Summary {
  const { scenario, tasks, wallNanos } = facts;
  const serialMs = totalMs(columns, rows, 'run');
  const dumpsMs = totalMs(columns, rows, 'dumpsArgs') + totalMs(columns, rows, 'dumpsResult');
  const loadsMs = totalMs(columns, rows, 'loadsArgs') + totalMs(columns, rows, 'loadsResult');
  const wallMs = wallNanos / 1e6;
  return {
    scenario: scenario.name,
    engine: scenario.engine,
    ok: facts.finished && tasks.completed === tasks.submitted,
    mainPid: facts.mainPid,
    pids: facts.pids,
    chunksize: facts.chunksize,
    tasks,
    wallMs,
    throughputPerSec: wallMs > 0 ? (tasks.completed / wallMs) * 1000 : 0,
    speedup: { serialMs, factor: wallMs > 0 ? serialMs / wallMs : 0, kind: 'derived' },
    queue: { maxDepth: facts.maxQueueDepth },
    pickling: {
      argsBytes: sum(columns.argsBytes, rows),
      resultBytes: sum(columns.resultBytes, rows),
      dumpsMs,
      loadsMs,
      shareOfBusy: serialMs + dumpsMs + loadsMs > 0 ? (dumpsMs + loadsMs) / (serialMs + dumpsMs + loadsMs) : 0,
    },
    phasesMs: Object.fromEntries(PHASES.map((phase) => [phase, stats(completedTimes(columns, rows, phase))])) as Record<
      Phase,
      PhaseStats
    >,
    errors: facts.errors,
    ...(facts.counter === undefined ? {} : { counter: facts.counter }),
    ...(facts.experiment === undefined ? {} : { experiment: facts.experiment }),
    ...(facts.usage === undefined ? {} : { usage: facts.usage }),
    ...(facts.results === undefined ? {} : { results: facts.results }),
    telemetry: { records: rows, dropped: facts.dropped },
  };
}

/** Sum of a phase over every row in which it came to its end. */
function totalMs(columns: TaskColumns, rows: number, phase: Phase): number {
  let total = 0;
  for (let row = 0; row < rows; row++) {
    const length = phaseNanos(columns, row, phase);
    if (!Number.isNaN(length)) total += length;
  }
  return total / 1e6;
}

/** Lengths in ns of one phase over the completed rows, ascending. */
function completedTimes(columns: TaskColumns, rows: number, phase: Phase): Float64Array {
  const times = new Float64Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.outcome[row] !== outcomeCode.completed) continue;
    const length = phaseNanos(columns, row, phase);
    if (!Number.isNaN(length)) times[count++] = length;
  }
  return times.subarray(0, count).sort();
}

function stats(sorted: Float64Array): PhaseStats {
  if (sorted.length === 0) return { mean: 0, p50: 0, p95: 0, max: 0 };
  return {
    mean: sum(sorted, sorted.length) / sorted.length / 1e6,
    p50: quantile(sorted, 0.5) / 1e6,
    p95: quantile(sorted, 0.95) / 1e6,
    max: quantile(sorted, 1) / 1e6,
  };
}

/** Definition 7 of Hyndman and Fan, The American Statistician 50(4), 1996. */
function quantile(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
}

function sum(column: ArrayLike<number>, rows: number): number {
  let total = 0;
  for (let row = 0; row < rows; row++) total += column[row] ?? 0;
  return total;
}
