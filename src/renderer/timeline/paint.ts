/** What an area of pixels is filled with: one colour, or a texture in two. */
import { TEXTURES, type TextureName, TILE } from './textures';

export type Rgb = readonly [red: number, green: number, blue: number];

/** A square tile of packed colours, `size` device pixels wide; size 1 is a solid colour. */
export interface Paint {
  readonly tile: Uint32Array;
  readonly size: number;
}

/** As ImageData holds it on little-endian machines, which are all that Electron runs on. */
export function pack([red, green, blue]: Rgb): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

export function solidPaint(color: Rgb): Paint {
  return { tile: Uint32Array.of(pack(color)), size: 1 };
}

export function texturePaint(color: Rgb, line: Rgb, texture: TextureName, dpr: number): Paint {
  const size = Math.max(1, Math.round(TILE * dpr));
  const tile = new Uint32Array(size * size);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const marked = TEXTURES[texture](Math.floor((x * TILE) / size), Math.floor((y * TILE) / size));
      tile[y * size + x] = pack(marked ? line : color);
    }
  }
  return { tile, size };
}

/** @param share of `b`; 0..1 */
export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number => Math.round(a[index] * (1 - share) + b[index] * share);
  return [channel(0), channel(1), channel(2)];
}

/** How light a colour is to the eye, 0..1: relative luminance of WCAG 2. */
export function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast of two colours, 1..21, as WCAG 2 has it. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
