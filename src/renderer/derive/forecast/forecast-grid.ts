/** Wall time for worker counts and chunk sizes at once: the two curves of a forecast are only one row and one column of it. */
import { pythonChunksize, takesChunksize } from './configurations';
import { bestOf, type Forecast, type ForecastPoint } from './forecast';
import { simulateInSteps } from './simulate';

export interface ForecastGrid {
  /** Ascending. */
  readonly workers: readonly number[];
  readonly chunksizes: readonly number[];
  /** By worker count, then chunk size. */
  readonly points: readonly (readonly ForecastPoint[])[];
}

const MOST_WORKERS = 6;
const MOST_CHUNKSIZES = 6;

/** @returns an empty grid for calls that take no chunk size */
export function* forecastGrid(forecast: Forecast): Generator<void, ForecastGrid> {
  const { byWorkers, byChunksize, best, run, tasks } = forecast;
  const { config } = run;
  if (!takesChunksize(config.method)) return { workers: [], chunksizes: [], points: [] };
  const workers = thinned(
    byWorkers.map(({ processes }) => processes),
    [config.processes, best.processes, run.cores],
    MOST_WORKERS,
  );
  const chunksizes = thinned(
    byChunksize.map(({ chunksize }) => chunksize),
    [config.chunksize, ...byChunksize.filter((point) => point.chunksize === best.chunksize).map(() => best.chunksize)],
    MOST_CHUNKSIZES,
  );
  const points: ForecastPoint[][] = [];
  for (const processes of workers) {
    const row: ForecastPoint[] = [];
    for (const chunksize of chunksizes) {
      row.push({
        processes,
        chunksize,
        auto: chunksize === pythonChunksize(config.method, tasks, processes),
        measured: processes === config.processes && chunksize === config.chunksize,
        wallNs: yield* simulateInSteps(run.work, run.boundary, { ...config, processes, chunksize }),
      });
      yield;
    }
    points.push(row);
  }
  return { workers, chunksizes, points };
}

/** The forecast, with the quickest of the grid's points, too. */
export function withGrid(forecast: Forecast, grid: ForecastGrid | null): Forecast {
  return grid === null ? forecast : { ...forecast, best: bestOf([forecast.best, ...grid.points.flat()]) };
}

/** The first, the last, those of them to keep, and others evenly between; at most `most`. Ascending, each once. */
export function thinned(values: readonly number[], keep: readonly number[], most: number): number[] {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const chosen = new Set([sorted[0] ?? 0, sorted.at(-1) ?? 0, ...keep]);
  for (let step = 1; step < most - 1; step++) {
    if (chosen.size >= most) break;
    chosen.add(sorted[Math.round((step * (sorted.length - 1)) / (most - 1))] ?? 0);
  }
  return [...chosen].sort((a, b) => a - b);
}
