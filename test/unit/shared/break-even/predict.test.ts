import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleMs } from '../../../../src/shared/break-even/caller-queue';
import { interpolate } from '../../../../src/shared/break-even/interpolate';
import { bootOf, predict, roundsOf, type Setting } from '../../../../src/shared/break-even/predict';
import { seededRandom } from '../../../../src/shared/random';
import { COSTS } from '../../../fixtures/costs';

const SETTING: Setting = {
  taskMs: 5,
  bytes: 0,
  resultBytes: 0,
  workers: 2,
  tasks: 100,
  chunksize: 1,
  countBoot: false,
};

/**
 * Chunk by chunk, slow and obvious: each worker works on its own, then stands in line at the caller, who serves one at a
 * time in the order in which they came.
 * @returns mean time from one chunk of a worker to its next
 */
function simulatedCycle(workers: number, chunks: number, away: () => number, caller: () => number): number {
  const backAt = Array.from({ length: workers }, away);
  let freeAt = 0;
  for (let chunk = 0; chunk < chunks; chunk++) {
    const next = backAt.indexOf(Math.min(...backAt));
    freeAt = Math.max(freeAt, backAt[next] ?? 0) + caller();
    backAt[next] = freeAt + away();
  }
  return (freeAt * workers) / chunks;
}

const parts = {
  workers: fc.integer({ min: 1, max: 12 }),
  awayMs: fc.double({ min: 0.01, max: 100, noNaN: true }),
  callerMs: fc.double({ min: 0.01, max: 20, noNaN: true }),
};

describe('the time from one chunk of a worker to its next', () => {
  it('is that of a simulation whose times vary as those of a busy machine do', () => {
    fc.assert(
      fc.property(fc.record(parts), fc.integer(), ({ workers, awayMs, callerMs }, seed) => {
        const random = seededRandom(seed);
        const exponential = (mean: number) => () => -mean * Math.log(1 - random());
        const simulated = simulatedCycle(workers, 40_000, exponential(awayMs), exponential(callerMs));
        expect(Math.abs(cycleMs(workers, awayMs, callerMs) / simulated - 1)).toBeLessThan(0.06);
      }),
      { numRuns: 30 },
    );
  });

  it('is no shorter than where all times are the same, and less than that and a wait for each other worker', () => {
    fc.assert(
      fc.property(fc.record(parts), ({ workers, awayMs, callerMs }) => {
        const even = Math.max(awayMs + callerMs, workers * callerMs);
        const cycle = cycleMs(workers, awayMs, callerMs);
        expect(cycle).toBeGreaterThanOrEqual(even * (1 - 1e-9));
        expect(cycle).toBeLessThanOrEqual(awayMs + workers * callerMs + 1e-9);
      }),
    );
  });
});

describe('the rounds of the worker with the most chunks', () => {
  it('are those of chunks that are dealt out one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (tasks, chunksize, workers) => {
          const loads = new Array<number>(workers).fill(0);
          for (let left = tasks; left > 0; left -= chunksize) {
            const least = loads.indexOf(Math.min(...loads));
            loads[least] = (loads[least] ?? 0) + Math.min(left, chunksize) / chunksize;
          }
          expect(roundsOf(tasks, chunksize, workers)).toBeCloseTo(Math.max(...loads), 9);
        },
      ),
    );
  });
});

const settings = fc.record({
  taskMs: fc.double({ min: 0.001, max: 500, noNaN: true }),
  bytes: fc.integer({ min: 0, max: 2 ** 25 }),
  resultBytes: fc.integer({ min: 0, max: 2 ** 25 }),
  workers: fc.integer({ min: 1, max: 16 }),
  tasks: fc.integer({ min: 1, max: 10_000 }),
  chunksize: fc.integer({ min: 1, max: 500 }),
  countBoot: fc.boolean(),
});

describe('the predicted speed-up', () => {
  it('is finite, and no greater than the number of workers', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        const { speedup, loopMs, poolMs, callerShare } = predict(COSTS, setting);
        expect(loopMs).toBeGreaterThan(0);
        expect(poolMs).toBeGreaterThan(0);
        expect(speedup).toBeGreaterThan(0);
        expect(speedup).toBeLessThanOrEqual(setting.workers + 1e-9);
        expect(callerShare).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('falls with bytes and with the boot', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 2 ** 24 }), (setting, more) => {
        const { speedup } = predict(COSTS, setting);
        const heavier = predict(COSTS, { ...setting, bytes: setting.bytes + more });
        // Who waits for bytes takes less of a core from the others: a little of it comes back.
        expect(heavier.speedup).toBeLessThanOrEqual(speedup * 1.05);
        const without = predict(COSTS, { ...setting, countBoot: false });
        expect(predict(COSTS, { ...setting, countBoot: true }).poolMs).toBeCloseTo(
          without.poolMs + bootOf(COSTS, setting.workers),
          6,
        );
      }),
    );
  });

  it('is below one for tasks that do next to nothing, and near the number of cores for long ones', () => {
    expect(predict(COSTS, { ...SETTING, taskMs: 0.001, tasks: 10_000 }).speedup).toBeLessThan(0.5);
    expect(predict(COSTS, { ...SETTING, taskMs: 50 }).speedup).toBeGreaterThan(1.8);
    // More workers than cores take turns.
    expect(predict(COSTS, { ...SETTING, taskMs: 50, workers: 4 }).speedup).toBeLessThan(2);
  });

  it('is the better for chunks where tasks are short', () => {
    const short = { ...SETTING, taskMs: 0.01, tasks: 10_000 };
    const [one, many] = [1, 100].map((chunksize) => predict(COSTS, { ...short, chunksize }).speedup);
    expect(many).toBeGreaterThan(one ?? Number.NaN);
  });

  it('suffers from chunks that leave workers without any', () => {
    const [one, many] = [1, 100].map((chunksize) => predict(COSTS, { ...SETTING, chunksize }).speedup);
    expect(one).toBeGreaterThan(1.6);
    expect(many).toBeLessThan(1);
  });
});

describe('between measured points', () => {
  const at = (x: number, points = [[1, 2] as const, [3, 6] as const, [4, 5] as const]) =>
    interpolate(
      points,
      ([where]) => where,
      ([, value]) => value,
      x,
    );

  it('runs a straight line, on beyond the last at its slope, and never below zero', () => {
    expect([0, 1, 2, 3, 3.5, 5, 50].map((x) => at(x))).toEqual([2, 2, 4, 6, 5.5, 4, 0]);
    expect(at(7, [[1, 2]])).toBe(2);
  });
});
