import { describe, expect, it } from 'vitest';
import { taskFacts } from '../../../../src/renderer/derive/task-facts';
import {
  allRows,
  type ListedRows,
  someRows,
  sortedRows,
} from '../../../../src/renderer/panels/bottom/tasks/listed-rows';
import { TASK_COLUMNS } from '../../../../src/renderer/panels/bottom/tasks/task-columns';
import { PHASES, phaseNanos } from '../../../../src/shared/phases';
import { makeFacts } from '../../../fixtures/make-run';

const { data } = makeFacts({ tasks: 120, workers: 3, chunksize: 4, failEvery: 9, crash: 1, seed: 3 });
const listed = (rows: ListedRows): number[] => Array.from({ length: rows.length }, (_, place) => rows.at(place));

/** What a column shows of a row, as a number. */
function shown(column: string, row: number): number {
  const task = taskFacts(data, row);
  const { outcome, delivered, submitted } = data.table.columns;
  const values: Record<string, number | null | undefined> = {
    Task: task?.task,
    Attempt: task?.attempt,
    PID: task?.pid,
    Chunk: task?.chunk,
    Outcome: outcome[row],
    'Submit to delivery': (delivered[row] ?? 0) - (submitted[row] ?? 0),
    Argument: task?.argsBytes,
    Result: task?.resultBytes,
  };
  const phase = PHASES[TASK_COLUMNS.findIndex(({ name }) => name === column) - 5];
  return column in values
    ? (values[column] ?? Number.NaN)
    : phase
      ? phaseNanos(data.table.columns, row, phase)
      : Number.NaN;
}

describe('the rows that the table of tasks lists', () => {
  it('are all of them as dispatched, or those that match', () => {
    expect(listed(allRows(4))).toEqual([0, 1, 2, 3]);
    expect(allRows(4).placeOf(3)).toBe(3);
    expect(allRows(4).placeOf(4)).toBeNull();
    const some = someRows(Uint32Array.of(2, 5, 9));
    expect(listed(some)).toEqual([2, 5, 9]);
    expect([2, 3, 9, 10].map((row) => some.placeOf(row))).toEqual([0, null, 2, null]);
  });

  it.each(TASK_COLUMNS.map(({ name }) => name))(
    'are sorted by %s, up and down, with what is not known last',
    (name) => {
      const column = TASK_COLUMNS.find((one) => one.name === name);
      if (column === undefined) throw new Error(name);
      for (const base of [allRows(data.table.length), someRows(Uint32Array.of(3, 50, 51, 90, 120))]) {
        for (const sign of [1, -1]) {
          const rows = listed(sortedRows(data, base, column.read, sign === -1));
          expect([...rows].sort((a, b) => a - b)).toEqual(listed(base));
          const values = rows.map((row) => shown(name, row));
          const known = values.filter((value) => !Number.isNaN(value));
          expect(values.slice(0, known.length)).toEqual(known);
          expect(known).toEqual([...known].sort((a, b) => sign * (a - b)));
        }
      }
    },
  );

  it('know the place of each row in their order', () => {
    const column = TASK_COLUMNS.find(({ name }) => name === 'Run');
    if (column === undefined) throw new Error('no such column');
    const sorted = sortedRows(data, someRows(Uint32Array.of(3, 50, 51)), column.read, true);
    for (const row of [3, 50, 51]) expect(sorted.at(sorted.placeOf(row) ?? -1)).toBe(row);
    expect(sorted.placeOf(4)).toBeNull();
  });
});
