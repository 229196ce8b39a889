/** The lane of the process that owns the pool: pickling arguments, and reading results, which hang from the top. */

import { nearer, nearestEdge } from '../../derive/nearest-edge';
import { pinnedTruth } from '../../truth/lane-truth';
import { knownRight } from '../as-of';
import { drawGutter, drawLabel } from '../labels';
import { drawCross } from '../marks';
import { rasterSpans } from '../span-raster';
import { beginStrip, drawKept, hideLater } from '../strip-frame';
import { type Context2D, type Frame, GUTTER, type Hit, type Track } from '../track';

const HEIGHT = 28;
const BAND = { from: 4, to: 24 } as const;
const REACH = 3;

export const callerTrack: Track = {
  id: 'caller',
  truth: pinnedTruth('lane.caller'),
  height: HEIGHT,
  draw(ctx, frame, top) {
    drawKept(ctx, frame, { top, height: HEIGHT }, frame.index.caller, () => fillCaller(frame));
    drawFailures(ctx, frame, top);
    drawGutter(ctx, frame, top, HEIGHT);
    const { started } = frame.facts;
    drawLabel(ctx, frame, top, HEIGHT, { text: 'caller', ...(started ? { note: String(started.mainPid) } : {}) });
  },
  hit: (x, _y, frame) => (x < GUTTER ? null : hitSpan(frame, frame.scale.toNs(x))),
  nearestEdge(atNs, reachNs, { index: { caller } }) {
    const dumps = nearestEdge(caller.dumps, atNs, reachNs);
    return nearer(dumps, nearestEdge(caller.loads, atNs, reachNs), atNs, reachNs);
  },
};

function fillCaller(frame: Frame): readonly number[] {
  const grid = beginStrip(frame, HEIGHT);
  const band = { y0: Math.round(BAND.from * frame.dpr), y1: Math.round(BAND.to * frame.dpr) };
  const { dumps, loads, background } = frame.theme.paints;
  const { caller } = frame.index;
  const style = { band, order: [0], gap: background } as const;
  rasterSpans(frame.strip, grid, caller.dumps, [{ ...style, paints: [dumps], stackFrom: 'bottom' }]);
  rasterSpans(frame.strip, grid, caller.loads, [{ ...style, paints: [loads], stackFrom: 'top' }]);
  hideLater(frame, grid);
  return [];
}

function drawFailures(ctx: Context2D, frame: Frame, top: number): void {
  const { caller } = frame.index;
  const right = knownRight(frame);
  for (let index = 0, last = GUTTER - 8; index < caller.troubles.length; index++) {
    const x = frame.scale.toX(caller.troubleAt(caller.troubles.array[index] ?? 0));
    if (x < last + 8) continue;
    if (x > right) return;
    drawCross(ctx, frame, x, top + HEIGHT / 2, 7);
    last = x;
  }
}

function hitSpan({ index: { caller }, scale }: Frame, at: number): Hit | null {
  const reach = REACH * scale.nsPerPx;
  for (const [series, rows] of [
    [caller.dumps, caller.dumpedRows],
    [caller.loads, caller.loadedRows],
  ] as const) {
    const span = series.firstEndingAfter(at - reach);
    if (span >= series.length || (series.momentsOf(span)[0] ?? 0) > at + reach) continue;
    const merged = Math.max(1, series.firstEndingAfter(at + scale.nsPerPx) - span);
    return { row: rows.array[span] ?? 0, merged, text: '' };
  }
  return null;
}
