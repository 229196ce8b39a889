import { describe, expect, it } from 'vitest';
import { rowsBetween } from '../../../../../src/renderer/derive/rows-between';
import { runIndexOf } from '../../../../../src/renderer/derive/run-index';
import { onClick, onDoubleClick } from '../../../../../src/renderer/timeline/gestures/click';
import { openTimeline, type TestTimeline } from '../open-timeline';

const run = { tasks: 32, workers: 2, chunksize: 4, meanNs: 20e6 };

/** A point on the run of a task. */
function onTask(timeline: TestTimeline, row: number, held: { shift?: boolean; mod?: boolean } = {}) {
  const { runBegin, worker } = timeline.facts.getState().data.table.columns;
  return timeline.at((runBegin[row] ?? 0) + 1e6, { worker: worker[row] ?? 0 }, held);
}

const laneOf = ({ facts }: TestTimeline, worker: number): number[] => {
  const rows = runIndexOf(facts.getState()).lanes[worker]?.rows;
  return rows === undefined ? [] : [...rows.array.subarray(0, rows.length)];
};

describe('a click', () => {
  it('selects the task under it instead of others, and lets go over nothing', () => {
    const timeline = openTimeline(run);
    onClick(timeline, onTask(timeline, 1));
    onClick(timeline, onTask(timeline, 5));
    expect(timeline.view.getState().selection).toEqual([5]);
    onClick(timeline, timeline.at(5e6, { y: 10 }));
    expect(timeline.view.getState().selection).toEqual([]);
  });

  it('adds with Ctrl, and a miss with Ctrl costs nothing', () => {
    const timeline = openTimeline(run);
    onClick(timeline, onTask(timeline, 1));
    onClick(timeline, onTask(timeline, 5, { mod: true }));
    onClick(timeline, timeline.at(5e6, { y: 10 }, { mod: true }));
    expect(timeline.view.getState().selection).toEqual([1, 5]);
  });

  it('with Shift selects every task of the lane from the one before, forwards and backwards', () => {
    const timeline = openTimeline(run);
    const lane = laneOf(timeline, 0);
    onClick(timeline, onTask(timeline, lane[2] ?? 0));
    onClick(timeline, onTask(timeline, lane[7] ?? 0, { shift: true }));
    expect(timeline.view.getState().selection).toEqual(lane.slice(2, 8));
    onClick(timeline, onTask(timeline, lane[4] ?? 0, { shift: true }));
    expect(timeline.view.getState().selection).toEqual(lane.slice(4, 8).reverse());
  });

  it('with Shift in another lane selects that task', () => {
    const timeline = openTimeline(run);
    const other = laneOf(timeline, 1)[3] ?? 0;
    onClick(timeline, onTask(timeline, laneOf(timeline, 0)[0] ?? 0));
    onClick(timeline, onTask(timeline, other, { shift: true }));
    expect(timeline.view.getState().selection).toEqual([other]);
  });

  it('with Shift selects two thousand tasks at most, those nearest to the first', () => {
    const timeline = openTimeline({ tasks: 5000, workers: 1, chunksize: 1, meanNs: 1e5 });
    const { data } = timeline.facts.getState();
    const index = runIndexOf(timeline.facts.getState());
    expect(rowsBetween(data, index, 0, 4999)).toEqual(Array.from({ length: 2000 }, (_, row) => row));
    expect(rowsBetween(data, index, 4999, 0)[0]).toBe(4999);
    expect(rowsBetween(data, index, 4999, 0)).toHaveLength(2000);
  });
});

describe('a double click', () => {
  it('zooms to the task', () => {
    const timeline = openTimeline(run);
    onDoubleClick(timeline, onTask(timeline, 3));
    const { argsLoadsBegin, resultDumpsEnd } = timeline.facts.getState().data.table.columns;
    const { viewport } = timeline.view.getState();
    const length = (resultDumpsEnd[3] ?? 0) - (argsLoadsBegin[3] ?? 0);
    expect(viewport.startNs).toBeCloseTo((argsLoadsBegin[3] ?? 0) - length * 0.05, -2);
    expect(viewport.endNs).toBeCloseTo((resultDumpsEnd[3] ?? 0) + length * 0.05, -2);
  });
});
