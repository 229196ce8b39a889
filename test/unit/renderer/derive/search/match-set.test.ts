import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MatchSet, NO_MATCH } from '../../../../../src/renderer/derive/search/match-set';
import '../../../../fixtures/fast-check';

/** Rows from `from` on, written in one go. */
const writes = fc.array(
  fc.record({ from: fc.nat({ max: 200 }), mask: fc.array(fc.nat({ max: 1 }), { maxLength: 150 }) }),
  { maxLength: 6 },
);

describe('a set of matches', () => {
  it('holds what a plain set of rows holds, whatever is written in whatever order', () => {
    fc.assert(
      fc.property(writes, fc.nat({ max: 400 }), (all, row) => {
        const set = new MatchSet();
        const plain = new Set<number>();
        for (const { from, mask } of all) {
          const before = [...plain].sort((a, b) => a - b);
          for (const [offset, bit] of mask.entries()) {
            if (bit === 1) plain.add(from + offset);
            else plain.delete(from + offset);
          }
          const rows = [...plain].sort((a, b) => a - b);
          expect(set.write(from, Uint8Array.from(mask), mask.length)).toBe(String(before) !== String(rows));
          expect(set.count).toBe(rows.length);
          // Asked for now and then only: the list catches up with several writes at once.
          if (from % 2 === 0) expect([...set.rows()]).toEqual(rows);
        }
        const rows = [...plain].sort((a, b) => a - b);
        expect([...set.rows()]).toEqual(rows);
        expect(set.has(row)).toBe(plain.has(row));
        expect(set.after(row)).toBe(rows.find((other) => other > row) ?? NO_MATCH);
        expect(set.before(row)).toBe(rows.findLast((other) => other < row) ?? NO_MATCH);
      }),
      { numRuns: 500 },
    );
  });

  it('is walked from before the first row to beyond the last', () => {
    const set = new MatchSet();
    for (const row of [0, 31, 32, 4095]) set.set(row, true);
    expect([-1, 0, 31, 32, 4095].map((row) => set.after(row))).toEqual([0, 31, 32, 4095, NO_MATCH]);
    expect([0, 31, 32, 4095, 1e9].map((row) => set.before(row))).toEqual([NO_MATCH, 0, 31, 32, 4095]);
  });
});
