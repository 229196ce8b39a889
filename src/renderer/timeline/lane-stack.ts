/**
 * The lanes on top of each other, each with a height of its own: where any of them stands, and which is at a height.
 * Sums are made when lanes or their arrangement change; a frame looks up the few that are in view.
 */
import { upperBound } from '../derive/binary-search';
import type { Arrangement } from '../store/lane-settings';
import { COLLAPSED_HEIGHT } from './lane-bands';
import type { Lanes } from './layout';
import type { LaneTrack } from './track';

export interface StackInput {
  /** What the lanes are of; their tracks are made anew when it is another. */
  readonly groups?: unknown;
  /** What lanes of slices are drawn from; as `groups`. */
  readonly slices?: unknown;
  /** Keys of all lanes, in order. */
  readonly order: readonly number[];
  readonly arrangement: Arrangement;
  /** Of a lane that has none of its own, in CSS pixels. */
  readonly height: number;
  /** Where it depends on what is in the lane; left out: all are as high. */
  heightOf?(key: number): number;
}

export class LaneStack implements Lanes {
  /** Keys of the lanes that are shown, in order. */
  keys: readonly number[] = [];
  /** Of each lane its upper edge; one more, for the lower edge of the last. */
  private tops = new Float64Array(1);
  private positions: Map<number, number> | null = null;
  private readonly tracks = new Map<number, LaneTrack>();
  private input: StackInput | null = null;

  /** @param makeTrack the track of a lane; kept until its height changes */
  constructor(private readonly makeTrack: (key: number, height: number) => LaneTrack) {}

  get count(): number {
    return this.keys.length;
  }

  update(input: StackInput): void {
    const { order, arrangement, height } = input;
    const { input: last } = this;
    if (last?.groups !== input.groups || last?.slices !== input.slices) this.tracks.clear();
    else if (last?.order === order && last.arrangement === arrangement && last.height === height) return;
    this.input = input;
    this.positions = null;
    this.keys = arrangement.only === null ? order : order.filter((key) => key === arrangement.only);
    if (this.tops.length <= this.keys.length) this.tops = new Float64Array(this.keys.length * 2 + 1);
    let top = 0;
    for (const [position, key] of this.keys.entries()) {
      this.tops[position] = top;
      top += this.heightOf(key);
    }
    this.tops[this.keys.length] = top;
  }

  topOf(position: number): number {
    return this.tops[position] ?? 0;
  }

  /** The last lane whose upper edge is at or above a height. */
  positionAt(y: number): number {
    return Math.max(0, upperBound(this.tops, this.keys.length, y) - 1);
  }

  trackAt(position: number): LaneTrack {
    const key = this.keys[position] ?? 0;
    const height = this.heightOf(key);
    let track = this.tracks.get(key);
    if (track === undefined || track.height !== height) {
      track = this.makeTrack(key, height);
      this.tracks.set(key, track);
    }
    return track;
  }

  /** Where a lane stands; -1: it is not shown. */
  positionOf(key: number): number {
    this.positions ??= new Map(this.keys.map((other, position) => [other, position]));
    return this.positions.get(key) ?? -1;
  }

  private heightOf(key: number): number {
    const { arrangement, height = 0, heightOf } = this.input ?? {};
    if (arrangement?.collapsed.has(key) === true) return COLLAPSED_HEIGHT;
    return arrangement?.heights.get(key) ?? heightOf?.(key) ?? height;
  }
}
