/** The wheel zooms at the pointer and pans sideways; over the labels, and with Alt, it scrolls through the workers. */

import { localPoint } from '../../ui/local-point';
import { GUTTER } from '../track';
import type { InputContext } from './gesture';

export function onWheel({ element, canvas, commands }: InputContext, event: WheelEvent): void {
  const scale = canvas.frame?.scale;
  const x = localPoint(element, event).x;
  if (scale === undefined || ((x < GUTTER || event.altKey) && !event.ctrlKey)) return;
  event.preventDefault();
  const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
  if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    commands.pan((sideways * pixels) / scale.width);
  } else {
    // A pinch arrives as a wheel with Ctrl and small steps.
    const strength = event.ctrlKey ? 0.01 : 0.0025;
    commands.zoom(2 ** (-event.deltaY * pixels * strength), scale.toNs(x));
  }
}
