/** With the measure tool a drag measures the time between two points; both snap to the edges of spans. */
import { nanos } from '../../../shared/units';
import { snap } from '../snap';
import type { Gesture, Point } from './gesture';

export const measureGesture: Gesture = {
  id: 'measure',
  begin({ canvas, commands, view }, at) {
    const { frame } = canvas;
    if (view.getState().tool !== 'measure' || frame === null) return null;
    const from = nanos(snap(frame, canvas.layout, at));
    const measureTo = (to: Point): void => {
      // The run may have moved on since the press.
      if (canvas.frame === null) return;
      commands.measure({ startNs: from, endNs: nanos(snap(canvas.frame, canvas.layout, to)) });
    };
    return { move: measureTo, end: measureTo };
  },
};
