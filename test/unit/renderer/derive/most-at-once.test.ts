import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostRunsAtOnce } from '../../../../src/renderer/derive/most-at-once';
import { TaskTable } from '../../../../src/shared/task-table';

type Span = readonly [begin: number, end: number];

function tableOf(spans: readonly Span[]): TaskTable {
  const table = new TaskTable();
  table.addRows(spans.length);
  for (const [row, [begin, end]] of spans.entries()) {
    table.columns.runBegin[row] = begin;
    table.columns.runEnd[row] = end;
  }
  return table;
}

/** At some begin the number is greatest: looks at each. */
const slowly = (spans: readonly Span[]): number =>
  Math.max(0, ...spans.map(([at]) => spans.filter(([begin, end]) => begin <= at && !(end <= at)).length));

describe('the greatest number of tasks at once', () => {
  it('is what counting at each begin finds', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 1, max: 10 }))
      .map(([begin, length]): Span => [begin, begin + length]);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), (spans) => mostRunsAtOnce(tableOf(spans)) === slowly(spans)),
    );
  });

  it('counts a task that never ended to the last', () => {
    expect(
      mostRunsAtOnce(
        tableOf([
          [0, Number.NaN],
          [5, 6],
          [7, 8],
        ]),
      ),
    ).toBe(2);
  });

  it('leaves out a task that never began, and is 0 where none did', () => {
    expect(mostRunsAtOnce(tableOf([[Number.NaN, Number.NaN]]))).toBe(0);
    expect(mostRunsAtOnce(tableOf([]))).toBe(0);
  });
});
