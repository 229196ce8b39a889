import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journey } from '../../../../src/renderer/derive/journey';
import { PHASES, phaseNanos } from '../../../../src/shared/phases';
import { MOMENTS, makeColumns } from '../../../../src/shared/telemetry';

/** One row whose intervals have these lengths, as far as they go. */
function rowOf(lengths: readonly number[]) {
  const columns = makeColumns(1);
  let at = 5000;
  columns.submitted[0] = at;
  for (const [index, length] of lengths.entries()) {
    at += length;
    const moment = MOMENTS[index + 1];
    if (moment !== undefined) columns[moment][0] = at;
  }
  return columns;
}

const whole = fc.array(fc.nat(1e6), { minLength: 13, maxLength: 13 });

describe('the journey of a task', () => {
  it.each(['root', 'linear'] as const)('fills the whole width with pieces side by side (%s)', (scale) => {
    fc.assert(
      fc.property(whole, (lengths) => {
        const pieces = journey(rowOf(lengths), 0, scale);
        let end = 0;
        for (const { start, width } of pieces) {
          expect(start).toBeCloseTo(end, 9);
          end = start + width;
        }
        expect(end).toBeCloseTo(pieces.length === 0 ? 0 : 1, 9);
      }),
    );
  });

  it('has all the time of each phase in its pieces', () => {
    fc.assert(
      fc.property(whole, (lengths) => {
        const columns = rowOf(lengths);
        const pieces = journey(columns, 0, 'root');
        for (const phase of PHASES) {
          const sum = pieces.reduce((total, piece) => total + (piece.phase === phase ? piece.nanos : 0), 0);
          expect(sum).toBe(phaseNanos(columns, 0, phase));
        }
      }),
    );
  });

  it('is as wide as time where the scale is linear, and as its root where it is not', () => {
    const columns = rowOf([0, 100, 0, 0, 0, 0, 900]);
    expect(journey(columns, 0, 'linear').map(({ phase, width }) => [phase, width])).toEqual([
      ['dumpsArgs', 0.1],
      ['run', 0.9],
    ]);
    expect(journey(columns, 0, 'root').map(({ width }) => width)).toEqual([0.25, 0.75]);
  });

  it('ends where the task has got to', () => {
    expect(journey(rowOf([10, 20]), 0, 'root').map(({ phase }) => phase)).toEqual(['queueWait', 'dumpsArgs']);
    expect(journey(rowOf([]), 0, 'root')).toEqual([]);
  });
});
