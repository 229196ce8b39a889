/** A canvas that writes down what is drawn on it: the canvas is the boundary of what these tests look at. */
import { pack, type Rgb } from '../../../../src/renderer/timeline/paint';
import type { StripSurface } from '../../../../src/renderer/timeline/pixel-strip';
import { makeTheme, readColors, type Theme } from '../../../../src/renderer/timeline/theme';
import type { Context2D } from '../../../../src/renderer/timeline/track';

export interface DrawnText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly color: string;
}

export interface DrawnRect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly color: string;
}

export class RecordingContext {
  readonly texts: DrawnText[] = [];
  readonly rects: DrawnRect[] = [];
  readonly outlines: DrawnRect[] = [];
  /** Stroked and filled paths: their points and colour, and whether they are dashed. */
  readonly paths: {
    readonly points: readonly (readonly [number, number])[];
    readonly color: string;
    readonly dashed?: boolean;
  }[] = [];
  readonly images: { readonly x: number; readonly y: number }[] = [];
  fillStyle = '';
  strokeStyle = '';
  lineWidth = 1;
  font = '';
  textAlign = 'left';
  textBaseline = 'alphabetic';
  private points: [number, number][] = [];
  private dashed = false;

  beginPath(): void {
    this.points = [];
  }
  moveTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  lineTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  rect(x: number, y: number): void {
    this.points.push([x, y]);
  }
  closePath(): void {}
  clip(): void {}
  save(): void {}
  restore(): void {}
  setLineDash(dash: readonly number[]): void {
    this.dashed = dash.length > 0;
  }
  setTransform(): void {}
  fill(): void {
    this.paths.push({ points: this.points, color: this.fillStyle });
  }
  stroke(): void {
    this.paths.push({ points: this.points, color: this.strokeStyle, dashed: this.dashed });
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.rects.push({ x, y, width, height, color: this.fillStyle });
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.outlines.push({ x, y, width, height, color: this.strokeStyle });
  }
  fillText(text: string, x: number, y: number): void {
    this.texts.push({ text, x, y, color: this.fillStyle });
  }
  measureText(text: string): { width: number } {
    return { width: text.length * 7 };
  }
  drawImage(_image: unknown, x: number, y: number): void {
    this.images.push({ x, y });
  }

  /** As tracks see it. */
  get context(): Context2D & Pick<CanvasRenderingContext2D, 'setTransform'> {
    return this as unknown as Context2D & Pick<CanvasRenderingContext2D, 'setTransform'>;
  }
}

/** Keeps the pixels of the last strip that was drawn. */
export class RecordingSurface implements StripSurface {
  readonly image = {} as CanvasImageSource;
  private pixels = new Uint32Array(0);
  private width = 0;

  resize(width: number, height: number): ImageData {
    this.width = width;
    const data = new Uint8ClampedArray(width * height * 4);
    return { width, height, data, colorSpace: 'srgb' } as unknown as ImageData;
  }

  put(image: ImageData): void {
    this.pixels = new Uint32Array(image.data.buffer.slice(0));
  }

  /** Names of the colours of a line, run by run: `[['run', 10], ['background', 3], ...]`. */
  line(y: number): [name: string, length: number][] {
    const runs: [string, number][] = [];
    for (let x = 0; x < this.width; x++) {
      const name = NAMES.get(this.pixels[y * this.width + x] ?? 0) ?? 'texture line';
      const last = runs.at(-1);
      if (last !== undefined && last[0] === name) last[1]++;
      else runs.push([name, 1]);
    }
    return runs;
  }

  /** How many lines from `from` to `to - 1` have each colour in a column. */
  column(x: number, from: number, to: number): Record<string, number> {
    const counts: Record<string, number> = {};
    for (let y = from; y < to; y++) {
      const name = NAMES.get(this.pixels[y * this.width + x] ?? 0) ?? 'texture line';
      counts[name] = (counts[name] ?? 0) + 1;
    }
    return counts;
  }
}

/** Each colour token has a colour of its own, so that a pixel tells which one it was painted with. */
const tokens = new Map<string, Rgb>();

function toRgb(css: string): Rgb {
  let color = tokens.get(css);
  if (color === undefined) {
    color = [(tokens.size * 8) % 256, 100 + (tokens.size >> 5), 200];
    tokens.set(css, color);
  }
  return color;
}

export const testTheme: Theme = makeTheme(
  readColors((name) => name.replace('--phase-', '').replace('--', '')),
  toRgb,
  1,
);

const NAMES = new Map([...tokens].map(([name, color]) => [pack(color), name]));
NAMES.set(testTheme.paints.alive.tile[0] ?? 0, 'alive');
NAMES.set(testTheme.paints.grid.tile[0] ?? 0, 'grid');
