/**
 * Textures, so that phases can be told apart without colour. Each is a predicate on a tile of 8 x 8 CSS pixels; canvas
 * and legend are both made from it.
 */

export const TILE = 8;

export const TEXTURES = {
  solid: () => false,
  /** In flight: ticks, as of something passing by. */
  ticks: (x: number, _y: number) => x % 4 < 1,
  /** Queue wait. */
  rising: (x: number, y: number) => (x + y) % 4 < 1,
  /** Order wait. */
  level: (_x: number, y: number) => y % 4 === 1,
  /** The run beside, where it lies over the one that is shown. */
  falling: (x: number, y: number) => (x - y + TILE) % 4 < 2,
  /** Booting. */
  dots: (x: number, y: number) => x % 4 === 1 && y % 4 === 1,
  /** Lost with its worker. */
  crossed: (x: number, y: number) => (x + y) % 8 < 1 || (x - y + TILE) % 8 < 1,
} as const satisfies Record<string, (x: number, y: number) => boolean>;
export type TextureName = keyof typeof TEXTURES;

/** The cells of a tile that bear the line colour, as an SVG path. */
export function texturePath(name: TextureName): string {
  const cells: string[] = [];
  for (let y = 0; y < TILE; y++) {
    for (let x = 0; x < TILE; x++) if (TEXTURES[name](x, y)) cells.push(`M${x} ${y}h1v1h-1z`);
  }
  return cells.join('');
}
