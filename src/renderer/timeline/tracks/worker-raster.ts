/** Fills the pixels of a lane. */
import { outcomeCode } from '../../../shared/telemetry';
import { rowUnderWay } from '../../derive/as-of/row-under-way';
import type { LaneIndex } from '../../derive/lane-index';
import { NO_ROW } from '../../derive/row-cursor';
import type { LaneBand, LaneBands } from '../lane-bands';
import type { Paint } from '../paint';
import { rasterSpans, type StripGrid } from '../span-raster';
import { beginStrip, drawKept, hideLater, stripX } from '../strip-frame';
import type { Band } from '../strip-layer';
import type { Context2D, Frame } from '../track';
import { forEachTrouble, lastKnown } from './worker-spans';

const ERROR_LINE = 3;
/** Width of merged columns of chunks: what is behind the tasks may be coarser than they are. */
const CHUNK_COLUMN = 4;

/**
 * @param lane undefined: nothing is known of it yet
 * @param drawBehind draws what the tasks lie on
 * @returns spans of `lane.work` that were drawn one by one
 */
export function rasterLane(
  ctx: Context2D,
  frame: Frame,
  top: number,
  bands: LaneBands,
  lane: LaneIndex | undefined,
  drawBehind: (grid: StripGrid) => void,
): readonly number[] {
  const { height } = bands;
  return drawKept(ctx, frame, { top, height }, lane, () => fillLane(frame, bands, lane, drawBehind));
}

/** @returns spans of `lane.work` that were drawn one by one */
function fillLane(
  frame: Frame,
  bands: LaneBands,
  lane: LaneIndex | undefined,
  drawBehind: (grid: StripGrid) => void,
): readonly number[] {
  const grid = beginStrip(frame, bands.height);
  const tasks = bandOf(bands.tasks, frame.dpr);
  drawBehind(grid);
  if (lane === undefined) {
    hideLater(frame, grid);
    return [];
  }
  drawChunks(frame, grid, bands, lane);
  const wide = drawTasks(frame, grid, tasks, lane);
  hideLater(frame, grid);
  drawCurrent(frame, grid, tasks, lane);
  drawTroubles(frame, grid, tasks, lane);
  return wide;
}

/** @returns spans of `lane.work` that were drawn one by one */
function drawTasks(frame: Frame, grid: StripGrid, band: Band, lane: LaneIndex): readonly number[] {
  const { look, strip, theme } = frame;
  const { background, underWay } = theme.paints;
  const style = { band, gap: background, stackFrom: 'bottom' } as const;
  const series = look.seriesOf(lane, frame.facts);
  const layer = { ...style, paints: look.paints, order: look.order };
  if (series.length === lane.work.length) return rasterSpans(strip, grid, series, [layer]);
  // What has no colour yet shows through where the coloured spans end.
  const unsorted = { ...style, paints: [underWay, underWay, underWay], order: [1, 0, 2] };
  const wide = [...rasterSpans(strip, grid, lane.work, [unsorted])];
  rasterSpans(strip, grid, series, [layer]);
  return wide;
}

/** What failed has a line below it; what was lost with its worker has a texture. */
function drawTroubles(frame: Frame, grid: StripGrid, tasks: Band, lane: LaneIndex): void {
  const { error, lost } = frame.theme.paints;
  const { outcome, runEnd } = frame.facts.data.table.columns;
  const line = Math.max(1, Math.round(Math.min(ERROR_LINE, (tasks.y1 - tasks.y0) / 3) * frame.dpr));
  forEachTrouble(frame, lane, 1 / frame.dpr, (x, row) => {
    const end = Math.round((x - frame.scale.left) * frame.dpr);
    const beginNs = lane.beginOf(row);
    // All of a chunk are lost at one moment; the last that was begun is the one that was cut off.
    const cut = outcome[row] === outcomeCode.lost ? lane.lastBegunWith(row) : -1;
    if (cut !== -1 && Number.isNaN(runEnd[cut] ?? 0)) {
      stretch(frame, grid, tasks, lane.beginOf(cut), lane.troubleAt(cut), lost);
    }
    const begin = Number.isNaN(beginNs) ? end : stripX(grid, beginNs);
    frame.strip.rect(Math.min(begin, end - 1), end, tasks.y1 - line, tasks.y1, error);
  });
}

