/** Dragging moves the picture with the pointer: time sideways, workers up and down. */
import type { Gesture } from './gesture';

export const panGesture: Gesture = {
  id: 'pan',
  begin({ element, canvas, commands }, at) {
    let last = at;
    let begun = false;
    return {
      move(to) {
        commands.pan((last.x - to.x) / (canvas.frame?.scale.width ?? 1), begun);
        begun = true;
        element.scrollTop += last.y - to.y;
        last = to;
      },
    };
  },
};
