/** Arrows of the selected slice: those that begin in it, and those that end in it. */
import type { SliceData, SliceLane } from '../../../shared/slices';
import { innermostAt, rowOf, type SliceRef } from '../../derive/slices/slice-facts';
import { keyOfSliceLane } from '../../derive/slices/slice-keys';
import { curvePoints } from '../curve';
import type { Layout } from '../layout';
import { type Context2D, type Frame, GUTTER, type Overlay } from '../track';

/** More would be a tangle. */
const MOST_FLOWS = 50;
const HEAD = 5;
const ROOM = 4;

interface Found {
  readonly slice: SliceRef;
  readonly flows: readonly number[];
}
/** Of the slice that was looked at last: all arrows are gone through once for each selection, not in each frame. */
const found = new WeakMap<SliceData, Found>();

export function flowsOf(data: SliceData, slice: SliceRef): readonly number[] {
  const last = found.get(data);
  if (last?.slice === slice) return last.flows;
  const { flows } = data;
  const lane = data.lanes[slice.lane];
  const list: number[] = [];
  if (flows !== null && lane !== undefined) {
    const isIn = (of: number | undefined, at: number | undefined): boolean =>
      of === slice.lane && at !== undefined && innermostAt(lane, at) === slice.slice;
    for (let flow = 0; flow < flows.fromAt.length && list.length < MOST_FLOWS; flow++) {
      if (isIn(flows.fromLane[flow], flows.fromAt[flow]) || isIn(flows.toLane[flow], flows.toAt[flow])) list.push(flow);
    }
  }
  found.set(data, { slice, flows: list });
  return list;
}

export const flowsOverlay: Overlay = {
  id: 'flows',
  draw(ctx, frame, layout) {
    const { slices } = frame.facts.data;
    const { slice } = frame.view;
    if (slice === null || slices.flows === null) return;
    const { fromLane, fromAt, toLane, toAt } = slices.flows;
    ctx.save();
    ctx.beginPath();
    ctx.rect(GUTTER, layout.lanesTop, frame.scale.width, layout.lanesBottom - layout.lanesTop);
    ctx.clip();
    for (const flow of flowsOf(slices, slice)) {
      if ((toAt[flow] ?? 0) > frame.asOfNs) continue;
      const from = placeOf(layout, slices, fromLane[flow] ?? 0, fromAt[flow] ?? 0);
      const to = placeOf(layout, slices, toLane[flow] ?? 0, toAt[flow] ?? 0);
      drawFlow(ctx, frame, [fromAt[flow] ?? 0, from], [toAt[flow] ?? 0, to]);
    }
    ctx.restore();
  },
};

/** Middle of the slice at a moment; the edge beyond which its lane lies where that is out of view. */
function placeOf(layout: Layout, { lanes }: SliceData, index: number, atNs: number): number {
  const lane = lanes[index];
  const place = layout.lanes.find(({ track }) => track.key === keyOfSliceLane(index));
  if (lane === undefined) return Number.NaN;
  if (place === undefined) {
    const isAbove = layout.lanes.some(({ track }) => track.key > keyOfSliceLane(index));
    return isAbove ? layout.lanesTop : layout.lanesBottom;
  }
  return place.top + middleOf(lane, innermostAt(lane, atNs), place.track.height);
}

function middleOf(lane: SliceLane, slice: number, height: number): number {
  const rows = Math.max(1, lane.rows.length - 1);
  return ROOM + ((rowOf(lane, Math.max(0, slice)) + 0.5) * (height - 2 * ROOM)) / rows;
}

function drawFlow(
  ctx: Context2D,
  { scale, theme }: Frame,
  [from, y0]: [number, number],
  [to, y1]: [number, number],
): void {
  const points = curvePoints([scale.toX(from), y0], [scale.toX(to), y1], scale.left - HEAD, scale.right + HEAD);
  const [first, ...rest] = points;
  const tip = points.at(-1);
  if (first === undefined || tip === undefined) return;
  for (const [stroke, width] of [
    [theme.colors.bg, 3.5],
    [theme.colors.text, 1.5],
  ] as const) {
    ctx.strokeStyle = stroke;
    ctx.lineWidth = width;
    ctx.beginPath();
    ctx.moveTo(first[0], first[1]);
    for (const [x, y] of rest) ctx.lineTo(x, y);
    ctx.stroke();
  }
  const back = y1 >= y0 ? -HEAD : HEAD;
  ctx.fillStyle = theme.colors.text;
  ctx.beginPath();
  ctx.moveTo(tip[0], tip[1]);
  ctx.lineTo(tip[0] - HEAD * 0.7, tip[1] + back);
  ctx.lineTo(tip[0] + HEAD * 0.7, tip[1] + back);
  ctx.closePath();
  ctx.fill();
}
