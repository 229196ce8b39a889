/** Speed-up by the number of workers: as it would be ideal, by Amdahl's law, by the model, and as it was measured. */
import type { Costs } from '../../../shared/break-even/costs';
import { predict } from '../../../shared/break-even/predict';
import { type Controls, settingOf } from './setting';

export interface SeriesPoint {
  readonly workers: number;
  readonly poolMs: number;
  readonly bootMs: number;
  readonly speedup: number;
  readonly runId: number;
}

/** Up to twice the cores, at least 4; from 8 on every fourth. */
export function seriesWorkers(cores: number): readonly number[] {
  const most = Math.max(4, 2 * cores);
  return Array.from({ length: most }, (_, index) => index + 1).filter((count) => count <= 8 || count % 4 === 0);
}

/** Amdahl's law: AFIPS Conference Proceedings 30, 1967. @param serial share of the work that one after the other does, 0..1 */
export const amdahl = (serial: number, workers: number): number => 1 / (serial + (1 - serial) / workers);

const STEPS = 1000;

/**
 * The serial share whose curve is nearest to what was measured, by least squares of 1 / speed-up. One worker says nothing
 * about it.
 * @returns null: there is nothing to fit
 */
export function fittedShare(points: readonly Pick<SeriesPoint, 'workers' | 'speedup'>[]): number | null {
  const several = points.filter(({ workers, speedup }) => workers > 1 && speedup > 0);
  if (several.length === 0) return null;
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let step = 0; step <= STEPS; step++) {
    const share = step / STEPS;
    const error = several.reduce(
      (sum, { workers, speedup }) => sum + (1 / amdahl(share, workers) - 1 / speedup) ** 2,
      0,
    );
    if (error < least) [best, least] = [share, error];
  }
  return best;
}

export interface WorkerCurve {
  readonly id: 'ideal' | 'amdahl' | 'model';
  readonly points: readonly { readonly workers: number; readonly speedup: number }[];
}

/** @param serial null: Amdahl's curve is left out */
export function workerCurves(
  costs: Costs,
  controls: Controls,
  cores: number,
  serial: number | null,
): readonly WorkerCurve[] {
  const counts = seriesWorkers(cores);
  const curve = (id: WorkerCurve['id'], speedup: (workers: number) => number): WorkerCurve => ({
    id,
    points: counts.map((workers) => ({ workers, speedup: speedup(workers) })),
  });
  return [
    curve('ideal', (workers) => workers),
    ...(serial === null ? [] : [curve('amdahl', (workers) => amdahl(serial, workers))]),
    curve('model', (workers) => predict(costs, settingOf({ ...controls, workers })).speedup),
  ];
}
