import { describe, expect, it } from 'vitest';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import type { Facts } from '../../../../src/renderer/store/facts';
import { countNote, drawLabel, LABEL_X } from '../../../../src/renderer/timeline/labels';
import { LaneStack } from '../../../../src/renderer/timeline/lane-stack';
import { layOut } from '../../../../src/renderer/timeline/layout';
import { momentsOverlay } from '../../../../src/renderer/timeline/overlays/moments';
import { timeTicks } from '../../../../src/renderer/timeline/time-scale';
import { GUTTER } from '../../../../src/renderer/timeline/track';
import { callbacksTrack } from '../../../../src/renderer/timeline/tracks/callbacks';
import { callerTrack } from '../../../../src/renderer/timeline/tracks/caller';
import { deliveredTrack } from '../../../../src/renderer/timeline/tracks/delivered';
import { queueDepthTrack } from '../../../../src/renderer/timeline/tracks/queue-depth';
import { timeAxisTrack } from '../../../../src/renderer/timeline/tracks/time-axis';
import { workerTrack } from '../../../../src/renderer/timeline/tracks/worker';
import { row as asRow, nanos } from '../../../../src/shared/units';
import { makeFacts } from '../../../fixtures/make-run';
import { makeFrame, type TestFrame } from './make-frame';

const MIDDLE = 12;
const noLanes = new LaneStack(workerTrack);
const small = { tasks: 8, workers: 2, chunksize: 2, meanNs: 40e6 };

/** Column of a moment on the strip. */
function columnOf({ frame }: TestFrame, atNs: number): number {
  return Math.round(frame.scale.toX(atNs) - GUTTER);
}

function view(startNs: number, endNs: number) {
  return { viewport: { startNs: nanos(startNs), endNs: nanos(endNs) } };
}

function drawWorker(facts: Facts, worker = 0, options: Parameters<typeof makeFrame>[1] = {}): TestFrame {
  const test = makeFrame(facts, options);
  workerTrack(worker).draw(test.recorder.context, test.frame, 0);
  return test;
}

