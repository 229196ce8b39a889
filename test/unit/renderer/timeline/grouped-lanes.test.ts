import { describe, expect, it, vi } from 'vitest';
import { ChunkLines } from '../../../../src/renderer/derive/chunk-lines';
import { LaneIndex } from '../../../../src/renderer/derive/lane-index';
import { SlotLanes } from '../../../../src/renderer/derive/slot-lanes';
import { createFactsStore, type Facts } from '../../../../src/renderer/store/facts';
import { createLaneStore } from '../../../../src/renderer/store/lane-settings';
import { createViewStore, type View } from '../../../../src/renderer/store/view';
import { CanvasView } from '../../../../src/renderer/timeline/canvas-view';
import { createCommands } from '../../../../src/renderer/timeline/commands';
import { stepFrom } from '../../../../src/renderer/timeline/span-steps';
import { chunkTrack } from '../../../../src/renderer/timeline/tracks/chunk-line';
import { slotTrack } from '../../../../src/renderer/timeline/tracks/slot';
import type { WorkerRecord } from '../../../../src/shared/telemetry';
import { row as asRow, nanos } from '../../../../src/shared/units';
import { makeFacts } from '../../../fixtures/make-run';
import { makeFrame, type TestFrame } from './make-frame';
import { RecordingContext, RecordingSurface, testTheme } from './recording-context';

const MIDDLE = 12;
const run = makeFacts({ tasks: 16, workers: 2, chunksize: 2, meanNs: 40e6, crash: 0 });

function drawSlot(facts: Facts, view: Partial<View> = {}): TestFrame {
  const slots = new SlotLanes(facts.data);
  slots.update(Number.POSITIVE_INFINITY);
  const test = makeFrame(facts, view);
  slotTrack(slots, 0, 28).draw(test.recorder.context, test.frame, 0);
  return test;
}

describe('the lane of a slot', () => {
  it('shows both processes that had it, with the crash and the next boot between them', () => {
    const { surface, recorder, frame } = drawSlot(run);
    const runs = surface.line(MIDDLE);
    expect(runs.filter(([name]) => name === 'boot').length).toBeGreaterThan(1);
    const texts = recorder.texts.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['slot 0', '2 processes', '4711', '4713']));
    const crash = frame.scale.toX(run.data.workers[0]?.exit?.at ?? 0);
    const crosses = recorder.paths.filter(({ color }) => color === 'error');
    expect(crosses.some(({ points }) => points.some(([x]) => Math.abs(x - crash) < 8))).toBe(true);
    expect(surface.line(MIDDLE).map(([name]) => name)).toContain('run');
  });

  it('knows what is under a point: a task, the boot of the replacement, what was selected', () => {
    const slots = new SlotLanes(run.data);
    slots.update(Number.POSITIVE_INFINITY);
    const { frame } = makeFrame(run, { selection: [asRow(0)] });
    const track = slotTrack(slots, 0, 28);
    const { runBegin } = run.data.table.columns;
    expect(track.hit(frame.scale.toX((runBegin[0] ?? 0) + 5e6), MIDDLE, frame)?.row).toBe(0);
    const replaced = run.data.workers[2];
    expect(track.hit(frame.scale.toX((replaced?.spawnedAt ?? 0) + 5e6), MIDDLE, frame)?.text).toMatch(/^4713 booting/);
    expect([...(track.workers(frame) ?? [])]).toEqual([0, 2]);
    expect(track.showsWorker(1, frame)).toBe(false);
  });

  it('costs what its pixels cost, however many processes had the slot', () => {
    const reads = (processes: number): number => {
      const facts = replaced(processes);
      const read = vi.spyOn(LaneIndex.prototype, 'beginOf');
      let lives = 0;
      const slots = new SlotLanes(facts.data);
      slots.update(Number.POSITIVE_INFINITY);
      const lane = slots.get(0);
      const momentsOf = lane?.lives.momentsOf.bind(lane.lives);
      if (lane !== undefined && momentsOf !== undefined) {
        vi.spyOn(lane.lives, 'momentsOf').mockImplementation((span) => {
          lives++;
          return momentsOf(span);
        });
      }
      read.mockClear();
      const test = makeFrame(facts);
      slotTrack(slots, 0, 28).draw(test.recorder.context, test.frame, 0);
      const count = read.mock.calls.length + lives;
      read.mockRestore();
      return count;
    };
    expect(reads(10_000)).toBeLessThan(5000);
    expect(reads(2_000)).toBeLessThan(5000);
  });
});

