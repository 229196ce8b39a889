/**
 * What recording costs the main process: every batch and every sample of processes is timed, and one report of the pool
 * in REPORTS_PER_TIMED, which stands for the others. Timing them all would cost more than they do.
 */
import type { PoolObserver } from '../pool/observer';

const REPORTS_PER_TIMED = 16;

export class ObserverCost {
  /** Time spent so far, in ns. */
  spentNs = 0;
  private reports = 0;

  constructor(private readonly now: () => number) {}

  /** Until `work` returns; what it leaves to later is not counted. */
  timed<Value>(work: () => Value): Value {
    return this.measure(work, 1);
  }

  /** The same observer, its reports timed. */
  observing(observer: Partial<PoolObserver>): Partial<PoolObserver> {
    return new Proxy(observer, {
      get: (target, name) => {
        const report: unknown = Reflect.get(target, name);
        if (typeof report !== 'function') return report;
        return (...facts: unknown[]): unknown => {
          const call = (): unknown => Reflect.apply(report, target, facts) as unknown;
          return this.reports++ % REPORTS_PER_TIMED === 0 ? this.measure(call, REPORTS_PER_TIMED) : call();
        };
      },
    });
  }

  private measure<Value>(work: () => Value, weight: number): Value {
    const begin = this.now();
    try {
      return work();
    } finally {
      this.spentNs += (this.now() - begin) * weight;
    }
  }
}
