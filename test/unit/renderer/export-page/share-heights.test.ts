import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareHeights } from '../../../../src/renderer/export-page/scene-view';

const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);

describe('the heights of lanes that share a picture', () => {
  test('are the same for lanes that are the same, and none is higher than it needs', () => {
    expect(shareHeights([28, 28, 28, 28], 200)).toEqual([50, 50, 50, 50]);
    expect(shareHeights([28, 28], 1000)).toEqual([72, 72]);
  });

  test('leave room for labels, and give the rest to lanes of nested slices', () => {
    const [worker = 0, slices = 0] = shareHeights([28, 28, 500], 300).slice(1);
    expect(worker).toBeGreaterThanOrEqual(20);
    expect(slices).toBeGreaterThan(200);
  });

  test('are the least that can be seen where there is not room for all', () => {
    expect(new Set(shareHeights(new Array(256).fill(28), 500))).toEqual(new Set([8]));
  });

  test('fit whenever all fit at their least, and are whole pixels', () => {
    const heights = fc.array(fc.integer({ min: 8, max: 600 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(heights, fc.integer({ min: 500, max: 4000 }), (own, room) => {
        const shared = shareHeights(own, room);
        expect(sum(shared)).toBeLessThanOrEqual(room);
        expect(shared.every((height) => Number.isInteger(height) && height >= 8)).toBe(true);
      }),
    );
  });
});
