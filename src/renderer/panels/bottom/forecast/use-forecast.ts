/** The forecast of a run that has ended, and its grid: each is made once a run. */
import { type Forecast, forecastOf } from '../../../derive/forecast/forecast';
import { type ForecastGrid, forecastGrid } from '../../../derive/forecast/forecast-grid';
import { whyNoForecast } from '../../../derive/forecast/trust';
import type { Facts, RunData } from '../../../store/facts';
import { addToForecast, forecastStore, takeForecast } from '../../../store/forecast';
import { type Made, useInIdle } from './use-in-idle';

const forecasts: Made<RunData, Forecast> = new WeakMap();
const grids: Made<Forecast, ForecastGrid> = new WeakMap();

/** @returns null until it is made, and where there is none */
export function useForecast(facts: Facts, cores: number): Forecast | Error | null {
  const possible = facts.ended !== null && whyNoForecast(facts) === null;
  return useInIdle(
    forecasts,
    possible ? facts.data : null,
    () => forecastOf(facts, cores),
    ({ byWorkers, byChunksize }) => takeForecast(forecastStore, facts, [...byWorkers, ...byChunksize]),
  );
}

/** @returns null until it is made, and where there is no forecast */
export function useForecastGrid(forecast: Forecast | null): ForecastGrid | null {
  const grid = useInIdle(grids, forecast, forecastGrid, ({ points }, { runId }) =>
    addToForecast(forecastStore, runId, points.flat()),
  );
  return grid instanceof Error ? null : grid;
}
