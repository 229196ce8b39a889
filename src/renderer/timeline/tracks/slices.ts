/** A lane of slices: what a thread did, each call below the one that made it. */

import { formatCount, formatDuration } from '../../../shared/format';
import type { SliceLane } from '../../../shared/slices';
import { lowerBound } from '../../derive/binary-search';
import { nameOf, rowOf, type SliceRef, sliceAt } from '../../derive/slices/slice-facts';
import { keyOfSliceLane } from '../../derive/slices/slice-keys';
import { sliceLaneTruth } from '../../truth/lane-truth';
import { clearPlot, clipToPlot, drawGutter, sansFont } from '../labels';
import { laneBands, MIN_HEIGHT } from '../lane-bands';
import { drawFolded, outlineSpan } from '../marks';
import { type Context2D, type Frame, GUTTER, type Hit, type LaneTrack } from '../track';
import { drawLaneName } from './lane-name';
import { rectsOfRow } from './slice-rects';

/** Above the first row and below the last one. */
const EDGE = 4;
const PADDING = 4;
/** Narrower than this there is no room for a name. */
const NAMED_PX = 28;
const MARK = 4;
/** So near to a slice or a moment that takes no pixel counts as on it. */
const REACH_PX = 2;
/** Rows at the usual height of a lane. */
const ROW_PX: readonly (readonly [laneHeight: number, row: number])[] = [
  [44, 24],
  [28, 16],
  [0, 12],
];

/** @param usual height of a lane of tasks */
export function sliceLaneHeight({ rows }: SliceLane, usual: number): number {
  const row = ROW_PX.find(([height]) => usual >= height)?.[1] ?? 12;
  return Math.max(usual, (rows.length - 1) * row + 2 * EDGE);
}

export function sliceTrack(lane: SliceLane, index: number, height: number): LaneTrack {
  const rows = Math.max(1, lane.rows.length - 1);
  const folded = height < MIN_HEIGHT;
  const edge = folded ? 1 : EDGE;
  const rowPx = (height - 2 * edge) / rows;
  const topOf = (row: number): number => edge + row * rowPx;
  const track: LaneTrack = {
    id: `slices-${index}`,
    truth: sliceLaneTruth,
    key: keyOfSliceLane(index),
    height,
    bands: laneBands(height),
    owns: () => false,
    workers: () => [],
    showsWorker: () => false,
    draw(ctx, frame, top) {
      clearPlot(ctx, frame, top, height);
      clipToPlot(ctx, frame, top, height);
      for (let row = 0; row < rows; row++) {
        const bar = { y: top + topOf(row), height: Math.max(1, rowPx - (rowPx >= 6 ? 1 : 0)) };
        drawRow(ctx, frame, lane, row, bar);
      }
      drawMarks(ctx, frame, lane, top, height);
      drawOutline(ctx, frame, { lane, index, top, topOf, rowPx });
      ctx.restore();
      drawGutter(ctx, frame, top, height);
      if (folded) drawFolded(ctx, frame, 16, top + height / 2 - 0.5);
      else drawLaneName(ctx, frame, top, height, lane.name, lane.process);
    },
    hit(x, y, frame) {
      if (x < GUTTER) return null;
      const row = Math.min(rows - 1, Math.max(0, Math.floor((y - edge) / rowPx)));
      return hitMark(lane, x, frame) ?? hitSlice(lane, index, row, x, frame);
    },
    nearestEdge(atNs, reachNs) {
      const slice = sliceAt(lane, 0, atNs, reachNs);
      const edges = slice < 0 ? [] : [lane.begin[slice] ?? Number.NaN, lane.end[slice] ?? Number.NaN];
      const near = edges.filter((one) => Math.abs(one - atNs) <= reachNs);
      return near.sort((a, b) => Math.abs(a - atNs) - Math.abs(b - atNs))[0] ?? Number.NaN;
    },
  };
  return track;
}

