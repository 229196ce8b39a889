/**
 * Watches a run and hits its workers when faults are due: one that has just begun a task, since an idle worker loses
 * nothing and one at the end of its task may be done before it is hit. Where nobody says so, one that is at a task.
 */
import type { WorkerRecord } from '../../shared/telemetry';
import type { Chunk, EndedChunk, SentChunk } from '../pool/chunk';
import { BrokenProcessPool, TaskTimeoutError, WorkerLostError } from '../pool/errors';
import type { TaskResult } from '../pool/job';
import type { PoolObserver } from '../pool/observer';
import type { Fault } from './fault-schedule';

/** Hits the worker. @returns whether it was there to be hit */
export type Hit = (fault: Fault, worker: WorkerRecord) => boolean;

/** A chunk that was sent longer ago has been begun. */
const BEGUN_AFTER_NS = 1e6;
/** Tasks a worker that may end before a fault no longer waits for one to begin: short tasks are not all announced. */
const PATIENCE_TASKS = 4;

/** A chunk in a worker's pipe. */
interface Piped {
  readonly chunk: number;
  readonly sent: number;
}

export class FaultInjector implements Partial<PoolObserver> {
  /** Faults that have hit a worker. */
  hits = 0;
  /** Tasks without a result because a worker died: not those that raise by themselves. */
  lostToDeaths = 0;
  private readonly workers = new Map<number, WorkerRecord>();
  private readonly hitWorkers = new Set<number>();
  /** Chunks in each worker's pipe, oldest first, by worker. */
  private readonly pipes = new Map<number, Piped[]>();
  private now = 0;
  private next = 0;
  /** Begun tasks that the next fault has let pass since it is due. */
  private passed = 0;
  private ended = 0;
  private depth = 0;

  /** @param faults in the order in which they are due */
  constructor(
    private readonly faults: readonly Fault[],
    private readonly hit: Hit,
  ) {}

  workerChanged(worker: WorkerRecord): void {
    this.workers.set(worker.index, worker);
    if (worker.exit !== null) this.pipes.delete(worker.index);
  }

  queueChanged(_at: number, depth: number): void {
    this.depth = depth;
  }

  chunkSent({ chunk, worker, sent }: SentChunk): void {
    const pipe = this.pipes.get(worker) ?? [];
    pipe.push({ chunk: chunk.id, sent });
    this.pipes.set(worker, pipe);
    this.now = sent;
  }

  chunkEnded({ worker, received }: EndedChunk): void {
    this.pipes.get(worker)?.shift();
    this.now = received;
  }

  /** A worker has begun a task. */
  chunkProgress(chunk: Chunk): void {
    for (const [worker, pipe] of this.pipes) {
      if (pipe.some((piped) => piped.chunk === chunk.id)) this.strike(worker);
    }
  }

  taskEnded(_task: number, result: TaskResult): void {
    this.ended++;
    if (!result.ok && isOfDeath(result.error)) this.lostToDeaths++;
    this.strike(null);
  }

  /** @param beginner the worker that has begun a task just now, or null */
  private strike(beginner: number | null): void {
    let begun = beginner;
    for (let fault = this.faults[this.next]; fault !== undefined; fault = this.faults[this.next]) {
      if (fault.afterTasks > this.ended) return;
      const target = this.targetOf(fault, begun);
      if (target === undefined) return;
      this.next++;
      this.passed = 0;
      begun = null;
      // Hitting changes the worker's record, which comes back here: it is a target no longer.
      this.hitWorkers.add(target.index);
      if (this.hit(fault, target)) this.hits++;
    }
  }

  private targetOf(fault: Fault, beginner: number | null): WorkerRecord | undefined {
    const standing = this.standing();
    const begun = standing.find(({ index }) => index === beginner);
    if (begun !== undefined) {
      const last = this.depth === 0 || this.passed >= Math.floor(fault.pick * standing.length);
      this.passed++;
      return last ? begun : undefined;
    }
    // Nothing waits to be begun, or it is begun unannounced.
    const impatient = this.depth === 0 || this.ended - fault.afterTasks >= PATIENCE_TASKS * standing.length;
    const atTask = impatient ? standing.filter(({ index }) => this.isAtTask(index)) : [];
    return atTask[Math.floor(fault.pick * atTask.length)];
  }

  private isAtTask(worker: number): boolean {
    const oldest = this.pipes.get(worker)?.[0]?.sent ?? Number.POSITIVE_INFINITY;
    return this.now - oldest >= BEGUN_AFTER_NS;
  }

  private standing(): WorkerRecord[] {
    const stands = ({ index, readyAt, exitingAt, exit }: WorkerRecord): boolean =>
      readyAt !== null && exitingAt === null && exit === null && !this.hitWorkers.has(index);
    return [...this.workers.values()].filter(stands).sort((a, b) => a.slot - b.slot);
  }
}

function isOfDeath(error: Error): boolean {
  return error instanceof WorkerLostError || error instanceof TaskTimeoutError || error instanceof BrokenProcessPool;
}
