/** Where the arrow keys go in the picture of a race: along the input, and from heat to heat with the same task. */
import { tileX } from '../../derive/race/race-layout';
import type { RacePicture } from './draw-race';
import type { RaceFocus } from './race-view-store';

export type FocusStep = 'before' | 'after' | 'above' | 'below' | 'first' | 'last';

/** @returns null: no heat has a task yet */
export function stepFocus(picture: RacePicture, focus: RaceFocus | null, step: FocusStep): RaceFocus | null {
  const known = picture.heats.flatMap((heat, at) => (heat !== undefined && heat.rows.length > 0 ? [at] : []));
  const first = known[0];
  if (first === undefined) return null;
  if (focus === null) return focusOn(picture, first, 0, 1);
  const heat = picture.heats[focus.contestant];
  const task = heat?.rows.task[focus.row] ?? 0;
  const last = (heat?.tasks ?? 1) - 1;
  switch (step) {
    case 'above':
    case 'below': {
      const at = known.indexOf(focus.contestant) + (step === 'above' ? -1 : 1);
      return focusOn(picture, known[at] ?? focus.contestant, task, 1) ?? focus;
    }
    case 'first':
      return focusOn(picture, focus.contestant, 0, 1) ?? focus;
    case 'last':
      return focusOn(picture, focus.contestant, last, -1) ?? focus;
    case 'before':
      return focusOn(picture, focus.contestant, task - 1, -1) ?? focus;
    case 'after':
      return focusOn(picture, focus.contestant, task + 1, 1) ?? focus;
  }
}

/** The task, or where it has no row yet the next that has one. @param by 1 or -1: where to look on */
function focusOn(picture: RacePicture, contestant: number, task: number, by: number): RaceFocus | null {
  const heat = picture.heats[contestant];
  const box = picture.layout.boxes[contestant];
  if (heat === undefined || box === undefined) return null;
  for (let wanted = task; wanted >= 0 && wanted < heat.tasks; wanted += by) {
    // Of a task that ran again, the last run counts.
    const row = heat.rows.task.lastIndexOf(wanted);
    if (row < 0 || row >= heat.rows.length) continue;
    const place = heat.completedOrder.indexOf(row);
    const x = place < 0 ? box.plotX : tileX(box, heat.tasks, place);
    return { contestant, row, x, y: box.completedY + box.tapeHeight, byKeys: true };
  }
  return null;
}
