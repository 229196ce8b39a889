import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoreClock } from '../../../../../src/renderer/derive/forecast/core-clock';

/** Slices of a run of 8192 ns are one ns long: moments in whole ns are exact. */
const RUN_NS = 8192;

function clock(
  cores: number,
  ...spans: readonly (readonly [begin: number, end: number, weight?: number])[]
): CoreClock {
  const made = new CoreClock(0, RUN_NS);
  for (const span of spans) made.add(...span);
  return made.seal(cores);
}

describe('the core clock', () => {
  it('goes as any other while there are enough cores', () => {
    const twoOnTwo = clock(2, [0, 4000], [1000, 5000]);
    for (const at of [0, 1, 1000, 4096, 8192]) expect(twoOnTwo.had(at)).toBe(at);
  });

  it('goes at half the pace while two share one core', () => {
    const shared = clock(1, [0, 4000], [1000, 3000]);
    expect(shared.had(1000)).toBe(1000);
    expect(shared.had(3000)).toBe(2000);
    expect(shared.had(4000)).toBe(3000);
  });

  it('counts what only half computes as half', () => {
    const shared = clock(1, [0, 2000, 0.5], [0, 2000, 0.5], [0, 2000, 0.5], [0, 2000, 0.5]);
    expect(shared.had(2000)).toBe(1000);
  });

  it('goes at its usual pace before and after the run', () => {
    const shared = clock(1, [0, RUN_NS], [0, RUN_NS]);
    expect(shared.had(0) - shared.had(-100)).toBe(100);
    expect(shared.had(RUN_NS + 50) - shared.had(RUN_NS)).toBe(50);
  });

  it('takes no notice of spans whose moments are not known', () => {
    expect(clock(1, [Number.NaN, 100], [100, Number.NaN], [0, 200]).had(200)).toBe(200);
  });

  it('gives all processes together no more than the cores have, and one no more than has passed', () => {
    const span = fc.tuple(fc.nat(RUN_NS), fc.nat(RUN_NS)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), fc.integer({ min: 1, max: 4 }), (spans, cores) => {
        const made = clock(cores, ...spans);
        const all = spans.reduce((sum, [begin, end]) => sum + made.had(end) - made.had(begin), 0);
        expect(all).toBeLessThanOrEqual(cores * RUN_NS * (1 + 1e-9));
        for (const [begin, end] of spans) {
          const had = made.had(end) - made.had(begin);
          expect(had).toBeLessThanOrEqual(end - begin + 1e-6);
          expect(had).toBeGreaterThanOrEqual(((end - begin) * cores) / Math.max(cores, spans.length) - 1e-6);
        }
      }),
    );
  });
});
