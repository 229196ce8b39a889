import { describe, expect, it } from 'vitest';
import { rangeEdgeGesture, rangeGesture } from '../../../../../src/renderer/timeline/gestures/range';
import { openTimeline, type TestTimeline } from '../open-timeline';

const run = { tasks: 32, workers: 4, chunksize: 2, meanNs: 20e6 };
const AXIS = { y: 10 };

function select(timeline: TestTimeline, from: Parameters<TestTimeline['at']>, to: Parameters<TestTimeline['at']>) {
  const drag = rangeGesture.begin(timeline, timeline.at(from[0], from[1], { shift: true }));
  drag?.move(timeline.at(...to));
  const moving = timeline.view.getState().rangeMoves;
  drag?.end?.(timeline.at(...to));
  return { moving, range: timeline.view.getState().range };
}

describe('dragging with Shift', () => {
  it('selects a stretch of time in all lanes from the axis, in either direction', () => {
    const { range } = select(openTimeline(run), [60e6, AXIS], [30e6, { worker: 2 }]);
    expect(range?.workers).toBeNull();
    expect(range?.startNs).toBeCloseTo(30e6, -2);
    expect(range?.endNs).toBeCloseTo(60e6, -2);
  });

  it('selects the lanes that it goes over', () => {
    const timeline = openTimeline(run);
    expect(select(timeline, [30e6, { worker: 1 }], [60e6, { worker: 2 }]).range?.workers).toEqual([1, 2]);
    expect(select(timeline, [30e6, { worker: 3 }], [60e6, { worker: 3 }]).range?.workers).toEqual([3]);
    expect(select(timeline, [30e6, { worker: 1 }], [60e6, AXIS]).range?.workers).toEqual([0, 1]);
  });

  it('says while it moves that it does, and no longer when it is let go', () => {
    const timeline = openTimeline(run);
    expect(select(timeline, [30e6, AXIS], [60e6, AXIS]).moving).toBe(true);
    expect(timeline.view.getState().rangeMoves).toBe(false);
  });

  it('stays within what is in view', () => {
    const timeline = openTimeline(run);
    const { range } = select(timeline, [30e6, AXIS], [9e12, AXIS]);
    expect(range?.endNs).toBeCloseTo(timeline.canvas.frame?.scale.endNs ?? 0, -2);
  });

  it('is not needed with the range tool; without either the press is left to others', () => {
    const timeline = openTimeline(run);
    expect(rangeGesture.begin(timeline, timeline.at(30e6, AXIS))).toBeNull();
    timeline.commands.use('range');
    expect(rangeGesture.begin(timeline, timeline.at(30e6, AXIS))).not.toBeNull();
  });
});

describe('an edge of the range', () => {
  it('can be taken and dragged, past the other one too; its lanes stay', () => {
    const timeline = openTimeline(run);
    select(timeline, [30e6, { worker: 1 }], [60e6, { worker: 1 }]);
    expect(rangeEdgeGesture.begin(timeline, timeline.at(45e6, AXIS))).toBeNull();
    expect(rangeEdgeGesture.cursor?.(timeline, timeline.at(60e6, AXIS))).toBe('edge');
    const drag = rangeEdgeGesture.begin(timeline, timeline.at(60e6, AXIS));
    drag?.move(timeline.at(10e6, AXIS));
    drag?.end?.(timeline.at(10e6, AXIS));
    const { range, rangeMoves } = timeline.view.getState();
    expect(range?.startNs).toBeCloseTo(10e6, -2);
    expect(range?.endNs).toBeCloseTo(30e6, -2);
    expect(range?.workers).toEqual([1]);
    expect(rangeMoves).toBe(false);
  });
});

describe('the range on the canvas', () => {
  it('has its length on the axis and dims what is outside', () => {
    const timeline = openTimeline(run);
    select(timeline, [30e6, AXIS], [60e6, AXIS]);
    timeline.draw();
    expect(timeline.recorder.texts.map(({ text }) => text)).toContain('30.0\u2009ms');
    const dimmed = timeline.recorder.rects.filter(({ color }) => color.includes('60%'));
    expect(dimmed).toHaveLength(2);
    const toX = (ns: number): number => timeline.canvas.frame?.scale.toX(ns) ?? 0;
    expect(dimmed[0]).toMatchObject({ x: 168, y: 0 });
    expect((dimmed[0]?.x ?? 0) + (dimmed[0]?.width ?? 0)).toBeCloseTo(toX(30e6), 0);
    expect(dimmed[1]?.x).toBeCloseTo(toX(60e6), 0);
  });

  it('does not hide when the call was made', () => {
    const timeline = openTimeline(run);
    const called = timeline.facts.getState().calledAt ?? 0;
    select(timeline, [called - 30e6, AXIS], [called + 30e6, AXIS]);
    timeline.draw();
    const length = timeline.recorder.texts.find(({ text }) => text === '60.0\u2009ms');
    const call = timeline.recorder.texts.find(({ text }) => text === 'call');
    expect(call).toBeDefined();
    expect(length).toBeDefined();
    const end = (text: typeof call): number => (text?.x ?? 0) + (text?.text.length ?? 0) * 7;
    expect(end(call) < (length?.x ?? 0) || end(length) < (call?.x ?? 0)).toBe(true);
  });

  it('dims the lanes that do not count', () => {
    const timeline = openTimeline(run);
    select(timeline, [30e6, { worker: 1 }], [60e6, { worker: 1 }]);
    timeline.draw();
    expect(timeline.recorder.rects.filter(({ color }) => color.includes('60%'))).toHaveLength(2 + 3);
  });
});
