import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOf, type Forecast, forecastOf } from '../../../../../src/renderer/derive/forecast/forecast';
import { whyNoForecast } from '../../../../../src/renderer/derive/forecast/trust';
import { type Facts, noFacts } from '../../../../../src/renderer/store/facts';
import type { MethodName, Scenario } from '../../../../../src/shared/scenario';
import { type MakeRunOptions, makeFacts } from '../../../../fixtures/make-run';
import { drive } from './drive';

const MANY_CORES = 64;

function forecast(options: MakeRunOptions, cores = MANY_CORES): Forecast {
  return drive(forecastOf(makeFacts(options), cores));
}

function changed(facts: Facts, change: (scenario: Scenario) => Scenario): Facts {
  if (facts.started === null || facts.started.scenario === null) throw new Error('A made-up run has started');
  return { ...facts, started: { ...facts.started, scenario: change(facts.started.scenario) } };
}

const withMethod = (facts: Facts, method: MethodName): Facts =>
  changed(facts, (scenario) => ({ ...scenario, call: { ...scenario.call, method } }));

describe('the replay of a run itself', () => {
  const runs = fc.record({
    tasks: fc.integer({ min: 2, max: 120 }),
    workers: fc.integer({ min: 1, max: 8 }),
    chunksize: fc.integer({ min: 1, max: 10 }),
    seed: fc.nat(1000),
  });

  it('comes to what was measured, where every process had a core', () => {
    fc.assert(
      fc.property(runs, (options) => {
        const { replayNs, wallNs } = forecast(options);
        expect(Math.abs(replayNs / wallNs - 1)).toBeLessThan(0.02);
      }),
    );
  });

  it('comes to what was measured where workers took turns, too: runs are shortened, and take their turns again', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 1, max: 4 }), (options, cores) => {
        const { replayNs, wallNs } = forecast({ ...options, chunksize: 1, tasks: options.tasks + 40 }, cores);
        expect(Math.abs(replayNs / wallNs - 1)).toBeLessThan(0.1);
      }),
    );
  });
});

