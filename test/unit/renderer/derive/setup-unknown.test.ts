import { describe, expect, it } from 'vitest';
import { advise } from '../../../../src/renderer/derive/advice/advise';
import { whyNoForecast } from '../../../../src/renderer/derive/forecast/trust';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { whyIdle } from '../../../../src/renderer/derive/why-idle/why-idle';
import { resultsNote } from '../../../../src/renderer/panels/bottom/results/results-note';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { createForecastStore, takeForecast } from '../../../../src/renderer/store/forecast';
import { nanos } from '../../../../src/shared/units';
import { makeRun } from '../../../fixtures/make-run';

/** A run as from a file that does not tell its scenario. */
function foreign() {
  const store = createFactsStore();
  for (const event of makeRun({ tasks: 12, workers: 2 })) {
    takeEvent(store, event.type === 'started' ? { ...event, scenario: null, title: 'trace.json' } : event);
  }
  return store.getState();
}

describe('a run whose file does not tell how its pool was set up', () => {
  const facts = foreign();
  const index = runIndexOf(facts);

  it('gets one sentence instead of advice, of a forecast and of why a worker was idle', () => {
    expect(advise(facts, index, 4)?.none).toBe(
      'The file does not tell how its pool was set up, so there is nothing to advise on.',
    );
    expect(whyNoForecast(facts)).toBe(
      'The file does not tell how its pool was set up, so it cannot be replayed with another one.',
    );
    const gap = { worker: 0, startNs: nanos(0), endNs: nanos(20e6) };
    expect(whyIdle(facts, index, gap)).toMatchObject({
      sentence: 'The file does not tell how its pool was set up, so why the worker was idle cannot be told from it.',
      cause: 'unknown',
    });
  });

  it('has its tasks, its lanes and its results all the same, and tests no forecast', () => {
    expect(facts.data.table.length).toBe(12);
    expect(index.order.length).toBe(2);
    expect(resultsNote(facts).count).toBe('12 of 12 delivered');
    const forecasts = createForecastStore();
    takeForecast(forecasts, facts, []);
    expect(forecasts.getState().made).toBeNull();
  });
});