describe("a worker's lane", () => {
  it('shows its life from boot to exit, and each run from begin to end', () => {
    const facts = makeFacts(small);
    const test = drawWorker(facts);
    const runs = test.surface.line(MIDDLE);
    const names = runs.map(([name]) => name);
    expect(names).toContain('boot');
    expect(names).toContain('alive');
    const lane = runIndexOf(facts).lanes[0];
    expect(names.filter((name) => name === 'run')).toHaveLength(lane?.rows.length ?? 0);
    const { runBegin, runEnd } = facts.data.table.columns;
    const first = lane?.rows.array[0] ?? 0;
    const length = columnOf(test, runEnd[first] ?? 0) - columnOf(test, runBegin[first] ?? 0);
    const drawn = runs.find(([name]) => name === 'run');
    expect(Math.abs((drawn?.[1] ?? 0) - length)).toBeLessThanOrEqual(1);
  });

  it('is labelled with its real PID and state', () => {
    const { recorder } = drawWorker(makeFacts(small));
    expect(recorder.texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['4711', 'exited']));
  });

  it('numbers the tasks that have room for it', () => {
    const { recorder } = drawWorker(makeFacts(small));
    expect(recorder.texts.map(({ text }) => text)).toContain('#0');
    const { recorder: crowded } = drawWorker(makeFacts({ ...small, tasks: 4000 }));
    expect(crowded.texts.filter(({ text }) => text.startsWith('#'))).toEqual([]);
  });

  it('stacks the shares of tasks too short to see, so that loads and dumps keep their pixel', () => {
    const facts = makeFacts({ tasks: 20_000, workers: 2, chunksize: 10, meanNs: 1e6 });
    const test = drawWorker(facts);
    const column = test.surface.column(400, 4, 20);
    expect(column.run).toBeGreaterThanOrEqual(12);
    expect(column.loads).toBeGreaterThanOrEqual(1);
    expect(column.dumps).toBeGreaterThanOrEqual(1);
  });

  it('shows messages in flight below the tasks', () => {
    const facts = makeFacts(small);
    const { argsSent, argsReceived } = facts.data.table.columns;
    const test = drawWorker(facts, 0, view((argsSent[0] ?? 0) - 20e3, (argsReceived[0] ?? 0) + 20e3));
    const names = new Map(test.surface.line(24));
    expect(names.get('flight')).toBeGreaterThan(0);
  });

  it('shows tasks that wait for their peers of a chunk, before and after', () => {
    const facts = makeFacts(small);
    const { argsReceived, argsLoadsBegin, resultDumpsEnd, resultSent } = facts.data.table.columns;
    const before = drawWorker(facts, 0, view((argsReceived[0] ?? 0) - 100, (argsLoadsBegin[0] ?? 0) + 100));
    expect(new Map(before.surface.line(MIDDLE)).get('queue-wait')).toBeGreaterThan(0);
    const after = drawWorker(facts, 0, view((resultDumpsEnd[1] ?? 0) - 100, (resultSent[1] ?? 0) + 100));
    expect(new Map(after.surface.line(MIDDLE)).get('order-wait')).toBeGreaterThan(0);
  });

  it('marks a crash, and the task lost with it; the replacement has a lane of its own', () => {
    const facts = makeFacts({ ...small, tasks: 16, crash: 0 });
    const test = drawWorker(facts);
    expect(test.recorder.texts.map(({ text }) => text)).toContain('crashed');
    const names = test.surface.line(MIDDLE).map(([name]) => name);
    expect(names).toContain('error');
    const at = facts.data.workers[0]?.exit?.at ?? 0;
    const crosses = test.recorder.paths.filter(({ color }) => color === 'error');
    const x = test.frame.scale.toX(at);
    expect(crosses.some(({ points }) => points.some(([px]) => Math.abs(px - x) < 8))).toBe(true);
    // Nothing lives after the crash.
    expect(test.surface.line(MIDDLE).at(-1)?.[0]).toBe('bg');
    expect(runIndexOf(facts).order).toEqual([0, 2, 1]);
  });

  it('marks each failed task, however dense', () => {
    const facts = makeFacts({ tasks: 20_000, workers: 1, chunksize: 1, meanNs: 1e5, failEvery: 4000 });
    const { recorder } = drawWorker(facts);
    // Each cross is stroked twice: a ground to stand out from, then the mark.
    expect(recorder.paths.filter(({ color }) => color === 'error')).toHaveLength(5);
  });

  it('draws what is under way up to now', () => {
    const facts = makeFacts({ ...small, batchNs: 130e6, stopAfter: 1 });
    const test = drawWorker(facts, 0, view(0, 260e6));
    const runs = test.surface.line(MIDDLE);
    expect(runs.map(([name]) => name).at(-2)).toBe('run');
    const end = 800 - (runs.at(-1)?.[1] ?? 0);
    expect(end).toBe(columnOf(test, facts.now));
  });

  it('outlines the selected task', () => {
    const facts = makeFacts(small);
    const { recorder, frame } = drawWorker(facts, 0, { selection: [asRow(0)] });
    const outline = recorder.outlines.find(({ color }) => color === 'text');
    expect(outline?.x).toBeCloseTo(frame.scale.toX(facts.data.table.columns.argsLoadsBegin[0] ?? 0) - 1, 0);
  });

  it('knows what is under a point: a task, a boot, an idle gap', () => {
    const facts = makeFacts(small);
    const { frame } = makeFrame(facts);
    const track = workerTrack(0);
    const { runBegin, runEnd } = facts.data.table.columns;
    const middle = ((runBegin[0] ?? 0) + (runEnd[0] ?? 0)) / 2;
    expect(track.hit(frame.scale.toX(middle), MIDDLE, frame)).toMatchObject({ row: 0, merged: 1 });
    expect(track.hit(frame.scale.toX(40e6), MIDDLE, frame)?.text).toMatch(/^4711 booting/);
    const idle = (facts.data.workers[0]?.readyAt ?? 0) + 1e6;
    expect(track.hit(frame.scale.toX(idle), MIDDLE, frame)?.text).toMatch(/idle/);
    expect(track.hit(20, MIDDLE, frame)).toBeNull();
  });

  it('tells how many tasks share a pixel', () => {
    const { frame } = makeFrame(makeFacts({ tasks: 20_000, workers: 2, chunksize: 10, meanNs: 1e6 }));
    expect(workerTrack(0).hit(500, MIDDLE, frame)?.merged).toBeGreaterThan(5);
  });
});

