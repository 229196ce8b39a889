/** What the view store says of the point under the pointer. */
import { row as asRow, nanos } from '../../../shared/units';
import type { View } from '../../store/view';
import type { CanvasView } from '../canvas-view';
import { GUTTER } from '../track';
import type { Point } from './gesture';

type Pointed = Pick<View, 'hover' | 'pointer'>;

export const nothingPointedAt: Pointed = { hover: null, pointer: null };

export function pointedAt(canvas: CanvasView, { x, y }: Pick<Point, 'x' | 'y'>): Pointed {
  const scale = canvas.frame?.scale;
  const inPlot = scale !== undefined && x >= GUTTER && x <= scale.right && y < canvas.layout.bottom;
  const pointer = inPlot ? { xPx: x, yPx: y, atNs: nanos(scale.toNs(x)) } : null;
  const hit = canvas.hit(x, y);
  if (hit === null) return { hover: null, pointer };
  const row = hit.row === null ? null : asRow(hit.row);
  return { hover: { xPx: x, yPx: y, row, merged: hit.merged, text: hit.text }, pointer };
}
