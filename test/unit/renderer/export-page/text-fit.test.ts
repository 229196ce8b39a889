import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakLines, cutToFit } from '../../../../src/renderer/export-page/text-fit';

/** Every character is one pixel wide. */
const ctx = { measureText: (text: string) => ({ width: [...text].length }) as TextMetrics };

test('text that fits is left alone, and other text is cut where there is no more room', () => {
  expect(cutToFit(ctx, 'Sum of squares', 14)).toBe('Sum of squares');
  expect(cutToFit(ctx, 'Sum of squares', 8)).toBe('Sum of…');
});

test('lines break at spaces, and the last one is cut', () => {
  expect(breakLines(ctx, 'each worker waits for its turn', 12, 3)).toEqual(['each worker', 'waits for', 'its turn']);
  expect(breakLines(ctx, 'each worker waits for its turn', 12, 2)).toEqual(['each worker', 'waits for i…']);
  expect(breakLines(ctx, '', 12, 2)).toEqual([]);
});

test('no line is wider than its room, whatever the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 2, max: 40 }), fc.integer({ min: 1, max: 4 }), (text, room, most) => {
      const lines = breakLines(ctx, text, room, most);
      expect(lines.length).toBeLessThanOrEqual(most);
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(room);
    }),
  );
});
