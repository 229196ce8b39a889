/** What a picture shows besides the run: what the window showed, or all lanes so that they fit. */
import type { Seen } from '../../shared/picture-options';
import { nanos, row } from '../../shared/units';
import type { Facts } from '../store/facts';
import type { FilterStore } from '../store/filter';
import { arrangementOf, type LaneStore } from '../store/lane-settings';
import type { NotesStore } from '../store/notes';
import type { Viewport, ViewStore } from '../store/view';
import type { CanvasView } from '../timeline/canvas-view';
import { COLLAPSED_HEIGHT } from '../timeline/lane-bands';

interface SceneStores {
  readonly view: ViewStore;
  readonly lanes: LaneStore;
  readonly notes: NotesStore;
  readonly filter: FilterStore;
}

/** @param seen null: only the notes that are kept with the run */
export function showAsSeen(seen: Seen | null, { started }: Facts, { view, lanes, notes, filter }: SceneStores): void {
  const pinned = seen?.notes ?? started?.annotations.notes ?? [];
  notes.setState({
    notes: pinned.map((note, index) => ({
      id: index + 1,
      atNs: nanos(note.atNs),
      row: note.row === null ? null : row(note.row),
      text: note.text,
    })),
  });
  if (seen === null) return;
  const { arrangement, selection, focusedRow, range, measure, evidence } = seen;
  const { groupBy, arrangements } = lanes.getState();
  const { order, collapsed, heights, only } = arrangement;
  const arranged = { order, collapsed: new Set(collapsed), heights: new Map(heights), only };
  lanes.setState({ arrangements: { ...arrangements, [groupBy]: arranged } });
  view.setState({
    selection: selection.map(row),
    focusedRow: focusedRow === null ? null : row(focusedRow),
    range: range === null ? null : { ...stretch(range), workers: range.workers },
    measure: measure === null ? null : stretch(measure),
    evidence: evidence.map((piece) => ({ ...stretch(piece), worker: piece.worker })),
  });
  if (seen.filter !== '') filter.setText(seen.filter);
}

const stretch = ({ startNs, endNs }: { readonly startNs: number; readonly endNs: number }): Viewport => ({
  startNs: nanos(startNs),
  endNs: nanos(endNs),
});

/** Higher than this a lane shows nothing more; one of nested slices may. */
const HIGHEST = 72;
/** From here on a lane has room for its label. */
const LABELLED = 20;

/** Gives all lanes heights at which they fit, as far as anything can be seen at them. */
export function fitLanes(lanes: LaneStore, canvas: CanvasView, heightPx: number): void {
  const { stack, layout } = canvas;
  const { count, keys } = stack;
  const own = keys.map((_, position) => stack.topOf(position + 1) - stack.topOf(position));
  const room = heightPx - (layout.contentHeight - stack.topOf(count));
  const state = lanes.getState();
  const heights = new Map(shareHeights(own, room).map((height, position) => [keys[position] ?? 0, height] as const));
  const arrangement = { ...arrangementOf(state), heights };
  lanes.setState({ arrangements: { ...state.arrangements, [state.groupBy]: arrangement } });
}

/** Each gets what its label needs, where that is possible; the rest goes to those that want more. @param own heights */
export function shareHeights(own: readonly number[], room: number): number[] {
  const least = own.length * LABELLED <= room ? LABELLED : COLLAPSED_HEIGHT;
  const wish = own.map((height) => Math.max(1, height - least));
  const all = wish.reduce((sum, height) => sum + height, 0);
  const spare = Math.max(0, room - own.length * least);
  return own.map((height, lane) => {
    const share = least + Math.floor((spare * (wish[lane] ?? 0)) / all);
    return Math.min(share, Math.max(HIGHEST, height));
  });
}
