/** Ties the minimap's canvas to the page: stores, size, theme, input, and what a screen reader says of it. */
import { runExtent } from '../../derive/run-extent';
import { besideStore, chaptersStore, factsStore, notesStore, playbackStore, viewStore } from '../../store';
import { compareStore } from '../../store/compare';
import type { Facts } from '../../store/facts';
import type { View } from '../../store/view';
import { zoomOf } from '../../ui/local-point';
import { besideExtent, wholeExtent } from '../beside/alignment';
import { timelineCommands } from '../commands';
import { FrameLoop } from '../frame-loop';
import { readPageTheme, type Theme } from '../theme';
import { watchTheme } from '../watch-theme';
import { MINIMAP_HEIGHT } from './draw-minimap';
import { listenToMinimap } from './minimap-input';
import { MinimapView, offscreenImage } from './minimap-view';
import { sliderValues } from './slider-values';

/** @param element takes focus and input. @returns a function that unmounts */
export function mountMinimap(element: HTMLElement, canvas: HTMLCanvasElement): () => void {
  const ctx = canvas.getContext('2d', { alpha: false });
  if (ctx === null) return () => undefined;
  const minimap = new MinimapView(ctx, offscreenImage());
  let theme: Theme | null = null;
  let width = 0;

  const loop = new FrameLoop(() => {
    if (width === 0) return false;
    const dpr = window.devicePixelRatio * zoomOf(element);
    theme ??= readPageTheme(element, dpr);
    const [pixelsX, pixelsY] = [Math.round(width * dpr), Math.round(MINIMAP_HEIGHT * dpr)];
    if (canvas.width !== pixelsX || canvas.height !== pixelsY) {
      canvas.width = pixelsX;
      canvas.height = pixelsY;
    }
    const facts = factsStore.getState();
    const view = viewStore.getState();
    const notes = notesStore.getState().notes.map(({ atNs }) => atNs);
    const replayedNs = playbackStore.getState().atNs;
    const chapters = chaptersStore.getState().chapters.map(({ atNs }) => atNs);
    const beside = besideExtent();
    const nowMs = performance.now();
    minimap.draw({ facts, view, notes, chapters, replayedNs, theme, width, dpr, nowMs, beside });
    describe(element, facts, view);
    return facts.started !== null && facts.ended === null;
  });
  const invalidate = (): void => loop.invalidate();
  const measure = (): void => {
    width = element.clientWidth;
    theme = null;
    loop.invalidate();
  };
  const resize = new ResizeObserver(measure);
  resize.observe(element);
  const context = { element, minimap, commands: timelineCommands, facts: factsStore, view: viewStore };
  const endings = [
    factsStore.subscribe(invalidate),
    besideStore.subscribe(invalidate),
    compareStore.subscribe(invalidate),
    viewStore.subscribe(invalidate),
    notesStore.subscribe(invalidate),
    playbackStore.subscribe(invalidate),
    chaptersStore.subscribe(invalidate),
    watchTheme(measure),
    listenToMinimap(context),
    () => resize.disconnect(),
    () => loop.stop(),
  ];
  return () => {
    for (const end of endings) end();
  };
}

function describe(element: HTMLElement, facts: Facts, { viewport }: View): void {
  const values = sliderValues(viewport, wholeExtent(facts) ?? runExtent(facts));
  for (const [name, value] of Object.entries(values)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
