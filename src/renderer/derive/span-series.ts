/**
 * Spans in time order, each cut into parts by ascending moments, and how much time each part takes up to any point:
 * O(log n) for a lookup at any zoom, a few bytes a span. The moments stay in the task table; only for every eighth span
 * are times and the sums before it kept here.
 */
import { Vector } from '../../shared/vector';

/** Writes the moments of a span, ascending and without NaN, into `into`. */
export type ReadSpan = (span: number, into: Float64Array) => void;

/** Spans for which sums are kept together. More saves memory and costs reading at each lookup. */
export const BLOCK = 8;
/** Blocks that a lookup walks past before it begins to search. */
const WALK = 32;

/**
 *   span      |--part 0--|--part 1--|--part 2--|
 *   moments   m0         m1         m2         m3
 *
 * Each moment ascends from span to span. Append only: a span is added once its moments can no longer change.
 */
export class SpanSeries {
  length = 0;
  private readonly moments: Float64Array;
  private readonly totals: Float64Array;
  /** By block: begin of its first span, end of its last. */
  private readonly begins = new Vector(Float64Array);
  private readonly ends = new Vector(Float64Array);
  /** By block and part: time of all spans before the block. */
  private readonly before = new Vector(Float64Array);
  /** Block where the last lookup ended: lookups mostly go from left to right. */
  private cursor = 0;
  /** The first span that the last lookup saw unfinished, and the sums before it. */
  private reachedSpan = 0;
  private reachedAt = Number.NEGATIVE_INFINITY;
  private readonly reachedSums: Float64Array;

  /** @param overlapping whether a span may begin before the one before it has ended, as messages in a pipe do */
  constructor(
    readonly parts: number,
    private readonly overlapping: boolean,
    private readonly read: ReadSpan,
  ) {
    this.moments = new Float64Array(parts + 1);
    this.totals = new Float64Array(parts);
    this.reachedSums = new Float64Array(parts);
  }

  /** Takes span number `length` in. */
  append(): void {
    const { moments, totals, ends } = this;
    this.read(this.length, moments);
    const end = moments[this.parts] ?? 0;
    if (this.length % BLOCK === 0) {
      for (const total of totals) this.before.push(total);
      this.begins.push(moments[0] ?? 0);
      ends.push(Math.max(end, ends.array[ends.length - 1] ?? end));
    } else if (end > (ends.array[ends.length - 1] ?? 0)) ends.array[ends.length - 1] = end;
    for (let part = 0; part < this.parts; part++) totals[part] = (totals[part] ?? 0) + lengthOf(moments, part);
    this.length++;
  }

  /** Time of a part over all spans. */
  total(part: number): number {
    return this.totals[part] ?? 0;
  }

  /**
   * Writes into `into`, for each part, how much of its time lies before `at`.
   * @param blurNs blocks shorter than this count as if their time were spread evenly over them: nothing is lost, and
   * nothing moves farther than this, but no span need be read. 0: exact
   */
  timeUntil(at: number, into: Float64Array, blurNs = 0): void {
    const block = this.firstBlockEndingAfter(at);
    if (block >= this.ends.length) into.set(this.totals);
    else if (blurNs === 0 || !this.spreadUntil(at, block, into, blurNs)) this.scanUntil(at, block, into);
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

  /** @returns false when a block is too long to be spread */
  private spreadUntil(at: number, first: number, into: Float64Array, blurNs: number): boolean {
    const { parts, before, totals } = this;
    for (let part = 0; part < parts; part++) into[part] = before.array[first * parts + part] ?? 0;
    for (let block = first; block < this.begins.length; block++) {
      const begin = this.begins.array[block] ?? 0;
      if (begin >= at) return true;
      const length = (this.ends.array[block] ?? 0) - begin;
      if (length > blurNs) return false;
      const share = Math.min(1, (at - begin) / length);
      const last = block + 1 === this.begins.length;
      for (let part = 0; part < parts; part++) {
        const next = (last ? totals[part] : before.array[(block + 1) * parts + part]) ?? 0;
        into[part] = (into[part] ?? 0) + (next - (before.array[block * parts + part] ?? 0)) * share;
      }
      if (!this.overlapping) return true;
    }
    return true;
  }

  private scanUntil(at: number, block: number, into: Float64Array): void {
    const { parts, moments, reachedSums } = this;
    const onward = at >= this.reachedAt && Math.floor(this.reachedSpan / BLOCK) === block;
    let span = onward ? this.reachedSpan : block * BLOCK;
    if (!onward)
      for (let part = 0; part < parts; part++) reachedSums[part] = this.before.array[block * parts + part] ?? 0;
    let finished = true;
    into.set(reachedSums);
    for (; span < this.length; span++) {
      this.read(span, moments);
      if ((moments[0] ?? 0) >= at) break;
      for (let part = 0; part < parts; part++) {
        const from = moments[part] ?? 0;
        const to = Math.min(moments[part + 1] ?? 0, at);
        if (to > from) into[part] = (into[part] ?? 0) + to - from;
      }
      if ((moments[parts] ?? 0) > at) {
        if (finished) this.reachedSpan = span;
        finished = false;
        if (!this.overlapping) break;
      } else if (finished) for (let part = 0; part < parts; part++) reachedSums[part] = into[part] ?? 0;
    }
    if (finished) this.reachedSpan = span;
    this.reachedAt = at;
  }

  private firstBlockEndingAfter(at: number): number {
    const { array, length } = this.ends;
    let low = 0;
    let high = Math.min(this.cursor, length);
    if (high === 0 || (array[high - 1] ?? 0) <= at) {
      // To the right of where the last lookup ended. Neighbouring columns are some blocks apart at most: walking there
      // is quicker than searching. Then gallop.
      low = high;
      const near = Math.min(length, low + WALK);
      while (low < near && (array[low] ?? 0) <= at) low++;
      if (low < near) {
        this.cursor = low;
        return low;
      }
      high = low;
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
