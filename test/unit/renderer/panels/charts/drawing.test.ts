import { describe, expect, it } from 'vitest';
import { gantt } from '../../../../../src/renderer/derive/charts/gantt';
import { type Stretch, stretchOf } from '../../../../../src/renderer/derive/charts/scope';
import { SizeGrid } from '../../../../../src/renderer/derive/charts/size-grid';
import type { ChartContext } from '../../../../../src/renderer/panels/bottom/charts/chart-canvas';
import { drawBands, drawTasks, linesOf } from '../../../../../src/renderer/panels/bottom/charts/gantt-draw';
import { drawCells, drawChosen, drawPoints } from '../../../../../src/renderer/panels/bottom/charts/size-draw';
import { SIZES, sizeLayout } from '../../../../../src/renderer/panels/bottom/charts/size-layout';
import type { Facts } from '../../../../../src/renderer/store/facts';
import { PixelStrip } from '../../../../../src/renderer/timeline/pixel-strip';
import { makeColumns } from '../../../../../src/shared/telemetry';
import { makeFacts } from '../../../../fixtures/make-run';
import { RecordingContext, RecordingSurface, testTheme } from '../../timeline/recording-context';

/** Tasks of which the argument has a size and the run a length. */
function gridOf(tasks: readonly (readonly [bytes: number, ns: number])[]): SizeGrid {
  const grid = new SizeGrid('argument', 'run');
  const columns = makeColumns(tasks.length);
  for (const [row, [bytes, ns]] of tasks.entries()) {
    columns.argsBytes[row] = bytes;
    columns.runBegin[row] = 0;
    columns.runEnd[row] = ns;
    grid.add(columns, row);
  }
  return grid;
}

describe('sizes against times', () => {
  const contextOf = (recorder: RecordingContext) => recorder.context as unknown as ChartContext;

  it('are a point for each task while they are few, larger to the right and longer upwards', () => {
    const grid = gridOf([
      [1000, 1e6],
      [4000, 4e6],
    ]);
    const layout = sizeLayout(grid, 640, 220);
    expect(layout.cells).toBeNull();
    const points = [1000, 4000].map((bytes) => ({ x: layout.x.toPx(bytes), y: layout.y.toPx(bytes * 1e3) }));
    const recorder = new RecordingContext();
    drawPoints(contextOf(recorder), testTheme, 'run', points);
    const [small, large] = recorder.rects;
    expect(recorder.rects).toHaveLength(2);
    expect(small?.color).toBe(testTheme.colors.run);
    expect(large?.x).toBeGreaterThan(small?.x ?? 0);
    expect(large?.y).toBeLessThan(small?.y ?? 0);
  });

  it('are cells when they are many, all within the plot, and stronger the more tasks they hold', () => {
    const many = Array.from({ length: 3000 }, () => [1000, 1e6] as const);
    const layout = sizeLayout(gridOf([...many, [64_000, 9e6]]), 640, 220);
    expect(layout.cells?.map(({ cell }) => cell.count)).toEqual([3000, 1]);
    for (const { x, y, width, height } of layout.cells ?? []) {
      expect(x).toBeGreaterThanOrEqual(SIZES.left);
      expect(x + width).toBeLessThanOrEqual(640 - SIZES.right);
      expect(y).toBeGreaterThanOrEqual(SIZES.top);
      expect(y + height).toBeLessThanOrEqual(layout.bottom);
    }
    const strengths: number[] = [];
    const recorder = new RecordingContext();
    const context = contextOf(recorder);
    const fillRect = recorder.fillRect.bind(recorder);
    recorder.fillRect = (...rect) => {
      strengths.push(context.globalAlpha);
      fillRect(...rect);
    };
    drawCells(context, testTheme, layout.cells ?? []);
    // A thousand and more against a single task; both are outlined.
    expect(strengths).toEqual([1, 0.12]);
    expect(recorder.outlines).toHaveLength(2);
  });

  it('mark a selected task with a diamond', () => {
    const recorder = new RecordingContext();
    drawChosen(contextOf(recorder), testTheme, [{ x: 100, y: 50 }]);
    expect(recorder.paths.at(-1)).toMatchObject({
      points: [
        [100, 43],
        [107, 50],
        [100, 57],
        [93, 50],
      ],
      color: testTheme.colors.text,
    });
  });
});

