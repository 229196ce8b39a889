/**
 * Cores that processes share, with a clock: a job that computes gets a core of its own, or, where more compute than
 * there are cores, an equal part (processor sharing). What only waits takes no core.
 */
import { EventHeap } from './event-heap';

export class Cores {
  /** ns since the call. */
  now = 0;
  /** Core time that each job under way has had since the call, had it been there from the start. */
  private virtual = 0;
  /** Jobs by the virtual time at which they have had what they need. */
  private readonly jobs = new EventHeap();
  private readonly timers = new EventHeap();

  /**
   * @param computed called with a job that has had its core time
   * @param due called with a timer that has run out
   */
  constructor(
    private readonly cores: number,
    private readonly computed: (job: number) => void,
    private readonly due: (timer: number) => void,
  ) {}

  compute(job: number, needNs: number): void {
    this.jobs.push(this.virtual + needNs, job);
  }

  after(delayNs: number, timer: number): void {
    this.timers.push(this.now + delayNs, timer);
  }

  /** Goes on to the next event. @returns false when there is none */
  step(): boolean {
    const rate = Math.min(1, this.cores / this.jobs.size);
    const jobAt = this.now + (this.jobs.firstKey - this.virtual) / rate;
    const timerAt = this.timers.firstKey;
    if (jobAt <= timerAt && this.jobs.size > 0) {
      this.now = jobAt;
      this.virtual = this.jobs.firstKey;
      this.computed(this.jobs.pop());
      return true;
    }
    if (this.timers.size === 0) return false;
    this.virtual += (timerAt - this.now) * rate;
    this.now = timerAt;
    this.due(this.timers.pop());
    return true;
  }
}
