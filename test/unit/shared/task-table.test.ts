import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TaskTable } from '../../../src/shared/task-table';
import { COLUMN_NAMES, copyRows, MOMENTS, makeColumns } from '../../../src/shared/telemetry';

describe('the task table', () => {
  test('begins every row with no moment known and every other column 0, before and after it grows', () => {
    const table = new TaskTable();
    table.addRows(10);
    table.addRows(5000);
    const names: readonly string[] = MOMENTS;
    for (const name of COLUMN_NAMES) {
      const unset = names.includes(name) ? Number.NaN : 0;
      expect([...table.columns[name].subarray(0, table.length)].every((value) => Object.is(value, unset))).toBe(true);
    }
  });

  test('makes exactly the room that is reserved, and begins rows in it as any other', () => {
    const table = new TaskTable();
    table.addRows(2);
    table.reserve(1000);
    expect([table.columns.task.length, table.length]).toEqual([1000, 2]);
    table.addRows(998);
    expect(table.columns.task.length).toBe(1000);
    expect(table.columns.runEnd.subarray(2, 1000).every(Number.isNaN)).toBe(true);
  });

  test('hands out rows one stretch after the other', () => {
    const table = new TaskTable();
    expect([table.addRows(3), table.addRows(0), table.addRows(2)]).toEqual([0, 3, 3]);
    expect(table.length).toBe(5);
  });

  test('becomes the sender’s table when it applies the sender’s changes, however they are cut', () => {
    const change = fc.record({
      start: fc.double({ min: 0, max: 1, noNaN: true }),
      grow: fc.nat(300),
      value: fc.nat(250),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const sender = new TaskTable();
        const receiver = new TaskTable();
        for (const { start, grow, value } of changes) {
          const firstRow = Math.floor(start * sender.length);
          sender.addRows(grow);
          for (let row = firstRow; row < sender.length; row++) {
            for (const name of COLUMN_NAMES) sender.columns[name][row] = value;
          }
          receiver.apply({ firstRow, columns: copyRows(sender.columns, firstRow, sender.length) });
        }
        expect(receiver.length).toBe(sender.length);
        expect(copyRows(receiver.columns, 0, receiver.length)).toEqual(copyRows(sender.columns, 0, sender.length));
      }),
      { numRuns: 30 },
    );
  });

  test('refuses a change that leaves rows out', () => {
    const table = new TaskTable();
    table.addRows(2);
    expect(() => table.apply({ firstRow: 4, columns: makeColumns(1) })).toThrow(
      new RangeError('rows 2 to 3 are missing'),
    );
  });
});
