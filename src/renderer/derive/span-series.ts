/**
 * Spans in time order, each cut into parts by ascending moments, and how much time each part takes up to any point:
 * O(log n) for a lookup at any zoom, a few bytes a span. The moments stay in the task table; only every eighth span has
 * its end and the sums before it kept here.
 */
import { Vector } from '../../shared/vector';

/** Writes the moments of a span, ascending and without NaN, into `into`. */
export type ReadSpan = (span: number, into: Float64Array) => void;

/** Spans for which sums are kept together. More saves memory and costs reading at each lookup. */
export const BLOCK = 8;

/**
 *   span      |--part 0--|--part 1--|--part 2--|
 *   moments   m0         m1         m2         m3
 *
 * Spans may overlap, as messages in a pipe do, but each moment must ascend from span to span. Append only: a span is
 * added once its moments can no longer change.
 */
export class SpanSeries {
  length = 0;
  private readonly moments: Float64Array;
  private readonly totals: Float64Array;
  /** By block: the latest end in it. */
  private readonly ends = new Vector(Float64Array);
  /** By block and part: time of all spans before the block. */
  private readonly before = new Vector(Float64Array);
  /** Block where the last lookup ended: lookups mostly go from left to right. */
  private cursor = 0;

  constructor(
    readonly parts: number,
    private readonly read: ReadSpan,
  ) {
    this.moments = new Float64Array(parts + 1);
    this.totals = new Float64Array(parts);
  }

  /** Takes span number `length` in. */
  append(): void {
    const { moments, totals, ends } = this;
    this.read(this.length, moments);
    const end = moments[this.parts] ?? 0;
    if (this.length % BLOCK === 0) {
      for (const total of totals) this.before.push(total);
      ends.push(Math.max(end, ends.array[ends.length - 1] ?? end));
    } else if (end > (ends.array[ends.length - 1] ?? 0)) ends.array[ends.length - 1] = end;
    for (let part = 0; part < this.parts; part++) totals[part] = (totals[part] ?? 0) + lengthOf(moments, part);
    this.length++;
  }

  /** Time of a part over all spans. */
  total(part: number): number {
    return this.totals[part] ?? 0;
  }

  /** Writes into `into`, for each part, how much of its time lies before `at`. */
  timeUntil(at: number, into: Float64Array): void {
    const block = this.firstBlockEndingAfter(at);
    if (block >= this.ends.length) {
      into.set(this.totals);
      return;
    }
    const { parts, moments } = this;
    for (let part = 0; part < parts; part++) into[part] = this.before.array[block * parts + part] ?? 0;
    for (let span = block * BLOCK; span < this.length; span++) {
      this.read(span, moments);
      if ((moments[0] ?? 0) >= at) return;
      for (let part = 0; part < parts; part++) {
        const from = moments[part] ?? 0;
        const to = Math.min(moments[part + 1] ?? 0, at);
        if (to > from) into[part] = (into[part] ?? 0) + to - from;
      }
    }
  }

  /** The first span that ends after `at`; `length` when there is none. */
  firstEndingAfter(at: number): number {
    let span = this.firstBlockEndingAfter(at) * BLOCK;
    for (; span < this.length; span++) {
      this.read(span, this.moments);
      if ((this.moments[this.parts] ?? 0) > at) return span;
    }
    return this.length;
  }

  /** The moments of a span, valid until the next call of any method. */
  momentsOf(span: number): Float64Array {
    this.read(span, this.moments);
    return this.moments;
  }

  private firstBlockEndingAfter(at: number): number {
    const { array, length } = this.ends;
    let low = 0;
    let high = Math.min(this.cursor, length);
    if (high === 0 || (array[high - 1] ?? 0) <= at) {
      // Gallop to the right of where the last lookup ended.
      low = high;
      let step = 1;
      while (high < length && (array[high] ?? 0) <= at) {
        low = high + 1;
        high += step;
        step *= 2;
      }
      high = Math.min(high, length);
    }
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((array[middle] ?? 0) <= at) low = middle + 1;
      else high = middle;
    }
    this.cursor = low;
    return low;
  }
}

function lengthOf(moments: Float64Array, part: number): number {
  return Math.max(0, (moments[part + 1] ?? 0) - (moments[part] ?? 0));
}