function drawRow(
  ctx: Context2D,
  frame: Frame,
  lane: SliceLane,
  row: number,
  bar: { readonly y: number; readonly height: number },
): void {
  const { theme, scale, asOfNs, sliceMatches } = frame;
  const { chunk } = theme.classes;
  const rects: [x0: number, x1: number][][] = [];
  const named: { x0: number; x1: number; slice: number; tone: number }[] = [];
  for (const { x0, x1, slice } of rectsOfRow(lane, row, scale, asOfNs)) {
    const name = slice < 0 ? -1 : (lane.nameText[slice] ?? 0);
    const dimmed = slice >= 0 && sliceMatches !== null && sliceMatches.texts[name] !== 1;
    const tone = slice < 0 ? CROWDED : dimmed ? DIMMED : name % chunk.length;
    rects[tone] ??= [];
    rects[tone]?.push([x0, x1]);
    if (x1 - x0 >= NAMED_PX && bar.height >= 11 && !dimmed) named.push({ x0, x1, slice, tone });
  }
  for (const [tone, spans] of rects.entries()) {
    if (spans === undefined) continue;
    ctx.fillStyle =
      tone === CROWDED
        ? theme.colors.textFaint
        : tone === DIMMED
          ? theme.colors.dimmed
          : (theme.colors[TONES[tone] ?? 'tone1'] ?? '');
    // A hairline between neighbours, so that two calls of one function are two.
    for (const [x0, x1] of spans) ctx.fillRect(x0, bar.y, Math.max(1, x1 - x0 - (x1 - x0 > 3 ? 0.5 : 0)), bar.height);
  }
  const { texts } = frame.facts.data.slices;
  ctx.font = sansFont(frame, 400, 12);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  for (const { x0, x1, slice, tone } of named) {
    ctx.fillStyle = chunk[tone]?.ink ?? theme.colors.text;
    ctx.fillText(
      shortened(nameOf(texts, lane, slice), x1 - x0 - 2 * PADDING),
      x0 + PADDING,
      bar.y + bar.height / 2 + 0.5,
    );
  }
}
const TONES = ['tone1', 'tone2', 'tone3', 'tone4', 'tone5', 'tone6'] as const;
const CROWDED = TONES.length;
const DIMMED = TONES.length + 1;

/** Of a character on average: measuring each name would cost more than drawing it. */
const CHARACTER_PX = 6.6;

function shortened(name: string, width: number): string {
  const most = Math.floor(width / CHARACTER_PX);
  return name.length <= most ? name : most < 2 ? '' : `${name.slice(0, most - 1)}…`;
}

/** Moments: small triangles at the upper edge, one a pixel. */
function drawMarks(ctx: Context2D, frame: Frame, { marks }: SliceLane, top: number, height: number): void {
  const { scale, theme, asOfNs } = frame;
  const half = Math.min(MARK, height / 3);
  ctx.fillStyle = theme.colors.text;
  const last = Math.min(scale.endNs, asOfNs);
  for (let index = lowerBound(marks.at, marks.at.length, scale.startNs); index < marks.at.length; ) {
    const at = marks.at[index] ?? Number.NaN;
    if (!(at <= last)) return;
    const x = scale.toX(at);
    ctx.beginPath();
    ctx.moveTo(x - half, top);
    ctx.lineTo(x + half, top);
    ctx.lineTo(x, top + half * 1.5);
    ctx.closePath();
    ctx.fill();
    index = lowerBound(marks.at, marks.at.length, scale.toNs(x + 1), index + 1);
  }
}

interface OutlineParts {
  readonly lane: SliceLane;
  readonly index: number;
  readonly top: number;
  topOf(row: number): number;
  readonly rowPx: number;
}

function drawOutline(ctx: Context2D, frame: Frame, { lane, index, top, topOf, rowPx }: OutlineParts): void {
  const { slice } = frame.view;
  if (slice?.lane !== index) return;
  const x0 = Math.max(GUTTER - 4, frame.scale.toX(lane.begin[slice.slice] ?? 0));
  const x1 = Math.min(frame.scale.right + 4, frame.scale.toX(lane.end[slice.slice] ?? 0));
  if (x1 < GUTTER - 4 || x0 > frame.scale.right + 4) return;
  outlineSpan(ctx, x0, x1, top + topOf(rowOf(lane, slice.slice)), Math.max(2, rowPx - 1), frame.theme.colors.text);
}

function hitMark({ marks }: SliceLane, x: number, { scale, facts }: Frame): Hit | null {
  const from = lowerBound(marks.at, marks.at.length, scale.toNs(x - REACH_PX));
  const until = lowerBound(marks.at, marks.at.length, scale.toNs(x + REACH_PX), from);
  if (until === from) return null;
  const name = facts.data.slices.texts[marks.name[from] ?? 0] || 'a moment without a name';
  const more = until - from > 1 ? `, and ${formatCount(until - from - 1)} more moments at this pixel` : '';
  return { row: null, merged: 0, text: `${name}${more}` };
}

function hitSlice(lane: SliceLane, index: number, row: number, x: number, { scale, facts }: Frame): Hit | null {
  const found = sliceAt(lane, row, scale.toNs(x));
  const slice = found >= 0 ? found : sliceAt(lane, row, scale.toNs(x), REACH_PX * scale.nsPerPx);
  if (slice < 0) return null;
  const ref: SliceRef = { lane: index, slice };
  const length = formatDuration((lane.end[slice] ?? 0) - (lane.begin[slice] ?? 0));
  return { row: null, merged: 0, text: `${nameOf(facts.data.slices.texts, lane, slice)} · ${length}`, slice: ref };
}
