import { describe, expect, it } from 'vitest';
import { nest } from '../../../../src/main/import/nest';

const nested = (spans: readonly (readonly [number, number])[]) => {
  const begin = Float64Array.from(spans, ([from]) => from);
  const end = Float64Array.from(spans, ([, to]) => to);
  const { rows, overlapping } = nest(begin, end);
  return { rows: [...rows], overlapping, ends: [...end] };
};

describe('nesting', () => {
  it('takes calls one after the other for neighbours, though rounding has made them overlap', () => {
    expect(
      nested([
        [0, 1001],
        [1000, 2000],
        [1999, 3000],
      ]),
    ).toEqual({
      rows: [0, 3],
      overlapping: 0,
      ends: [1000, 1999, 3000],
    });
  });

  it('keeps the shortest call within the one that made it', () => {
    expect(
      nested([
        [0, 1000],
        [999, 1000],
      ]),
    ).toEqual({ rows: [0, 1, 2], overlapping: 0, ends: [1000, 1000] });
  });

  it('counts what overlaps in earnest, and puts it on a row of its own', () => {
    expect(
      nested([
        [0, 1000],
        [500, 1500],
        [1200, 1300],
      ]),
    ).toMatchObject({ rows: [0, 1, 2, 3], overlapping: 1 });
  });
});