/** Draws a run on a strip, `px` wide. */
function drawn(facts: Facts, stretch: Stretch, px: number, height: number, bars: number): RecordingSurface {
  const surface = new RecordingSurface();
  const strip = new PixelStrip(surface);
  strip.resize(px, height);
  strip.fill(testTheme.paints.background);
  const shown = gantt(facts, stretch, null, true, { bars, bands: 4, columns: px / 2 });
  const target = { strip, startNs: stretch.fromNs, nsPerPx: (stretch.toNs - stretch.fromNs) / px };
  if (shown.grid === null) drawTasks(target, testTheme, shown, facts);
  else drawBands(target, testTheme, shown.grid);
  strip.draw({ drawImage: () => undefined }, 0, 0, 1);
  return surface;
}

/** Colours of a line from left to right, those of textures with their ground. */
function coloursOf(surface: RecordingSurface, y: number): string[] {
  const names = surface.line(y).map(([name]) => name);
  return names.filter((name) => name !== 'texture line').filter((name, at, rest) => name !== rest[at - 1]);
}

describe('tasks over time', () => {
  it('are a bar each: wait, dumps, flight, loads, run, dumps, flight, loads, wait', () => {
    // One task, a second of each phase.
    const facts = makeFacts({ tasks: 1, workers: 1, chunksize: 1 });
    const { columns } = facts.data.table;
    const moments = [
      'submitted',
      'argsDumpsBegin',
      'argsDumpsEnd',
      'argsSent',
      'argsReceived',
      'argsLoadsBegin',
    ] as const;
    const later = ['runBegin', 'runEnd', 'resultDumpsEnd', 'resultSent', 'resultReceived', 'resultLoadsBegin'] as const;
    for (const [second, moment] of [...moments, ...later, 'completed', 'delivered'].entries()) {
      columns[moment as 'submitted'][0] = second * 1e9;
    }
    const surface = drawn(facts, { fromNs: -1e9, toNs: 14e9 }, 150, 8, 10);
    expect(coloursOf(surface, 3)).toEqual([
      'bg',
      'queue-wait',
      'dumps',
      'queue-wait',
      'flight',
      'queue-wait',
      'loads',
      'run',
      'dumps',
      'order-wait',
      'flight',
      'order-wait',
      'loads',
      'order-wait',
      'bg',
    ]);
    // The line that parts it from the next task.
    expect(coloursOf(surface, 7)).toEqual(['bg']);
    expect(surface.line(3)).toContainEqual(['run', 10]);
  });

  it('never lose work that is shorter than a pixel', () => {
    const facts = makeFacts({ tasks: 10, workers: 2, meanNs: 1e4 });
    const { fromNs } = stretchOf(facts, null);
    const surface = drawn(facts, { fromNs, toNs: fromNs + 100e9 }, 200, 40, 10);
    for (let task = 0; task < 10; task++) {
      const { y0, y1 } = linesOf(task, 10, 40);
      const colours = coloursOf(surface, y0);
      expect(y1).toBeGreaterThan(y0);
      expect(colours.some((name) => name !== 'bg')).toBe(true);
    }
  });

  it('are stacks of shares where a line is many tasks', () => {
    const facts = makeFacts({ tasks: 200, workers: 4, chunksize: 1 });
    const surface = drawn(facts, stretchOf(facts, null), 300, 80, 10);
    // Of the first fifty tasks all wait for delivery at the end, none at the beginning.
    expect(Object.keys(surface.column(2, 0, 20))).toEqual(['bg']);
    expect(surface.column(296, 0, 19)).not.toHaveProperty('run');
    const late = surface.column(150, 0, 80);
    expect(late).toHaveProperty('run');
    expect(late).toHaveProperty('queue-wait');
    expect(late).toHaveProperty('order-wait');
  });
});
