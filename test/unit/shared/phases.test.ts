import { describe, expect, test } from 'vitest';
import { INTERVALS, PHASE_LABELS, PHASES, phaseNanos } from '../../../src/shared/phases';
import { MOMENTS, makeColumns, type TaskColumns } from '../../../src/shared/telemetry';

/** One row whose moments lie 1, 2, 4, 8, ... ns apart, so that every sum tells which intervals are in it. */
function rowOfPowers(): TaskColumns {
  const columns = makeColumns(1);
  for (const [index, name] of MOMENTS.entries()) columns[name][0] = 2 ** index - 1;
  return columns;
}

describe('the phases of a task', () => {
  test('cover a row from submitted to delivered without a gap or an overlap', () => {
    expect(INTERVALS.map(({ from }) => from)).toEqual(MOMENTS.slice(0, -1));
    expect(INTERVALS.map(({ to }) => to)).toEqual(MOMENTS.slice(1));
  });

  test('are nine, each with an interval and words for people', () => {
    expect(PHASES).toHaveLength(9);
    expect(new Set(INTERVALS.map(({ phase }) => phase))).toEqual(new Set(PHASES));
    expect(Object.keys(PHASE_LABELS).sort()).toEqual([...PHASES].sort());
  });

  test('add up to the whole life of the row', () => {
    const columns = rowOfPowers();
    const total = PHASES.reduce((sum, phase) => sum + phaseNanos(columns, 0, phase), 0);
    expect(total).toBe(2 ** (MOMENTS.length - 1) - 1);
  });

  test('count the waiting for peers of a chunk as queue wait before the run and as order wait after it', () => {
    const columns = rowOfPowers();
    expect(phaseNanos(columns, 0, 'queueWait')).toBe(2 ** 0 + 2 ** 2 + 2 ** 4);
    expect(phaseNanos(columns, 0, 'orderWait')).toBe(2 ** 8 + 2 ** 10 + 2 ** 12);
    expect(phaseNanos(columns, 0, 'run')).toBe(2 ** 6);
  });

  test('are NaN while one of their moments has not happened, and only they', () => {
    const columns = rowOfPowers();
    columns.delivered[0] = Number.NaN;
    const unknown = PHASES.filter((phase) => Number.isNaN(phaseNanos(columns, 0, phase)));
    expect(unknown).toEqual(['orderWait']);
  });

  test('of a row that does not exist are NaN', () => {
    expect(phaseNanos(makeColumns(1), 5, 'run')).toBeNaN();
  });
});
