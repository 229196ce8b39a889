/** What a run from a trace of another tool has not, and a file of data would need. */
import type { DataFormat } from './window-export';

export interface RunParts {
  /** Whether it was recorded by Poolscope: its file, or the trace that was made of it. */
  readonly own: boolean;
  /** Whether its file is a session. */
  readonly isSession: boolean;
  readonly tasks: number;
}

/** Why there can be no such file, as the end of a sentence; null: there can. */
export function dataTrouble(format: DataFormat, { own, isSession, tasks }: RunParts): string | null {
  if (format === 'html') return isSession ? null : 'a page holds a session, and this run comes from a trace';
  if (own || tasks > 0) return null;
  if (format === 'csv') return 'a CSV has a line for each task, and no task was found in this trace';
  return 'this run comes from a trace of another tool, and no task was found in it; that trace can be copied as it is';
}

/** What such a file leaves out, in one sentence; null: nothing. */
export function dataNote(format: DataFormat, { own }: Pick<RunParts, 'own'>): string | null {
  return format === 'trace' && !own
    ? 'The trace holds the tasks that were found, and nothing else of the trace that they were found in.'
    : null;
}
