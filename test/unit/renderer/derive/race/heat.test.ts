import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatOf, heldRows } from '../../../../../src/renderer/derive/race/heat';
import { heatFigures } from '../../../../../src/renderer/derive/race/heat-figures';
import { coarseSteps, waitingSteps } from '../../../../../src/renderer/derive/race/waiting-steps';
import { makeHeat } from '../../../../fixtures/make-heat';
import { makeFacts } from '../../../../fixtures/make-run';

describe('a heat', () => {
  it('has the tasks of the run, with times since the call', () => {
    const facts = makeFacts({ tasks: 24, workers: 3, chunksize: 2 });
    const heat = heatOf(facts);
    expect(heat).toMatchObject({ tasks: 24, chunksize: 2, slots: 3, status: 'completed', runId: 1 });
    expect(heat.rows.length).toBe(24);
    expect(heat.lengthNs).toBe((facts.ended?.at ?? 0) - (facts.calledAt ?? 0));
    const { completed } = facts.data.table.columns;
    expect(heat.rows.completed[5]).toBe((completed[5] ?? 0) - (facts.calledAt ?? 0));
    expect([...heat.deliveredOrder]).toEqual([...facts.data.deliveredRows.array.slice(0, 24)]);
  });

  it('is what is known so far while the run goes on', () => {
    const facts = makeFacts({ tasks: 40, batchNs: 30e6, stopAfter: 6 });
    const heat = heatOf(facts);
    expect(heat.status).toBeNull();
    expect(heat.completedOrder.length).toBeGreaterThan(0);
    expect(heat.completedOrder.length).toBeLessThan(40);
    expect(heat.lengthNs).toBe(facts.now - (facts.calledAt ?? 0));
  });

  it('keeps its own copy: the next run does not change it', () => {
    const facts = makeFacts({ tasks: 8 });
    const heat = heatOf(facts);
    const before = heat.rows.completed[0];
    facts.data.table.columns.completed[0] = 1;
    expect(heat.rows.completed[0]).toBe(before);
  });

  it('orders completions by their time', () => {
    const { completedOrder, rows } = heatOf(makeFacts({ tasks: 60, workers: 4 }));
    const times = [...completedOrder].map((row) => rows.completed[row] ?? 0);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});

interface Made {
  readonly completed: number;
  readonly wait: number;
  readonly chunk: number;
}
const made = fc.array(
  fc.record({ completed: fc.nat(50), wait: fc.option(fc.nat(30), { nil: Number.NaN }), chunk: fc.nat(5) }),
  { maxLength: 20 },
);

describe('a task is held', () => {
  it('when the caller has one of another chunk first, or with it, that completed later', () => {
    fc.assert(
      fc.property(made, (tasks: readonly Made[]) => {
        const completed = Float64Array.from(tasks, (task) => task.completed);
        const delivered = Float64Array.from(tasks, (task) => task.completed + task.wait);
        const held = heldRows(
          completed,
          delivered,
          Uint32Array.from(tasks, (task) => task.chunk),
        );
        for (const [row, one] of tasks.entries()) {
          const waits = Number.isNaN(one.wait);
          const passed = tasks.some((other) => {
            const first = waits || other.completed + other.wait <= one.completed + one.wait;
            return other.chunk !== one.chunk && other.completed > one.completed && first;
          });
          expect(held[row]).toBe(passed ? 1 : 0);
        }
      }),
    );
  });

  it('not because results of several tasks came in one message', () => {
    const packed = makeHeat([
      { task: 0, begin: 0, end: 8, completed: 10, delivered: 12 },
      { task: 1, begin: 0, end: 9, completed: 11, delivered: 13 },
    ]);
    expect([...packed.rows.held]).toEqual([0, 0]);
  });
});

const headOfLine = makeHeat([
  { task: 0, begin: 0, end: 100, completed: 101, delivered: 102 },
  { task: 1, slot: 1, begin: 0, end: 10, completed: 11, delivered: 103 },
  { task: 2, slot: 1, begin: 12, end: 20, completed: 21, delivered: 104 },
]);
const unordered = makeHeat([
  { task: 0, begin: 0, end: 100, completed: 101, delivered: 101.5 },
  { task: 1, slot: 1, begin: 0, end: 10, completed: 11, delivered: 11.5 },
  { task: 2, slot: 1, begin: 12, end: 20, completed: 21, delivered: 21.5 },
]);

describe('the figures of a heat', () => {
  it('count what waits for the head of the line', () => {
    expect(heatFigures(headOfLine)).toMatchObject({
      firstNs: 102,
      completeByFirst: 2,
      held: 2,
      longestWaitNs: 92,
      outOfOrder: 0,
    });
  });

  it('count what the caller gets out of order', () => {
    expect(heatFigures(unordered)).toMatchObject({ firstNs: 11.5, completeByFirst: 0, held: 0, outOfOrder: 1 });
    expect(heatFigures(unordered).speedup).toBeCloseTo(118 / 101.5);
  });

  it('name the order in which the caller had the results', () => {
    const orders = [headOfLine, unordered, makeHeat([{ task: 0, begin: 0, end: 1, completed: 1, delivered: 2 }])];
    expect(orders.map((heat) => heatFigures(heat).order)).toEqual(['input', 'completion', 'both']);
    const mixed = makeHeat([
      { task: 0, begin: 0, end: 9, completed: 9, delivered: 10 },
      { task: 1, begin: 0, end: 5, completed: 5, delivered: 12 },
      { task: 2, begin: 0, end: 4, completed: 4, delivered: 11 },
    ]);
    expect(heatFigures(mixed).order).toBe('another');
  });

  it('are unknown where nothing was delivered', () => {
    const { firstNs, longestWaitNs, meanWaitNs } = heatFigures(makeHeat([], 10));
    expect([firstNs, longestWaitNs, meanWaitNs]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });
});

describe('what waits for the caller', () => {
  it('goes up with each completion and down with each delivery', () => {
    expect(waitingSteps(headOfLine)).toEqual([
      { at: 11, waiting: 1 },
      { at: 21, waiting: 2 },
      { at: 101, waiting: 3 },
      { at: 102, waiting: 2 },
      { at: 103, waiting: 1 },
      { at: 104, waiting: 0 },
    ]);
  });

  it('is drawn in steps that are wide enough, and hides no height', () => {
    const line = fc.array(fc.record({ after: fc.integer({ min: 1, max: 20 }), waiting: fc.nat(9) }), { maxLength: 30 });
    fc.assert(
      fc.property(line, fc.integer({ min: 1, max: 12 }), (made, leastNs) => {
        let at = 0;
        const steps = made.map(({ after, waiting }) => {
          at += after;
          return { at, waiting };
        });
        const coarse = coarseSteps(steps, leastNs);
        const height = (of: typeof steps | typeof coarse, when: number) =>
          of.filter((step) => step.at <= when).at(-1)?.waiting ?? 0;
        for (const [index, step] of coarse.entries()) {
          if (index > 0) expect(step.at - (coarse[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(leastNs);
        }
        for (let when = 0; when <= at; when++) expect(height(coarse, when)).toBeGreaterThanOrEqual(height(steps, when));
        expect(height(coarse, at + leastNs)).toBe(height(steps, at));
        // It is no higher than the line is nearby.
        for (let when = 0; when <= at; when++) {
          const nearby = Array.from({ length: 3 * leastNs + 1 }, (_, by) => height(steps, when - 2 * leastNs + by));
          expect(height(coarse, when)).toBeLessThanOrEqual(Math.max(...nearby));
        }
      }),
    );
  });

  it('is at each moment what has completed less what was delivered', () => {
    fc.assert(
      fc.property(made, (tasks: readonly Made[]) => {
        const heat = makeHeat(
          tasks.map(({ completed, wait }, task) => ({
            task,
            begin: 0,
            end: completed,
            completed,
            ...(Number.isNaN(wait) ? {} : { delivered: completed + wait }),
          })),
          1000,
        );
        const steps = waitingSteps(heat);
        for (let at = 0; at < 90; at++) {
          const shown = steps.filter((step) => step.at <= at).at(-1)?.waiting ?? 0;
          const came = tasks.filter(({ completed }) => completed <= at).length;
          const left = tasks.filter(({ completed, wait }) => completed + wait <= at).length;
          expect(shown).toBe(came - left);
        }
      }),
    );
  });
});
