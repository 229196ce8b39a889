/**
 * A finished run as the forecast needs it: what each task cost on a core of its own, what the boundary cost, and how the
 * pool was set up. Read in slices: a run may have a million tasks.
 */
import { outcomeCode, type TaskColumns, type WorkerRecord } from '../../../shared/telemetry';
import type { Facts } from '../../store/facts';
import type { BoundaryCosts } from './boundary-costs';
import { chunkFacts } from './chunk-facts';
import { CoreClock } from './core-clock';
import { coresHad } from './cores-had';
import { type CpuShare, cpuShare } from './cpu-share';
import { measureBoundary } from './measure-boundary';
import type { PoolConfig } from './simulate';
import { TaskCosts } from './task-costs';

export interface MeasuredRun {
  readonly work: TaskCosts;
  readonly boundary: BoundaryCosts;
  readonly config: PoolConfig;
  /** From the call until it returned, ns. */
  readonly wallNs: number;
  /** How long a worker took to boot, on average; no part of wall time. ns */
  readonly bootNs: number;
  /** Cores of the machine; the workers may have had fewer (`config.cores`). */
  readonly cores: number;
  /** What a busy worker had of what it could have had, had it been alone on the machine: 0 to 1. */
  readonly ofItsOwn: number;
  /** How much of a core tasks used while they ran. */
  readonly cpu: CpuShare;
  /** How many times as long as on a core of its own the mean task took, because workers took turns. */
  readonly stretch: number;
}

/** Rows that are read before others get their turn. */
const SLICE = 4096;
/** Chunks that the costs of the boundary are taken from. */
const MOST_MEASURED = 4096;

/** @param facts of a run that has ended @param cores of this machine */
export function* measureRun(facts: Facts, cores: number): Generator<void, MeasuredRun> {
  const { started, calledAt, ended, data } = facts;
  if (started === null || calledAt === null || ended === null) throw new Error('The run has not ended');
  const { columns, length } = data.table;
  const { scenario } = started;
  if (scenario === null) throw new Error('The run has no scenario');
  const cpu = cpuShare(facts, cores);
  const clock = new CoreClock(calledAt, ended.at);
  const had = cpu.source === 'workload' && cpu.share > 0 ? coresHad(facts, cores) : { cores, ofItsOwn: 1 };
  // Where each worker and the caller have a core, nobody takes turns.
  if (scenario.pool.processes + 1 > cores) {
    const demand = new Demand(clock, cpu.share);
    yield* inSlices(length, (row) => demand.add(columns, row));
  }
  clock.seal(had.cores);
  const work = new TaskCosts(started.tasks);
  const last = new LastMoments();
  const turns = { tookNs: 0, neededNs: 0 };
  yield* inSlices(length, (row) => {
    last.add(columns, row);
    if (columns.outcome[row] !== outcomeCode.completed) return;
    work.add(columns.task[row] ?? 0, costsOf(clock, columns, row, cpu.share, turns));
  });
  work.seal();
  yield;
  const { method, lookAhead } = scenario.call;
  const { processes, maxTasksPerChild, onWorkerLost, prefetch } = scenario.pool;
  const bootNs = meanOf(data.workers, ({ readyAt, spawnedAt }) => (readyAt === null ? null : readyAt - spawnedAt));
  const wallNs = ended.summary.wallMs * 1e6;
  const boundary = measureBoundary(
    chunkFacts(columns, length, MOST_MEASURED, (ns) => clock.had(ns)),
    {
      callNs: Math.max(0, (columns.argsDumpsBegin[0] ?? calledAt) - calledAt) || 0,
      returnNs: Math.max(0, calledAt + wallNs - last.completed) || 0,
      submitNs: method === 'apply-async' ? submitNs(columns, length) : 0,
      replaceNs: bootNs + exitNs(data.workers, last.sentBy),
    },
  );
  const single = method === 'apply' || method === 'apply-async';
  return {
    work,
    boundary,
    config: {
      method,
      processes,
      chunksize: single ? 1 : Math.min(started.tasks, started.chunksize),
      cores: had.cores,
      lookAhead: method === 'imap' || method === 'imap-unordered' ? lookAhead : null,
      prefetch: prefetch ?? (onWorkerLost === 'retry' ? null : 1),
      maxTasksPerChild,
    },
    wallNs,
    bootNs,
    cores,
    ofItsOwn: had.ofItsOwn,
    cpu,
    stretch: turns.neededNs > 0 ? turns.tookNs / turns.neededNs : 1,
  };
}

