/** Goes from match to match: selects the next one, and brings it into view. After the last one comes the first. */

import { type SliceRef, sliceFacts } from '../derive/slices/slice-facts';
import { nextSlice, sliceMatches } from '../derive/slices/slice-search';
import { selectRow } from '../panels/bottom/select-row';
import { factsStore, viewStore } from '../store';
import { filterStore, type Matches } from '../store/filter';
import { selectedRow } from '../store/view';
import { timelineCommands } from '../timeline/commands';

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
  const { matches, text } = filterStore.getState();
  const { slices } = factsStore.getState().data;
  const named = sliceMatches(slices, text);
  // Of tasks there is more to be said: slices have their turn where no task matches.
  if (named !== null && (matches === null || matches.length === 0)) {
    const to = nextSlice(slices, named, viewStore.getState().slice, direction === 'next' ? 1 : -1);
    return to !== null && showSlice(to);
  }
  const view = viewStore.getState();
  const row = matches === null ? null : neighbour(matches, selectedRow(view) ?? view.focusedRow, direction);
  if (row === null) return false;
  selectRow(row);
  return true;
}

function showSlice(slice: SliceRef): boolean {
  const found = sliceFacts(factsStore.getState().data.slices, slice);
  if (found === null) return false;
  timelineCommands.selectSlice(slice);
  timelineCommands.reveal(found.beginNs, found.endNs);
  return true;
}
