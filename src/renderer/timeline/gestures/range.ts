/** Dragging with Shift, or with the range tool, selects a stretch of time; its edges can be dragged afterwards. */
import { nanos } from '../../../shared/units';
import type { Range } from '../../store/view';
import { workersBetween } from '../lanes-between';
import { GUTTER } from '../track';
import type { Drag, Gesture, InputContext, Point } from './gesture';

/** How near to an edge the pointer takes it, in CSS pixels. */
const EDGE_PX = 5;

export const rangeGesture: Gesture = {
  id: 'range',
  begin(context, at) {
    if (!at.shift && context.view.getState().tool !== 'range') return null;
    const fromNs = timeAt(context, at);
    return dragTo(context, (to) => ({
      ...between(fromNs, timeAt(context, to)),
      workers: workersIn(context, at, to),
    }));
  },
};

export const rangeEdgeGesture: Gesture = {
  id: 'range-edge',
  begin(context, at) {
    const { range } = context.view.getState();
    const edge = edgeAt(context, at);
    if (range === null || edge === null) return null;
    const fixedNs = edge === 'start' ? range.endNs : range.startNs;
    return dragTo(context, (to) => ({ ...between(fixedNs, timeAt(context, to)), workers: range.workers }));
  },
  cursor: (context, at) => (edgeAt(context, at) === null ? null : 'edge'),
};

function workersIn({ canvas: { frame, layout } }: InputContext, from: Point, to: Point): Range['workers'] {
  return frame === null ? null : workersBetween(frame, layout, from.y, to.y);
}

function dragTo({ commands }: InputContext, rangeAt: (to: Point) => Range): Drag {
  return {
    move: (to) => commands.selectRange(rangeAt(to), true),
    end: (at) => commands.selectRange(rangeAt(at)),
  };
}

function edgeAt({ canvas, view }: InputContext, { x }: Point): 'start' | 'end' | null {
  const { range } = view.getState();
  if (range === null || canvas.frame === null) return null;
  const toStart = Math.abs(canvas.frame.scale.toX(range.startNs) - x);
  const toEnd = Math.abs(canvas.frame.scale.toX(range.endNs) - x);
  if (Math.min(toStart, toEnd) > EDGE_PX) return null;
  return toStart < toEnd ? 'start' : 'end';
}

/** A pointer that leaves the plot holds on to its edge. */
function timeAt({ canvas }: InputContext, { x }: Point): number {
  const scale = canvas.frame?.scale;
  return scale === undefined ? 0 : scale.toNs(Math.min(Math.max(x, GUTTER), scale.right));
}

function between(a: number, b: number): Pick<Range, 'startNs' | 'endNs'> {
  return { startNs: nanos(Math.min(a, b)), endNs: nanos(Math.max(a, b)) };
}