describe('the lane of the caller', () => {
  it('shows pickling from the bottom, and reading results from the top', () => {
    const facts = makeFacts({ tasks: 4000, workers: 4, chunksize: 1, meanNs: 1e6 });
    const { frame, recorder, surface } = makeFrame(facts);
    callerTrack.draw(recorder.context, frame, 0);
    expect(surface.line(4).map(([name]) => name)).toContain('loads');
    expect(surface.line(23).map(([name]) => name)).toContain('dumps');
    expect(recorder.texts.map(({ text }) => text)).toEqual(['caller', '4000']);
  });

  it('finds the task that was being pickled', () => {
    const facts = makeFacts(small);
    const { argsDumpsBegin, argsDumpsEnd } = facts.data.table.columns;
    const [from, to] = [argsDumpsBegin[0] ?? 0, argsDumpsEnd[0] ?? 0];
    const { frame } = makeFrame(facts, view(from - 1e5, to + 1e5));
    expect(callerTrack.hit(frame.scale.toX((from + to) / 2), 12, frame)?.row).toBe(0);
  });
});

describe('queue depth', () => {
  it('steps down from the number of tasks, and names the last and the largest depth', () => {
    const { frame, recorder } = makeFrame(makeFacts(small));
    queueDepthTrack.draw(recorder.context, frame, 0);
    expect(recorder.texts.map(({ text }) => text)).toEqual(['queue', '0 / 8']);
    const line = recorder.paths.find(({ color }) => color === 'queue-line');
    const heights = (line?.points ?? []).map(([, y]) => y);
    expect(Math.min(...heights)).toBe(6);
    expect(heights.at(-1)).toBe(42);
  });

  it('leaves the largest depth out where it would run into the name', () => {
    const { frame, recorder } = makeFrame(makeFacts({ tasks: 2000, workers: 4, chunksize: 1, meanNs: 1e5 }));
    queueDepthTrack.draw(recorder.context, frame, 0);
    expect(recorder.texts.map(({ text }) => text)).toEqual(['queue', '0 / 2,000']);
    const deep = makeFacts({ tasks: 20_000, workers: 4, chunksize: 1, meanNs: 1e5, batchNs: 1e8, stopAfter: 3 });
    const live = makeFrame(deep);
    queueDepthTrack.draw(live.recorder.context, live.frame, 0);
    expect(live.recorder.texts.map(({ text }) => text)).toEqual(['queue', expect.stringMatching(/^[\d,]+$/)]);
  });

  it('shows the true maximum of a pixel that many samples share', () => {
    const facts = makeFacts({ tasks: 20_000, workers: 4, chunksize: 1, meanNs: 1e5 });
    const { frame } = makeFrame(facts, {}, 50);
    const x = 180;
    const { queueAt, queueDepth } = facts.data;
    const [from, to] = [frame.scale.toNs(x), frame.scale.toNs(x + 1)];
    let expected = 0;
    for (let index = 0; index < queueAt.length; index++) {
      const at = queueAt.array[index] ?? 0;
      if (at > to) break;
      // The last one at or before the pixel holds into it.
      expected = at <= from ? (queueDepth.array[index] ?? 0) : Math.max(expected, queueDepth.array[index] ?? 0);
    }
    expect(queueDepthTrack.hit(x, 10, frame)?.text).toBe(`queue depth ${expected.toLocaleString('en-US')}`);
  });
});

