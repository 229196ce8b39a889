import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepSlice } from '../../../../../src/renderer/derive/slices/keep-slice';
import { noSlices, type SliceData, takeSlices } from '../../../../../src/shared/slices';
import { laneOf, type Span } from '../../../../fixtures/slices';

function dataOf(...lanes: (readonly Span[])[]): SliceData {
  const data = noSlices();
  const texts: string[] = [];
  const made = lanes.map((spans) => laneOf(spans, texts));
  takeSlices(data, { type: 'slices', runId: 1, texts, lanes: made, counters: [], flows: null, notices: [] });
  return data;
}

describe('the selected slice, when another picture comes', () => {
  it('keeps its place where the new ones come after it', () => {
    const selected = { lane: 0, slice: 1 };
    const before = dataOf([
      ['a', 0, 10],
      ['b', 10, 15],
    ]);
    const now = dataOf([
      ['a', 0, 10],
      ['b', 10, 20],
      ['c', 20, 30],
    ]);
    expect(keepSlice(before, now, selected)).toBe(selected);
  });

  it('moves with its process where another has come between', () => {
    const lanes = (...pids: string[]): SliceData => {
      const data = dataOf(...pids.map((_, index) => [['a', index, 100] as const]));
      return { ...data, lanes: data.lanes.map((lane, index) => ({ ...lane, pid: pids[index] ?? '' })) };
    };
    const before = lanes('1', '2');
    const now = lanes('1', '3', '2');
    const moved = { ...now.lanes[2], begin: Float64Array.of(1) } as (typeof now.lanes)[number];
    const after = { ...now, lanes: [...now.lanes.slice(0, 2), moved] };
    expect(keepSlice(before, after, { lane: 1, slice: 0 })).toEqual({ lane: 2, slice: 0 });
    expect(keepSlice(before, lanes('1', '3'), { lane: 1, slice: 0 })).toBeNull();
  });

  it('moves with its row where the row above has grown', () => {
    const before = dataOf([
      ['outer', 0, 10],
      ['inner', 2, 4],
    ]);
    const now = dataOf([
      ['outer', 0, 10],
      ['next', 10, 20],
      ['inner', 2, 4],
    ]);
    expect(keepSlice(before, now, { lane: 0, slice: 1 })).toEqual({ lane: 0, slice: 2 });
  });

  it('is none where it is gone', () => {
    const before = dataOf([['a', 5, 10]]);
    expect(keepSlice(before, dataOf([['b', 6, 10]]), { lane: 0, slice: 0 })).toBeNull();
    expect(keepSlice(before, dataOf(), { lane: 0, slice: 0 })).toBeNull();
  });

  it('is found however many there are, and however short', () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(lengths, fc.nat(), (steps, pick) => {
        const begins = steps.map((_, index) => steps.slice(0, index).reduce((sum, step) => sum + step + 1, 0));
        const spans = steps.map((step, index): Span => ['s', begins[index] ?? 0, (begins[index] ?? 0) + step + 1]);
        const known = (pick % spans.length) + 1;
        const selected = { lane: 0, slice: pick % known };
        expect(keepSlice(dataOf(spans.slice(0, known)), dataOf(spans), selected)).toEqual(selected);
      }),
    );
  });
});
