/** Tasks that wait: jobs first come, first served, cut into chunks only when a worker is free; retries go first. */
import type { PendingChunk } from './chunk';
import type { Job } from './job';

interface WaitingJob {
  readonly job: Job;
  next: number;
}

export class TaskQueue {
  private readonly retries: PendingChunk[] = [];
  private readonly jobs: WaitingJob[] = [];
  /** Tasks waiting. */
  depth = 0;

  addJob(job: Job): void {
    if (job.call.args.length === 0) return;
    this.jobs.push({ job, next: 0 });
    this.depth += job.call.args.length;
  }

  addRetry(chunk: PendingChunk): void {
    this.retries.push(chunk);
    this.depth += chunk.end - chunk.start;
  }

  /** The next chunk to dispatch, or undefined when nothing waits. */
  take(): PendingChunk | undefined {
    const chunk = this.retries.shift() ?? this.cut();
    if (chunk !== undefined) this.depth -= chunk.end - chunk.start;
    return chunk;
  }

  private cut(): PendingChunk | undefined {
    const waiting = this.jobs[0];
    if (waiting === undefined) return undefined;
    const { job, next: start } = waiting;
    const end = Math.min(job.call.args.length, start + job.call.chunksize);
    waiting.next = end;
    if (end === job.call.args.length) this.jobs.shift();
    return { job, start, end, attempt: 1 };
  }
}
