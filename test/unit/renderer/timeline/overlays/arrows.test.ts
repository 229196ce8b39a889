import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../../src/renderer/store/facts';
import type { View } from '../../../../../src/renderer/store/view';
import { curvePoints } from '../../../../../src/renderer/timeline/curve';
import { LaneStack } from '../../../../../src/renderer/timeline/lane-stack';
import { type Layout, layOut } from '../../../../../src/renderer/timeline/layout';
import { arrowsOverlay, MOST_ARROWS } from '../../../../../src/renderer/timeline/overlays/arrows';
import { GUTTER } from '../../../../../src/renderer/timeline/track';
import { callerTrack } from '../../../../../src/renderer/timeline/tracks/caller';
import { deliveredTrack } from '../../../../../src/renderer/timeline/tracks/delivered';
import { workerTrack } from '../../../../../src/renderer/timeline/tracks/worker';
import type { Moment } from '../../../../../src/shared/telemetry';
import { row as asRow, nanos } from '../../../../../src/shared/units';
import { makeFacts } from '../../../../fixtures/make-run';
import { makeFrame } from '../make-frame';

const small = makeFacts({ tasks: 8, workers: 2, chunksize: 2, meanNs: 40e6 });

/** Caller at 0, lanes from 28 on, deliveries below them. */
function layoutOf(facts: Facts, viewHeight = 400, scrollTop = 0): Layout {
  const lanes = new LaneStack(workerTrack);
  const order = facts.data.workers.map(({ index }) => index);
  const arrangement = { order: [], collapsed: new Set<number>(), heights: new Map<number, number>(), only: null };
  lanes.update({ order, arrangement, height: 28 });
  const topOfRow = (row: number): number => (facts.data.table.columns.worker[row] ?? Number.NaN) * 28;
  return layOut({ head: [callerTrack], lanes, foot: [deliveredTrack], viewHeight, scrollTop, topOfRow });
}

function drawn(facts: Facts, rows: readonly number[], layout = layoutOf(facts), view: Partial<View> = {}) {
  const { frame, recorder } = makeFrame(facts, { selection: rows.map(asRow), ...view });
  arrowsOverlay.draw(recorder.context, frame, layout);
  const inColour = recorder.paths.filter(({ color }) => color !== frame.theme.colors.bg);
  return {
    frame,
    recorder,
    curves: inColour.filter(({ points }) => points.length > 3),
    heads: inColour.filter(({ points }) => points.length === 3),
    x: (moment: Moment, row: number) => frame.scale.toX(facts.data.table.columns[moment][row] ?? Number.NaN),
  };
}

describe('arrows of the selected task', () => {
  it('go from the caller to its worker, back, and on to the delivery', () => {
    const row = 5;
    const worker = small.data.table.columns.worker[row] ?? 0;
    const { curves, heads, x } = drawn(small, [row]);
    const lane = 28 + worker * 28;
    expect(curves.map(({ points, dashed }) => [points[0], points.at(-1), dashed])).toEqual([
      [[x('argsSent', row), 24], [x('argsReceived', row), lane + 4], false],
      [[x('resultSent', row), lane + 20], [x('resultLoadsBegin', row), 14], true],
      [[x('completed', row), 24], [x('delivered', row), 28 + 2 * 28 + 5], true],
    ]);
    expect(heads.map(({ points }) => points[0])).toEqual(curves.map(({ points }) => points.at(-1)));
  });

  it('are drawn for no task that is not selected, and in a plain loop for none', () => {
    expect(drawn(small, []).recorder.paths).toEqual([]);
    const { started } = small;
    if (started === null || started.scenario === null) throw new Error('A made-up run has started');
    const loop = { ...started, scenario: { ...started.scenario, engine: 'serial' as const } };
    expect(drawn({ ...small, started: loop }, [5]).recorder.paths).toEqual([]);
  });

  it('go as far as the task has got', () => {
    const facts = makeFacts({ tasks: 8, workers: 2, chunksize: 4, meanNs: 40e6, batchNs: 130e6, stopAfter: 1 });
    expect(drawn(facts, [0]).curves.map(({ dashed }) => dashed)).toEqual([false]);
  });

  it('leave at the edge beyond which their lane is scrolled, without arriving there', () => {
    const facts = makeFacts({ tasks: 64, workers: 16, chunksize: 1 });
    const rowOf = (worker: number) => facts.data.table.columns.worker.indexOf(worker);
    // Room for four lanes, scrolled to the middle.
    const layout = layoutOf(facts, 28 + 4 * 28 + 28, 6 * 28);
    const above = drawn(facts, [rowOf(0)], layout);
    expect(above.curves[0]?.points.at(-1)?.[1]).toBe(layout.lanesTop);
    const below = drawn(facts, [rowOf(15)], layout);
    expect(below.curves[0]?.points.at(-1)?.[1]).toBe(layout.lanesBottom);
    // The way back arrives at the caller and at the delivery; the way out does not arrive.
    expect(above.heads).toHaveLength(2);
    expect(drawn(facts, [rowOf(7)], layout).heads).toHaveLength(3);
  });

  it('go nowhere where the lane is hidden, but on to the delivery', () => {
    const layout = { ...layoutOf(small), lanes: [], topOfRow: () => Number.NaN };
    expect(drawn(small, [5], layout).curves).toHaveLength(1);
  });

  it('stay near the plot however far away their ends are', () => {
    const at = small.data.table.columns.runBegin[5] ?? 0;
    const viewport = { startNs: nanos(at), endNs: nanos(at + 2000) };
    const { recorder, frame } = drawn(small, [0, 1, 2, 3, 4, 5, 6, 7], layoutOf(small), { viewport });
    for (const [x] of recorder.paths.flatMap(({ points }) => points.slice(1))) {
      expect(x).toBeGreaterThanOrEqual(GUTTER - 10);
      expect(x).toBeLessThanOrEqual(frame.scale.right + 10);
    }
  });

  it('are drawn for the last fifty, and say that there are more', () => {
    const facts = makeFacts({ tasks: 120, workers: 2, chunksize: 1 });
    const { curves, recorder } = drawn(
      facts,
      Array.from({ length: 120 }, (_, row) => row),
    );
    expect(curves).toHaveLength(3 * MOST_ARROWS);
    expect(recorder.texts.map(({ text }) => text)).toEqual(['arrows of the last 50 of 120 tasks']);
    expect(drawn(facts, [1, 2]).recorder.texts).toEqual([]);
  });
});

describe('a curve', () => {
  const x = fc.double({ min: -1e7, max: 1e7, noNaN: true });
  it('stays between the edges, and begins and ends where it should when both ends are there', () => {
    fc.assert(
      fc.property(x, x, (x0, x1) => {
        const points = curvePoints([x0, 0], [x1, 100], 0, 1000);
        for (const [at, y] of points) {
          expect(at).toBeGreaterThanOrEqual(-1);
          expect(at).toBeLessThanOrEqual(1001);
          expect(y).toBeGreaterThanOrEqual(0);
          expect(y).toBeLessThanOrEqual(100);
        }
        const outside = Math.max(x0, x1) < 0 || Math.min(x0, x1) > 1000;
        expect(points.length === 0).toBe(outside);
        if (x0 >= 0 && x0 <= 1000) expect(points[0]).toEqual([x0, 0]);
        if (x1 >= 0 && x1 <= 1000) expect(points.at(-1)).toEqual([x1, 100]);
      }),
    );
  });

  it('is nothing where an end is not known', () => {
    expect(curvePoints([Number.NaN, 0], [5, 5], 0, 10)).toEqual([]);
  });
});
