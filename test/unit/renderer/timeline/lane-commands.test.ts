import { beforeEach, describe, expect, it } from 'vitest';
import { createFactsStore } from '../../../../src/renderer/store/facts';
import { arrangementOf, createLaneStore } from '../../../../src/renderer/store/lane-settings';
import { createViewStore } from '../../../../src/renderer/store/view';
import { CanvasView } from '../../../../src/renderer/timeline/canvas-view';
import { createCommands } from '../../../../src/renderer/timeline/commands';
import { COLLAPSED_HEIGHT } from '../../../../src/renderer/timeline/lane-bands';
import { createLaneCommands } from '../../../../src/renderer/timeline/lane-commands';
import type { LanePreferences } from '../../../../src/shared/settings';
import { row as asRow } from '../../../../src/shared/units';
import { makeFacts } from '../../../fixtures/make-run';
import { RecordingContext, RecordingSurface, testTheme } from './recording-context';

const run = makeFacts({ tasks: 24, workers: 3, chunksize: 2 });

function opened() {
  const facts = createFactsStore();
  facts.setState(run);
  const view = createViewStore();
  const lanes = createLaneStore();
  const kept: LanePreferences[] = [];
  const commands = createLaneCommands({ facts, view, lanes, keep: (preferences) => kept.push(preferences) });
  const recorder = new RecordingContext();
  const canvas = new CanvasView(
    recorder.context,
    facts,
    view,
    createCommands(facts, view),
    new RecordingSurface(),
    lanes,
  );
  const draw = () => canvas.draw({ width: 1200, height: 600, dpr: 1, scrollTop: 0 }, testTheme, 0);
  draw();
  const shown = () => {
    draw();
    return canvas.layout.lanes.map(({ track }) => track.key);
  };
  return { facts, view, lanes, kept, commands, canvas, recorder, shown };
}

let app: ReturnType<typeof opened>;
beforeEach(() => {
  app = opened();
});

describe('what a person can do with lanes', () => {
  it('goes through groupings, colours and heights, says so, and remembers them', () => {
    app.commands.nextGroup();
    app.commands.nextColour();
    expect(app.lanes.getState().said).toBe('Colours by chunk');
    app.commands.nextSize();
    expect(app.kept.at(-1)).toEqual({ groupBy: 'slot', colourBy: 'chunk', laneSize: 'presenter', truth: true });
    for (let turn = 0; turn < 2; turn++) app.commands.nextGroup();
    expect(app.lanes.getState().groupBy).toBe('worker');
  });

  it('hides the letters that say where lanes come from, says so, and remembers it', () => {
    app.commands.toggleTruth();
    expect(app.lanes.getState().said).toBe('Lanes no longer say where they come from');
    expect(app.kept.at(-1)).toMatchObject({ truth: false });
    app.commands.toggleTruth();
    expect(app.kept.at(-1)).toMatchObject({ truth: true });
  });

  it('moves a lane up and down, and no farther than there are lanes', () => {
    app.commands.move(2, -1);
    expect(app.shown()).toEqual([0, 2, 1]);
    expect(app.lanes.getState().said).toBe('process 4713 is lane 2 of 3');
    app.commands.move(0, -1);
    expect(app.shown()).toEqual([0, 2, 1]);
    app.commands.move(0, 5);
    expect(app.shown()).toEqual([2, 1, 0]);
  });

  it('collapses a lane to a line that still shows its tasks, and expands it', () => {
    app.commands.toggleCollapsed(1);
    app.shown();
    const lane = app.canvas.layout.lanes[1];
    expect(lane?.track.height).toBe(COLLAPSED_HEIGHT);
    expect(app.recorder.texts.map(({ text }) => text)).toContain('4712');
    const hit = app.canvas.hit(app.canvas.frame?.scale.toX(run.now * 0.6) ?? 0, (lane?.top ?? 0) + 4);
    expect(run.data.table.columns.worker[hit?.row ?? 0]).toBe(1);
    app.commands.toggleCollapsed(1);
    app.shown();
    expect(app.canvas.layout.lanes[1]?.track.height).toBe(28);
  });

  it('gives a lane a height of its own within limits, and takes it back', () => {
    app.commands.setHeight(1, 1000);
    app.shown();
    expect(app.canvas.layout.lanes[1]?.track.height).toBe(160);
    app.commands.setHeight(1, 3);
    app.shown();
    expect(app.canvas.layout.lanes[1]?.track.height).toBe(12);
    app.commands.setHeight(1, null);
    app.shown();
    expect(app.canvas.layout.lanes[1]?.track.height).toBe(28);
  });

  it('shows one lane alone, and all again', () => {
    app.commands.showOnly(2);
    expect(app.shown()).toEqual([2]);
    expect(app.canvas.scrollTopFor(0, 40)).toBe(40);
    app.commands.showOnly(null);
    expect(app.shown()).toEqual([0, 1, 2]);
  });

  it('is about the lane of the focused task, else of the selected one, else the first', () => {
    const { worker } = run.data.table.columns;
    const rowOf = (wanted: number) => asRow(worker.indexOf(wanted));
    expect(app.commands.current()).toBe(0);
    app.view.setState({ selection: [rowOf(1)] });
    expect(app.commands.current()).toBe(1);
    app.view.setState({ focusedRow: rowOf(2) });
    expect(app.commands.current()).toBe(2);
  });

  it('arranges each grouping by itself, until there is another run', () => {
    app.commands.move(2, -2);
    app.commands.group('slot');
    expect(app.shown()).toEqual([0, 1, 2]);
    app.commands.group('worker');
    expect(app.shown()).toEqual([2, 0, 1]);
    expect(app.commands.isArranged()).toBe(true);
    app.facts.setState(makeFacts({ tasks: 6, workers: 3 }));
    expect(app.shown()).toEqual([0, 1, 2]);
    expect(arrangementOf(app.lanes.getState()).order).toEqual([]);
  });

  it('puts everything back as it came', () => {
    app.commands.toggleCollapsed(0);
    app.commands.move(0, 2);
    app.commands.reset();
    expect(app.shown()).toEqual([0, 1, 2]);
    expect(app.commands.isArranged()).toBe(false);
  });

  it('tells of a label what there is no room for', () => {
    const top = app.canvas.layout.lanes[0]?.top ?? 0;
    expect(app.canvas.hit(20, top + 5)?.text).toMatch(/^process 4711: drag to move/);
    expect(app.canvas.hit(20, 5)).toBeNull();
  });
});

describe('a lane that is dragged', () => {
  it('is marked, and a line shows where it would go', () => {
    const lines = (to: number): number[] => {
      app.lanes.setState({ drag: { key: 0, to } });
      app.recorder.rects.length = 0;
      app.shown();
      return app.recorder.rects.filter(({ color, height }) => color === 'accent' && height === 2).map(({ y }) => y);
    };
    const { lanesTop } = app.canvas.layout;
    expect(lines(0)).toEqual([]);
    expect(lines(1)).toEqual([lanesTop + 56 - 1]);
    expect(lines(2)).toEqual([app.canvas.layout.lanesBottom - 2]);
  });
});
