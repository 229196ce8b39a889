/**
 * Frames as a GIF, piece by piece: one palette for all, and of each frame only what has changed. A frame that is as the
 * one before makes that one stay longer.
 */
import { changedRect } from './changed-rect';
import { GIF_END, gifFrame, gifHead, MOST_DELAY, UNCHANGED } from './gif-parts';
import { PaletteMap } from './palette';

interface Waiting {
  readonly frame: (delay: number) => Uint8Array;
  readonly begin: number;
}

export class GifEncoder {
  private readonly map: PaletteMap;
  private before: Uint32Array | null = null;
  /** The last frame that differed: how long it stays is known when the next one does. */
  private waiting: Waiting | null = null;
  private lastPixel = -1;
  private lastIndex = 0;

  /** @param palette see ColorCounts */
  constructor(
    private readonly width: number,
    private readonly height: number,
    private readonly palette: Uint32Array,
  ) {
    this.map = new PaletteMap(palette);
  }

  head(): Uint8Array {
    return gifHead(this.width, this.height, this.palette);
  }

  /** @param pixels of the frame; kept until the next one @param begin in hundredths of a second @returns what can be written */
  add(pixels: Uint32Array, begin: number): readonly Uint8Array[] {
    const { before, width } = this;
    const rect = before === null ? { left: 0, top: 0, width, height: this.height } : changedRect(before, pixels, width);
    const due = this.waiting;
    if (rect === null && due !== null && begin - due.begin < MOST_DELAY) return [];
    const changed = rect ?? { left: 0, top: 0, width: 1, height: 1 };
    const indices = this.indices(pixels, changed);
    this.before = pixels;
    this.waiting = { begin, frame: (delay) => gifFrame(changed, indices, delay) };
    return due === null ? [] : [due.frame(begin - due.begin)];
  }

  /** @param end of the last frame, in hundredths of a second */
  end(end: number): readonly Uint8Array[] {
    return this.waiting === null ? [GIF_END] : [this.waiting.frame(end - this.waiting.begin), GIF_END];
  }

  private indices(pixels: Uint32Array, rect: { left: number; top: number; width: number; height: number }): Uint8Array {
    const { before, width } = this;
    const indices = new Uint8Array(rect.width * rect.height);
    for (let y = 0, to = 0; y < rect.height; y++) {
      const from = (rect.top + y) * width + rect.left;
      for (let at = from; at < from + rect.width; at++, to++) {
        const pixel = pixels[at] ?? 0;
        indices[to] = before !== null && before[at] === pixel ? UNCHANGED : this.indexOf(pixel);
      }
    }
    return indices;
  }

  /** Neighbours are mostly of one colour. */
  private indexOf(pixel: number): number {
    if (pixel !== this.lastPixel) {
      this.lastIndex = this.map.indexOf(pixel);
      this.lastPixel = pixel;
    }
    return this.lastIndex;
  }
}
