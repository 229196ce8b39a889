/**
 * The pixels of one track, filled in memory and put on the canvas in one go. A lane may show a hundred thousand tasks
 * in a thousand columns; as single canvas calls they would cost ten times as much.
 */
import type { Paint } from './paint';

/** The part of a canvas context that a strip needs. */
export type StripTarget = Pick<CanvasRenderingContext2D, 'createImageData' | 'putImageData'>;

/** Below this width a loop is faster than a call of TypedArray.fill. */
const FILL_FROM = 48;

export class PixelStrip {
  width = 0;
  height = 0;
  private image: ImageData | undefined;
  private pixels = new Uint32Array(0);

  /** Sizes in device pixels. */
  resize(target: StripTarget, width: number, height: number): void {
    if (this.image !== undefined && this.width === width && this.height === height) return;
    this.width = Math.max(1, width);
    this.height = Math.max(1, height);
    this.image = target.createImageData(this.width, this.height);
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
        for (let x = from; x < to; x++) pixels[line + x] = tile[tileLine + (x % size)] ?? 0;
      } else if (to - from < FILL_FROM) {
        for (let x = from; x < to; x++) pixels[line + x] = color;
      } else pixels.fill(color, line + from, line + to);
    }
  }

  /** Puts the strip with its corner at a device pixel of the canvas. */
  put(target: StripTarget, x: number, y: number): void {
    if (this.image !== undefined) target.putImageData(this.image, x, y);
  }
}
