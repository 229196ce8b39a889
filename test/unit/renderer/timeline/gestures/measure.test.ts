import { describe, expect, it } from 'vitest';
import { measureGesture } from '../../../../../src/renderer/timeline/gestures/measure';
import { openTimeline, type TestTimeline } from '../open-timeline';

const run = { tasks: 16, workers: 2, chunksize: 2, meanNs: 40e6 };

function opened() {
  const timeline = openTimeline(run);
  timeline.commands.use('measure');
  const { columns } = timeline.facts.getState().data.table;
  const nsPerPx = timeline.canvas.frame?.scale.nsPerPx ?? 1;
  return { timeline, columns, nsPerPx };
}

function drag(timeline: TestTimeline, from: Parameters<TestTimeline['at']>, to: Parameters<TestTimeline['at']>) {
  const dragging = measureGesture.begin(timeline, timeline.at(...from));
  dragging?.move(timeline.at(...to));
  dragging?.end?.(timeline.at(...to));
  return timeline.view.getState().measure;
}

describe('measuring', () => {
  it('snaps to the edges of spans on the lane under the pointer', () => {
    const { timeline, columns, nsPerPx } = opened();
    const [begin, end] = [columns.runBegin[0] ?? 0, columns.resultDumpsEnd[1] ?? 0];
    const lane = { worker: columns.worker[0] ?? 0 };
    const measure = drag(timeline, [begin - 3 * nsPerPx, lane], [end + 4 * nsPerPx, lane]);
    // Moments of phases lie within a pixel of each other here: it is exactly one of them, which the pointer is not.
    const moments = [...Array(run.tasks).keys()].flatMap((row) => [
      columns.argsSent[row],
      columns.argsReceived[row],
      columns.argsLoadsBegin[row],
      columns.runBegin[row],
      columns.runEnd[row],
      columns.resultDumpsEnd[row],
      columns.resultSent[row],
      columns.resultReceived[row],
    ]);
    expect(moments).toContain(measure?.startNs);
    expect(moments).toContain(measure?.endNs);
  });

  it('takes the point itself where nothing is near', () => {
    const { timeline, columns } = opened();
    const at = ((columns.runBegin[0] ?? 0) + (columns.runEnd[0] ?? 0)) / 2;
    const lane = { worker: columns.worker[0] ?? 0 };
    expect(drag(timeline, [at, lane], [at + 1e6, lane])?.startNs).toBeCloseTo(at, -2);
  });

  it('snaps to the call and its return anywhere, and to deliveries on their track', () => {
    const { timeline, nsPerPx } = opened();
    const { calledAt, ended, data } = timeline.facts.getState();
    const measure = drag(
      timeline,
      [(calledAt ?? 0) + 2 * nsPerPx, { y: 10 }],
      [(ended?.at ?? 0) - 2 * nsPerPx, { y: 10 }],
    );
    expect(measure).toEqual({ startNs: calledAt, endNs: ended?.at });
    const delivered = data.deliveredAt.array[0] ?? 0;
    const track = timeline.canvas.layout.pinned.find((place) => place.track.id === 'delivered');
    const y = (track?.top ?? 0) + 4;
    expect(drag(timeline, [delivered + 2 * nsPerPx, { y }], [0, { y }])?.startNs).toBe(delivered);
  });

  it('goes in either direction, and its label says the time and its share of the run', () => {
    const { timeline } = opened();
    const { calledAt, ended } = timeline.facts.getState();
    drag(timeline, [ended?.at ?? 0, { y: 10 }], [calledAt ?? 0, { y: 10 }]);
    timeline.draw();
    const label = timeline.recorder.texts.map(({ text }) => text).find((text) => text.endsWith('of the run'));
    expect(label).toMatch(/^\d+\u2009ms · 100\u2009% of the run$/);
  });

  it('needs its tool', () => {
    const { timeline } = opened();
    timeline.commands.clear();
    expect(timeline.view.getState().tool).toBe('pan');
    expect(measureGesture.begin(timeline, timeline.at(1e6, { y: 10 }))).toBeNull();
  });
});
