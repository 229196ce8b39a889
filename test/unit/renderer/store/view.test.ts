import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Extent } from '../../../../src/renderer/derive/run-extent';
import {
  clampViewport,
  fitLiveViewport,
  fitViewport,
  followViewport,
  MIN_SPAN_NS,
  panViewport,
  revealViewport,
  spanOf,
  type Viewport,
  zoomViewport,
} from '../../../../src/renderer/store/view';
import { nanos } from '../../../../src/shared/units';

const viewports = fc
  .tuple(fc.integer({ min: -1e9, max: 1e11 }), fc.integer({ min: 1, max: 1e11 }))
  .map(([start, span]): Viewport => ({ startNs: nanos(start), endNs: nanos(start + span) }));
const extents = fc
  .tuple(fc.integer({ min: 0, max: 1e10 }), fc.integer({ min: 1, max: 1e11 }))
  .map(([originNs, span]): Extent => ({ originNs, endNs: originNs + span }));
/** Where in a viewport a moment lies, 0..1. */
const place = (viewport: Viewport, at: number): number => (at - viewport.startNs) / spanOf(viewport);

describe('zooming', () => {
  it('keeps the moment under the pointer where it is', () => {
    fc.assert(
      fc.property(
        viewports,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        (viewport, share, factor) => {
          const at = viewport.startNs + share * spanOf(viewport);
          const zoomed = zoomViewport(viewport, at, factor);
          expect(spanOf(zoomed) / spanOf(viewport)).toBeCloseTo(1 / factor, 3);
          if (spanOf(zoomed) > 1e3) expect(place(zoomed, at)).toBeCloseTo(share, 2);
        },
      ),
    );
  });
});

describe('limits', () => {
  it('keep the run in sight, neither closer than a microsecond nor wider than twice the run', () => {
    fc.assert(
      fc.property(viewports, extents, (wanted, extent) => {
        const viewport = clampViewport(wanted, extent);
        expect(spanOf(viewport)).toBeGreaterThanOrEqual(MIN_SPAN_NS * 0.999);
        expect(spanOf(viewport)).toBeLessThanOrEqual(Math.max(1e5, 2 * (extent.endNs - extent.originNs)) * 1.001);
        expect(viewport.startNs).toBeLessThanOrEqual(extent.endNs);
        expect(viewport.endNs).toBeGreaterThanOrEqual(extent.originNs);
      }),
    );
  });

  it('leave alone what is within them', () => {
    const inside: Viewport = { startNs: nanos(2e6), endNs: nanos(5e6) };
    expect(clampViewport(inside, { originNs: 0, endNs: 1e7 })).toEqual(inside);
  });
});

describe('showing the whole run', () => {
  it('has all of it in view', () => {
    fc.assert(
      fc.property(extents, (extent) => {
        for (const viewport of [fitViewport(extent), fitLiveViewport(extent)]) {
          expect(viewport.startNs).toBeLessThanOrEqual(extent.originNs);
          expect(viewport.endNs).toBeGreaterThanOrEqual(extent.endNs);
        }
      }),
    );
  });

  it('stands still while a live run grows, but for a few steps', () => {
    const seen = new Set<number>();
    for (let elapsed = 0; elapsed < 10e9; elapsed += 5e6)
      seen.add(spanOf(fitLiveViewport({ originNs: 0, endNs: elapsed })));
    expect(seen.size).toBeLessThanOrEqual(16);
  });
});

describe('following and revealing', () => {
  it('keeps the zoom and brings now to the right edge', () => {
    const viewport = followViewport({ startNs: nanos(0), endNs: nanos(100) }, { originNs: 0, endNs: 1000 });
    expect(spanOf(viewport)).toBeCloseTo(100);
    expect(place(viewport, 1000)).toBeCloseTo(0.95);
  });

  it('moves as little as needed to show a span', () => {
    const current: Viewport = { startNs: nanos(1000), endNs: nanos(2000) };
    expect(revealViewport(current, 1200, 1300)).toBe(current);
    expect(revealViewport(current, 500, 600).startNs).toBe(450);
    expect(revealViewport(current, 2500, 2600).endNs).toBe(2650);
    const whole = revealViewport(current, 0, 9000);
    expect([whole.startNs <= 0, whole.endNs >= 9000]).toEqual([true, true]);
  });

  it('pans by what it is told', () => {
    expect(panViewport({ startNs: nanos(10), endNs: nanos(20) }, 5)).toEqual({ startNs: 15, endNs: 25 });
  });
});