/** A run of one slot whose process was replaced again and again, without a task. */
function replaced(count: number): Facts {
  const facts = makeFacts({ tasks: 1, workers: 1 });
  const workers = Array.from(
    { length: count },
    (_, index): WorkerRecord => ({
      index,
      slot: 0,
      pid: 5000 + index,
      name: '',
      spawnedAt: index * 1e6,
      readyAt: index * 1e6 + 4e5,
      exitingAt: index * 1e6 + 8e5,
      exit: { at: index * 1e6 + 9e5, kind: index % 2 === 0 ? 'crashed' : 'exited', code: 0, signal: null },
    }),
  );
  return { ...facts, now: count * 1e6, data: { ...facts.data, workers } };
}

describe('a line of chunks', () => {
  const lines = new ChunkLines(run.data);
  lines.update(Number.POSITIVE_INFINITY);

  it('shows each chunk as a block with its tasks in it', () => {
    const { frame, recorder, surface } = makeFrame(run);
    chunkTrack(lines, 0, 28).draw(recorder.context, frame, 0);
    const names = surface.line(MIDDLE).map(([name]) => name);
    expect(names).toContain('run');
    expect(names).not.toContain('boot');
    expect(recorder.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['chunks 1', String(lines.lane(0)?.chunkFirsts.length)]),
    );
  });

  it('names a chunk of which no task runs', () => {
    const { argsReceived, argsLoadsBegin } = run.data.table.columns;
    const [from, to] = [argsReceived[0] ?? 0, argsLoadsBegin[0] ?? 0];
    const { frame } = makeFrame(run, { viewport: { startNs: nanos(from - 1e3), endNs: nanos(to + 1e3) } });
    expect(chunkTrack(lines, 0, 28).hit(frame.scale.toX((from + to) / 2), MIDDLE, frame)?.text).toMatch(/^chunk 0:/);
  });
});

describe('the canvas by grouping', () => {
  it.each([
    ['worker', 3, /^47\d\d$/],
    ['slot', 2, /^slot \d$/],
    ['chunk', 2, /^chunks \d$/],
  ] as const)('has the lanes of each %s, and keys reach every task', (groupBy, count, label) => {
    const facts = createFactsStore();
    facts.setState(run);
    const view = createViewStore();
    const lanes = createLaneStore();
    lanes.setState({ groupBy });
    const recorder = new RecordingContext();
    const commands = createCommands(facts, view);
    const canvas = new CanvasView(recorder.context, facts, view, commands, new RecordingSurface(), lanes);
    canvas.draw({ width: 1200, height: 600, dpr: 1, scrollTop: 0 }, testTheme, 0);
    expect(canvas.layout.lanes).toHaveLength(count);
    expect(recorder.texts.filter(({ text }) => label.test(text)).length).toBeGreaterThanOrEqual(count);
    const viewport = { startNs: nanos(0), endNs: nanos(run.now) };
    const reached = new Set<number>();
    for (let row = stepFrom(null, 'next', canvas.steps, viewport); row !== null && !reached.has(row); ) {
      for (let along: number | null = row; along !== null && !reached.has(along); ) {
        reached.add(along);
        along = stepFrom(along, 'next', canvas.steps, viewport);
      }
      const back = firstOf(canvas, row);
      row = stepFrom(back, 'down', canvas.steps, viewport);
      if (row !== null) row = firstOf(canvas, row);
    }
    const { steps } = canvas;
    expect(reached.size).toBe(steps.order.reduce((sum, key) => sum + (steps.lane(key)?.rows.length ?? 0), 0));
    expect(canvas.scrollTopForRow(0, 0)).toBe(0);
  });
});

/** The first task of the lane of a row. */
function firstOf(canvas: CanvasView, row: number): number {
  const { steps } = canvas;
  return steps.lane(steps.keyOf(row))?.rows.array[0] ?? row;
}
