/** In which order the lanes of workers stand: by slot, so that a replacement follows the process that it replaces. */
import type { WorkerRecord } from '../../shared/telemetry';

/** @returns indexes of workers */
export function laneOrder(workers: readonly (WorkerRecord | undefined)[]): number[] {
  return workers
    .filter((worker) => worker !== undefined)
    .sort((a, b) => a.slot - b.slot || a.index - b.index)
    .map(({ index }) => index);
}
