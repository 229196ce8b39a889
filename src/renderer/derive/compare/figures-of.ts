/** The figures of a run that has ended, made once; null: it has not. */
import { type Figures, runFigures } from '../../../shared/run-figures';
import type { Facts, RunData } from '../../store/facts';

const known = new WeakMap<RunData, { readonly revision: number; readonly figures: Figures }>();

export function figuresOf(facts: Facts): Figures | null {
  const { ended, data, calledAt, revision } = facts;
  if (ended === null) return null;
  const last = known.get(data);
  // What comes after the end is the last words of workers: they change no figure.
  if (last !== undefined) return last.figures;
  const { table, workers } = data;
  const figures = runFigures({
    summary: ended.summary,
    calledAt,
    endedAt: ended.at,
    workers,
    columns: table.columns,
    rows: table.length,
  });
  known.set(data, { revision, figures });
  return figures;
}
