import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeRects, rectPath } from '../../../../../src/renderer/export-page/svg/merge-rects';

const picture = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 8 })).chain(([width, height]) =>
  fc.record({
    width: fc.constant(width),
    height: fc.constant(height),
    pixels: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: width * height, maxLength: width * height }),
  }),
);

describe('pixels as rectangles', () => {
  test('a block of one colour is one rectangle, whatever is beside it', () => {
    const pixels = Uint32Array.of(1, 1, 2, 1, 1, 2, 3, 3, 3);
    expect(Object.fromEntries(mergeRects(pixels, 3, 3))).toEqual({ 1: [0, 0, 2, 2], 2: [2, 0, 1, 2], 3: [0, 2, 3, 1] });
  });

  test('cover each pixel once, and have its colour', () => {
    fc.assert(
      fc.property(picture, ({ width, height, pixels }) => {
        const painted: number[] = new Array(width * height).fill(-1);
        for (const [color, rects] of mergeRects(Uint32Array.from(pixels), width, height)) {
          for (let at = 0; at < rects.length; at += 4) {
            const [left = 0, top = 0, wide = 0, high = 0] = rects.slice(at, at + 4);
            for (let y = top; y < top + high; y++) {
              for (let x = left; x < left + wide; x++) {
                expect(painted[y * width + x]).toBe(-1);
                painted[y * width + x] = color;
              }
            }
          }
        }
        expect(painted).toEqual(pixels);
      }),
    );
  });

  test('leave out the colour that is below all others, and nothing else', () => {
    fc.assert(
      fc.property(picture, ({ width, height, pixels }) => {
        const all = mergeRects(Uint32Array.from(pixels), width, height);
        all.delete(0);
        expect(mergeRects(Uint32Array.from(pixels), width, height, 0)).toEqual(all);
      }),
    );
  });

  test('of a line are no more than its changes of colour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 200 }), (line) => {
        const changes = line.filter((color, x) => color !== line[x - 1]).length;
        const count = [...mergeRects(Uint32Array.from(line), line.length, 1).values()].flat().length / 4;
        expect(count).toBe(changes);
      }),
    );
  });

  test('are one path', () => {
    expect(rectPath([0, 0, 2, 3, 5, 1, 1, 1])).toBe('M0 0h2v3h-2zM5 1h1v1h-1z');
  });
});
