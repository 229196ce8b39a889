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
