/**
 * The forecast of a run: its wall time with other worker counts and other chunk sizes, and, to judge it by, the replay
 * of the run itself. A generator: whoever drives it decides how much is done at once.
 */
import type { Facts } from '../../store/facts';
import { chunkSizes, chunksizeWith, pythonChunksize, takesChunksize, workerCounts } from './configurations';
import { type MeasuredRun, measureRun } from './measured-run';
import { simulateInSteps } from './simulate';
import { cautions } from './trust';

export interface ForecastPoint {
  readonly processes: number;
  readonly chunksize: number;
  /** The form's chunk size is left empty: Python chooses. */
  readonly auto: boolean;
  /** This is how the run was set up. */
  readonly measured: boolean;
  /** From the call until it returns, ns. */
  readonly wallNs: number;
}

export interface Forecast {
  readonly runId: number;
  readonly tasks: number;
  /** As it was measured, ns. */
  readonly wallNs: number;
  /** What the replay of the run as it was comes to, ns. */
  readonly replayNs: number;
  /** By worker count, ascending; the chunk size is the scenario's. */
  readonly byWorkers: readonly ForecastPoint[];
  /** By chunk size, ascending; the worker count is the scenario's. Empty where the call takes none. */
  readonly byChunksize: readonly ForecastPoint[];
  /** The quickest of all points. */
  readonly best: ForecastPoint;
  readonly run: MeasuredRun;
  readonly cautions: readonly string[];
}

/** @param facts of a run for which `whyNoForecast` is null @param cores of this machine */
export function* forecastOf(facts: Facts, cores: number): Generator<void, Forecast> {
  const run = yield* measureRun(facts, cores);
  const { started } = facts;
  if (started === null || started.scenario === null) throw new Error('There is no run of a scenario');
  const { scenario, tasks, runId } = started;
  const { method, processes, chunksize } = run.config;
  const known = new Map<string, number>();

  function* wall(workers: number, size: number): Generator<void, number> {
    const key = `${workers} ${size}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const config = { ...run.config, processes: workers, chunksize: size };
    const wallNs = yield* simulateInSteps(run.work, run.boundary, config);
    known.set(key, wallNs);
    yield;
    return wallNs;
  }
  function* point(workers: number, size: number, auto: boolean): Generator<void, ForecastPoint> {
    const measured = workers === processes && size === chunksize;
    return { processes: workers, chunksize: size, auto, measured, wallNs: yield* wall(workers, size) };
  }

  const replayNs = yield* wall(processes, chunksize);
  const byWorkers: ForecastPoint[] = [];
  const auto = takesChunksize(method) && scenario.call.chunksize === null;
  for (const workers of workerCounts(processes, cores)) {
    byWorkers.push(yield* point(workers, chunksizeWith(scenario, tasks, workers), auto));
  }
  const byChunksize: ForecastPoint[] = [];
  if (takesChunksize(method)) {
    const python = pythonChunksize(method, tasks, processes);
    for (const size of chunkSizes(tasks, chunksize, python)) {
      byChunksize.push(yield* point(processes, size, size === python));
    }
  }
  return {
    runId,
    tasks,
    wallNs: run.wallNs,
    replayNs,
    byWorkers,
    byChunksize,
    best: bestOf([...byWorkers, ...byChunksize]),
    run,
    cautions: cautions(facts, run, replayNs),
  };
}

/** Nearer than this, fewer workers are the better choice. */
const AS_GOOD = 1.005;

/** The quickest; of those that are as good, the one with the fewest workers, then with the larger chunks. */
export function bestOf(points: readonly ForecastPoint[]): ForecastPoint {
  const quickest = Math.min(...points.map(({ wallNs }) => wallNs));
  const good = points.filter(({ wallNs }) => wallNs <= quickest * AS_GOOD);
  good.sort((a, b) => a.processes - b.processes || b.chunksize - a.chunksize);
  const [best] = good;
  if (best === undefined) throw new Error('A forecast has points');
  return best;
}
