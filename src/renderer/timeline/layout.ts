/**
 * Where each track stands. Axis, caller and queue stay at the top and deliveries at the bottom; the workers between
 * them scroll when there are more than fit.
 */
import type { Track } from './track';

export interface TrackPlace {
  readonly track: Track;
  /** Upper edge in CSS pixels of the canvas. */
  readonly top: number;
}

export interface Layout {
  /** Workers in view, drawn first: the pinned tracks cover what sticks out. */
  readonly lanes: readonly TrackPlace[];
  readonly pinned: readonly TrackPlace[];
  /** Lower edge of the last track in view. */
  readonly bottom: number;
  /** Height of everything, as if nothing were hidden. */
  readonly contentHeight: number;
  /** Where the workers are seen, [top, bottom). */
  readonly lanesTop: number;
  readonly lanesBottom: number;
}

export interface LayoutInput {
  readonly head: readonly Track[];
  readonly lanes: readonly Track[];
  readonly foot: readonly Track[];
  readonly viewHeight: number;
  readonly scrollTop: number;
}

export function layOut({ head, lanes, foot, viewHeight, scrollTop }: LayoutInput): Layout {
  const pinned: TrackPlace[] = [];
  let top = 0;
  for (const track of head) {
    pinned.push({ track, top });
    top += track.height;
  }
  const lanesTop = top;
  const laneHeight = lanes[0]?.height ?? 0;
  const lanesHeight = laneHeight * lanes.length;
  const footHeight = foot.reduce((sum, track) => sum + track.height, 0);
  const room = Math.max(0, viewHeight - lanesTop - footHeight);
  const lanesBottom = lanesTop + Math.min(room, lanesHeight);
  const scroll = Math.min(Math.max(0, scrollTop), Math.max(0, lanesHeight - room));
  const first = laneHeight === 0 ? 0 : Math.floor(scroll / laneHeight);
  const visible: TrackPlace[] = [];
  for (let index = first; index < lanes.length; index++) {
    const track = lanes[index];
    const laneTop = lanesTop + index * laneHeight - scroll;
    if (track === undefined || laneTop >= lanesBottom) break;
    visible.push({ track, top: laneTop });
  }
  top = lanesBottom;
  for (const track of foot) {
    pinned.push({ track, top });
    top += track.height;
  }
  const contentHeight = lanesTop + lanesHeight + footHeight;
  return { lanes: visible, pinned, bottom: top, contentHeight, lanesTop, lanesBottom };
}

/** The track at a height of the canvas, or null. */
export function trackAt(layout: Layout, y: number): TrackPlace | null {
  const inside = ({ track, top }: TrackPlace): boolean => y >= top && y < top + track.height;
  return layout.pinned.find(inside) ?? layout.lanes.find(inside) ?? null;
}
