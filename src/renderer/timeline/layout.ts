/**
 * Where each track stands. Axis, caller and queue stay at the top and deliveries at the bottom; the lanes between them
 * scroll when there are more than fit.
 */
import type { Frame, LaneTrack, Track } from './track';

export interface TrackPlace {
  readonly track: Track;
  /** Upper edge in CSS pixels of the canvas. */
  readonly top: number;
}

export interface LanePlace extends TrackPlace {
  readonly track: LaneTrack;
}

export interface Layout {
  /** Lanes in view, drawn first: the pinned tracks cover what sticks out. */
  readonly lanes: readonly LanePlace[];
  readonly pinned: readonly TrackPlace[];
  /** Lower edge of the last track in view. */
  readonly bottom: number;
  /** Height of everything, as if nothing were hidden. */
  readonly contentHeight: number;
  /** Where the lanes are seen, [top, bottom). */
  readonly lanesTop: number;
  readonly lanesBottom: number;
  /** How far the lanes are scrolled: no farther than there are lanes. */
  readonly scrolled: number;
  /** Upper edge of the lane that a row is drawn on, from that of the first one; NaN: it is not among the lanes. */
  topOfRow(row: number): number;
}

/** The lanes that scroll, each of its own height. */
export interface Lanes {
  readonly count: number;
  /** Upper edge of a lane, from that of the first one; of lane number `count`: the height of all. */
  topOf(position: number): number;
  /** The last lane whose upper edge is at or above a height. */
  positionAt(y: number): number;
  trackAt(position: number): LaneTrack;
}

export interface LayoutInput {
  readonly head: readonly Track[];
  readonly lanes: Lanes;
  readonly foot: readonly Track[];
  readonly viewHeight: number;
  readonly scrollTop: number;
  /** See Layout; left out: not known. */
  topOfRow?(row: number): number;
}

export function layOut({ head, lanes, foot, viewHeight, scrollTop, topOfRow }: LayoutInput): Layout {
  const pinned: TrackPlace[] = [];
  let top = 0;
  for (const track of head) {
    pinned.push({ track, top });
    top += track.height;
  }
  const lanesTop = top;
  const lanesHeight = lanes.topOf(lanes.count);
  const footHeight = foot.reduce((sum, track) => sum + track.height, 0);
  const room = Math.max(0, viewHeight - lanesTop - footHeight);
  const lanesBottom = lanesTop + Math.min(room, lanesHeight);
  const scrolled = Math.min(Math.max(0, scrollTop), Math.max(0, lanesHeight - room));
  const visible: LanePlace[] = [];
  for (let position = lanes.positionAt(scrolled); room > 0 && position < lanes.count; position++) {
    const laneTop = lanesTop + lanes.topOf(position) - scrolled;
    if (laneTop >= lanesBottom) break;
    visible.push({ track: lanes.trackAt(position), top: laneTop });
  }
  top = lanesBottom;
  for (const track of foot) {
    pinned.push({ track, top });
    top += track.height;
  }
  const contentHeight = lanesTop + lanesHeight + footHeight;
  const placed = { lanes: visible, pinned, bottom: top, contentHeight, lanesTop, lanesBottom, scrolled };
  return { ...placed, topOfRow: topOfRow ?? (() => Number.NaN) };
}

/** The track at a height of the canvas, or null. */
export function trackAt(layout: Layout, y: number): TrackPlace | null {
  const inside = ({ track, top }: TrackPlace): boolean => y >= top && y < top + track.height;
  return layout.pinned.find(inside) ?? layout.lanes.find(inside) ?? null;
}

/** The lane in view on which a row's work is drawn, or null. */
export function laneOfRow(layout: Layout, frame: Frame, row: number): LanePlace | null {
  return layout.lanes.find(({ track }) => track.owns(row, frame)) ?? null;
}

/** The lane in view on which all that a worker did is drawn, or null. */
export function laneOfWorker(layout: Layout, frame: Frame, worker: number): LanePlace | null {
  return layout.lanes.find(({ track }) => track.showsWorker(worker, frame)) ?? null;
}
