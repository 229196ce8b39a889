/** Ties the canvas to the page: stores, size, theme and input. */
import { chapterCommands } from '../chapters/chapter-commands';
import { player } from '../playback/app-player';
import { chaptersStore, factsStore, laneStore, notesStore, playbackStore, viewStore } from '../store';
import type { ChaptersStore } from '../store/chapters';
import type { FactsStore } from '../store/facts';
import { type FilterStore, filterStore } from '../store/filter';
import type { LaneStore } from '../store/lane-settings';
import type { NotesStore } from '../store/notes';
import type { PlaybackSource } from '../store/playback';
import type { Viewport, ViewStore } from '../store/view';
import { zoomOf } from '../ui/local-point';
import { CanvasView, type Compared } from './canvas-view';
import { type TimelineCommands, timelineCommands } from './commands';
import { FrameLoop } from './frame-loop';
import { listen } from './input';
import { KeptStrips } from './kept-strips';
import { type LaneCommands, laneCommands } from './lane-commands';
import { listenToLabels } from './lane-label-input';
import { type LaneTruthStore, publishTruths } from './lane-truths';
import { offscreenSurface } from './pixel-strip';
import { readPageTheme, type Theme } from './theme';
import { watchTheme } from './watch-theme';

export interface CanvasElements {
  /** Scrolls when there are more workers than fit; takes focus and input. */
  readonly scroller: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** Makes the scroller as high as all lanes together. */
  readonly spacer: HTMLElement;
}

/** The run that is drawn, and everything about how it is looked at. */
export interface CanvasRun {
  readonly facts: FactsStore;
  readonly view: ViewStore;
  readonly lanes: LaneStore;
  readonly notes: NotesStore;
  readonly filter: FilterStore;
  readonly chapters: ChaptersStore;
  goToChapter(index: number): void;
  /** Up to when it is drawn. */
  readonly playback: PlaybackSource;
  /** Moves that moment, on this run's clock. */
  readonly seek: (atNs: number) => void;
  readonly commands: TimelineCommands;
  readonly laneCommands: LaneCommands;
}

const SHOWN_RUN: CanvasRun = {
  facts: factsStore,
  view: viewStore,
  lanes: laneStore,
  notes: notesStore,
  chapters: chaptersStore,
  goToChapter: (index) => chapterCommands.goTo(index),
  filter: filterStore,
  playback: playbackStore,
  seek: (atNs) => player.seek(atNs),
  commands: timelineCommands,
  laneCommands,
};

/** Another run that it is compared with. */
export interface ComparedPart {
  /** As of now; null: the run stands alone. */
  get(): Compared | null;
  /** @param changed called when it may be another, or is to be drawn anew. @returns a function that ends it */
  subscribe(changed: () => void): () => void;
}

/** @returns a function that unmounts */
export function mountCanvas(
  { scroller, canvas, spacer }: CanvasElements,
  run: CanvasRun = SHOWN_RUN,
  compared?: ComparedPart,
  truths?: LaneTruthStore,
): () => void {
  const ctx = canvas.getContext('2d', { alpha: false });
  if (ctx === null) return () => undefined;
  const view = new CanvasView(
    ctx,
    run.facts,
    run.view,
    run.commands,
    offscreenSurface(),
    run.lanes,
    run.filter,
    run.notes,
    new KeptStrips(offscreenSurface),
    run.playback,
    run.chapters,
  );
  let theme: Theme | null = null;
  let width = 0;
  let height = 0;

  const draw = (): boolean => {
    const dpr = window.devicePixelRatio * zoomOf(scroller);
    theme ??= readPageTheme(scroller, dpr);
    if (width === 0 || height === 0) return false;
    const [pixelsX, pixelsY] = [Math.round(width * dpr), Math.round(height * dpr)];
    if (canvas.width !== pixelsX || canvas.height !== pixelsY) {
      canvas.width = pixelsX;
      canvas.height = pixelsY;
      // Enlarged, the height may be a fraction of a pixel less: the lanes would scroll by that.
      canvas.style.height = `min(${height}px, 100%)`;
    }
    view.compared = compared?.get() ?? null;
    const live = view.draw({ width, height, dpr, scrollTop: scroller.scrollTop }, theme, performance.now());
    const rest = `${Math.max(0, view.layout.contentHeight - height)}px`;
    if (spacer.style.height !== rest) spacer.style.height = rest;
    describe(scroller, view);
    if (truths !== undefined) publishTruths(truths, view.truths());
    return live;
  };

  const loop = new FrameLoop(draw);
  const invalidate = (): void => loop.invalidate();
  const measure = (): void => {
    width = scroller.clientWidth;
    height = scroller.clientHeight;
    theme = null;
    loop.invalidate();
  };
  /** A task may be pointed out from elsewhere: its lane is scrolled to. */
  const showLane = (row: number | null): void => {
    if (row !== null && view.frame !== null) scroller.scrollTop = view.scrollTopForRow(row, scroller.scrollTop);
  };
  const resize = new ResizeObserver(measure);
  resize.observe(scroller);
  scroller.addEventListener('scroll', invalidate);
  const endings = [
    run.facts.subscribe(invalidate),
    run.view.subscribe(invalidate),
    run.lanes.subscribe(invalidate),
    run.view.subscribe(({ focusedRow }, before) => focusedRow !== before.focusedRow && showLane(focusedRow)),
    run.filter.subscribe(invalidate),
    run.notes.subscribe(invalidate),
    playbackStore.subscribe(invalidate),
    compared?.subscribe(invalidate) ?? (() => undefined),
    run.chapters.subscribe(invalidate),
    watchTheme(measure),
    listen({
      element: scroller,
      canvas: view,
      commands: run.commands,
      facts: run.facts,
      view: run.view,
      notes: run.notes,
      goToChapter: run.goToChapter,
      seek: run.seek,
    }),
    listenToLabels({
      element: scroller,
      canvas: view,
      lanes: run.lanes,
      view: run.view,
      commands: run.laneCommands,
      openTruth: (id) => truths?.setState({ open: id }),
    }),
    () => scroller.removeEventListener('scroll', invalidate),
    () => resize.disconnect(),
    () => loop.stop(),
  ];
  return () => {
    for (const end of endings) end();
  };
}

/** What part of time is drawn, for tests and other tools that cannot read a canvas. */
function describe(element: HTMLElement, { frame, layout }: CanvasView): void {
  if (frame === null) return;
  const { scale, originNs, view, asOfNs } = frame;
  element.dataset.startMs = String((scale.startNs - originNs) / 1e6);
  element.dataset.endMs = String((scale.endNs - originNs) / 1e6);
  element.dataset.follow = String(view.followLive);
  element.dataset.replayedMs = asOfNs === Number.POSITIVE_INFINITY ? '' : String((asOfNs - originNs) / 1e6);
  element.dataset.lanesTop = String(layout.lanesTop);
  element.dataset.tool = view.tool;
  element.dataset.range = stretch(view.range, originNs);
  element.dataset.measure = stretch(view.measure, originNs);
}

/** `12.5 18.25`, in ms of the axis; empty: there is none. */
function stretch(of: Viewport | null, originNs: number): string {
  return of === null ? '' : `${(of.startNs - originNs) / 1e6} ${(of.endNs - originNs) / 1e6}`;
}
