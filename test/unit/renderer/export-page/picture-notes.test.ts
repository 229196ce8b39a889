import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeNotes } from '../../../../src/renderer/export-page/picture-notes';
import type { Note } from '../../../../src/renderer/store/notes';
import { TimeScale } from '../../../../src/renderer/timeline/time-scale';
import { nanos } from '../../../../src/shared/units';

/** A pixel is a nanosecond; every character is six pixels wide. */
const scale = new TimeScale({ startNs: nanos(0), endNs: nanos(1000) }, 150, 1000);
const ctx = { measureText: (text: string) => ({ width: [...text].length * 6 }) as TextMetrics };
const note = (atNs: number, text: string, id = atNs): Note => ({ id, atNs: nanos(atNs), row: null, text });
const place = (...notes: Note[]) => placeNotes(notes, scale, ctx);

describe('texts of notes in a picture', () => {
  test('begin at their moment, on one row while there is room', () => {
    const { placed, rows } = place(note(100, 'first'), note(400, 'second'));
    expect(placed.map(({ x, left, row }) => [x, left, row])).toEqual([
      [250, 250, 0],
      [550, 550, 0],
    ]);
    expect(rows).toBe(1);
  });

  test('move up where they would run into one another, and left where the picture ends', () => {
    const { placed } = place(note(100, 'a long text'), note(110, 'close by'), note(990, 'at the end'));
    expect(placed.map(({ row }) => row)).toEqual([0, 1, 0]);
    expect(placed[2]?.left).toBeLessThan(1140);
    expect(placed[2]?.x).toBe(1140);
  });

  test('outside of the stretch are none, and so many on one place that there is no room are counted', () => {
    expect(place(note(-5, 'early'), note(2000, 'late'))).toEqual({ placed: [], rows: 0, leftOut: 0 });
    const crowd = Array.from({ length: 9 }, (_, index) => note(500, 'the same moment', index));
    expect(place(...crowd)).toMatchObject({ rows: 4, leftOut: 5 });
  });

  test('never overlap, and stay within the plot', () => {
    const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.string({ maxLength: 200 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(some, (pairs) => {
        const notes = pairs.map(([at, text], id) => note(at, text, id)).sort((a, b) => a.atNs - b.atNs);
        const { placed, leftOut } = place(...notes);
        expect(placed.length + leftOut).toBe(notes.length);
        for (const one of placed) {
          expect(one.left).toBeGreaterThanOrEqual(scale.left);
          expect(one.left + one.width).toBeLessThanOrEqual(scale.right);
          for (const other of placed) {
            if (other === one || other.row !== one.row) continue;
            expect(one.left + one.width <= other.left || other.left + other.width <= one.left).toBe(true);
          }
        }
      }),
    );
  });
});