/** The life of a process, from spawn to exit. */
export function drawLife(frame: Frame, grid: StripGrid, bands: LaneBands, worker: number): void {
  const record = frame.facts.data.workers[worker];
  if (record === undefined) return;
  const { alive, boot, exiting } = frame.theme.paints;
  const end = lastKnown(frame, worker);
  const ready = record.readyAt ?? end;
  const leaving = record.exitingAt ?? end;
  const tasks = bandOf(bands.tasks, frame.dpr);
  stretch(frame, grid, bandOf(bands.boot, frame.dpr), record.spawnedAt, ready, boot);
  stretch(frame, grid, tasks, ready, leaving, alive);
  stretch(frame, grid, tasks, leaving, end, exiting);
}

/** Chunks: waiting in the worker behind the tasks, on their way below them. */
function drawChunks(frame: Frame, grid: StripGrid, bands: LaneBands, lane: LaneIndex): void {
  const { strip, look } = frame;
  const { wait, flight } = look.messages;
  const tasks = bandOf(bands.tasks, frame.dpr);
  const flights = bands.flights === null ? null : bandOf(bands.flights, frame.dpr);
  const style = { gap: null, stackFrom: 'bottom' } as const;
  const waiting = { ...style, band: tasks, paints: [null, wait, null], order: [1], mergedOnly: true };
  const flying = flights && { ...style, band: flights, paints: [flight, null, flight], order: [0, 2] };
  const layers = flying === null ? [waiting] : [waiting, flying];
  const wide = rasterSpans(strip, grid, lane.chunks, layers, CHUNK_COLUMN);
  for (const chunk of wide) drawWaiting(frame, grid, tasks, lane, chunk);
  const { argsSent, argsReceived, worker } = frame.facts.data.table.columns;
  for (let chunk = lane.chunks.length; chunk < lane.chunkFirsts.length; chunk++) {
    const first = lane.chunkFirsts.array[chunk] ?? 0;
    const now = lastKnown(frame, worker[first] ?? 0);
    const received = argsReceived[first] || now;
    if (flights !== null) stretch(frame, grid, flights, argsSent[first], received, flight);
    stretch(frame, grid, tasks, received, now, wait);
  }
}

/** A chunk waits in its worker before its first task, and after its last for the way back. */
function drawWaiting(frame: Frame, grid: StripGrid, tasks: Band, lane: LaneIndex, chunk: number): void {
  const { wait, back } = frame.look.messages;
  const { argsReceived, argsLoadsBegin, resultDumpsEnd, resultSent } = frame.facts.data.table.columns;
  const first = lane.chunkFirsts.array[chunk] ?? 0;
  const last = Math.max(first, lane.lastBegunWith(first));
  stretch(frame, grid, tasks, argsReceived[first], argsLoadsBegin[first], wait);
  stretch(frame, grid, tasks, resultDumpsEnd[last], resultSent[first], back);
}

/** The task that the worker is at: open-ended. In a replay it lies on what it will have become. */
function drawCurrent(frame: Frame, grid: StripGrid, tasks: Band, lane: LaneIndex): void {
  const row = frame.asOfNs === Number.POSITIVE_INFINITY ? lane.current() : rowUnderWay(lane, frame.asOfNs);
  if (row === NO_ROW) return;
  const { columns } = frame.facts.data.table;
  const { loads, run, dumps } = frame.theme.paints;
  const now = lastKnown(frame, columns.worker[row] ?? 0);
  const own = frame.look.paintUnderWay(row);
  if (own !== null) {
    stretch(frame, grid, tasks, lane.beginOf(row), now, own);
    return;
  }
  const runBegin = Math.min(columns.runBegin[row] || now, now);
  const runEnd = Math.min(columns.runEnd[row] || now, now);
  stretch(frame, grid, tasks, lane.beginOf(row), runBegin, loads);
  stretch(frame, grid, tasks, runBegin, runEnd, run);
  stretch(frame, grid, tasks, runEnd, now, dumps);
}

/** Fills a stretch of time, at least one pixel wide; nothing where a moment is missing. */
export function stretch(
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

export function bandOf({ from, to }: LaneBand, dpr: number): Band {
  return { y0: Math.round(from * dpr), y1: Math.round(to * dpr) };
}
