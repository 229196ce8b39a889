import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRemovals } from '../../../../src/main/library/choose-removals';

const recording = (id: string, bytes: number, kept = false) => ({ id, bytes, kept });
const none = new Set<string>();

describe('making room', () => {
  it('takes the oldest until both limits are met', () => {
    const all = [recording('new', 10), recording('middle', 10), recording('old', 10)];
    expect(chooseRemovals(all, { mostBytes: 100, mostRuns: 3 }, none)).toEqual([]);
    expect(chooseRemovals(all, { mostBytes: 100, mostRuns: 2 }, none)).toEqual(['old']);
    expect(chooseRemovals(all, { mostBytes: 19, mostRuns: 50 }, none)).toEqual(['old', 'middle']);
  });

  it('leaves what is kept, and does not count it', () => {
    const all = [recording('new', 10), recording('kept', 1000, true), recording('old', 10)];
    expect(chooseRemovals(all, { mostBytes: 20, mostRuns: 2 }, none)).toEqual([]);
    expect(chooseRemovals(all, { mostBytes: 10, mostRuns: 2 }, none)).toEqual(['old']);
  });

  it('never takes what is kept or spared, and never more than is needed', () => {
    const any = fc.array(fc.record({ bytes: fc.nat(100), kept: fc.boolean(), spared: fc.boolean() }), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(any, fc.nat(800), fc.integer({ min: 1, max: 20 }), (made, mostBytes, mostRuns) => {
        const all = made.map(({ bytes, kept, spared }, index) => ({ id: String(index), bytes, kept, spared }));
        const spared = new Set(all.filter((one) => one.spared).map(({ id }) => id));
        const removed = chooseRemovals(all, { mostBytes, mostRuns }, spared);
        const fits = (gone: readonly string[]): boolean => {
          const left = all.filter(({ id, kept }) => !kept && !gone.includes(id));
          return left.length <= mostRuns && left.reduce((sum, { bytes }) => sum + bytes, 0) <= mostBytes;
        };
        const removable = all.filter(({ id, kept }) => !kept && !spared.has(id)).map(({ id }) => id);
        for (const id of removed) expect(removable).toContain(id);
        // The oldest of those that may go, in order.
        expect(removed).toEqual(removable.toReversed().slice(0, removed.length));
        expect(fits(removed) || removed.length === removable.length).toBe(true);
        if (removed.length > 0) expect(fits(removed.slice(0, -1))).toBe(false);
      }),
    );
  });
});
