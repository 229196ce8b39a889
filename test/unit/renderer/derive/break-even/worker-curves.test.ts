import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsFor, scenariosOf, settingOf } from '../../../../../src/renderer/derive/break-even/setting';
import {
  amdahl,
  fittedShare,
  seriesWorkers,
  workerCurves,
} from '../../../../../src/renderer/derive/break-even/worker-curves';
import { COSTS } from '../../../../fixtures/costs';

const CONTROLS = { workers: 2, tasks: 100, chunksize: null, countBoot: false, taskMs: 1, bytes: 65_536 };

describe('the serial share', () => {
  it('is found again in points that follow Amdahl’s law', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 2, max: 32 }), (thousandths, most) => {
        const share = thousandths / 1000;
        const points = Array.from({ length: most }, (_, at) => ({ workers: at + 1, speedup: amdahl(share, at + 1) }));
        expect(fittedShare(points)).toBeCloseTo(share, 3);
      }),
    );
  });

  it('is not known of one worker, and never leaves what a share can be', () => {
    expect(fittedShare([{ workers: 1, speedup: 0.9 }])).toBeNull();
    expect(fittedShare([{ workers: 2, speedup: 5 }])).toBe(0);
    expect(fittedShare([{ workers: 4, speedup: 0.1 }])).toBe(1);
  });
});

describe('the curves', () => {
  it('reach to twice the cores, and to four at least', () => {
    expect(seriesWorkers(1)).toEqual([1, 2, 3, 4]);
    expect(seriesWorkers(6)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 12]);
    expect(seriesWorkers(16).at(-1)).toBe(32);
  });

  it('lie below the ideal one', () => {
    const [ideal, ...others] = workerCurves(COSTS, CONTROLS, 2, 0.2);
    expect(others.map(({ id }) => id)).toEqual(['amdahl', 'model']);
    for (const { points } of others) {
      for (const [at, { speedup }] of points.entries()) {
        expect(speedup).toBeLessThanOrEqual((ideal?.points[at]?.speedup ?? 0) + 1e-9);
      }
    }
  });
});

describe('the runs of a place', () => {
  it('have items that take as long as was measured', () => {
    expect(itemsFor(0.48, COSTS)).toBe(200_000);
    expect(itemsFor(48, COSTS)).toBe(20_000_000);
    expect(itemsFor(0.003, COSTS)).toBe(1000);
    expect(itemsFor(0.1, COSTS)).toBeGreaterThan(20_000);
    expect(itemsFor(0.1, COSTS)).toBeLessThan(200_000);
    expect(itemsFor(1, null)).toBeGreaterThan(1000);
  });

  it('do the same tasks, one in a pool and one in a plain loop', () => {
    const { pool, loop } = scenariosOf(CONTROLS, COSTS);
    expect(pool.input).toEqual(loop.input);
    expect([pool.engine, loop.engine]).toEqual(['utility-process', 'serial']);
    expect(pool.payload).toMatchObject({ kind: 'bytes', bytes: 65_536 });
    expect(settingOf(CONTROLS)).toMatchObject({ chunksize: 13, resultBytes: 0 });
  });
});
