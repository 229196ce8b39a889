/**
 * The colours of a GIF: those of the theme exactly, then the most frequent ones, then those farthest from all that there
 * are, so that soft edges of letters find a neighbour. The same pictures give the same palette.
 */

/** Colours as canvases hold them: 0xAABBGGRR; alpha is left out. */
const RGB = 0xffffff;
/** From here on colours are chosen for being far from the others. */
const BY_FREQUENCY = 0.75;
/** So many rare colours are looked at. */
const CANDIDATES = 2048;

export class ColorCounts {
  private readonly counts = new Map<number, number>();

  add(pixels: Uint32Array): void {
    for (let index = 0; index < pixels.length; ) {
      const color = pixels[index];
      const start = index;
      while (++index < pixels.length && pixels[index] === color);
      const key = (color ?? 0) & RGB;
      this.counts.set(key, (this.counts.get(key) ?? 0) + index - start);
    }
  }

  /** @param fixed colours that are in it whenever they occur at all */
  palette(fixed: readonly number[], most: number): Uint32Array {
    const chosen = new Set(fixed.map((color) => color & RGB).filter((color) => this.counts.has(color)));
    const rest = [...this.counts].sort(([a, countA], [b, countB]) => countB - countA || a - b).map(([color]) => color);
    for (const color of rest) {
      if (chosen.size >= (rest.length <= most ? most : most * BY_FREQUENCY)) break;
      chosen.add(color);
    }
    const candidates = rest.filter((color) => !chosen.has(color)).slice(0, CANDIDATES);
    const distances = candidates.map((color) => nearestIn([...chosen], color).distance);
    while (chosen.size < most) {
      const farthest = distances.indexOf(Math.max(0, ...distances));
      const color = candidates[farthest];
      if (color === undefined || distances[farthest] === 0) break;
      chosen.add(color);
      for (const [index, candidate] of candidates.entries()) {
        distances[index] = Math.min(distances[index] ?? 0, distance(candidate, color));
      }
    }
    return Uint32Array.from([...chosen].slice(0, most));
  }
}

/** Finds the colour of the palette that comes nearest, and remembers. */
export class PaletteMap {
  private readonly known = new Map<number, number>();
  private readonly palette: readonly number[];

  constructor(palette: Uint32Array) {
    this.palette = [...palette];
    for (const [index, color] of this.palette.entries()) this.known.set(color, index);
  }

  indexOf(pixel: number): number {
    const color = pixel & RGB;
    const known = this.known.get(color);
    if (known !== undefined) return known;
    const { index } = nearestIn(this.palette, color);
    this.known.set(color, index);
    return index;
  }
}

function nearestIn(colors: readonly number[], color: number): { index: number; distance: number } {
  let index = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let candidate = 0; candidate < colors.length; candidate++) {
    const away = distance(colors[candidate] ?? 0, color);
    if (away >= least) continue;
    index = candidate;
    least = away;
  }
  return { index, distance: least };
}

/** Eyes tell greens apart best, blues worst. */
function distance(a: number, b: number): number {
  const red = (a & 0xff) - (b & 0xff);
  const green = ((a >> 8) & 0xff) - ((b >> 8) & 0xff);
  const blue = ((a >> 16) & 0xff) - ((b >> 16) & 0xff);
  return 3 * red * red + 4 * green * green + 2 * blue * blue;
}
