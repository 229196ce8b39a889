/** While a run is replayed, a press or a drag on the axis moves the playhead there. */
import { GUTTER } from '../track';
import type { Gesture, InputContext, Point } from './gesture';

export const playheadGesture: Gesture = {
  id: 'playhead',
  begin: (context, at) => (isOnAxis(context, at) ? { move: (to) => seekTo(context, to) } : null),
  cursor: (context, at) => (isOnAxis(context, at) ? 'edge' : null),
  click(context, at) {
    seekTo(context, at);
    return true;
  },
};

function isOnAxis({ canvas, seek }: InputContext, { x, y }: Point): boolean {
  const { frame, layout } = canvas;
  const axis = layout.pinned.find(({ track }) => track.id === 'time');
  if (seek === undefined || axis === undefined || frame === null || frame.asOfNs === Number.POSITIVE_INFINITY)
    return false;
  if (x < GUTTER || y < axis.top || y >= axis.top + axis.track.height) return false;
  // A flag there is taken first.
  return canvas.hit(x, y)?.note === undefined;
}

function seekTo({ canvas, seek }: InputContext, { x }: Point): void {
  const scale = canvas.frame?.scale;
  if (scale !== undefined) seek?.(scale.toNs(Math.min(Math.max(x, GUTTER), scale.right)));
}
