/**
 * How the time of a task is divided among colours. Whatever colours tell, a lane is drawn from a series of spans with
 * one part a colour, so that merged columns show the share of time that each colour takes.
 */
import type { TaskTable } from '../../shared/task-table';
import { outcomeCode } from '../../shared/telemetry';
import type { Matches } from '../store/filter';
import { classOfValue } from './class-bounds';

export interface Classing {
  /** Colours. Where a filter is set, the last is that of what does not match. */
  readonly parts: number;
  /** Whether the colour of a task is known before its end. */
  readonly early: boolean;
  /** The colour of a row; null: its phases have one each. */
  classOf(row: number, runNs: number): number | null;
  /**
   * @param work begin, run, end of the run, end of the work on a row
   * @param into as many moments as there are parts, and one
   */
  write(row: number, work: Float64Array, into: Float64Array): void;
}

/** Each row is of one class. @param classOf from 0 to `parts - 1` */
export function byClass(parts: number, classOf: (row: number, runNs: number) => number, early = false): Classing {
  return {
    parts,
    early,
    classOf,
    write(row, work, into) {
      const own = classOf(row, (work[2] ?? 0) - (work[1] ?? 0));
      for (let moment = 0; moment <= parts; moment++) into[moment] = (moment <= own ? work[0] : work[3]) ?? 0;
    },
  };
}

/** Loads, run and dumps: what lanes show when nothing else is asked for. */
export const byPhase: Classing = {
  parts: 3,
  early: true,
  classOf: () => null,
  write(_row, work, into) {
    for (let moment = 0; moment <= 3; moment++) into[moment] = work[moment] ?? 0;
  },
};

/** What does not match is of one more class. */
export function dimming(base: Classing, matches: Pick<Matches, 'has'>): Classing {
  const dimmed = base.parts;
  return {
    parts: base.parts + 1,
    early: base.early,
    classOf: (row, runNs) => (matches.has(row) ? base.classOf(row, runNs) : dimmed),
    write(row, work, into) {
      const end = work[3] ?? 0;
      if (matches.has(row)) {
        base.write(row, work, into);
        into[dimmed + 1] = end;
        return;
      }
      for (let moment = 0; moment <= dimmed; moment++) into[moment] = work[0] ?? 0;
      into[dimmed + 1] = end;
    },
  };
}

/** Neighbouring chunks differ. */
export const CHUNK_COLOURS = 6;

export function byChunk(table: TaskTable): Classing {
  return byClass(CHUNK_COLOURS, (row) => (table.columns.chunk[row] ?? 0) % CHUNK_COLOURS, true);
}

/** @param bounds in ns, as classBounds makes them */
export function byDuration(bounds: readonly number[]): Classing {
  return byClass(bounds.length + 1, (_row, runNs) => classOfValue(runNs, bounds));
}

/** @param bounds in bytes of argument and result together */
export function byPayload(table: TaskTable, bounds: readonly number[]): Classing {
  return byClass(bounds.length + 1, (row) => classOfValue(payloadOf(table, row), bounds));
}

/** Bytes of argument and result together. */
export function payloadOf({ columns: { argsBytes, resultBytes } }: TaskTable, row: number): number {
  return (argsBytes[row] ?? 0) + (resultBytes[row] ?? 0);
}

export const OUTCOME_CLASSES = ['completed', 'completed by a retry', 'failed', 'lost', 'cancelled'] as const;

export function byOutcome(table: TaskTable): Classing {
  return byClass(OUTCOME_CLASSES.length, (row) => {
    const { outcome, attempt } = table.columns;
    const code = outcome[row];
    if (code === outcomeCode.failed) return 2;
    if (code === outcomeCode.lost) return 3;
    if (code === outcomeCode.cancelled) return 4;
    return (attempt[row] ?? 1) > 1 ? 1 : 0;
  });
}
