/** The parts of a GIF file as bytes. Source: GIF89a specification, W3C. */

import type { PixelRect } from './changed-rect';
import { lzw } from './lzw';

/** Bits of a colour index; the palette has 2 ** 8 colours. */
const DEPTH = 8;
export const PALETTE_COLORS = 1 << DEPTH;
/** The last colour of the palette stands for "as in the frame before". */
export const UNCHANGED = PALETTE_COLORS - 1;
/** A frame is drawn over the one before, which is kept. */
const KEEP = 1 << 2;
const TRANSPARENT = 1;
export const MOST_DELAY = 0xffff;

/** @param palette colours as 0xBBGGRR, at most `UNCHANGED` of them */
export function gifHead(width: number, height: number, palette: Uint32Array): Uint8Array {
  const colors = new Uint8Array(PALETTE_COLORS * 3);
  for (const [index, color] of palette.entries()) {
    colors.set([color & 0xff, (color >> 8) & 0xff, (color >> 16) & 0xff], index * 3);
  }
  const screen = [...ascii('GIF89a'), ...word(width), ...word(height), 0x80 | ((DEPTH - 1) << 4) | (DEPTH - 1), 0, 0];
  // Netscape's extension: for ever again.
  const loop = [0x21, 0xff, 11, ...ascii('NETSCAPE2.0'), 3, 1, 0, 0, 0];
  return Uint8Array.from([...screen, ...colors, ...loop]);
}

/** @param indices of the rectangle, row by row @param delay in hundredths of a second */
export function gifFrame({ left, top, width, height }: PixelRect, indices: Uint8Array, delay: number): Uint8Array {
  const control = [0x21, 0xf9, 4, KEEP | TRANSPARENT, ...word(Math.min(MOST_DELAY, delay)), UNCHANGED, 0];
  const place = [0x2c, ...word(left), ...word(top), ...word(width), ...word(height), 0];
  const image = lzw(indices, DEPTH);
  const frame = new Uint8Array(control.length + place.length + image.length);
  frame.set(control);
  frame.set(place, control.length);
  frame.set(image, control.length + place.length);
  return frame;
}

export const GIF_END = Uint8Array.of(0x3b);

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const word = (value: number): [number, number] => [value & 0xff, (value >> 8) & 0xff];
