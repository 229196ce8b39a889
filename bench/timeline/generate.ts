/**
 * A made-up session of any size, the same for the same seed: one caller that dumps, sends and loads, workers that each
 * run one task after another and have the next one waiting. Fast, and with no more in memory than is not yet final.
 */
import { makeColumns, outcomeCode, type TaskColumns } from '../../src/shared/telemetry';
import { grown } from '../../src/shared/vector';

export interface SessionOptions {
  readonly tasks: number;
  readonly workers: number;
  /** Mean length of a run phase; it varies from a fifth of it to almost twice of it. */
  readonly meanNs: number;
  readonly seed: number;
}

/** Chunks that a worker has at once: the one that runs and the next. */
const IN_PIPE = 2;
const BOOT_NS = 120e6;
const FLIGHT_NS = 35e3;
/** A prime: failures fall on every worker. */
const FAIL_EVERY = 10_007;

export class GeneratedSession {
  readonly readyAt: readonly number[];
  readonly calledAt: number;
  /** What the caller is at. */
  clock: number;
  /** Rows `first` to `first + length - 1`: those not given away yet. */
  columns: TaskColumns = makeColumns(1024);
  first = 0;
  length = 0;
  /** By worker: rows that it has, in order. */
  private readonly pipes: number[][] = [];
  private readonly freeAt: Float64Array;
  private state: number;

  constructor(private readonly options: SessionOptions) {
    const { workers, seed } = options;
    this.state = seed >>> 0;
    this.readyAt = Array.from({ length: workers }, (_, worker) => BOOT_NS + worker * 7e6);
    this.calledAt = BOOT_NS + workers * 7e6;
    this.clock = this.calledAt;
    this.freeAt = new Float64Array(workers).fill(this.calledAt);
    for (let worker = 0; worker < workers; worker++) this.pipes.push([]);
    for (let round = 0; round < IN_PIPE; round++) {
      for (let worker = 0; worker < workers; worker++) this.dispatch(worker);
    }
  }

  /** Rows from here on may still change. */
  get finalUntil(): number {
    let oldest = this.first + this.length;
    for (const pipe of this.pipes) oldest = Math.min(oldest, pipe[0] ?? oldest);
    return oldest;
  }

  get isOver(): boolean {
    return this.finalUntil === this.options.tasks;
  }

  /** Goes on until `rows` more are final, or until the caller's clock has passed `until`, or to the end. */
  advance(rows: number, until = Number.POSITIVE_INFINITY): void {
    const wanted = Math.min(this.options.tasks, this.first + rows);
    while (this.clock < until && this.finalUntil < wanted) {
      const worker = this.nextBack();
      this.takeResult(worker);
      this.dispatch(worker);
    }
  }

  /** Forgets rows before `row`. */
  drop(row: number): void {
    const by = row - this.first;
    for (const column of Object.values(this.columns)) column.copyWithin(0, by, this.length);
    this.first = row;
    this.length -= by;
  }

  /** The worker whose result comes back first. */
  private nextBack(): number {
    const { resultReceived } = this.columns;
    let best = 0;
    let earliest = Number.POSITIVE_INFINITY;
    for (let worker = 0; worker < this.pipes.length; worker++) {
      const row = this.pipes[worker]?.[0];
      const at = row === undefined ? Number.POSITIVE_INFINITY : (resultReceived[row - this.first] ?? 0);
      if (at >= earliest) continue;
      earliest = at;
      best = worker;
    }
    return best;
  }

  private takeResult(worker: number): void {
    const row = this.pipes[worker]?.shift();
    if (row === undefined) return;
    const at = row - this.first;
    const { resultReceived, resultLoadsBegin, completed, delivered } = this.columns;
    this.clock = Math.max(this.clock, resultReceived[at] ?? 0) + 500;
    resultLoadsBegin[at] = this.clock;
    this.clock += 1500 + 1500 * this.random();
    completed[at] = this.clock;
    delivered[at] = this.clock;
  }

  private dispatch(worker: number): void {
    const row = this.first + this.length;
    if (row >= this.options.tasks) return;
    const at = this.addRow();
    const { columns } = this;
    columns.task[at] = row;
    columns.chunk[at] = row;
    columns.worker[at] = worker;
    columns.attempt[at] = 1;
    columns.argsBytes[at] = 40 + Math.floor(200 * this.random());
    columns.submitted[at] = this.calledAt;
    // The place may have been another row's.
    for (const name of ['resultLoadsBegin', 'completed', 'delivered'] as const) columns[name][at] = Number.NaN;
    columns.argsDumpsBegin[at] = this.clock;
    this.clock += 1200 + 2000 * this.random();
    columns.argsDumpsEnd[at] = this.clock;
    this.clock += 400;
    columns.argsSent[at] = this.clock;
    this.work(at, row, worker);
    this.pipes[worker]?.push(row);
  }

  /** What the worker will do with it. */
  private work(at: number, row: number, worker: number): void {
    const { columns } = this;
    const received = this.clock + FLIGHT_NS * (0.6 + 0.8 * this.random());
    columns.argsReceived[at] = received;
    let now = Math.max(received, this.freeAt[worker] ?? 0) + 1e3;
    columns.argsLoadsBegin[at] = now;
    now += 2e3 + this.options.meanNs * 0.02 * this.random();
    columns.runBegin[at] = now;
    now += this.options.meanNs * (0.2 + 1.6 * this.random());
    columns.runEnd[at] = now;
    now += 2e3 + this.options.meanNs * 0.03 * this.random();
    columns.resultDumpsEnd[at] = now;
    columns.resultBytes[at] = 64;
    now += 1e3;
    columns.resultSent[at] = now;
    columns.resultReceived[at] = now + FLIGHT_NS * (0.6 + 0.8 * this.random());
    columns.outcome[at] = row % FAIL_EVERY === FAIL_EVERY - 1 ? outcomeCode.failed : outcomeCode.completed;
    this.freeAt[worker] = now;
  }

  private addRow(): number {
    if (this.length === this.columns.task.length) {
      const wanted = this.length * 2;
      this.columns = Object.fromEntries(
        Object.entries(this.columns).map(([name, column]) => [name, grown(column, wanted)]),
      ) as unknown as TaskColumns;
    }
    return this.length++;
  }

  /** The mulberry32 generator: fast, and good enough for made-up tasks. */
  private random(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}
