import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTasks, mostDifferent } from '../../../../src/renderer/derive/compare-tasks';
import { phaseNanos } from '../../../../src/shared/phases';
import { makeFacts } from '../../../fixtures/make-run';

const { columns, length } = makeFacts({ tasks: 60, workers: 3, chunksize: 4, failEvery: 9, crash: 0 }).data.table;
const rows = fc.uniqueArray(fc.nat(length - 1), { minLength: 1, maxLength: 20 });

describe('comparing tasks', () => {
  it('gives count, mean, least and greatest of each phase, as going through them does', () => {
    fc.assert(
      fc.property(rows, (chosen) => {
        for (const { phase, count, mean, min, max } of compareTasks(columns, chosen)) {
          const lengths = chosen.map((row) => phaseNanos(columns, row, phase)).filter((ns) => !Number.isNaN(ns));
          expect(count).toBe(lengths.length);
          if (count === 0) {
            expect([mean, min, max]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
            continue;
          }
          expect(mean).toBeCloseTo(lengths.reduce((sum, ns) => sum + ns, 0) / count, 3);
          expect([min, max]).toEqual([Math.min(...lengths), Math.max(...lengths)]);
        }
      }),
    );
  });

  it('names the phases that differ most first, and none that hardly do', () => {
    const of = (phase: 'run' | 'queueWait' | 'loadsArgs', min: number, max: number, count = 2) => ({
      phase,
      count,
      mean: 0,
      min,
      max,
    });
    const phases = [of('queueWait', 0, 300), of('loadsArgs', 5, 10), of('run', 100, 1000)];
    expect(mostDifferent(phases, 3).map(({ phase }) => phase)).toEqual(['run', 'queueWait']);
    expect(mostDifferent(phases, 1).map(({ phase }) => phase)).toEqual(['run']);
    expect(mostDifferent([of('run', 5, 5), of('queueWait', Number.NaN, Number.NaN, 0)], 3)).toEqual([]);
  });
});
