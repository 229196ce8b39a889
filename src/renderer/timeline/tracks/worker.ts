/** The lane of one worker process: its life from spawn to exit, its tasks, its messages in flight, what went wrong. */
import { outcomeCode } from '../../../shared/telemetry';
import { NO_ROW } from '../../derive/row-cursor';
import { workerState } from '../../derive/worker-state';
import { drawGutter, drawLabel, monoFont } from '../labels';
import { drawCross, drawStateMark, outlineSpan } from '../marks';
import { type Context2D, type Frame, GUTTER, type Track } from '../track';
import { nearestWorkerEdge } from './worker-edges';
import { hitWorker } from './worker-hit';
import { rasterWorker, TASK_BAND } from './worker-raster';
import { forEachTrouble, spanOfRow } from './worker-spans';

export const LANE_HEIGHT = 28;
/** Of a character of the 12 px mono font, in CSS pixels; measuring each number would cost more than drawing it. */
const CHARACTER = 7.25;
const PADDING = 6;
const CROSS_SPACING = 10;

export interface WorkerTrack extends Track {
  readonly worker: number;
}

export function workerTrack(worker: number): WorkerTrack {
  return {
    id: `worker-${worker}`,
    worker,
    height: LANE_HEIGHT,
    draw(ctx, frame, top) {
      const wide = rasterWorker(ctx, frame, top, worker, LANE_HEIGHT);
      drawNumbers(ctx, frame, top, worker, wide);
      drawMarks(ctx, frame, top, worker);
      drawWorkerLabel(ctx, frame, top, worker);
    },
    hit: (x, y, frame) => (x < GUTTER ? null : hitWorker(x, y, frame, worker)),
    nearestEdge: (atNs, reachNs, frame) => nearestWorkerEdge(atNs, reachNs, frame, worker),
  };
}

function drawNumbers(ctx: Context2D, frame: Frame, top: number, worker: number, wide: readonly number[]): void {
  const lane = frame.index.lanes[worker];
  if (lane === undefined) return;
  const { task, outcome } = frame.facts.data.table.columns;
  ctx.font = monoFont(frame, 500);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = frame.theme.colors.bg;
  const rows = wide.map((span) => lane.rows.array[span] ?? 0);
  const current = lane.current();
  for (const row of current === NO_ROW ? rows : [...rows, current]) {
    const span = spanOfRow(frame, lane, row);
    // On the texture of a lost task a number could not be read.
    if (span === null || outcome[row] === outcomeCode.lost) continue;
    const mark = outcome[row] === outcomeCode.failed ? 2 * CROSS_SPACING : 0;
    // The number stays in view while its span is.
    const left = Math.max(GUTTER, frame.scale.toX(span.runNs));
    const text = `#${task[row] ?? 0}`;
    if (frame.scale.toX(span.endNs) - left < text.length * CHARACTER + 2 * PADDING + mark) continue;
    ctx.fillText(text, left + PADDING, top + (TASK_BAND.from + TASK_BAND.to) / 2 + 0.5);
  }
}

function drawMarks(ctx: Context2D, frame: Frame, top: number, worker: number): void {
  const { facts, index, view, theme, scale } = frame;
  const lane = index.lanes[worker];
  const middle = top + (TASK_BAND.from + TASK_BAND.to) / 2;
  if (lane !== undefined) {
    forEachTrouble(frame, lane, CROSS_SPACING, (x, row) => {
      // What was lost with the worker is marked by the crash itself.
      if (facts.data.table.columns.outcome[row] === outcomeCode.lost) return;
      // Inside its span where that is wide enough.
      const wide = x - scale.toX(lane.beginOf(row)) >= 2 * CROSS_SPACING;
      drawCross(ctx, frame, wide ? x - CROSS_SPACING : x, middle, 7);
    });
    const height = TASK_BAND.to - TASK_BAND.from;
    for (const [row, color] of [
      [view.hover?.row, theme.colors.textMuted],
      [view.focusedRow, theme.colors.focus],
      ...view.selection.map((selected) => [selected, theme.colors.text] as const),
    ] as const) {
      if (row === null || row === undefined || facts.data.table.columns.worker[row] !== worker) continue;
      const span = spanOfRow(frame, lane, row);
      if (span !== null) {
        outlineSpan(ctx, scale.toX(span.beginNs), scale.toX(span.endNs), top + TASK_BAND.from, height, color);
      }
    }
  }
  const exit = facts.data.workers[worker]?.exit;
  if (exit?.kind !== 'crashed') return;
  const x = scale.toX(exit.at);
  if (x < GUTTER || x > scale.right) return;
  ctx.fillStyle = theme.colors.error;
  ctx.fillRect(x - 1, top + 2, 2, LANE_HEIGHT - 5);
  drawCross(ctx, frame, x, middle, 10);
}

function drawWorkerLabel(ctx: Context2D, frame: Frame, top: number, worker: number): void {
  drawGutter(ctx, frame, top, LANE_HEIGHT);
  const record = frame.facts.data.workers[worker];
  if (record === undefined) return;
  const state = workerState(record, frame.index.lanes[worker], frame.facts.data.table.columns);
  drawStateMark(ctx, frame, state, 16, top + LANE_HEIGHT / 2);
  drawLabel(ctx, frame, top, LANE_HEIGHT, {
    text: record.pid === null ? '…' : String(record.pid),
    note: state,
    mono: true,
    ...(state === 'crashed' ? { noteColor: frame.theme.colors.danger } : {}),
  });
}
