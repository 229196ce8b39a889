/** Reads from the stores and the page what the window shows, for a picture as seen. */
import { runExtent } from '../derive/run-extent';
import { LEGEND_HEIGHT } from '../export-page/picture-legend';
import { TITLE_HEIGHT } from '../export-page/picture-title';
import { factsStore, laneStore, notesStore, playbackStore, viewStore } from '../store';
import { filterStore } from '../store/filter';
import { arrangementOf } from '../store/lane-settings';
import type { Shown } from './export-request';
import type { ExportForm } from './export-store';

/** Of a selection of more tasks, these are outlined in the picture. */
const MOST_SELECTED = 10_000;

export function whatIsShown(form: Pick<ExportForm, 'title' | 'legend'>): Shown {
  const { viewport, range, selection, focusedRow, measure, evidence } = viewStore.getState();
  const lanes = laneStore.getState();
  const { order, collapsed, heights, only } = arrangementOf(lanes);
  const scroller = document.querySelector('.timeline-scroller');
  const around = (form.title ? TITLE_HEIGHT : 0) + (form.legend ? LEGEND_HEIGHT : 0);
  return {
    viewport,
    range,
    originNs: runExtent(factsStore.getState()).originNs,
    atNs: playbackStore.getState().atNs,
    lanes,
    // A window can be smaller than the smallest picture.
    size: {
      width: Math.max(320, scroller?.clientWidth ?? 0),
      height: Math.max(180, (scroller?.clientHeight ?? 0) + around),
    },
    seen: {
      scrollTop: scroller?.scrollTop ?? 0,
      arrangement: { order: [...order], collapsed: [...collapsed], heights: [...heights], only },
      selection: selection.slice(-MOST_SELECTED),
      focusedRow,
      range: range === null ? null : { ...stretch(range), workers: range.workers === null ? null : [...range.workers] },
      measure: measure === null ? null : stretch(measure),
      evidence: evidence.map((piece) => ({ ...stretch(piece), worker: piece.worker })),
      notes: notesStore.getState().notes.map(({ atNs, row, text }) => ({ atNs, row, text })),
      filter: filterStore.getState().matches === null ? '' : filterStore.getState().text,
    },
  };
}

const stretch = ({ startNs, endNs }: { readonly startNs: number; readonly endNs: number }) => ({ startNs, endNs });
