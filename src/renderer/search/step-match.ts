/** Goes from match to match: selects the next one, and brings it into view. After the last one comes the first. */
import { selectRow } from '../panels/bottom/select-row';
import { viewStore } from '../store';
import { filterStore, type Matches } from '../store/filter';
import { selectedRow } from '../store/view';

export type Direction = 'next' | 'previous';

/** The match to go to from a row, or null where nothing matches. @param from null: from neither end */
export function neighbour(matches: Matches, from: number | null, direction: Direction): number | null {
  const before = -1;
  const beyond = Number.MAX_SAFE_INTEGER;
  if (direction === 'next') return matches.after(from ?? before) ?? matches.after(before);
  return matches.before(from ?? beyond) ?? matches.before(beyond);
}

/** @returns whether there was one to go to */
export function stepMatch(direction: Direction): boolean {
  const { matches } = filterStore.getState();
  const view = viewStore.getState();
  const row = matches === null ? null : neighbour(matches, selectedRow(view) ?? view.focusedRow, direction);
  if (row === null) return false;
  selectRow(row);
  return true;
}
