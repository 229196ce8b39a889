import { describe, expect, test } from 'vitest';
import { FINENESS } from '../../../../src/renderer/export-page/svg/svg-stage';
import type { Paint } from '../../../../src/renderer/timeline/paint';
import { PixelStrip, type StripSurface } from '../../../../src/renderer/timeline/pixel-strip';
import { drawStacks } from '../../../../src/renderer/timeline/stack-columns';

const [THIN, THICK] = [1, 2];
const plain = (color: number): Paint => ({ tile: Uint32Array.of(color), size: 1 });

/** Colours from the top down of one column, 40 lines high, in which the second part takes nearly all of the time. */
function column(leastLines?: number): readonly number[] {
  let pixels = new Uint32Array(0);
  const surface: StripSurface = {
    image: {} as CanvasImageSource,
    ...(leastLines === undefined ? {} : { leastLines }),
    resize(width, height) {
      const data = new Uint8ClampedArray(width * height * 4);
      pixels = new Uint32Array(data.buffer);
      return { width, height, data, colorSpace: 'srgb' };
    },
    put: () => undefined,
  };
  const strip = new PixelStrip(surface);
  strip.resize(1, 40);
  const paints = [plain(THIN), plain(THICK)];
  const layer = { band: { y0: 0, y1: 40 }, paints, order: [1, 0], stackFrom: 'bottom', gap: null } as const;
  drawStacks(strip, layer, Float32Array.of(0.001, 0.999), 2, 1, 0, 1);
  return [...pixels];
}

const linesOf = (color: number, pixels: readonly number[]): number => pixels.filter((each) => each === color).length;

describe('a part that takes next to no time', () => {
  test('has a line in a merged column all the same', () => {
    const pixels = column();
    expect([linesOf(THIN, pixels), linesOf(THICK, pixels)]).toEqual([1, 39]);
  });

  test('has a pixel of what is seen where a pixel is several lines', () => {
    const pixels = column(FINENESS);
    expect([linesOf(THIN, pixels), linesOf(THICK, pixels)]).toEqual([FINENESS, 40 - FINENESS]);
  });
});
