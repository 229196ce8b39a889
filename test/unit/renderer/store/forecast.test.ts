import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/renderer/store/facts';
import { addToForecast, createForecastStore, takeForecast } from '../../../../src/renderer/store/forecast';
import type { Scenario } from '../../../../src/shared/scenario';
import { makeFacts } from '../../../fixtures/make-run';

/** A run of 24 tasks as another one, with other workers and chunks. */
function run(
  runId: number,
  workers: number,
  chunksize: number,
  change: (scenario: Scenario) => Scenario = (s) => s,
): Facts {
  const facts = makeFacts({ tasks: 24, workers, chunksize, seed: 1 });
  if (facts.started === null || facts.started.scenario === null) throw new Error('A made-up run has started');
  return { ...facts, started: { ...facts.started, runId, scenario: change(facts.started.scenario) } };
}

const points = [
  { processes: 2, chunksize: 3, wallNs: 400e6 },
  { processes: 4, chunksize: 3, wallNs: 200e6 },
];

describe('a forecast', () => {
  it('meets what is measured when a run is set up as it said', () => {
    const store = createForecastStore();
    takeForecast(store, run(1, 2, 3), points);
    expect(store.getState().checks).toEqual([]);
    const next = run(2, 4, 3);
    takeForecast(store, next, points);
    expect(store.getState().checks).toEqual([
      { runId: 2, processes: 4, chunksize: 3, wallNs: 200e6, measuredNs: (next.ended?.summary.wallMs ?? 0) * 1e6 },
    ]);
  });

  it('is that of the run before, not the one made from the run itself', () => {
    const store = createForecastStore();
    takeForecast(store, run(1, 2, 3), points);
    takeForecast(store, run(1, 2, 3), points);
    expect(store.getState().checks).toEqual([]);
    takeForecast(store, run(2, 2, 3), [{ processes: 2, chunksize: 3, wallNs: 1 }]);
    expect(store.getState().checks.map(({ wallNs }) => wallNs)).toEqual([400e6]);
  });

  it('may be made in parts; what comes too late for the run before it is left', () => {
    const store = createForecastStore();
    takeForecast(store, run(1, 2, 3), []);
    addToForecast(store, 1, points);
    takeForecast(store, run(2, 4, 3), []);
    expect(store.getState().checks.map(({ wallNs }) => wallNs)).toEqual([200e6]);
    addToForecast(store, 1, points);
    takeForecast(store, run(3, 4, 3), []);
    expect(store.getState().checks).toHaveLength(1);
  });

  it('says nothing of a set-up that was not forecast', () => {
    const store = createForecastStore();
    takeForecast(store, run(1, 2, 3), points);
    takeForecast(store, run(2, 4, 6), points);
    expect(store.getState().checks).toEqual([]);
  });

  it('is not held against a run that differs in more than workers and chunks, and what came before is let go', () => {
    const store = createForecastStore();
    takeForecast(store, run(1, 2, 3), points);
    takeForecast(store, run(2, 4, 3), points);
    expect(store.getState().checks).toHaveLength(1);
    takeForecast(
      store,
      run(3, 4, 3, (scenario) => ({ ...scenario, seed: 2 })),
      points,
    );
    expect(store.getState().checks).toEqual([]);
  });

  it('is held against a run that has another name', () => {
    const store = createForecastStore();
    takeForecast(store, run(1, 2, 3), points);
    takeForecast(
      store,
      run(2, 4, 3, (scenario) => ({ ...scenario, name: 'Again' })),
      points,
    );
    expect(store.getState().checks).toHaveLength(1);
  });

  it('is not held against a run in which tasks failed', () => {
    const store = createForecastStore();
    takeForecast(store, run(1, 2, 3), points);
    const facts = run(2, 4, 3);
    if (facts.ended === null) throw new Error('A made-up run ends');
    takeForecast(
      store,
      { ...facts, ended: { ...facts.ended, summary: { ...facts.ended.summary, ok: false } } },
      points,
    );
    expect(store.getState().checks).toEqual([]);
  });

  it('keeps the latest twenty checks', () => {
    const store = createForecastStore();
    for (let runId = 1; runId <= 30; runId++) takeForecast(store, run(runId, 2, 3), points);
    expect(store.getState().checks.map(({ runId }) => runId)).toEqual(Array.from({ length: 20 }, (_, n) => n + 11));
  });
});
