/** Whether a row belongs into a lane: what could not be pickled never reached its worker. */
import { outcomeCode, type TaskColumns } from '../../shared/telemetry';

export function reachedWorker({ argsSent, runBegin, outcome }: TaskColumns, row: number): boolean {
  const unsent = Number.isNaN(argsSent[row] ?? 0) && Number.isNaN(runBegin[row] ?? 0);
  return !unsent || outcome[row] === outcomeCode.pending;
}
