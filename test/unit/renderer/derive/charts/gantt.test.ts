import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gantt } from '../../../../../src/renderer/derive/charts/gantt';
import { stretchOf } from '../../../../../src/renderer/derive/charts/scope';
import { GANTT_PARTS, PART_OF_INTERVAL, TaskGrid } from '../../../../../src/renderer/derive/charts/task-grid';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { INTERVALS } from '../../../../../src/shared/phases';
import { nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';

const runs = fc.record({
  tasks: fc.integer({ min: 1, max: 60 }),
  workers: fc.integer({ min: 1, max: 4 }),
  chunksize: fc.integer({ min: 1, max: 5 }),
  crash: fc.constantFrom(-1, 0),
  seed: fc.nat(300),
});

/** The slow, obvious way: time of a band's tasks in each part of a column, over all their time. */
function slowShares(facts: Facts, tasks: { from: number; to: number }, fromNs: number, toNs: number): number[] {
  const { columns, length } = facts.data.table;
  const shares = GANTT_PARTS.map(() => 0);
  for (let row = 0; row < length; row++) {
    const task = columns.task[row] ?? 0;
    if (task < tasks.from || task >= tasks.to) continue;
    for (const [at, { from, to }] of INTERVALS.entries()) {
      const begin = Math.max(fromNs, columns[from][row] ?? Number.NaN);
      const end = Math.min(toNs, columns[to][row] ?? Number.NaN);
      const part = PART_OF_INTERVAL[at] ?? 0;
      if (end > begin) shares[part] = (shares[part] ?? 0) + (end - begin) / (toNs - fromNs) / (tasks.to - tasks.from);
    }
  }
  return shares;
}

describe('bands of tasks over time', () => {
  it('share their time as their tasks did, whether the grid has grown or not', () => {
    fc.assert(
      fc.property(
        runs,
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom(4, 16, 64),
        fc.boolean(),
        (options, bands, bins, grows) => {
          const facts = makeFacts(options);
          const { columns, length } = facts.data.table;
          const { originNs, endNs } = runExtent(facts);
          const binNs = grows ? 1e6 : (endNs - originNs) / bins;
          const size = { fromTask: 0, toTask: options.tasks, bands: Math.min(bands, options.tasks) };
          const grid = new TaskGrid({ ...size, fromNs: originNs, binNs, bins, grows });
          for (let row = 0; row < length; row++) grid.add(columns, row);
          const into = new Float32Array(bins * GANTT_PARTS.length);
          for (let band = 0; band < size.bands; band++) {
            grid.shares(band, originNs, grid.binNs, bins, into);
            for (let bin = 0; bin < bins; bin++) {
              const slow = slowShares(
                facts,
                grid.tasksOf(band),
                originNs + bin * grid.binNs,
                originNs + (bin + 1) * grid.binNs,
              );
              for (const [part, share] of slow.entries()) {
                expect(Math.abs((into[bin * GANTT_PARTS.length + part] ?? 0) - share)).toBeLessThan(1e-4);
              }
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('hold every task in exactly one band', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 40 }),
        (from, tasks, wanted) => {
          const bands = Math.min(wanted, tasks);
          const grid = new TaskGrid({
            fromTask: from,
            toTask: from + tasks,
            bands,
            fromNs: 0,
            binNs: 1,
            bins: 1,
            grows: false,
          });
          for (let task = from; task < from + tasks; task++) {
            const band = grid.tasksOf(grid.bandOf(task));
            expect(task).toBeGreaterThanOrEqual(band.from);
            expect(task).toBeLessThan(band.to);
          }
        },
      ),
    );
  });
});

describe('tasks over time', () => {
  const room = { bars: 100, bands: 20, columns: 50 };

  it('are drawn one by one while there is room, by task, whole runs with all their tasks', () => {
    const facts = makeFacts({ tasks: 40, workers: 3, crash: 0 });
    const { rows, fromTask, toTask } = gantt(facts, stretchOf(facts, null), null, true, room);
    expect([fromTask, toTask]).toEqual([0, 40]);
    const tasks = rows?.map((row) => facts.data.table.columns.task[row] ?? -1) ?? [];
    expect(tasks).toEqual([...tasks].sort((a, b) => a - b));
    expect(rows).toHaveLength(facts.data.table.length);
  });

  it('of a stretch are those that a worker was at', () => {
    fc.assert(
      fc.property(
        runs,
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        (options, [a, b]) => {
          const facts = makeFacts(options);
          const { columns, length } = facts.data.table;
          const { originNs, endNs } = runExtent(facts);
          const at = (share: number) => nanos(originNs + share * (endNs - originNs));
          const stretch = { fromNs: at(Math.min(a, b)), toNs: at(Math.max(a, b)) };
          const slow = Array.from({ length }, (_, row) => row).filter((row) => {
            const exit = facts.data.workers[columns.worker[row] ?? 0]?.exit?.at ?? 0;
            const end = columns.resultDumpsEnd[row] || columns.runEnd[row] || exit;
            return (columns.argsLoadsBegin[row] ?? Number.NaN) < stretch.toNs && end > stretch.fromNs;
          });
          const { rows } = gantt(facts, stretch, null, false, { ...room, bars: 1e6 });
          expect([...(rows ?? [])].sort((x, y) => x - y)).toEqual(slow);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of a live run are those that a worker was or is at', () => {
    fc.assert(
      fc.property(
        runs,
        fc.integer({ min: 1, max: 6 }),
        fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
        (options, stopAfter, [a, b]) => {
          const facts = makeFacts({ ...options, batchNs: 40e6, stopAfter });
          const { columns, length } = facts.data.table;
          const { originNs, endNs } = runExtent(facts);
          const at = (share: number) => originNs + share * (endNs - originNs);
          const stretch = { fromNs: at(Math.min(a, b)), toNs: at(Math.max(a, b)) };
          const slow = Array.from({ length }, (_, row) => row).filter((row) => {
            const exit = facts.data.workers[columns.worker[row] ?? 0]?.exit?.at;
            const end = columns.resultDumpsEnd[row] || columns.runEnd[row] || (exit ?? endNs);
            return (columns.argsLoadsBegin[row] ?? Number.NaN) < stretch.toNs && end > stretch.fromNs;
          });
          const { rows } = gantt(facts, stretch, null, false, { ...room, bars: 1e6 });
          expect([...(rows ?? [])].sort((x, y) => x - y)).toEqual(slow);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('are put together in bands where they do not fit', () => {
    const facts = makeFacts({ tasks: 400, workers: 4 });
    const { rows, grid } = gantt(facts, stretchOf(facts, null), null, true, room);
    expect(rows).toBeNull();
    expect(grid?.options).toMatchObject({ fromTask: 0, toTask: 400, bands: 20, bins: 50 });
  });

  it('of a run of many are counted in steps', () => {
    const facts = makeFacts({ tasks: 50_000, workers: 4, meanNs: 2e5 });
    const stretch = stretchOf(facts, null);
    expect(gantt(facts, stretch, null, true, room)).toMatchObject({ complete: false, rows: null });
    gantt(facts, stretch, null, true, room);
    const { complete, grid } = gantt(facts, stretch, null, true, room);
    expect(complete).toBe(true);
    expect(grid?.options).toMatchObject({ bands: 64, toTask: 50_000 });
  });
});
