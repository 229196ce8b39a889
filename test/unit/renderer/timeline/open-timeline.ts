/** A timeline over a made-up run, drawn once, with everything that a gesture may use. */

import { type ChaptersStore, createChaptersStore } from '../../../../src/renderer/store/chapters';
import { createFactsStore, takeEvent } from '../../../../src/renderer/store/facts';
import { createLaneStore } from '../../../../src/renderer/store/lane-settings';
import { createNotesStore } from '../../../../src/renderer/store/notes';
import { createViewStore } from '../../../../src/renderer/store/view';
import { CanvasView } from '../../../../src/renderer/timeline/canvas-view';
import { createCommands } from '../../../../src/renderer/timeline/commands';
import type { InputContext, Point } from '../../../../src/renderer/timeline/gestures/gesture';
import { type MakeRunOptions, makeRun } from '../../../fixtures/make-run';
import { RecordingContext, RecordingSurface, testTheme } from './recording-context';

export interface TestTimeline extends InputContext {
  readonly chapters: ChaptersStore;
  /** Chapters that were gone to. */
  readonly goneTo: readonly number[];
  readonly recorder: RecordingContext;
  /** Draws another frame. */
  draw(): void;
  /** A point at a moment of time, in the middle of a worker's lane, or at a height. */
  at(ns: number, where: { readonly worker: number } | { readonly y: number }, held?: Partial<Point>): Point;
  /** The window's clock, ms. */
  clock: { nowMs: number };
}

export function openTimeline(options: MakeRunOptions = {}, height = 600): TestTimeline {
  const facts = createFactsStore();
  for (const event of makeRun(options)) takeEvent(facts, event);
  const view = createViewStore();
  const clock = { nowMs: 0 };
  const commands = createCommands(facts, view, () => clock.nowMs);
  const notes = createNotesStore(facts);
  const chapters = createChaptersStore(facts);
  const goneTo: number[] = [];
  const recorder = new RecordingContext();
  const canvas = new CanvasView(
    recorder.context,
    facts,
    view,
    commands,
    new RecordingSurface(),
    createLaneStore(),
    undefined,
    notes,
    undefined,
    undefined,
    chapters,
  );
  const draw = (): void => void canvas.draw({ width: 1168, height, dpr: 1, scrollTop: 0 }, testTheme, 0);
  draw();
  return {
    element: { scrollTop: 0 } as HTMLElement,
    canvas,
    commands,
    facts,
    view,
    notes,
    chapters,
    goneTo,
    goToChapter: (index) => goneTo.push(index),
    recorder,
    draw,
    clock,
    at(ns, where, held = {}) {
      const lane = canvas.layout.lanes.find(({ track }) => 'worker' in where && track.key === where.worker);
      const y = 'y' in where ? where.y : (lane?.top ?? 0) + 12;
      return { x: canvas.frame?.scale.toX(ns) ?? 0, y, shift: false, mod: false, ...held };
    },
  };
}