describe('a forecast', () => {
  it('halves what four workers took on two cores when it gives them four', () => {
    const facts = makeFacts({ tasks: 400, workers: 4, chunksize: 1 });
    const onTwo = drive(forecastOf(facts, 2));
    expect(onTwo.run.stretch).toBeGreaterThan(1.9);
    // Two workers on two cores do as much as four.
    const two = onTwo.byWorkers.find(({ processes }) => processes === 2);
    expect((two?.wallNs ?? 0) / onTwo.wallNs).toBeCloseTo(1, 1);
    // On enough cores half of the workers take twice as long.
    const onMany = drive(forecastOf(facts, MANY_CORES));
    const half = onMany.byWorkers.find(({ processes }) => processes === 2);
    expect((half?.wallNs ?? 0) / onMany.wallNs).toBeCloseTo(2, 1);
  });

  it('has the run itself, one worker, and every core among its points, each once', () => {
    const { byWorkers, byChunksize } = forecast({ tasks: 100, workers: 3, chunksize: 5 }, 8);
    const counts = byWorkers.map(({ processes }) => processes);
    expect(counts).toEqual([...new Set(counts)].sort((a, b) => a - b));
    expect(counts).toEqual(expect.arrayContaining([1, 3, 8, 32]));
    expect(byWorkers.filter(({ measured }) => measured).map(({ processes }) => processes)).toEqual([3]);
    expect(byChunksize.map(({ chunksize }) => chunksize)).toEqual([1, 2, 4, 5, 8, 9, 16, 32, 64, 100]);
    expect(byChunksize.filter(({ auto }) => auto).map(({ chunksize }) => chunksize)).toEqual([9]);
    expect(byChunksize.filter(({ measured }) => measured).map(({ chunksize }) => chunksize)).toEqual([5]);
  });

  it('lets Python choose the chunk size of each worker count where the scenario does', () => {
    const facts = changed(makeFacts({ tasks: 96, workers: 3 }), (scenario) => ({
      ...scenario,
      call: { ...scenario.call, chunksize: null },
    }));
    const { byWorkers } = drive(forecastOf(facts, 2));
    expect(byWorkers.every(({ auto }) => auto)).toBe(true);
    expect(byWorkers.find(({ processes }) => processes === 1)?.chunksize).toBe(24);
    expect(byWorkers.find(({ processes }) => processes === 4)?.chunksize).toBe(6);
  });

  it('has no chunk sizes for calls that take none', () => {
    for (const method of ['apply', 'apply-async'] as const) {
      const made = drive(forecastOf(withMethod(makeFacts({ tasks: 20, workers: 2, chunksize: 1 }), method), 2));
      expect(made.byChunksize).toEqual([]);
      expect(made.byWorkers.length).toBeGreaterThan(1);
    }
  });

  it('finds that apply gains nothing from workers', () => {
    const facts = withMethod(makeFacts({ tasks: 20, workers: 1, chunksize: 1 }), 'apply');
    const { byWorkers, best } = drive(forecastOf(facts, 8));
    const walls = byWorkers.map(({ wallNs }) => wallNs);
    expect(Math.max(...walls)).toBeCloseTo(Math.min(...walls), 3);
    expect(best.processes).toBe(1);
  });

  it('names as the quickest the fewest workers that are as good as any', () => {
    // One chunk: a second worker has nothing to do.
    const { best, byWorkers } = forecast({ tasks: 8, workers: 2, chunksize: 8 });
    expect(best.wallNs).toBeLessThanOrEqual(Math.min(...byWorkers.map(({ wallNs }) => wallNs)));
    for (const point of byWorkers.filter(({ wallNs }) => wallNs <= best.wallNs * 1.005)) {
      expect(point.processes).toBeGreaterThanOrEqual(best.processes);
    }
  });

  it('prefers, of what is as quick, fewer workers and then larger chunks', () => {
    const point = (processes: number, chunksize: number, wallNs: number) => ({
      processes,
      chunksize,
      auto: false,
      measured: false,
      wallNs,
    });
    expect(bestOf([point(8, 1, 999), point(4, 1, 1000), point(4, 5, 1000), point(2, 1, 1100)])).toEqual(
      point(4, 5, 1000),
    );
    expect(bestOf([point(8, 1, 900), point(4, 1, 1000)])).toEqual(point(8, 1, 900));
  });

  it('is cautious where workers died', () => {
    const { cautions } = forecast({ tasks: 60, workers: 3, chunksize: 2, crash: 1 });
    expect(cautions.some((caution) => caution.startsWith('1 worker died in this run'))).toBe(true);
  });

  it('is cautious where tasks failed, and takes them as long as the others', () => {
    const { cautions, byWorkers } = forecast({ tasks: 60, workers: 3, chunksize: 2, failEvery: 10 });
    expect(cautions.join(' ')).toMatch(/tasks did not complete: the forecast takes each as long as the mean/);
    expect(byWorkers.every(({ wallNs }) => wallNs > 0)).toBe(true);
  });

  it('is cautious where the pool was resized', () => {
    const facts = { ...makeFacts({ tasks: 60, workers: 3 }), poolSize: 5 };
    expect(drive(forecastOf(facts, MANY_CORES)).cautions.join(' ')).toMatch(/resized while it ran/);
  });

  it('is cautious where the replay of the run itself is far off', () => {
    const facts = makeFacts({ tasks: 60, workers: 3 });
    if (facts.ended === null) throw new Error('A made-up run ends');
    const { summary } = facts.ended;
    const slow = { ...facts, ended: { ...facts.ended, summary: { ...summary, wallMs: summary.wallMs * 2 } } };
    // What lies after the last result belongs to the return: the replay has it, too.
    expect(drive(forecastOf(slow, MANY_CORES)).cautions).toEqual([]);
    const quick = { ...facts, ended: { ...facts.ended, summary: { ...summary, wallMs: summary.wallMs / 2 } } };
    expect(drive(forecastOf(quick, MANY_CORES)).cautions.join(' ')).toMatch(/replay of the run itself is .* off/);
  });

  it('trusts a run in which nothing of the kind happened', () => {
    expect(forecast({ tasks: 60, workers: 3, chunksize: 2 }).cautions).toEqual([]);
  });
});

describe('there is no forecast', () => {
  it('of nothing, and of a run that has not ended; neither needs a reason', () => {
    expect(whyNoForecast(noFacts())).toBeNull();
    expect(whyNoForecast(makeFacts({ batchNs: 1e6, stopAfter: 3 }))).toBeNull();
  });

  it('of a plain loop', () => {
    const facts = changed(makeFacts(), (scenario) => ({ ...scenario, engine: 'serial' }));
    expect(whyNoForecast(facts)).toMatch(/^A plain loop schedules nothing/);
  });

  it('of an event loop', () => {
    const facts = changed(makeFacts(), (scenario) => ({ ...scenario, engine: 'async' }));
    expect(whyNoForecast(facts)).toMatch(/^An event loop hands nothing to workers/);
  });

  it('of a single task', () => {
    expect(whyNoForecast(makeFacts({ tasks: 1 }))).toMatch(/at least two tasks/);
  });

  it('of a run that was stopped', () => {
    const facts = makeFacts();
    if (facts.ended === null) throw new Error('A made-up run ends');
    expect(whyNoForecast({ ...facts, ended: { ...facts.ended, status: 'stopped' } })).toMatch(/did not reach its end/);
  });

  it('of a run without a task that completed', () => {
    expect(whyNoForecast(makeFacts({ failEvery: 1, chunksize: 1 }))).toMatch(/^No task of this run completed/);
  });
});
