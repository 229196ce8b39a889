import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Viewport } from '../../../../../src/renderer/store/view';
import {
  type BrushPart,
  brushBounds,
  brushKey,
  brushPartAt,
  centreBrush,
  dragBrush,
  MIN_BRUSH_PX,
} from '../../../../../src/renderer/timeline/minimap/brush';
import { sliderValues } from '../../../../../src/renderer/timeline/minimap/slider-values';
import { TimeScale } from '../../../../../src/renderer/timeline/time-scale';
import { nanos } from '../../../../../src/shared/units';

const view = (startNs: number, endNs: number): Viewport => ({ startNs: nanos(startNs), endNs: nanos(endNs) });
const whole = view(0, 1000);
/** One pixel is one nanosecond. */
const scale = new TimeScale(whole, 0, 1000);

describe('the brush', () => {
  it('is taken at its edges, in its middle, or drawn anew beside it', () => {
    const parts = [300, 304, 400, 496, 500, 503, 600].map((x) => brushPartAt(x, view(300, 500), scale));
    expect(parts).toEqual(['start', 'start', 'middle', 'end', 'end', 'end', 'draw']);
  });

  it('has a middle to take however narrow it is', () => {
    const { x0, x1 } = brushBounds(view(500, 500.001), scale);
    expect(x1 - x0).toBe(MIN_BRUSH_PX);
    expect(brushPartAt(500, view(500, 500.001), scale)).toBe('middle');
  });

  it('stays on the minimap, whatever is in view', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (start, span) => {
        const { x0, x1 } = brushBounds(view(start, start + span), scale);
        expect(x0).toBeGreaterThanOrEqual(0);
        expect(x1).toBeLessThanOrEqual(1000);
        expect(x1 - x0).toBeGreaterThanOrEqual(MIN_BRUSH_PX - 1e-9);
      }),
    );
  });

  it('is moved, resized at either edge, also past the other, and drawn anew', () => {
    const dragged = (part: BrushPart, from: number, to: number) => dragBrush(part, view(300, 500), scale, from, to);
    expect(dragged('middle', 400, 450)).toEqual(view(350, 550));
    expect(dragged('start', 300, 200)).toEqual(view(200, 500));
    expect(dragged('end', 500, 250)).toEqual(view(250, 300));
    expect(dragged('draw', 800, 700)).toEqual(view(700, 800));
  });

  it('comes to where it is clicked, as wide as it is', () => {
    expect(centreBrush(view(300, 500), 800)).toEqual(view(700, 900));
  });

  it('is moved by arrows, resized with Shift, and goes to both ends', () => {
    const press = (key: string, shift = false) => brushKey(key, shift, view(300, 500), whole);
    expect(press('ArrowRight')).toEqual(view(320, 520));
    expect(press('ArrowLeft')).toEqual(view(280, 480));
    expect(press('ArrowRight', true)).toEqual(view(300, 520));
    expect(press('ArrowLeft', true)).toEqual(view(300, 480));
    expect(press('PageUp')).toEqual(view(500, 700));
    expect(press('Home')).toEqual(view(0, 200));
    expect(press('End')).toEqual(view(800, 1000));
    expect(press('a')).toBeNull();
  });
});

describe('what is said of the brush', () => {
  it('is from when to when of how much, within the run', () => {
    const extent = { originNs: 1e9, endNs: 8.9e9 };
    expect(sliderValues(view(2.2e9, 2.8e9), extent)['aria-valuetext']).toBe(
      '1.20\u2009s to 1.80\u2009s of 7.90\u2009s',
    );
    const beyond = sliderValues(view(0, 20e9), extent);
    expect(beyond).toMatchObject({ 'aria-valuemin': '0', 'aria-valuemax': '7900', 'aria-valuenow': '3950' });
  });
});
