/**
 * The pixels of one track, filled in memory and put on the canvas in one go. A lane may show a hundred thousand tasks
 * in a thousand columns; as single canvas calls they would cost ten times as much.
 */
import type { Paint } from './paint';

/** Where the pixels of a strip go before they are drawn: a canvas that is not shown. */
export interface StripSurface {
  readonly image: CanvasImageSource;
  /** Lines below which nothing can be told from nothing, where that is more than one. */
  readonly leastLines?: number;
  resize(width: number, height: number): ImageData;
  put(pixels: ImageData): void;
}

/** Putting pixels on the canvas in view would have it copied each time; drawing a hidden one costs next to nothing. */
export function offscreenSurface(): StripSurface {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (context === null) throw new Error('This window has no 2D canvas.');
  return {
    image: canvas,
    resize(width, height) {
      canvas.width = width;
      canvas.height = height;
      return context.createImageData(width, height);
    },
    put: (pixels) => context.putImageData(pixels, 0, 0),
  };
}

/** Below this width a loop is faster than a call of TypedArray.fill. */
const FILL_FROM = 48;

export class PixelStrip {
  width = 0;
  height = 0;
  private image: ImageData | undefined;
  private pixels = new Uint32Array(0);

  constructor(private readonly surface: StripSurface) {}

  /** So many lines at least has what is there at all. */
  get leastLines(): number {
    return this.surface.leastLines ?? 1;
  }

  /** Sizes in device pixels. */
  resize(width: number, height: number): void {
    if (this.image !== undefined && this.width === width && this.height === height) return;
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.image = this.surface.resize(this.width, this.height);
    this.pixels = new Uint32Array(this.image.data.buffer);
  }

  fill({ tile }: Paint): void {
    this.pixels.fill(tile[0] ?? 0);
  }

  /** Fills columns `x0` to `x1 - 1` of lines `y0` to `y1 - 1`, as far as they are on the strip. */
  rect(x0: number, x1: number, y0: number, y1: number, { tile, size }: Paint): void {
    const { width, pixels } = this;
    const from = Math.max(0, x0);
    const to = Math.min(width, x1);
    const color = tile[0] ?? 0;
    for (let y = Math.max(0, y0); y < Math.min(this.height, y1); y++) {
      const line = y * width;
      if (size !== 1) {
        const tileLine = (y % size) * size;
        for (let x = from, tileX = from % size; x < to; x++) {
          pixels[line + x] = tile[tileLine + tileX] ?? 0;
          if (++tileX === size) tileX = 0;
        }
      } else if (to - from < FILL_FROM) {
        for (let x = from; x < to; x++) pixels[line + x] = color;
      } else pixels.fill(color, line + from, line + to);
    }
  }

  /** Draws the strip with its corner at a point of a context that is scaled to CSS pixels. */
  draw(target: Pick<CanvasRenderingContext2D, 'drawImage'>, x: number, y: number, dpr: number): void {
    this.put(this.surface);
    this.drawFrom(this.surface, target, x, y, dpr);
  }

  /** Copies the pixels to a surface of the same size. */
  put(surface: StripSurface): void {
    if (this.image !== undefined) surface.put(this.image);
  }

  /** Draws what is on a surface of the same size. */
  drawFrom(
    { image }: StripSurface,
    target: Pick<CanvasRenderingContext2D, 'drawImage'>,
    x: number,
    y: number,
    dpr: number,
  ): void {
    if (this.image !== undefined) target.drawImage(image, x, y, this.width / dpr, this.height / dpr);
  }
}
