import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presenterScale } from '../../../../src/renderer/presenter/presenter-scale';
import { fittedHeight } from '../../../../src/renderer/store/lane-settings';

describe('the scale of presenter mode', () => {
  it('is the same share of the picture for each projector of one shape', () => {
    expect(presenterScale(1280, 720)).toBe(1.4);
    expect(presenterScale(1920, 1080)).toBeCloseTo(1.4 * 1.5, 1);
  });

  it('is never smaller than the window is otherwise, and has room for what is presented', () => {
    fc.assert(
      fc.property(fc.integer({ min: 320, max: 8000 }), fc.integer({ min: 240, max: 5000 }), (width, height) => {
        const scale = presenterScale(width, height);
        expect(scale).toBeGreaterThanOrEqual(1);
        expect(scale).toBeLessThanOrEqual(3);
        if (scale > 1) {
          expect(width / scale).toBeGreaterThanOrEqual(911);
          expect(height / scale).toBeGreaterThanOrEqual(511);
        }
      }),
    );
  });
});

describe('lanes that shall all be seen', () => {
  it('share the room, between what is usual and what is large', () => {
    expect(fittedHeight(400, 2)).toBe(44);
    expect(fittedHeight(150, 4)).toBe(37);
    expect(fittedHeight(150, 64)).toBe(28);
    expect(fittedHeight(150, 0)).toBe(44);
  });
});
