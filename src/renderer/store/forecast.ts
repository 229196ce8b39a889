/** The forecast that was made last, and what became of forecasts when a run put them to the test. */
import { createStore } from 'zustand/vanilla';
import type { Scenario } from '../../shared/scenario';
import type { Facts } from './facts';

export interface ForecastWall {
  readonly processes: number;
  readonly chunksize: number;
  /** ns */
  readonly wallNs: number;
}

/** Made from one run, for runs that differ from it in nothing but workers and chunk size. */
interface MadeForecast {
  readonly runId: number;
  readonly scenario: string;
  readonly points: readonly ForecastWall[];
}

/** A forecast, and the run that came after it. */
export interface ForecastCheck extends ForecastWall {
  readonly runId: number;
  readonly measuredNs: number;
}

export interface ForecastState {
  readonly made: MadeForecast | null;
  /** The latest last. */
  readonly checks: readonly ForecastCheck[];
}

/** So many checks are kept. */
const MOST_CHECKS = 20;

export const createForecastStore = () => createStore<ForecastState>(() => ({ made: null, checks: [] }));
export type ForecastStore = ReturnType<typeof createForecastStore>;

export const forecastStore = createForecastStore();

/** A run has ended and its forecast was made: the one before it meets what was measured, and the new one takes its place. */
export function takeForecast(store: ForecastStore, facts: Facts, points: readonly ForecastWall[]): void {
  const { started } = facts;
  if (started === null || started.scenario === null) return;
  const { made, checks } = store.getState();
  if (made?.runId === started.runId) return;
  const scenario = sameButForPool(started.scenario);
  const kept = made?.scenario === scenario ? checks : [];
  const check = made?.scenario === scenario ? checkOf(made, facts) : null;
  store.setState({
    made: { runId: started.runId, scenario, points },
    checks: (check === null ? kept : [...kept, check]).slice(-MOST_CHECKS),
  });
}

/** More was forecast of the run whose forecast is the latest. */
export function addToForecast(store: ForecastStore, runId: number, points: readonly ForecastWall[]): void {
  const { made } = store.getState();
  if (made?.runId === runId) store.setState({ made: { ...made, points: [...made.points, ...points] } });
}

/** @returns null where this run was not forecast, or not every task of it completed */
function checkOf({ points }: MadeForecast, { started, ended }: Facts): ForecastCheck | null {
  if (started === null || started.scenario === null || ended === null || !ended.summary.ok) return null;
  const { processes } = started.scenario.pool;
  const chunksize = Math.min(started.chunksize, started.tasks);
  const point = points.find((one) => one.processes === processes && one.chunksize === chunksize);
  if (point === undefined) return null;
  const { wallNs } = point;
  return { runId: started.runId, processes, chunksize, wallNs, measuredNs: ended.summary.wallMs * 1e6 };
}

/** What two scenarios have in common that differ in nothing but workers, chunk size and name. */
function sameButForPool({ name: _, pool, call, ...rest }: Scenario): string {
  return JSON.stringify({ ...rest, pool: { ...pool, processes: 0 }, call: { ...call, chunksize: null } });
}
