import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noiseOf, spreadOf } from '../../../../../src/renderer/derive/compare/spread';
import { judgeMedians, judgeRuns } from '../../../../../src/renderer/derive/compare/verdict';
import { seededRandom } from '../../../../../src/shared/random';

type Draw = () => number;

/** Box and Muller, 1958. */
function normal(random: Draw): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** What times of runs look like: symmetric, with a long tail, and now and then far off. */
const SHAPES: Readonly<Record<string, (random: Draw) => number>> = {
  normal: (random) => 100 + 5 * normal(random),
  skewed: (random) => 100 * Math.exp(0.1 * normal(random)),
  disturbed: (random) => 100 + 5 * normal(random) + (random() < 0.1 ? 40 * random() : 0),
};

const many = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

/** How often two samples of one and the same distribution are told apart. */
function falseAlarms(
  shape: string,
  runs: number,
  judge: (a: number[], b: number[], draw: () => number) => string,
): number {
  const random = seededRandom(7);
  const draw = (): number => SHAPES[shape]?.(random) ?? 0;
  const trials = 2000;
  let alarms = 0;
  for (let trial = 0; trial < trials; trial++) {
    if (judge(many(runs, draw), many(runs, draw), draw) === 'real') alarms++;
  }
  return alarms / trials;
}

describe('the rule of noise', () => {
  for (const shape of Object.keys(SHAPES)) {
    it(`takes medians of 5 ${shape} runs for different when they are not in at most 8 of 100 cases, of 10 in 1`, () => {
      const rate = (runs: number) => falseAlarms(shape, runs, (a, b) => judgeMedians(a, b).kind);
      expect(rate(5)).toBeLessThan(0.08);
      expect(rate(10)).toBeLessThan(0.01);
    });

    it(`takes two single ${shape} runs for different when they are not in at most 12 of 100 cases`, () => {
      const rate = (runs: number) => falseAlarms(shape, runs, (a, _, draw) => judgeRuns(draw(), draw(), [a]).kind);
      expect(rate(5)).toBeLessThan(0.12);
      expect(rate(10)).toBeLessThan(0.1);
    });

    it(`finds a difference of 40 % of the ${shape} median in 10 runs`, () => {
      const random = seededRandom(3);
      const draw = (): number => SHAPES[shape]?.(random) ?? 0;
      let found = 0;
      for (let trial = 0; trial < 200; trial++) {
        const slower = many(10, () => draw() + 40);
        if (judgeMedians(slower, many(10, draw)).kind === 'real') found++;
      }
      expect(found).toBeGreaterThan(190);
    });
  }

  it('says nothing of fewer than 5 runs, and of none', () => {
    expect(judgeMedians([1, 2, 3, 4], [7, 8, 9, 10, 11]).kind).toBe('few');
    expect(judgeMedians([], [7, 8, 9, 10, 11]).kind).toBe('unknown');
    expect(judgeRuns(1, 9, [[1, 2, 3]]).kind).toBe('few');
    expect(judgeRuns(1, 9, [[]]).kind).toBe('unknown');
    expect(judgeRuns(1, 9, []).kind).toBe('unknown');
  });

  it('finds no difference between a run and itself, repeated or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true }), { maxLength: 12 }),
        fc.double({ noNaN: true }),
        (series, value) => {
          expect(judgeRuns(value, value, [series]).kind).toBe('same');
          expect(['same', 'few', 'unknown']).toContain(judgeMedians(series, series).kind);
        },
      ),
    );
  });

  it('takes any difference of what never varies as real, and none beyond the range of what seldom does', () => {
    expect(judgeMedians([8, 8, 8, 8, 8], [9, 9, 9, 9, 9])).toEqual({ kind: 'real', limit: 0 });
    expect(judgeMedians([0, 0, 0, 0, 3], [1, 1, 1, 1, 1]).kind).toBe('noise');
  });

  it('does not depend on the unit, nor on which run is called A', () => {
    const values = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 5, maxLength: 9 });
    fc.assert(
      fc.property(values, values, (a, b) => {
        const scaled = (series: number[]): number[] => series.map((value) => value * 1024);
        expect(judgeMedians(scaled(a), scaled(b)).kind).toBe(judgeMedians(a, b).kind);
        expect(judgeMedians(b, a)).toEqual(judgeMedians(a, b));
      }),
    );
  });
});

describe('the spread of runs', () => {
  it('has the quartiles that d3 and numpy have, and passes over what is not known', () => {
    expect(spreadOf([4, Number.NaN, 1, 3, 2])).toEqual({ count: 4, median: 2.5, q1: 1.75, q3: 3.25, min: 1, max: 4 });
    expect(spreadOf([Number.NaN])).toBeNull();
  });

  it('is not moved by one run that was disturbed', () => {
    const calm = [100, 101, 99, 100.5, 99.5, 100.2, 99.8];
    expect(noiseOf([[...calm.slice(1), 900]])).toBeLessThan(2 * noiseOf([calm]));
  });
});
