/**
 * The one authority over how many processes there are. Each is counted before it is started and never counted back, so
 * no more than `most` are ever started, and no more than that are alive, whatever the processes do.
 */

/** `processes`, `depth`: a limit was reached. `over`: nothing is started any more. */
export type Refusal = 'processes' | 'depth' | 'over';

export interface TreeLimits {
  readonly most: number;
  readonly deepest: number;
}

export class ProcessCap {
  private granted = 0;
  private closed = false;

  constructor(private readonly limits: TreeLimits) {}

  get started(): number {
    return this.granted;
  }

  /** Counts a process that is about to be started. @returns why it must not be started; null: it must be now */
  take(depth: number): Refusal | null {
    if (this.closed) return 'over';
    if (depth > this.limits.deepest) return 'depth';
    if (this.granted >= this.limits.most) return 'processes';
    this.granted++;
    return null;
  }

  /** Nothing is started from now on. */
  close(): void {
    this.closed = true;
  }
}
