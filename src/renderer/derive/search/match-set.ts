/** Rows that match a search, as bits: asked about in constant time, walked in either direction, listed when asked for. */
import { grown } from '../../../shared/vector';
import { lowerBound } from '../binary-search';

export const NO_MATCH = -1;

export class MatchSet {
  /** How many rows match. */
  count = 0;
  private bits = new Uint32Array(64);
  private list = new Uint32Array(0);
  private listed = 0;
  /** Below this row the list is as the bits are. */
  private freshBelow = 0;

  has(row: number): boolean {
    return (((this.bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
  }

  /** @returns whether that is new */
  set(row: number, matches: boolean): boolean {
    const word = row >>> 5;
    const bit = 1 << (row & 31);
    if (word >= this.bits.length) this.bits = grown(this.bits, word + 1);
    const before = this.bits[word] ?? 0;
    const after = (matches ? before | bit : before & ~bit) >>> 0;
    if (after === before) return false;
    this.bits[word] = after;
    this.count += matches ? 1 : -1;
    this.freshBelow = Math.min(this.freshBelow, row);
    return true;
  }

  /** Rows `from` up to `from + length`, 1 for each that matches. @returns whether anything is new */
  write(from: number, mask: Uint8Array, length: number): boolean {
    let changed = false;
    let at = 0;
    for (; at < length && ((from + at) & 31) !== 0; at++) changed = this.set(from + at, mask[at] === 1) || changed;
    this.bits = grown(this.bits, ((from + length) >>> 5) + 1);
    for (; at + 32 <= length; at += 32) {
      let word = 0;
      for (let bit = 0; bit < 32; bit++) word |= (mask[at + bit] ?? 0) << bit;
      changed = this.setWord((from + at) >>> 5, word) || changed;
    }
    for (; at < length; at++) changed = this.set(from + at, mask[at] === 1) || changed;
    return changed;
  }

  private setWord(word: number, after: number): boolean {
    const before = this.bits[word] ?? 0;
    if (before === after >>> 0) return false;
    this.bits[word] = after;
    this.count += ones(after) - ones(before);
    this.freshBelow = Math.min(this.freshBelow, word << 5);
    return true;
  }

  /** All of them, ascending. Costs what is new since it was last asked for. */
  rows(): Uint32Array {
    if (this.listed !== this.count || this.freshBelow !== Number.POSITIVE_INFINITY) this.relist();
    return this.list.subarray(0, this.count);
  }

  private relist(): void {
    const from = Math.min(this.freshBelow, this.bits.length * 32);
    let at = lowerBound(this.list, this.listed, from);
    this.list = grown(this.list, this.count);
    for (let word = from >>> 5; word < this.bits.length; word++) {
      let left = this.bits[word] ?? 0;
      if (word === from >>> 5) left &= -1 << (from & 31);
      for (; left !== 0; left &= left - 1) this.list[at++] = word * 32 + lowestBit(left);
    }
    this.listed = at;
    this.freshBelow = Number.POSITIVE_INFINITY;
  }

  /** The first match after `row`, or NO_MATCH. */
  after(row: number): number {
    const start = row + 1;
    for (let word = start >>> 5; word < this.bits.length; word++) {
      let left = this.bits[word] ?? 0;
      if (word === start >>> 5) left &= -1 << (start & 31);
      if (left !== 0) return word * 32 + lowestBit(left);
    }
    return NO_MATCH;
  }

  /** The last match before `row`, or NO_MATCH. */
  before(row: number): number {
    const end = Math.min(row, this.bits.length * 32);
    for (let word = (end - 1) >> 5; word >= 0; word--) {
      let left = this.bits[word] ?? 0;
      if (word === end >>> 5) left &= (1 << (end & 31)) - 1;
      if (left !== 0) return word * 32 + 31 - Math.clz32(left);
    }
    return NO_MATCH;
  }
}

function lowestBit(word: number): number {
  return 31 - Math.clz32(word & -word);
}

/** Bits that are set. Hacker's Delight, section 5-1. */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
