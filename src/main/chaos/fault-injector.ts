/** Watches a run and hits its workers when faults are due. A fault that finds nobody ready waits for the next who is. */
import type { WorkerRecord } from '../../shared/telemetry';
import { BrokenProcessPool, TaskTimeoutError, WorkerLostError } from '../pool/errors';
import type { TaskResult } from '../pool/job';
import type { PoolObserver } from '../pool/observer';
import type { Fault } from './fault-schedule';

/** Hits the worker. @returns whether it was there to be hit */
export type Hit = (fault: Fault, worker: WorkerRecord) => boolean;

export class FaultInjector implements Partial<PoolObserver> {
  /** Faults that have hit a worker. */
  hits = 0;
  /** Tasks without a result because a worker died: not those that raise by themselves. */
  lostToDeaths = 0;
  private readonly workers = new Map<number, WorkerRecord>();
  private readonly hitWorkers = new Set<number>();
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
      const targets = this.targets();
      const target = targets[Math.floor(fault.pick * targets.length)];
      if (target === undefined) return;
      this.next++;
      // Hitting changes the worker's record, which comes back here: it is a target no longer.
      this.hitWorkers.add(target.index);
      if (this.hit(fault, target)) this.hits++;
    }
  }

  private targets(): WorkerRecord[] {
    const standing = ({ index, readyAt, exitingAt, exit }: WorkerRecord): boolean =>
      readyAt !== null && exitingAt === null && exit === null && !this.hitWorkers.has(index);
    return [...this.workers.values()].filter(standing).sort((a, b) => a.slot - b.slot);
  }
}

function isOfDeath(error: Error): boolean {
  return error instanceof WorkerLostError || error instanceof TaskTimeoutError || error instanceof BrokenProcessPool;
}
