import fc from 'fast-check';
import { decode, decodeFrames } from 'modern-gif';
import { describe, expect, it } from 'vitest';
import { changedRect } from '../../../../../../src/renderer/export-page/video/gif/changed-rect';
import { GifEncoder } from '../../../../../../src/renderer/export-page/video/gif/gif-encoder';
import { ColorCounts } from '../../../../../../src/renderer/export-page/video/gif/palette';

const OPAQUE = 0xff000000;

/** A small picture with few or many colours. */
const pictures = (most: number) =>
  fc
    .record({ width: fc.integer({ min: 1, max: 40 }), height: fc.integer({ min: 1, max: 30 }) })
    .chain(({ width, height }) => {
      const pixel = fc.integer({ min: 0, max: most - 1 }).map((color) => (OPAQUE | (color * 0x010307)) >>> 0);
      const frame = fc.array(pixel, { minLength: width * height, maxLength: width * height });
      return fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        frames: fc.array(
          frame.map((pixels) => Uint32Array.from(pixels)),
          { minLength: 1, maxLength: 4 },
        ),
      });
    });

function encode(width: number, height: number, frames: readonly Uint32Array[]): Uint8Array<ArrayBuffer> {
  const counts = new ColorCounts();
  for (const frame of frames) counts.add(frame);
  const encoder = new GifEncoder(width, height, counts.palette([], 255));
  const pieces = [encoder.head()];
  for (const [index, frame] of frames.entries()) pieces.push(...encoder.add(frame, index * 7));
  pieces.push(...encoder.end(frames.length * 7));
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** Frames as another program reads them, each for every 7 hundredths that it stays. */
function decoded(bytes: Uint8Array<ArrayBuffer>): Uint32Array[] {
  return decodeFrames(bytes).flatMap(({ data, delay }) => {
    const pixels = new Uint32Array(data.buffer, data.byteOffset, data.length / 4).slice();
    return Array.from({ length: delay / 70 }, () => pixels);
  });
}

describe('a GIF', () => {
  it('is read by another program as the frames that went in, when their colours fit into the palette', () => {
    fc.assert(
      fc.property(pictures(200), ({ width, height, frames }) => {
        expect(decoded(encode(width, height, frames))).toEqual(frames);
      }),
      { numRuns: 60 },
    );
  });

  it('holds long runs and many codes: a large picture of noise and flat parts comes back exactly', () => {
    const [width, height] = [320, 200];
    let seed = 1;
    const noise = Uint32Array.from({ length: width * height }, (_, index) => {
      seed = (seed * 16807) % 2147483647;
      return (OPAQUE | (index % width < 160 ? seed % 250 : 7)) >>> 0;
    });
    expect(decoded(encode(width, height, [noise]))).toEqual([noise]);
  });

  it('writes a frame that is as the one before as a longer delay', () => {
    const frame = new Uint32Array(12).fill(OPAQUE);
    const bytes = encode(4, 3, [frame, frame, frame]);
    expect(decodeFrames(bytes).map(({ delay }) => delay)).toEqual([210]);
  });

  it('repeats for ever, and is the same bytes each time', () => {
    const frame = Uint32Array.from({ length: 6 }, (_, index) => (OPAQUE | index) >>> 0);
    const bytes = encode(3, 2, [frame]);
    expect(decode(bytes)).toMatchObject({ width: 3, height: 2, looped: true, loopCount: 0 });
    expect(encode(3, 2, [frame])).toEqual(bytes);
  });

  it('finds the rectangle that a slow look over all pixels finds', () => {
    fc.assert(
      fc.property(pictures(2), ({ width, height, frames: [a, b = a] }) => {
        if (a === undefined || b === undefined) return;
        const changed = [...a.keys()].filter((index) => a[index] !== b[index]);
        const xs = changed.map((index) => index % width);
        const ys = changed.map((index) => Math.floor(index / width));
        const [left, top] = [Math.min(...xs), Math.min(...ys)];
        const wanted = { left, top, width: Math.max(...xs) - left + 1, height: Math.max(...ys) - top + 1 };
        expect(changedRect(a, b, width)).toEqual(changed.length === 0 ? null : wanted);
        expect(height).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a palette', () => {
  it('holds the colours of the theme exactly, however rare, and the most frequent ones', () => {
    const counts = new ColorCounts();
    for (let color = 0; color < 5000; color++)
      counts.add(new Uint32Array(1 + (color % 7)).fill(OPAQUE | (color * 3331)));
    counts.add(new Uint32Array(1000).fill(OPAQUE | 0x123456));
    counts.add(Uint32Array.of(OPAQUE | 0x0000fe));
    const palette = counts.palette([0x0000fe, 0xabcdef], 255);
    expect(palette).toHaveLength(255);
    expect(new Set(palette).size).toBe(255);
    expect(palette).toContain(0x0000fe);
    expect(palette).toContain(0x123456);
    expect(palette).not.toContain(0xabcdef);
  });
});
