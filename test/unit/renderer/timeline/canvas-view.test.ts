import { describe, expect, it, vi } from 'vitest';
import { LaneIndex } from '../../../../src/renderer/derive/lane-index';
import { runIndexOf } from '../../../../src/renderer/derive/run-index';
import { createFactsStore, type Facts } from '../../../../src/renderer/store/facts';
import { createLaneStore } from '../../../../src/renderer/store/lane-settings';
import { createViewStore } from '../../../../src/renderer/store/view';
import { CanvasView } from '../../../../src/renderer/timeline/canvas-view';
import { createCommands } from '../../../../src/renderer/timeline/commands';
import { KeptStrips } from '../../../../src/renderer/timeline/kept-strips';
import { PixelStrip } from '../../../../src/renderer/timeline/pixel-strip';
import { row } from '../../../../src/shared/units';
import { makeFacts } from '../../../fixtures/make-run';
import { RecordingContext, RecordingSurface, testTheme } from './recording-context';

const size = { width: 1200, height: 600, dpr: 1, scrollTop: 0 };

function opened(facts: Facts) {
  const store = createFactsStore();
  store.setState(facts);
  const view = createViewStore();
  const recorder = new RecordingContext();
  const commands = createCommands(store, view);
  const canvas = new CanvasView(recorder.context, store, view, commands, new RecordingSurface());
  return { canvas, commands, recorder, view };
}

describe('the canvas', () => {
  it('draws every worker that is in view with its PID, and no other', () => {
    const { canvas, recorder } = opened(makeFacts({ tasks: 200, workers: 64, chunksize: 1 }));
    canvas.draw(size, testTheme, 0);
    const pids = recorder.texts.map(({ text }) => text).filter((text) => /^47\d\d$/.test(text));
    expect(pids).toHaveLength(canvas.layout.lanes.length);
    expect(canvas.layout.lanes.length).toBeLessThan(20);
    expect(canvas.layout.contentHeight).toBeGreaterThan(64 * 28);
  });

  it('scrolls through the workers; axis and deliveries stay', () => {
    const { canvas, recorder } = opened(makeFacts({ tasks: 200, workers: 64, chunksize: 1 }));
    canvas.draw({ ...size, scrollTop: 1e6 }, testTheme, 0);
    const texts = recorder.texts.map(({ text }) => text);
    expect(texts).toContain('4774');
    expect(texts).not.toContain('4711');
    expect(texts).toEqual(expect.arrayContaining(['time', 'delivered']));
    expect(canvas.scrollTopFor(0, 500)).toBe(0);
    expect(canvas.scrollTopFor(63, 0)).toBeGreaterThan(1000);
  });

  it('finds the task under a point through all of its tracks', () => {
    const facts = makeFacts({ tasks: 8, workers: 2, chunksize: 2 });
    const { canvas } = opened(facts);
    canvas.draw(size, testTheme, 0);
    const scale = canvas.frame?.scale;
    const { runBegin } = facts.data.table.columns;
    const lane = canvas.layout.lanes[0];
    expect(canvas.hit(scale?.toX((runBegin[0] ?? 0) + 1e6) ?? 0, (lane?.top ?? 0) + 12)?.row).toBe(0);
    expect(canvas.hit(600, 590)).toBeNull();
  });

  it('asks for another frame while the run is live', () => {
    const { canvas } = opened(makeFacts({ tasks: 60, workers: 2, batchNs: 50e6, stopAfter: 4 }));
    expect(canvas.draw(size, testTheme, 0)).toBe(true);
    expect(opened(makeFacts({ tasks: 4 })).canvas.draw(size, testTheme, 0)).toBe(false);
  });

  it('looks at a new run from its beginning', () => {
    const { canvas, commands, view } = opened(makeFacts({ tasks: 4 }));
    commands.select(0 as never);
    canvas.draw(size, testTheme, 0);
    expect(view.getState().selection).toEqual([]);
  });
});

