/** An observer that is timed: how long the pool's process spends in each report, summed up. */
import type { PoolObserver } from '../../../src/main/pool/observer';

export interface Spent {
  /** ms since it was last set to 0. */
  ms: number;
}

/** Until `work` returns; what it leaves to later is not counted. */
export function timedCall<Value>(spent: Spent, work: () => Value): Value {
  const begin = performance.now();
  const value = work();
  spent.ms += performance.now() - begin;
  return value;
}

/** Wraps every function of `target` in a clock. The two readings of a clock count as time spent. */
export function timed<Target extends Partial<PoolObserver>>(target: Target, spent: Spent): Target {
  return new Proxy(target, {
    get(object, name) {
      const value: unknown = Reflect.get(object, name);
      if (typeof value !== 'function') return value;
      return (...report: unknown[]): unknown => timedCall(spent, () => Reflect.apply(value, object, report) as unknown);
    },
  });
}
