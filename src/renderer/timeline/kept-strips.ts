/**
 * The strips of lanes as they were filled last. Pointing at tasks, selecting and measuring change nothing in them: then
 * they are put on the canvas again and not filled again.
 */
import type { PixelStrip, StripSurface } from './pixel-strip';

/** Of as many lanes as a large screen shows; what is scrolled away is filled again when it comes back. */
const MOST = 64;

interface Kept {
  readonly surface: StripSurface;
  width: number;
  height: number;
  /** In which picture it was filled. */
  picture: number;
  /** What was told of its filling. */
  spans: readonly number[];
}

export class KeptStrips {
  private readonly strips = new Map<object, Kept>();
  private from: readonly unknown[] = [];
  private picture = 0;

  constructor(private readonly makeSurface: () => StripSurface) {}

  /** Begins a frame. @param from everything that strips are filled from: where one is another, all are filled again */
  begin(from: readonly unknown[]): void {
    if (from.length === this.from.length && from.every((value, place) => Object.is(value, this.from[place]))) return;
    this.from = from;
    this.picture++;
  }

  /** All are filled again, although nothing that they are filled from is another. */
  forget(): void {
    this.picture++;
  }

  /**
   * The surface of a lane, filled as it is to be seen now.
   * @param strip of the lane's size
   * @param fill fills the strip, where that is still to be done; tells which spans it drew one by one
   */
  surfaceOf(lane: object, strip: PixelStrip, fill: () => readonly number[]): Pick<Kept, 'surface' | 'spans'> {
    const kept = this.strips.get(lane) ?? this.add(lane);
    const { width, height } = strip;
    if (kept.width !== width || kept.height !== height) {
      kept.surface.resize(width, height);
      Object.assign(kept, { width, height, picture: -1 });
    }
    if (kept.picture === this.picture) return kept;
    kept.spans = [...fill()];
    strip.put(kept.surface);
    kept.picture = this.picture;
    return kept;
  }

  private add(lane: object): Kept {
    if (this.strips.size >= MOST) this.strips.clear();
    const kept = { surface: this.makeSurface(), width: 0, height: 0, picture: -1, spans: [] };
    this.strips.set(lane, kept);
    return kept;
  }
}
