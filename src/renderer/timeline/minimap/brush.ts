/** The brush of the minimap: which part of it a point takes hold of, and where dragging that part leads. */
import { nanos } from '../../../shared/units';
import { spanOf, type Viewport } from '../../store/view';
import type { TimeScale } from '../time-scale';

/** `draw`: beside the brush, a new one is drawn there. */
export type BrushPart = 'start' | 'end' | 'middle' | 'draw';

const EDGE_PX = 6;
/** Narrower ones are drawn this wide, and can be taken hold of. */
export const MIN_BRUSH_PX = 8;

/** Where the brush is drawn, in pixels. */
export function brushBounds(viewport: Viewport, scale: TimeScale): { readonly x0: number; readonly x1: number } {
  const x0 = Math.max(scale.left, scale.toX(viewport.startNs));
  const x1 = Math.min(scale.right, scale.toX(viewport.endNs));
  const middle = Math.min(Math.max((x0 + x1) / 2, scale.left + MIN_BRUSH_PX / 2), scale.right - MIN_BRUSH_PX / 2);
  return x1 - x0 >= MIN_BRUSH_PX ? { x0, x1 } : { x0: middle - MIN_BRUSH_PX / 2, x1: middle + MIN_BRUSH_PX / 2 };
}

export function brushPartAt(x: number, viewport: Viewport, scale: TimeScale): BrushPart {
  const { x0, x1 } = brushBounds(viewport, scale);
  // A narrow brush keeps a middle to move it by.
  const inside = Math.min(EDGE_PX, (x1 - x0) / 4);
  if (x >= x0 - EDGE_PX && x <= x0 + inside) return 'start';
  if (x <= x1 + EDGE_PX && x >= x1 - inside) return 'end';
  return x > x0 && x < x1 ? 'middle' : 'draw';
}

/** @param from where the part was taken hold of, @param to where it is dragged to: pixels on the minimap */
export function dragBrush(part: BrushPart, begun: Viewport, scale: TimeScale, from: number, to: number): Viewport {
  const byNs = (to - from) * scale.nsPerPx;
  if (part === 'middle') return ordered(begun.startNs + byNs, begun.endNs + byNs);
  if (part === 'start') return ordered(begun.startNs + byNs, begun.endNs);
  if (part === 'end') return ordered(begun.startNs, begun.endNs + byNs);
  return ordered(scale.toNs(from), scale.toNs(to));
}

/** A click beside the brush brings it there, as wide as it is. */
export function centreBrush(viewport: Viewport, atNs: number): Viewport {
  const half = spanOf(viewport) / 2;
  return ordered(atNs - half, atNs + half);
}

const STEP = 0.1;

/** @param shift it is made wider or narrower instead of moved. @returns null: not a key of the brush */
export function brushKey(key: string, shift: boolean, viewport: Viewport, whole: Viewport): Viewport | null {
  const span = spanOf(viewport);
  const sideways = SIDEWAYS[key];
  if (sideways !== undefined) {
    const by = sideways * span;
    return shift ? ordered(viewport.startNs, viewport.endNs + by) : ordered(viewport.startNs + by, viewport.endNs + by);
  }
  if (key === 'Home') return ordered(whole.startNs, whole.startNs + span);
  if (key === 'End') return ordered(whole.endNs - span, whole.endNs);
  return null;
}

const SIDEWAYS: Readonly<Record<string, number>> = {
  ArrowLeft: -STEP,
  ArrowDown: -STEP,
  ArrowRight: STEP,
  ArrowUp: STEP,
  PageDown: -1,
  PageUp: 1,
};

function ordered(a: number, b: number): Viewport {
  return { startNs: nanos(Math.min(a, b)), endNs: nanos(Math.max(a, b)) };
}
