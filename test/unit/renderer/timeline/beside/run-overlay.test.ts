import { describe, expect, it, vi } from 'vitest';
import { align } from '../../../../../src/renderer/derive/compare/align';
import { SpanSeries } from '../../../../../src/renderer/derive/span-series';
import { createFactsStore, type Facts } from '../../../../../src/renderer/store/facts';
import { createLaneStore, type LaneSettings } from '../../../../../src/renderer/store/lane-settings';
import { createViewStore } from '../../../../../src/renderer/store/view';
import { RunOverlay } from '../../../../../src/renderer/timeline/beside/run-overlay';
import { CanvasView, type Compared } from '../../../../../src/renderer/timeline/canvas-view';
import { createCommands } from '../../../../../src/renderer/timeline/commands';
import { makeFacts } from '../../../../fixtures/make-run';
import { RecordingContext, RecordingSurface, testTheme } from '../recording-context';

const WIDTH = 1168;
const size = { width: WIDTH, height: 600, dpr: 1, scrollTop: 0 };

function overlaid(shown: Facts, beside: Facts, groupBy: LaneSettings['groupBy'] = 'worker') {
  const facts = createFactsStore();
  facts.setState(shown);
  const view = createViewStore();
  const lanes = createLaneStore();
  lanes.setState({ groupBy });
  const recorder = new RecordingContext();
  const surface = new RecordingSurface();
  const overlay = new RunOverlay(surface);
  const commands = createCommands(facts, view);
  const canvas = new CanvasView(recorder.context, facts, view, commands, new RecordingSurface(), lanes);
  const { zeroA, offsetNs } = align(shown, beside, 'call');
  const alone: Compared = { zeroNs: () => zeroA };
  const under: Compared = {
    ...alone,
    drawOver: (ctx, frame, layout) => overlay.draw(ctx, frame, layout, beside, offsetNs),
    hitOver: (x, y, frame, layout) => overlay.hit(x, y, frame, layout, beside, offsetNs),
  };
  const imagesOf = (compared: Compared): number => {
    canvas.compared = compared;
    const before = recorder.images.length;
    canvas.draw(size, testTheme, 0);
    return recorder.images.length - before;
  };
  /** How many strips of the run beside a frame draws. */
  const draw = (): number => -imagesOf(alone) + imagesOf(under);
  return { canvas, recorder, surface, draw, offsetNs, view };
}

describe('the run beside, laid over the one that is shown', () => {
  const shown = makeFacts({ tasks: 40, workers: 3 });
  const beside = makeFacts({ tasks: 40, workers: 4, seed: 9 });

  it('is drawn into the lane of each slot that both have, in the lower part of the lane', () => {
    const { canvas, recorder, draw } = overlaid(shown, beside);
    expect(draw()).toBe(3);
    const lanes = canvas.layout.lanes;
    const strips = recorder.images.slice(-1 - 3).map(({ y }) => y);
    for (const { top, track } of lanes) {
      const inLane = strips.filter((y) => y > top && y < top + track.height);
      expect(inLane).toEqual([top + track.bands.tasks.to]);
    }
  });

  it('is drawn once a slot where a lane is a process, and in lanes of slots, and not in lines of chunks', () => {
    const crashed = makeFacts({ tasks: 40, workers: 3, chunksize: 1, crash: 1 });
    expect(crashed.data.workers.length).toBeGreaterThan(3);
    expect(overlaid(crashed, beside, 'worker').draw()).toBe(3);
    expect(overlaid(crashed, beside, 'slot').draw()).toBe(3);
    expect(overlaid(crashed, beside, 'chunk').draw()).toBe(0);
  });

  it('has a texture of its own, where its tasks ran on aligned clocks', () => {
    const { canvas, surface, draw, offsetNs } = overlaid(
      makeFacts({ tasks: 3, workers: 1, chunksize: 1 }),
      makeFacts({ tasks: 3, workers: 1, chunksize: 1, seed: 5 }),
    );
    draw();
    const scale = canvas.frame?.scale;
    const { runBegin, runEnd } = makeFacts({ tasks: 3, workers: 1, chunksize: 1, seed: 5 }).data.table.columns;
    const x = (ns: number): number => Math.round((scale?.toX(ns - offsetNs) ?? 0) - (scale?.left ?? 0));
    const middle = x(((runBegin[1] ?? 0) + (runEnd[1] ?? 0)) / 2);
    const line = surface.line(3);
    const at = (column: number): string => {
      let end = 0;
      for (const [name, length] of line) {
        end += length;
        if (column < end) return name;
      }
      return '';
    };
    const around = [middle, middle + 1, middle + 2, middle + 3].map(at);
    expect(around).toContain('run');
    // Hatched: two colours in turn.
    expect(new Set(around).size).toBe(2);
    expect(at(x((runBegin[0] ?? 0) - 20e6))).not.toBe('run');
  });

  it('tells of its own task at a point of its strip, and leaves the tasks above it to the shown run', () => {
    const { canvas, draw, offsetNs } = overlaid(shown, beside);
    draw();
    const { runBegin, worker, task } = beside.data.table.columns;
    const row = [...worker.subarray(0, 40)].indexOf(0);
    const lane = canvas.layout.lanes.find(({ track }) => track.key === 0);
    const x = canvas.frame?.scale.toX((runBegin[row] ?? 0) + 1e6 - offsetNs) ?? 0;
    const strip = canvas.hit(x, (lane?.top ?? 0) + (lane?.track.bands.tasks.to ?? 0) + 2);
    expect(strip?.over).toBe(row);
    expect(strip?.row).toBeNull();
    expect(strip?.text).toContain(`Run B: task #${task[row]}`);
    expect(canvas.hit(x, (lane?.top ?? 0) + 10)?.over).toBeUndefined();
  });

  it('costs what its pixels cost: no more spans are read of 120,000 tasks than of 12,000', () => {
    const reads = (tasks: number): number => {
      const many = makeFacts({ tasks, workers: 4, chunksize: 1, meanNs: 1e6 });
      const { canvas, draw } = overlaid(many, many);
      // Lanes of slots are sorted in slices.
      for (let frame = 0; frame < 10; frame++) draw();
      const read = vi.spyOn(SpanSeries.prototype, 'momentsOf');
      const lookups = vi.spyOn(SpanSeries.prototype, 'timeUntil');
      canvas.draw(size, testTheme, 0);
      const count = read.mock.calls.length + lookups.mock.calls.length;
      read.mockRestore();
      lookups.mockRestore();
      return count;
    };
    for (const tasks of [120_000, 12_000]) expect(reads(tasks)).toBeLessThan(2 * 4 * WIDTH * 4);
  });
});
