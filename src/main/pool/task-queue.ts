/** Tasks that wait: jobs first come, first served, cut into chunks only when a worker is free; retries go first. */
import type { PendingChunk } from './chunk';
import type { Job } from './job';

/** The numbers of tasks, and when they were submitted. */
export interface Admission {
  readonly firstTask: number;
  /** ns since the clock base. */
  readonly submitted: number;
}

interface WaitingJob {
  readonly job: Job;
  /** For a list: all its tasks have numbers from the start. */
  readonly admission: Admission | null;
  next: number;
}

export class TaskQueue {
  private readonly retries: PendingChunk[] = [];
  private jobs: WaitingJob[] = [];
  /** Tasks known to wait; what a lazy input may still bring is not counted. */
  depth = 0;

  /** @param admit gives numbers to `count` tasks that are drawn from a lazy input */
  constructor(private readonly admit: (count: number) => Admission) {}

  /** Whether inputs are not yet drawn to their end. */
  get hasInput(): boolean {
    return this.jobs.length > 0;
  }

  addJob(job: Job, admission: Admission | null): void {
    this.jobs.push({ job, admission, next: 0 });
    this.depth += job.call.source.waiting;
  }

  addRetry(chunk: PendingChunk): void {
    this.retries.push(chunk);
    this.depth += chunk.args.length;
  }

  /** The next chunk to dispatch, or undefined when nothing can be dispatched now. */
  take(): PendingChunk | undefined {
    const retry = this.retries.shift();
    if (retry === undefined) return this.draw();
    this.depth -= retry.args.length;
    return retry;
  }

  /** Takes everything out: the chunks that wait, and what is left of each list; lets every input go. */
  clear(reason: Error): PendingChunk[] {
    const chunks = this.retries.splice(0);
    for (const { args } of chunks) this.depth -= args.length;
    for (const waiting of this.jobs.splice(0)) {
      const { job, admission } = waiting;
      const rest = admission === null ? null : this.cut(waiting, job.call.source.waiting);
      if (rest !== null) chunks.push(rest);
      job.call.source.cancel();
      job.inputEnded(waiting.next, admission === null ? reason : null);
    }
    return chunks;
  }

  /** The caller has let go of a job: the rest of its input is not drawn. @returns what was left of a list */
  drop(job: Job): PendingChunk | null {
    const waiting = this.jobs.find((candidate) => candidate.job === job);
    if (waiting === undefined) return null;
    this.jobs = this.jobs.filter((candidate) => candidate !== waiting);
    const rest = waiting.admission === null ? null : this.cut(waiting, job.call.source.waiting);
    job.call.source.cancel();
    job.inputEnded(waiting.next, null);
    return rest;
  }

  private draw(): PendingChunk | undefined {
    for (let index = 0; index < this.jobs.length; ) {
      const waiting = this.jobs[index] as WaitingJob;
      const chunk = waiting.job.full ? null : this.cut(waiting, waiting.job.call.chunksize);
      if (chunk !== null) {
        // A list whose end is known is not asked again: nothing is to stay behind of it.
        if (waiting.admission !== null && waiting.job.call.source.waiting === 0) this.end(index, waiting, null);
        return chunk;
      }
      if (this.jobs[index] === waiting) index++;
    }
    return undefined;
  }

  /** The next `most` tasks of a job; null when they are not to be had now or the input has ended. */
  private cut(waiting: WaitingJob, most: number): PendingChunk | null {
    const { job, admission } = waiting;
    const draw = job.call.source.draw(most);
    if (draw.type === 'later') return null;
    if (draw.type === 'end') {
      this.end(this.jobs.indexOf(waiting), waiting, draw.error);
      return null;
    }
    const { args } = draw;
    if (admission !== null) this.depth -= args.length;
    const start = waiting.next;
    waiting.next += args.length;
    job.drawn(args.length);
    const { firstTask, submitted } = admission ?? this.admit(args.length);
    return {
      job,
      start,
      firstTask: admission === null ? firstTask : firstTask + start,
      args,
      submitted,
      attempt: 1,
      deaths: 0,
      returns: 0,
    };
  }

  private end(index: number, { job, next }: WaitingJob, error: Error | null): void {
    // The first one goes thousands of times in a row where every call has one task; shifting is cheap, splicing is not.
    if (index === 0) this.jobs.shift();
    else if (index > 0) this.jobs.splice(index, 1);
    job.inputEnded(next, error);
  }
}
