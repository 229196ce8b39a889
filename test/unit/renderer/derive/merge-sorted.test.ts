import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mergeSorted } from '../../../../src/renderer/derive/merge-sorted';

it('puts sorted lists in one order, as sorting everything does', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.nat(99)), { maxLength: 9 }), (lists) => {
      const key = Array.from({ length: 100 }, (_, row) => (row * 37) % 50);
      const ordered = lists.map((list) => [...list].sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0)));
      const expected = ordered.flat().sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0));
      const given = ordered.map((list) => ({ array: Uint32Array.from([...list, 98, 99]), length: list.length }));
      expect([...mergeSorted(given, key)]).toEqual(expected);
    }),
  );
});
