/** Where a point in time snaps to: the nearest edge on the track under it, else the call and its return. */
import { nearer } from '../derive/nearest-edge';
import { type Layout, trackAt } from './layout';
import { type Frame, GUTTER } from './track';

const SNAP_PX = 6;

/** @returns ns; the point's own time where nothing is near */
export function snap(frame: Frame, layout: Layout, { x, y }: { readonly x: number; readonly y: number }): number {
  const { scale, facts } = frame;
  const atNs = scale.toNs(Math.min(Math.max(x, GUTTER), scale.right));
  const reachNs = SNAP_PX * scale.nsPerPx;
  const edge = trackAt(layout, y)?.track.nearestEdge?.(atNs, reachNs, frame) ?? Number.NaN;
  if (!Number.isNaN(edge)) return edge;
  const moment = nearer(nearer(Number.NaN, facts.calledAt, atNs, reachNs), facts.ended?.at, atNs, reachNs);
  return Number.isNaN(moment) ? atNs : moment;
}
