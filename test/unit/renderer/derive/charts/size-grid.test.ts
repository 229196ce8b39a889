import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIn, LEAST_NS, MOST_POINTS, SizeGrid, sizeGrid } from '../../../../../src/renderer/derive/charts/size-grid';
import { createFactsStore, takeEvent } from '../../../../../src/renderer/store/facts';
import { makeColumns } from '../../../../../src/shared/telemetry';
import { makeFacts, makeRun } from '../../../../fixtures/make-run';

/** Columns of tasks of which only the size of the argument and the length of the run are known. */
function columnsOf(tasks: readonly (readonly [bytes: number, ns: number])[]) {
  const columns = makeColumns(tasks.length);
  for (const [row, [bytes, ns]] of tasks.entries()) {
    columns.argsBytes[row] = bytes;
    columns.runBegin[row] = 1e9;
    columns.runEnd[row] = 1e9 + ns;
  }
  return columns;
}

function gridOf(tasks: readonly (readonly [number, number])[]): SizeGrid {
  const grid = new SizeGrid('argument', 'run');
  const columns = columnsOf(tasks);
  for (const row of tasks.keys()) grid.add(columns, row);
  return grid;
}

describe('sizes against times', () => {
  it('count every task that has a size in exactly one cell, which holds its size and time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 1e12 })), {
          minLength: 1,
          maxLength: 40,
        }),
        fc.constantFrom(1, 2, 4, 8),
        fc.constantFrom(1, 2, 8),
        (tasks, wide, high) => {
          const grid = gridOf(tasks);
          const cells = grid.cells(wide, high);
          const sized = tasks.filter(([bytes]) => bytes > 0);
          expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(sized.length);
          expect(grid.count + grid.withoutSize).toBe(tasks.length);
          for (const cell of cells) {
            const inside = sized.filter(([bytes, ns]) => isIn(cell, bytes, Math.max(LEAST_NS, ns)));
            expect(inside).toHaveLength(cell.count);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('have cells of an eighth of a doubling', () => {
    const [cell] = gridOf([[1024, 1e6]]).cells(1, 1);
    expect(cell?.fromBytes).toBe(1024);
    expect(cell?.toBytes).toBeCloseTo(1024 * 2 ** 0.125, 6);
    expect(cell?.count).toBe(1);
  });

  it('leave out a phase that has not come to its end', () => {
    const columns = columnsOf([[100, 5e6]]);
    columns.runEnd[0] = Number.NaN;
    const grid = new SizeGrid('argument', 'run');
    grid.add(columns, 0);
    expect(grid.count).toBe(0);
  });

  it('keep tasks one by one up to a limit, and count on beyond it', () => {
    const grid = gridOf(Array.from({ length: MOST_POINTS + 10 }, () => [100, 1e6] as const));
    expect(grid.points).toHaveLength(MOST_POINTS);
    expect(grid.count).toBe(MOST_POINTS + 10);
  });

  it('take a long history in steps, and end with all of it', () => {
    const facts = makeFacts({ tasks: 100, workers: 3 });
    expect(sizeGrid(facts, null, 'argument', 'dumpsArgs', 40)).toMatchObject({
      complete: false,
      counter: { count: 40 },
    });
    expect(sizeGrid(facts, null, 'argument', 'dumpsArgs', 40)).toMatchObject({
      complete: false,
      counter: { count: 80 },
    });
    expect(sizeGrid(facts, null, 'argument', 'dumpsArgs', 40)).toMatchObject({
      complete: true,
      counter: { count: 100 },
    });
    expect(sizeGrid(facts, null, 'result', 'sendResult').counter.count).toBe(100);
  });

  it('show what was counted live until the count of the whole run has come as far', () => {
    const store = createFactsStore();
    const events = makeRun({ tasks: 100, workers: 3 });
    for (const event of events.slice(0, -1)) takeEvent(store, event);
    expect(sizeGrid(store.getState(), null, 'argument', 'run').counter.count).toBe(100);
    for (const event of events.slice(-1)) takeEvent(store, event);
    const facts = store.getState();
    expect(sizeGrid(facts, null, 'argument', 'run', 60)).toMatchObject({ complete: false, counter: { count: 100 } });
    expect(sizeGrid(facts, null, 'argument', 'run', 60)).toMatchObject({ complete: true, counter: { count: 100 } });
  });
});
