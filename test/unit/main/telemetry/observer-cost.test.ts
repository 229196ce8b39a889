import { describe, expect, it } from 'vitest';
import { ObserverCost } from '../../../../src/main/telemetry/observer-cost';

/** A clock that moves only when the work says so. */
function costWithClock() {
  let at = 0;
  const cost = new ObserverCost(() => at);
  const takes = (ns: number): void => {
    at += ns;
  };
  return { cost, takes };
}

describe('the cost of observing', () => {
  it('is the time of all that is timed, raised errors included', () => {
    const { cost, takes } = costWithClock();
    const made = cost.timed(() => {
      takes(30);
      return 'made';
    });
    expect(made).toBe('made');
    expect(() =>
      cost.timed(() => {
        takes(12);
        throw new Error('not made');
      }),
    ).toThrow('not made');
    expect(cost.spentNs).toBe(42);
  });

  it('takes one report in sixteen for all of them, and passes every one on', () => {
    const { cost, takes } = costWithClock();
    const depths: number[] = [];
    const observer = cost.observing({
      queueChanged(_at, depth) {
        depths.push(depth);
        takes(10);
      },
    });
    for (let depth = 0; depth < 160; depth++) observer.queueChanged?.(0, depth);
    expect(depths).toEqual(Array.from({ length: 160 }, (_, depth) => depth));
    expect(cost.spentNs).toBe(1600);
  });

  it('observes only what the observer wants to know', () => {
    const { cost } = costWithClock();
    expect(cost.observing({}).taskEnded).toBeUndefined();
  });
});
