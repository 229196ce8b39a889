/** Makes the forecast of a run that has ended, a little at a time, when the window has nothing else to do. Once a run. */
import { useEffect, useState } from 'react';
import { type Forecast, forecastOf } from '../../../derive/forecast/forecast';
import { whyNoForecast } from '../../../derive/forecast/trust';
import type { Facts, RunData } from '../../../store/facts';
import { forecastStore, takeForecast } from '../../../store/forecast';

const made = new WeakMap<RunData, Forecast | Error>();

/** @returns null until it is made, and where there is none; an error that nobody expected */
export function useForecast(facts: Facts, cores: number): Forecast | Error | null {
  const [, setMade] = useState<Forecast | Error | null>(null);
  const { data } = facts;
  const possible = facts.ended !== null && whyNoForecast(facts) === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: facts of a run that has ended do not change
  useEffect(() => {
    if (!possible || made.has(data)) return;
    return driveInIdle(forecastOf(facts, cores), (forecast) => {
      made.set(data, forecast);
      setMade(forecast);
      if (forecast instanceof Error) return;
      takeForecast(forecastStore, facts, [...forecast.byWorkers, ...forecast.byChunksize]);
    });
  }, [data, possible, cores]);
  return possible ? (made.get(data) ?? null) : null;
}

/** At least this often a step is taken, however busy the window is. */
const LATEST_MS = 100;

/** @returns a function that gives up */
function driveInIdle<Result>(work: Generator<void, Result>, done: (result: Result | Error) => void): () => void {
  let handle = 0;
  const go = (deadline: IdleDeadline): void => {
    try {
      do {
        const step = work.next();
        if (step.done === true) {
          done(step.value);
          return;
        }
      } while (deadline.timeRemaining() > 1);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    handle = requestIdleCallback(go, { timeout: LATEST_MS });
  };
  handle = requestIdleCallback(go, { timeout: LATEST_MS });
  return () => cancelIdleCallback(handle);
}