describe('a label with a number', () => {
  it('rounds the number where all of it would run into the words', () => {
    const { frame, recorder } = makeFrame(makeFacts(small), view(0, 1e9));
    for (const count of [999, 123_456_789]) {
      drawLabel(recorder.context, frame, 0, 28, { text: 'delivered', ...countNote(count) });
    }
    expect(recorder.texts.map(({ text }) => text)).toEqual(['delivered', '999', 'delivered', '123M']);
    expect(recorder.texts[0]?.x).toBe(LABEL_X);
  });
});

describe('deliveries', () => {
  it('are ticks; those of one moment are one tick with its number', () => {
    const { frame, recorder } = makeFrame(makeFacts(small), view(0, 1e9));
    deliveredTrack.draw(recorder.context, frame, 0);
    expect(recorder.rects.filter(({ color }) => color === 'delivered')).toHaveLength(1);
    expect(recorder.texts.map(({ text }) => text)).toContain('× 8');
  });
});

describe('callbacks', () => {
  const withCallbacks = () => {
    const facts = makeFacts(small);
    const { callbackTask, callbackAt, callbackKind } = facts.data;
    for (const [task, at, kind] of [
      [0, 20e6, 0],
      [1, 60e6, 1],
      [2, 90e6, 0],
      [3, 90e6 + 1, 0],
    ] as const) {
      callbackTask.push(task);
      callbackAt.push(at);
      callbackKind.push(kind);
    }
    return makeFrame(facts);
  };

  it('are one mark each, and one for several in a pixel, with their number beside it', () => {
    const { frame, recorder } = withCallbacks();
    callbacksTrack.draw(recorder.context, frame, 0);
    expect(recorder.texts.map(({ text }) => text)).toEqual(expect.arrayContaining(['× 2', 'callbacks', '4']));
  });

  it('say which they are, and of which task', () => {
    const { frame } = withCallbacks();
    const textAt = (atNs: number) => callbacksTrack.hit(frame.scale.toX(atNs), 12, frame)?.text;
    expect(textAt(20e6)).toBe('callback of task 0');
    expect(textAt(60e6)).toBe('error callback of task 1');
    expect(textAt(90e6)).toBe('2 callbacks');
    expect(textAt(40e6)).toBeUndefined();
  });
});

describe('the axis and its moments', () => {
  it('labels round moments, with a unit', () => {
    const facts = makeFacts(small);
    const { frame, recorder } = makeFrame(facts);
    timeAxisTrack.draw(recorder.context, { ...frame, ticks: timeTicks(frame.scale, frame.originNs) }, 0);
    const labels = recorder.texts.map(({ text }) => text.replace('\u2009', ' '));
    expect(labels).toEqual(expect.arrayContaining(['0 ms', '50 ms', '100 ms']));
  });

  it('keeps the form of its labels while panning', () => {
    const facts = makeFacts(small);
    const units = [0, 3e6, 47e6, 110e6].map((shift) => {
      const { frame, recorder } = makeFrame(facts, view(shift, shift + 80e6));
      timeAxisTrack.draw(recorder.context, { ...frame, ticks: timeTicks(frame.scale, 0) }, 0);
      return new Set(recorder.texts.filter(({ text }) => text !== 'time').map(({ text }) => text.split('\u2009')[1]));
    });
    expect(units).toEqual(units.map(() => new Set(['ms'])));
  });

  it('names the call and its return; while live there is the edge of now', () => {
    const empty = layOut({ head: [], lanes: noLanes, foot: [], viewHeight: 100, scrollTop: 0 });
    const done = makeFrame(makeFacts(small));
    momentsOverlay.draw(done.recorder.context, done.frame, empty);
    expect(done.recorder.texts.map(({ text }) => text.split(' ')[0])).toEqual(['call', 'return']);
    const live = makeFrame(makeFacts({ ...small, batchNs: 130e6, stopAfter: 1 }));
    momentsOverlay.draw(live.recorder.context, live.frame, empty);
    const now = live.recorder.paths.at(-1)?.points[0]?.[0] ?? 0;
    expect(Math.abs(now - live.frame.scale.toX(live.frame.nowNs))).toBeLessThanOrEqual(1);
  });
});