function* inSlices(rows: number, each: (row: number) => void): Generator<void, void> {
  for (let row = 0; row < rows; row++) {
    each(row);
    if (row % SLICE === SLICE - 1) yield;
  }
}

/** What tasks wanted of the cores: pickling and what lies between tasks all of one, the run as much as it computes. */
class Demand {
  private readonly endOf: number[] = [];

  constructor(
    private readonly clock: CoreClock,
    private readonly share: number,
  ) {}

  add(columns: TaskColumns, row: number): void {
    const { clock, share } = this;
    const worker = columns.worker[row] ?? 0;
    const begun = Math.max(at(columns.argsReceived, row), this.endOf[worker] ?? 0);
    const end = at(columns.resultDumpsEnd, row);
    clock.add(at(columns.argsDumpsBegin, row), at(columns.argsDumpsEnd, row));
    clock.add(begun, at(columns.runBegin, row));
    if (share > 0) clock.add(at(columns.runBegin, row), at(columns.runEnd, row), share);
    clock.add(at(columns.runEnd, row), end);
    clock.add(at(columns.resultLoadsBegin, row), at(columns.completed, row));
    if (end > 0) this.endOf[worker] = end;
  }
}

function costsOf(
  clock: CoreClock,
  columns: TaskColumns,
  row: number,
  share: number,
  turns: { tookNs: number; neededNs: number },
) {
  const needed = (from: Float64Array, to: Float64Array): number => clock.had(at(to, row)) - clock.had(at(from, row));
  const { runBegin, runEnd } = columns;
  const runNs = at(runEnd, row) - at(runBegin, row);
  const computeNs = share * needed(runBegin, runEnd);
  turns.tookNs += share * runNs;
  turns.neededNs += computeNs;
  return {
    dumpsArgs: needed(columns.argsDumpsBegin, columns.argsDumpsEnd),
    compute: needed(columns.argsLoadsBegin, runBegin) + computeNs + needed(runEnd, columns.resultDumpsEnd),
    wait: (1 - share) * runNs,
    loadsResult: needed(columns.resultLoadsBegin, columns.completed),
    argsBytes: columns.argsBytes[row] ?? 0,
    resultBytes: columns.resultBytes[row] ?? 0,
  };
}

/** The last thing that happened: to the caller, and to each worker. */
class LastMoments {
  completed = Number.NEGATIVE_INFINITY;
  readonly sentBy: number[] = [];

  add(columns: TaskColumns, row: number): void {
    const completed = at(columns.completed, row);
    if (completed > this.completed) this.completed = completed;
    const worker = columns.worker[row] ?? 0;
    const sent = at(columns.resultSent, row);
    if (sent > (this.sentBy[worker] ?? Number.NEGATIVE_INFINITY)) this.sentBy[worker] = sent;
  }
}

/** The caller's work for one call, without what it dispatched meanwhile. */
function submitNs(columns: TaskColumns, rows: number): number {
  if (rows < 2) return 0;
  const last = at(columns.submitted, rows - 1);
  let otherNs = 0;
  for (let row = 0; row < rows && at(columns.argsDumpsBegin, row) < last; row++) {
    otherNs += at(columns.argsSent, row) - at(columns.argsDumpsBegin, row);
  }
  return Math.max(0, last - at(columns.submitted, 0) - otherNs) / (rows - 1) || 0;
}

/** How long a worker takes to exit once it has sent its last result. */
function exitNs(workers: readonly (WorkerRecord | undefined)[], sentBy: readonly number[]): number {
  const found = meanOf(workers, ({ index, exit }) => {
    const sent = sentBy[index];
    return exit === null || sent === undefined ? null : exit.at - sent;
  });
  return Math.max(0, found);
}

/** 0 where nothing is known of any. */
function meanOf(workers: readonly (WorkerRecord | undefined)[], of: (worker: WorkerRecord) => number | null): number {
  let sum = 0;
  let count = 0;
  for (const worker of workers) {
    const ns = worker === undefined ? null : of(worker);
    if (ns === null) continue;
    sum += ns;
    count++;
  }
  return count === 0 ? 0 : sum / count;
}

function at(column: Float64Array, row: number): number {
  return column[row] ?? Number.NaN;
}
