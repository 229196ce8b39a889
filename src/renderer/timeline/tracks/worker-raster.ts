/** Fills the pixels of a worker's lane. */
import { lowerBound } from '../../derive/binary-search';
import type { LaneIndex } from '../../derive/lane-index';
import { NO_ROW } from '../../derive/row-cursor';
import type { Paint } from '../paint';
import { rasterSpans, type StripGrid } from '../span-raster';
import { beginStrip, drawStrip, stripX } from '../strip-frame';
import type { Band } from '../strip-layer';
import type { Context2D, Frame } from '../track';
import { forEachTrouble, lastKnown } from './worker-spans';

/** Tasks, in CSS pixels from the upper edge of the lane. */
export const TASK_BAND = { from: 4, to: 20 } as const;
/** Booting does no work: a thinner bar. */
const BOOT_BAND = { from: 8, to: 16 } as const;
/** Messages in flight, below the tasks: a worker may run one chunk while the next is on its way. */
export const FLIGHT_BAND = { from: 22, to: 26 } as const;
const ERROR_LINE = 3;
/** Width of merged columns of chunks: what is behind the tasks may be coarser than they are. */
const CHUNK_COLUMN = 4;

/** @returns spans of `lane.work` that were drawn one by one */
export function rasterWorker(
  ctx: Context2D,
  frame: Frame,
  top: number,
  worker: number,
  height: number,
): readonly number[] {
  const grid = beginStrip(frame, height);
  const tasks = band(TASK_BAND, frame.dpr);
  const flights = band(FLIGHT_BAND, frame.dpr);
  drawLife(frame, grid, tasks, worker);
  const lane = frame.index.lanes[worker];
  let wide: readonly number[] = [];
  if (lane !== undefined) {
    drawChunks(frame, grid, tasks, flights, lane);
    const { loads, run, dumps, background } = frame.theme.paints;
    const work = {
      band: tasks,
      paints: [loads, run, dumps],
      order: [1, 0, 2],
      gap: background,
      stackFrom: 'bottom',
    } as const;
    wide = rasterSpans(frame.strip, grid, lane.work, [work]);
    drawCurrent(frame, grid, tasks, lane);
    drawLost(frame, grid, tasks, lane);
    const { error } = frame.theme.paints;
    const line = Math.max(1, Math.round(ERROR_LINE * frame.dpr));
    forEachTrouble(frame, lane, 1 / frame.dpr, (x, row) => {
      const end = Math.round((x - frame.scale.left) * frame.dpr);
      const beginNs = lane.beginOf(row);
      const begin = Number.isNaN(beginNs) ? end : stripX(grid, beginNs);
      frame.strip.rect(Math.min(begin, end - 1), end, tasks.y1 - line, tasks.y1, error);
    });
  }
  drawStrip(ctx, frame, top);
  return wide;
}

function drawLife(frame: Frame, grid: StripGrid, tasks: Band, worker: number): void {
  const record = frame.facts.data.workers[worker];
  if (record === undefined) return;
  const { alive, boot, exiting } = frame.theme.paints;
  const end = lastKnown(frame, worker);
  const ready = record.readyAt ?? end;
  const leaving = record.exitingAt ?? end;
  stretch(frame, grid, band(BOOT_BAND, frame.dpr), record.spawnedAt, ready, boot);
  stretch(frame, grid, tasks, ready, leaving, alive);
  stretch(frame, grid, tasks, leaving, end, exiting);
}

/** Chunks: waiting in the worker behind the tasks, on their way below them. */
function drawChunks(frame: Frame, grid: StripGrid, tasks: Band, flights: Band, lane: LaneIndex): void {
  const { strip, theme } = frame;
  const { queueWait, flight } = theme.paints;
  const style = { gap: null, stackFrom: 'bottom' } as const;
  const wide = rasterSpans(
    strip,
    grid,
    lane.chunks,
    [
      { ...style, band: tasks, paints: [null, queueWait, null], order: [1], mergedOnly: true },
      { ...style, band: flights, paints: [flight, null, flight], order: [0, 2] },
    ],
    CHUNK_COLUMN,
  );
  for (const chunk of wide) drawWaiting(frame, grid, tasks, lane, chunk);
  const now = lastKnown(frame, lane.worker);
  const { argsSent, argsReceived } = frame.facts.data.table.columns;
  for (let chunk = lane.chunks.length; chunk < lane.chunkFirsts.length; chunk++) {
    const first = lane.chunkFirsts.array[chunk] ?? 0;
    const received = argsReceived[first] || now;
    stretch(frame, grid, flights, argsSent[first], received, flight);
    stretch(frame, grid, tasks, received, now, queueWait);
  }
}

/** A chunk waits in its worker before its first task, and after its last for the way back. */
function drawWaiting(frame: Frame, grid: StripGrid, tasks: Band, lane: LaneIndex, chunk: number): void {
  const { queueWait, orderWait } = frame.theme.paints;
  const { argsReceived, argsLoadsBegin, resultDumpsEnd, resultSent } = frame.facts.data.table.columns;
  const first = lane.chunkFirsts.array[chunk] ?? 0;
  const next =
    chunk + 1 < lane.chunkFirsts.length ? (lane.chunkFirsts.array[chunk + 1] ?? 0) : Number.POSITIVE_INFINITY;
  const last = lane.rows.array[lowerBound(lane.rows.array, lane.rows.length, next) - 1] ?? first;
  stretch(frame, grid, tasks, argsReceived[first], argsLoadsBegin[first], queueWait);
  stretch(frame, grid, tasks, resultDumpsEnd[last], resultSent[first], orderWait);
}

/** The task that the worker is at: open-ended. */
function drawCurrent(frame: Frame, grid: StripGrid, tasks: Band, lane: LaneIndex): void {
  const row = lane.current();
  if (row === NO_ROW) return;
  const { columns } = frame.facts.data.table;
  const { loads, run, dumps } = frame.theme.paints;
  const now = lastKnown(frame, lane.worker);
  const runBegin = columns.runBegin[row] || now;
  const runEnd = columns.runEnd[row] || now;
  stretch(frame, grid, tasks, lane.beginOf(row), runBegin, loads);
  stretch(frame, grid, tasks, runBegin, runEnd, run);
  stretch(frame, grid, tasks, runEnd, now, dumps);
}

/** The task that a worker took with it when it died; it is the last one that the worker began. */
function drawLost(frame: Frame, grid: StripGrid, tasks: Band, lane: LaneIndex): void {
  const row = lane.rows.array[lane.rows.length - 1];
  if (row === undefined || lane.rows.length === 0) return;
  if (!Number.isNaN(frame.facts.data.table.columns.runEnd[row] ?? 0)) return;
  stretch(frame, grid, tasks, lane.beginOf(row), lastKnown(frame, lane.worker), frame.theme.paints.lost);
}

/** Fills a stretch of time, at least one pixel wide; nothing where a moment is missing. */
function stretch(
  frame: Frame,
  grid: StripGrid,
  { y0, y1 }: Band,
  from: number | undefined,
  to: number | undefined,
  paint: Paint,
) {
  if (from === undefined || to === undefined || !(to > from)) return;
  const x0 = stripX(grid, from);
  frame.strip.rect(x0, Math.max(x0 + 1, stripX(grid, to)), y0, y1, paint);
}

function band({ from, to }: { readonly from: number; readonly to: number }, dpr: number): Band {
  return { y0: Math.round(from * dpr), y1: Math.round(to * dpr) };
}
