import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutChunks } from '../../../../../src/renderer/derive/forecast/chunk-list';
import { TaskCosts } from '../../../../../src/renderer/derive/forecast/task-costs';
import { workOf } from './make-work';

const NOTHING = { dumpsArgs: 0, compute: 0, wait: 0, loadsResult: 0, argsBytes: 0, resultBytes: 0 };
const lists = fc.array(fc.nat(1000), { minLength: 1, maxLength: 300 });

describe('costs of tasks', () => {
  it('add up over any stretch', () => {
    fc.assert(
      fc.property(lists, fc.nat(300), fc.nat(300), (list, a, b) => {
        const work = workOf(list.map((compute) => ({ compute })));
        const [from, to] = [Math.min(a, b, list.length), Math.min(Math.max(a, b), list.length)];
        const expected = list.slice(from, to).reduce((sum, cost) => sum + cost, 0);
        expect(work.between('compute', from, to)).toBeCloseTo(expected, 6);
      }),
    );
  });

  it('keep their sum, and their place to within a cell, where tasks share cells', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 40 }), (list, cells) => {
        const work = workOf(
          list.map((compute) => ({ compute })),
          cells,
        );
        expect(work.total('compute')).toBeCloseTo(
          list.reduce((sum, cost) => sum + cost, 0),
          6,
        );
        const perCell = Math.ceil(list.length / cells);
        const inCell = list.slice(0, perCell).reduce((sum, cost) => sum + cost, 0);
        expect(work.between('compute', 0, Math.min(perCell, list.length))).toBeCloseTo(inCell, 6);
      }),
    );
  });

  it('are the mean of the others where they are not known', () => {
    const work = new TaskCosts(4);
    work.add(0, { ...NOTHING, compute: 10 });
    work.add(3, { ...NOTHING, compute: 30 });
    work.seal();
    expect([0, 1, 2, 3].map((task) => work.between('compute', task, task + 1))).toEqual([10, 20, 20, 30]);
  });
});

describe('the input cut into chunks', () => {
  it('has every task in one chunk, in order', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 50 }), (list, size) => {
        const { count, each, tasks, costs } = cutChunks(workOf(list.map((compute) => ({ compute }))), size);
        expect(count).toBe(Math.ceil(list.length / size));
        expect(each).toBe(1);
        for (let chunk = 0; chunk < count; chunk++) {
          const own = list.slice(chunk * size, chunk * size + size);
          expect(tasks[chunk]).toBe(own.length);
          expect(costs.compute[chunk]).toBeCloseTo(
            own.reduce((sum, cost) => sum + cost, 0),
            6,
          );
        }
      }),
    );
  });

  it('keeps the mean where some chunks stand for all', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 20 }), (list, most) => {
        const work = workOf(list.map((compute) => ({ compute })));
        const { count, each, costs } = cutChunks(work, 1, most);
        expect(count).toBeLessThanOrEqual(most);
        const sum = costs.compute.reduce((total, cost) => total + cost, 0);
        expect(sum * each).toBeCloseTo(work.total('compute'), 4);
      }),
    );
  });
});