describe('lanes that have not changed', () => {
  function kept(facts: Facts) {
    const store = createFactsStore();
    store.setState(facts);
    const view = createViewStore();
    const recorder = new RecordingContext();
    const commands = createCommands(store, view);
    const lanes = createLaneStore();
    const strips = new KeptStrips(() => new RecordingSurface());
    const surface = new RecordingSurface();
    const canvas = new CanvasView(
      recorder.context,
      store,
      view,
      commands,
      surface,
      lanes,
      undefined,
      undefined,
      strips,
    );
    /** Tells how many strips were filled, and how many images were drawn. */
    const draw = (): { filled: number; images: number } => {
      const fill = vi.spyOn(PixelStrip.prototype, 'fill');
      const before = recorder.images.length;
      canvas.draw(size, testTheme, 0);
      const filled = fill.mock.calls.length;
      fill.mockRestore();
      return { filled, images: recorder.images.length - before };
    };
    return { draw, commands, lanes, store, view };
  }
  const LANES = 4;
  /** Of the workers and of the caller. */
  const everything = { filled: LANES + 1, images: LANES + 1 };

  it('are put on the canvas again, and not filled again, while somebody points at tasks', () => {
    const { draw, view } = kept(makeFacts({ tasks: 300, workers: LANES, failEvery: 40 }));
    expect(draw()).toEqual(everything);
    view.setState({ hover: { xPx: 500, yPx: 200, row: row(17), merged: 1, text: '' }, selection: [row(3)] });
    expect(draw()).toEqual({ ...everything, filled: 0 });
  });

  it('are filled again when time, news, size or colours are others', () => {
    const { draw, commands, lanes, store } = kept(makeFacts({ tasks: 300, workers: LANES }));
    draw();
    for (const change of [
      () => commands.zoom(2),
      () => commands.pan(0.1),
      () => store.setState((facts) => ({ ...facts, revision: facts.revision + 1 })),
      () => lanes.setState({ laneSize: 'presenter' }),
      () => lanes.setState({ colourBy: 'outcome' }),
    ]) {
      change();
      expect(draw().filled).toBeGreaterThanOrEqual(LANES);
      // Once: after that they stay, but for colours that are still being sorted.
      draw();
      expect(draw().filled).toBe(0);
    }
  });
});

describe('a run of many tasks', () => {
  it('costs what its pixels cost: no more reads for 300,000 tasks than for 30,000', () => {
    const runOf = (tasks: number): Facts => makeFacts({ tasks, workers: 8, chunksize: 1, meanNs: 1e6 });
    const reads = (facts: Facts, zoom: number): number => {
      const { canvas, commands } = opened(facts);
      canvas.draw(size, testTheme, 0);
      commands.zoom(zoom);
      const read = vi.spyOn(LaneIndex.prototype, 'beginOf');
      canvas.draw(size, testTheme, 0);
      const count = read.mock.calls.length;
      read.mockRestore();
      return count;
    };
    const lanes = 8;
    const columns = 1200 / 2;
    for (const facts of [runOf(300_000), runOf(30_000)]) {
      for (const zoom of [1, 4, 30]) expect(reads(facts, zoom)).toBeLessThan(lanes * columns * 10);
    }
  });

  it('takes at most 200 bytes a task, columns and index together', () => {
    const tasks = 250_000;
    const facts = makeFacts({ tasks, workers: 16, chunksize: 1, meanNs: 1e6 });
    expect(bytesOf([facts.data, runIndexOf(facts)]) / tasks).toBeLessThanOrEqual(200);
  });
});

/** Bytes of all typed arrays that can be reached. */
function bytesOf(root: unknown): number {
  const seen = new Set<unknown>();
  const visit = (value: unknown): number => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return 0;
    seen.add(value);
    if (ArrayBuffer.isView(value)) return value.byteLength;
    return Object.values(value).reduce((sum: number, child) => sum + visit(child), 0);
  };
  return visit(root);
}
