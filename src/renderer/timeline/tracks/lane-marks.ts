/** What is written and marked on the spans of a lane: numbers, crosses, outlines. */
import { outcomeCode } from '../../../shared/telemetry';
import type { LaneIndex } from '../../derive/lane-index';
import { NO_ROW } from '../../derive/row-cursor';
import { hasHappened } from '../as-of';
import { monoFont } from '../labels';
import type { LaneBands } from '../lane-bands';
import { drawCross, outlineSpan } from '../marks';
import { type Context2D, type Frame, GUTTER, type LaneTrack } from '../track';
import { forEachTrouble, type RowSpan, spanOfRow } from './worker-spans';

/** Of a character of the mono font, as a share of its size; measuring each number would cost more than drawing it. */
const CHARACTER = 7.25 / 12;
const PADDING = 6;
const CROSS_SPACING = 10;

/** @param wide spans of `lane.work` that have room for a number, in order */
export function drawNumbers(
  ctx: Context2D,
  frame: Frame,
  top: number,
  { tasks, textPx }: LaneBands,
  lane: LaneIndex,
  wide: readonly number[],
): void {
  if (textPx === 0) return;
  const { look } = frame;
  const { task, outcome, runEnd } = frame.facts.data.table.columns;
  const runOf = (row: number, { runNs, endNs }: RowSpan): number => (runEnd[row] || endNs) - runNs;
  ctx.font = monoFont(frame, 500, textPx);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const rows = wide.map((span) => lane.rows.array[span] ?? 0);
  const current = lane.current();
  for (const row of current === NO_ROW ? rows : [...rows, current]) {
    const span = spanOfRow(frame, lane, row);
    if (span === null) continue;
    const underWay = row === current || span.endNs >= frame.asOfNs;
    // On the texture of a lost task a number could not be read.
    if (outcome[row] === outcomeCode.lost && !underWay) continue;
    const mark = outcome[row] === outcomeCode.failed && hasHappened(frame, lane.troubleAt(row)) ? 2 * CROSS_SPACING : 0;
    // The number stays in view while its span is.
    const left = Math.max(GUTTER, frame.scale.toX(span.runNs));
    const text = `#${task[row] ?? 0}`;
    const needed = text.length * CHARACTER * textPx + 2 * PADDING + mark;
    if (frame.scale.toX(span.endNs) - left < needed) continue;
    const ink = underWay ? look.inkUnderWay(row) : look.inkOf(row, runOf(row, span));
    if (ink === null) continue;
    ctx.fillStyle = ink;
    ctx.fillText(text, left + PADDING, top + (tasks.from + tasks.to) / 2 + 0.5);
  }
}

/** Crosses on what failed. What was lost with its worker is marked by the crash itself. */
export function drawFailures(ctx: Context2D, frame: Frame, top: number, { tasks }: LaneBands, lane: LaneIndex): void {
  const { outcome } = frame.facts.data.table.columns;
  const middle = top + (tasks.from + tasks.to) / 2;
  const size = Math.min(7, tasks.to - tasks.from);
  forEachTrouble(frame, lane, CROSS_SPACING, (x, row) => {
    if (outcome[row] === outcomeCode.lost) return;
    // Inside its span where that is wide enough.
    const wide = x - frame.scale.toX(lane.beginOf(row)) >= 2 * CROSS_SPACING;
    drawCross(ctx, frame, wide ? x - CROSS_SPACING : x, middle, size);
  });
}

/** Outlines of what is pointed at, focused and selected. */
export function drawOutlines(ctx: Context2D, frame: Frame, top: number, track: LaneTrack, lane: LaneIndex): void {
  const { view, theme, scale } = frame;
  const { from, to } = track.bands.tasks;
  let drawn = Number.NaN;
  const outline = (row: number | null | undefined, color: string): void => {
    if (row === null || row === undefined || !track.owns(row, frame)) return;
    const span = spanOfRow(frame, lane, row);
    if (span === null || span.endNs < scale.startNs || span.beginNs > scale.endNs) return;
    const [x0, x1] = [scale.toX(span.beginNs), scale.toX(span.endNs)];
    // Thousands may be selected: those that share their pixels share an outline.
    if (x1 - x0 < 2 && Math.round((x0 + x1) / 2) === drawn && color === theme.colors.text) return;
    drawn = Math.round((x0 + x1) / 2);
    outlineSpan(ctx, x0, x1, top + from, to - from, color);
  };
  outline(view.hover?.row, theme.colors.textMuted);
  outline(view.focusedRow, theme.colors.focus);
  drawn = Number.NaN;
  for (const row of view.selection) outline(row, theme.colors.text);
}

/** The moment at which a process died. */
export function drawCrash(ctx: Context2D, frame: Frame, top: number, { height, tasks }: LaneBands, atNs: number): void {
  const x = frame.scale.toX(atNs);
  if (x < GUTTER || x > frame.scale.right || !hasHappened(frame, atNs)) return;
  ctx.fillStyle = frame.theme.colors.error;
  ctx.fillRect(x - 1, top + Math.min(2, tasks.from), 2, height - 2 * Math.min(2, tasks.from) - 1);
  drawCross(ctx, frame, x, top + (tasks.from + tasks.to) / 2, Math.min(10, tasks.to - tasks.from));
}
