import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../../../src/renderer/derive/forecast/forecast';
import { forecastGrid, thinned, withGrid } from '../../../../../src/renderer/derive/forecast/forecast-grid';
import { makeFacts } from '../../../../fixtures/make-run';
import { drive } from './drive';

describe('the grid of a forecast', () => {
  it('agrees with both curves where it meets them, and holds the run itself', () => {
    const forecast = drive(forecastOf(makeFacts({ tasks: 200, workers: 3, chunksize: 4 }), 2));
    const grid = drive(forecastGrid(forecast));
    const { workers, chunksizes, points } = grid;
    const at = (processes: number, chunksize: number): number =>
      points[workers.indexOf(processes)]?.[chunksizes.indexOf(chunksize)]?.wallNs ?? Number.NaN;
    expect(points.flat().filter(({ measured }) => measured)).toEqual([
      { processes: 3, chunksize: 4, auto: false, measured: true, wallNs: forecast.replayNs },
    ]);
    expect(at(3, 4)).toBe(forecast.replayNs);
    for (const point of [...forecast.byWorkers, ...forecast.byChunksize]) {
      if (!workers.includes(point.processes) || !chunksizes.includes(point.chunksize)) continue;
      expect(at(point.processes, point.chunksize)).toBe(point.wallNs);
    }
    const { best } = withGrid(forecast, grid);
    expect(best.wallNs).toBeLessThanOrEqual(forecast.best.wallNs * 1.005);
    expect(best.wallNs).toBeLessThanOrEqual(Math.min(...points.flat().map(({ wallNs }) => wallNs)) * 1.005);
    expect(withGrid(forecast, null)).toBe(forecast);
  });

  it('is empty for a call that takes no chunk size', () => {
    const facts = makeFacts({ tasks: 20, workers: 2, chunksize: 1 });
    if (facts.started === null || facts.started.scenario === null) throw new Error('A made-up run has started');
    const { scenario } = facts.started;
    const call = { ...scenario.call, method: 'apply-async' as const };
    const forecast = drive(forecastOf({ ...facts, started: { ...facts.started, scenario: { ...scenario, call } } }, 2));
    expect(drive(forecastGrid(forecast))).toEqual({ workers: [], chunksizes: [], points: [] });
  });

  it('has the first and the last value of each axis, those to keep, and not many others', () => {
    const cases = fc
      .uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 30 })
      .chain((list) => fc.tuple(fc.constant(list), fc.subarray(list, { maxLength: Math.min(3, list.length) })));
    fc.assert(
      fc.property(cases, ([list, keep]) => {
        const chosen = thinned(list, keep, 7);
        expect(chosen).toEqual([...new Set(chosen)].sort((a, b) => a - b));
        expect(chosen).toEqual(expect.arrayContaining([...keep, Math.min(...list), Math.max(...list)]));
        expect(chosen.length).toBeLessThanOrEqual(7);
        for (const value of chosen) expect(list).toContain(value);
        if (list.length <= 7) expect(chosen.length).toBe(list.length);
      }),
    );
  });
});
