/**
 * A click selects what is under it, and asks about a gap; with Ctrl or Command it adds, with Shift it selects the tasks
 * up to there.
 */
import { row as asRow } from '../../../shared/units';
import { rowSpan } from '../../derive/row-span';
import { MOST_BETWEEN, rowsBetween } from '../../derive/rows-between';
import { runIndexOf } from '../../derive/run-index';
import { sliceFacts } from '../../derive/slices/slice-facts';
import { editNote } from '../../store/notes';
import { selectedRow } from '../../store/view';
import type { InputContext, Point } from './gesture';

export function onClick({ canvas, commands, facts, view, notes, goToChapter }: InputContext, at: Point): void {
  const hit = canvas.hit(at.x, at.y);
  if (hit?.note !== undefined) {
    editNote(notes, hit.note);
    return;
  }
  if (hit?.chapter !== undefined) {
    goToChapter(hit.chapter);
    return;
  }
  if (hit?.slice !== undefined) {
    commands.selectSlice(hit.slice);
    commands.explain(null);
    return;
  }
  if (hit?.over !== undefined) {
    canvas.compared?.selectOver?.(hit.over);
    return;
  }
  const row = hit?.row ?? null;
  const from = selectedRow(view.getState());
  if (at.shift && row !== null && from !== null) {
    const rows = rowsBetween(facts.getState().data, runIndexOf(facts.getState()), from, row);
    if (rows.length > 0) commands.selectAll(rows.slice(0, MOST_BETWEEN).map(asRow));
    else commands.select(asRow(row));
  } else if (row === null) {
    // A miss while adding is a slip of the hand: nothing is lost by it.
    if (at.mod || at.shift) return;
    commands.select(null);
    commands.explain(hit?.gap ?? null);
  } else commands.select(asRow(row), at.mod);
}

/** A double click zooms to the task, or the slice. */
export function onDoubleClick({ canvas, commands, facts }: InputContext, at: Pick<Point, 'x' | 'y'>): void {
  const hit = canvas.hit(at.x, at.y);
  const slice = hit?.slice === undefined ? null : sliceFacts(facts.getState().data.slices, hit.slice);
  const row = hit?.row ?? null;
  const span = slice ?? (row === null ? null : rowSpan(facts.getState(), row));
  if (span !== null) commands.show(span.beginNs, span.endNs);
}
