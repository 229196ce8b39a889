/** Largest of any stretch of numbers that only grow in count, in O(log n): maxima of blocks, of blocks of blocks, ... */
import { Vector } from '../../shared/vector';

export const FACTOR = 16;

export class MaxPyramid {
  /** Level k: maxima of FACTOR^(k+1) numbers each, whole blocks only. */
  private readonly levels: Vector<Uint32Array>[] = [];

  constructor(private readonly values: Vector<Uint32Array>) {}

  /** Takes in what has been appended to the values. */
  update(): void {
    for (let depth = 0, below = this.values; ; depth++) {
      const blocks = Math.floor(below.length / FACTOR);
      const level = this.levels[depth];
      if (level === undefined) {
        if (blocks === 0) return;
        this.levels.push(new Vector(Uint32Array));
        depth--;
        continue;
      }
      while (level.length < blocks) {
        level.push(scan(below, level.length * FACTOR, (level.length + 1) * FACTOR));
      }
      below = level;
    }
  }

  /** Largest of the values at positions `from` to `to - 1`; 0 when there is none. */
  max(from: number, to: number): number {
    let largest = 0;
    let below = this.values;
    let [low, high] = [from, to];
    for (let depth = 0; low < high; depth++) {
      const level = this.levels[depth];
      const first = Math.ceil(low / FACTOR);
      const last = level === undefined ? 0 : Math.min(Math.floor(high / FACTOR), level.length);
      if (level === undefined || first >= last) return Math.max(largest, scan(below, low, high));
      largest = Math.max(largest, scan(below, low, first * FACTOR), scan(below, last * FACTOR, high));
      [low, high, below] = [first, last, level];
    }
    return largest;
  }
}

function scan({ array }: Vector<Uint32Array>, from: number, to: number): number {
  let largest = 0;
  for (let index = from; index < to; index++) largest = Math.max(largest, array[index] ?? 0);
  return largest;
}
