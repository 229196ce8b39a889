/** What the view store says of the point under the pointer. */
import { row as asRow } from '../../../shared/units';
import type { Hover } from '../../store/view';
import type { CanvasView } from '../canvas-view';
import type { Point } from './gesture';

export function hoverAt(canvas: CanvasView, { x, y }: Pick<Point, 'x' | 'y'>): Hover | null {
  const hit = canvas.hit(x, y);
  if (hit === null) return null;
  return { xPx: x, yPx: y, row: hit.row === null ? null : asRow(hit.row), merged: hit.merged, text: hit.text };
}
