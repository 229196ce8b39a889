/**
 * Watches a run and hits its workers when faults are due: one that is at a task, if there is one, since an idle worker
 * loses nothing. A fault that finds nobody ready waits for the next who is.
 */
import type { WorkerRecord } from '../../shared/telemetry';
import type { EndedChunk, SentChunk } from '../pool/chunk';
import { BrokenProcessPool, TaskTimeoutError, WorkerLostError } from '../pool/errors';
import type { TaskResult } from '../pool/job';
import type { PoolObserver } from '../pool/observer';
import type { Fault } from './fault-schedule';

/** Hits the worker. @returns whether it was there to be hit */
export type Hit = (fault: Fault, worker: WorkerRecord) => boolean;

/** A chunk that was sent longer ago has been begun. */
const BEGUN_AFTER_NS = 1e6;

export class FaultInjector implements Partial<PoolObserver> {
  /** Faults that have hit a worker. */
  hits = 0;
  /** Tasks without a result because a worker died: not those that raise by themselves. */
  lostToDeaths = 0;
  private readonly workers = new Map<number, WorkerRecord>();
  private readonly hitWorkers = new Set<number>();
  /** When each chunk in a worker's pipe was sent, oldest first, by worker. */
  private readonly sentAt = new Map<number, number[]>();
  private now = 0;
  private next = 0;
  private ended = 0;
  private begun = false;

  /** @param faults in the order in which they are due */
  constructor(
    private readonly faults: readonly Fault[],
    private readonly hit: Hit,
  ) {}

  workerChanged(worker: WorkerRecord): void {
    this.workers.set(worker.index, worker);
    this.strike();
  }

  chunkSent({ worker, sent }: SentChunk): void {
    const pipe = this.sentAt.get(worker) ?? [];
    pipe.push(sent);
    this.sentAt.set(worker, pipe);
    this.now = sent;
  }

  chunkEnded({ worker, received }: EndedChunk): void {
    this.sentAt.get(worker)?.shift();
    this.now = received;
  }

  /** A task runs: from now on a dead worker has something to lose. */
  chunkProgress(): void {
    this.begun = true;
    this.strike();
  }

  taskEnded(_task: number, result: TaskResult): void {
    this.begun = true;
    this.ended++;
    if (!result.ok && isOfDeath(result.error)) this.lostToDeaths++;
    this.strike();
  }

  private strike(): void {
    for (let fault = this.faults[this.next]; fault !== undefined; fault = this.faults[this.next]) {
      if (!this.begun || fault.afterTasks > this.ended) return;
      const standing = this.standing();
      const atTask = standing.filter(({ index }) => this.isAtTask(index));
      const targets = atTask.length > 0 ? atTask : standing;
      const target = targets[Math.floor(fault.pick * targets.length)];
      if (target === undefined) return;
      this.next++;
      // Hitting changes the worker's record, which comes back here: it is a target no longer.
      this.hitWorkers.add(target.index);
      if (this.hit(fault, target)) this.hits++;
    }
  }

  private isAtTask(worker: number): boolean {
    const [oldest = Number.POSITIVE_INFINITY] = this.sentAt.get(worker) ?? [];
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
