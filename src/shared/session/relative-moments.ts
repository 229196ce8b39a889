/**
 * Moments of rows as they stand in a session file: each as the time since the last one before it that has happened, the
 * first since the clock base. Short times compress to half of what long ones do. Exact for whole ns; NaN stays NaN.
 */
import { MOMENTS, type TaskColumns } from '../telemetry';

type Moments = Pick<TaskColumns, (typeof MOMENTS)[number]>;

/** Changes the columns in place. @param rows how many of them are in use */
export function toRelative(columns: Moments, rows: number): void {
  for (let row = 0; row < rows; row++) {
    let before = 0;
    for (const moment of MOMENTS) {
      const at = columns[moment][row] ?? Number.NaN;
      if (Number.isNaN(at)) continue;
      columns[moment][row] = at - before;
      before = at;
    }
  }
}

/** Undoes `toRelative`. */
export function fromRelative(columns: Moments, rows: number): void {
  for (let row = 0; row < rows; row++) {
    let before = 0;
    for (const moment of MOMENTS) {
      const since = columns[moment][row] ?? Number.NaN;
      if (Number.isNaN(since)) continue;
      before += since;
      columns[moment][row] = before;
    }
  }
}
