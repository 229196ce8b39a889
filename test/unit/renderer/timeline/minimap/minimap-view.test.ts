import { describe, expect, it } from 'vitest';
import { runExtent } from '../../../../../src/renderer/derive/run-extent';
import { takeEvent } from '../../../../../src/renderer/store/facts';
import { beginDrag } from '../../../../../src/renderer/timeline/minimap/minimap-input';
import { MinimapView } from '../../../../../src/renderer/timeline/minimap/minimap-view';
import { type MakeRunOptions, makeRun } from '../../../../fixtures/make-run';
import { openTimeline } from '../open-timeline';
import { RecordingContext, testTheme } from '../recording-context';

function opened(options: MakeRunOptions) {
  const timeline = openTimeline(options);
  const recorder = new RecordingContext();
  const density = new RecordingContext();
  let images = 0;
  const minimap = new MinimapView(recorder.context, {
    image: {} as CanvasImageSource,
    begin: () => {
      images++;
      return density.context;
    },
  });
  const draw = (nowMs = 0, notes: readonly number[] = [], chapters: readonly number[] = []): void =>
    minimap.draw({
      facts: timeline.facts.getState(),
      view: timeline.view.getState(),
      notes,
      chapters,
      replayedNs: null,
      theme: testTheme,
      width: 400,
      dpr: 1,
      nowMs,
    });
  draw();
  return { ...timeline, recorder, density, minimap, draw, images: () => images };
}

const run = { tasks: 200, workers: 2, chunksize: 2, meanNs: 5e6, failEvery: 50 };

describe('the minimap', () => {
  it('shows useful work from the ground up, the boundary on it, and trouble at the top', () => {
    const { density } = opened(run);
    const work = density.rects.filter(({ color }) => color === 'run');
    expect(work.length).toBeGreaterThan(100);
    expect(work.every(({ y, height }) => y + height === 36)).toBe(true);
    expect(density.rects.some(({ color }) => color === 'dumps')).toBe(true);
    const troubles = density.rects.filter(({ color }) => color === 'error');
    expect(troubles).toHaveLength(4);
    expect(troubles.every(({ y }) => y === 0)).toBe(true);
  });

  it('shows all of both runs where one is beside, and marks from when to when that lasts', () => {
    const { minimap, recorder, facts, view } = opened(run);
    const { originNs, endNs } = runExtent(facts.getState());
    const before = recorder.paths.length;
    const beside = { originNs: originNs - 1e9, endNs: endNs + 2e9 };
    const rest = { notes: [], chapters: [], replayedNs: null, theme: testTheme, width: 400, dpr: 1, nowMs: 0 };
    minimap.draw({ facts: facts.getState(), view: view.getState(), ...rest, beside });
    expect(minimap.whole?.startNs).toBeLessThan(beside.originNs);
    expect(minimap.whole?.endNs).toBeGreaterThan(beside.endNs);
    const dashed = recorder.paths.slice(before).filter((path) => path.dashed === true);
    const [from, to] = dashed[0]?.points ?? [];
    expect(dashed).toHaveLength(1);
    expect(from?.[0]).toBeCloseTo(minimap.scale?.toX(beside.originNs) ?? Number.NaN, -0.5);
    expect(to?.[0]).toBeCloseTo(minimap.scale?.toX(beside.endNs) ?? Number.NaN, -0.5);
    expect(recorder.texts.at(-1)?.text).toBe('B');
  });

  it('is made once, whatever part of the run is looked at', () => {
    const { draw, commands, images } = opened(run);
    for (let frame = 1; frame < 50; frame++) {
      commands.pan(0.01);
      draw(frame * 16);
    }
    expect(images()).toBe(1);
  });

  it('is made anew at most eight times a second while the run is live', () => {
    const options = { tasks: 400, workers: 2, batchNs: 5e6, stopAfter: 100 };
    const { facts, draw, images } = opened({ ...options, stopAfter: 60 });
    const before = images();
    const rest = makeRun(options).slice(-35);
    let frame = 0;
    for (const event of rest) {
      takeEvent(facts, event);
      draw(++frame * 16);
    }
    // 35 frames are half a second; the picture may also be rescaled once.
    expect(images() - before).toBeGreaterThanOrEqual(4);
    expect(images() - before).toBeLessThanOrEqual(6);
  });

  it('has the brush where the view is, the range below it, and a mark for each note', () => {
    const { draw, recorder, view, commands, minimap } = opened(run);
    commands.zoom(4);
    commands.selectRange({ ...view.getState().viewport, workers: null });
    draw(1, [100e6, 200e6]);
    const { viewport } = view.getState();
    const brush = recorder.outlines.at(-1);
    expect(brush?.x).toBeCloseTo(minimap.scale?.toX(viewport.startNs) ?? 0, -0.5);
    expect(recorder.rects.some(({ color, y }) => color === 'focus' && y === 33)).toBe(true);
    expect(recorder.paths.filter(({ color }) => color === 'text')).toHaveLength(2);
  });
});

describe('dragging on the minimap', () => {
  it('moves the view, which lets go of the live run, and is gone back from in one step', () => {
    const timeline = opened({ tasks: 60, workers: 2, batchNs: 50e6, stopAfter: 6 });
    const { view, minimap, commands, draw, clock } = timeline;
    commands.zoom(4);
    draw();
    const before = view.getState().viewport;
    const x = minimap.scale?.toX((before.startNs + before.endNs) / 2) ?? 0;
    const drag = beginDrag(timeline, x);
    for (let step = 1; step <= 20; step++) {
      // Slower than a sweep of the wheel.
      clock.nowMs += 2000;
      drag?.(x + step * 2, false);
    }
    drag?.(x + 40, true);
    expect(view.getState().viewport.startNs - before.startNs).toBeCloseTo(40 * (minimap.scale?.nsPerPx ?? 0), -3);
    expect(view.getState().followLive).toBe(false);
    commands.back();
    expect(view.getState().viewport).toEqual(before);
  });

  it('draws a new view beside the brush, and a click brings the view there', () => {
    const timeline = opened(run);
    const { view, minimap, commands, draw } = timeline;
    commands.zoom(10);
    draw();
    const scale = minimap.scale;
    const drag = beginDrag(timeline, 300);
    drag?.(350, false);
    drag?.(350, true);
    expect(view.getState().viewport.startNs).toBeCloseTo(scale?.toNs(300) ?? 0, -3);
    expect(view.getState().viewport.endNs).toBeCloseTo(scale?.toNs(350) ?? 0, -3);
    beginDrag(timeline, 100)?.(100, true);
    const { startNs, endNs } = view.getState().viewport;
    expect((startNs + endNs) / 2).toBeCloseTo(scale?.toNs(100) ?? 0, -3);
  });
});
