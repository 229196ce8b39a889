/** Ties the canvas of a race to its stores, outside React: draws when something has changed, and knows what is where. */
import { hitRace } from '../../derive/race/hit-race';
import { factsStore } from '../../store';
import { FrameLoop } from '../../timeline/frame-loop';
import { readPageTheme, type ThemeColors } from '../../timeline/theme';
import { watchTheme } from '../../timeline/watch-theme';
import { localPoint, zoomOf } from '../../ui/local-point';
import { drawRace, type RacePicture } from './draw-race';
import { pictureOf } from './picture-of';
import type { Race } from './race';
import type { RaceViewStore } from './race-view-store';
import { type FocusStep, stepFocus } from './step-focus';

export interface RaceElements {
  /** Scrolls; the canvas stays in its corner. */
  readonly scroller: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** As high as the whole picture. */
  readonly spacer: HTMLElement;
}

const KEYS: Readonly<Record<string, FocusStep>> = {
  ArrowLeft: 'before',
  ArrowRight: 'after',
  ArrowUp: 'above',
  ArrowDown: 'below',
  Home: 'first',
  End: 'last',
};

/** @returns a function that unmounts it */
export function mountRace({ scroller, canvas, spacer }: RaceElements, race: Race, view: RaceViewStore): () => void {
  let colors: ThemeColors = readPageTheme(canvas, devicePixelRatio).colors;
  let picture: RacePicture | null = null;

  const draw = (): boolean => {
    const { clientWidth: width, clientHeight: height } = scroller;
    const ctx = canvas.getContext('2d');
    if (ctx === null || width === 0 || height === 0) return false;
    const parts = { state: race.store.getState(), view: view.getState(), facts: factsStore.getState(), colors };
    picture = { ...pictureOf({ ...parts, widthPx: width }), topPx: scroller.scrollTop, heightPx: height };
    const whole = `${Math.max(0, picture.layout.heightPx - height)}px`;
    if (spacer.style.height !== whole) spacer.style.height = whole;
    sizeCanvas(canvas, width, height);
    const dpr = pixelsOf(canvas);
    ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
    drawRace(ctx, picture);
    return false;
  };
  const loop = new FrameLoop(draw);
  const changed = (): void => loop.invalidate();

  const controller = new AbortController();
  const { signal } = controller;
  const point = (event: PointerEvent): void => {
    if (picture === null) return;
    const { x, y } = localPoint(scroller, event);
    const { layout, heats, endNs, topPx } = picture;
    const hit = y < 0 ? null : hitRace(layout.boxes, heats, endNs, x, y + topPx);
    const focus =
      hit === null || hit.row === null ? null : { contestant: hit.contestant, row: hit.row, x, y: y + topPx };
    view.setState({ focus: focus === null ? null : { ...focus, byKeys: false } });
  };
  scroller.addEventListener('pointermove', point, { signal });
  scroller.addEventListener('pointerleave', () => view.setState({ focus: null }), { signal });
  scroller.addEventListener('blur', () => view.setState({ focus: null }), { signal });
  scroller.addEventListener('scroll', changed, { signal, passive: true });
  scroller.addEventListener(
    'keydown',
    (event) => {
      const step = KEYS[event.key];
      if (event.ctrlKey || event.metaKey || event.altKey || picture === null) return;
      if (event.key === 'Escape' && view.getState().focus !== null) view.setState({ focus: null });
      else if (step === undefined) return;
      else {
        const focus = stepFocus(picture, view.getState().focus, step);
        view.setState({ focus });
        if (focus !== null) reveal(scroller, picture, focus.contestant);
      }
      event.preventDefault();
      event.stopPropagation();
    },
    { signal },
  );
  const size = new ResizeObserver(changed);
  size.observe(scroller);
  const stops = [
    race.store.subscribe(changed),
    view.subscribe(changed),
    factsStore.subscribe(() => {
      if (race.isRunning) changed();
    }),
    watchTheme(() => {
      colors = readPageTheme(canvas, devicePixelRatio).colors;
      changed();
    }),
  ];
  changed();
  return () => {
    controller.abort();
    size.disconnect();
    loop.stop();
    for (const stop of stops) stop();
  };
}

function sizeCanvas(canvas: HTMLCanvasElement, width: number, height: number): void {
  const dpr = pixelsOf(canvas);
  const [w, h] = [Math.round(width * dpr), Math.round(height * dpr)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

/** Device pixels per pixel of the canvas: presenter mode enlarges it. */
const pixelsOf = (canvas: HTMLCanvasElement): number => devicePixelRatio * zoomOf(canvas);

/** Scrolls a heat into view, below the axis. */
function reveal(scroller: HTMLElement, { layout }: RacePicture, contestant: number): void {
  const box = layout.boxes[contestant];
  const axis = layout.boxes[0]?.y ?? 0;
  if (box === undefined) return;
  if (box.y - axis < scroller.scrollTop) scroller.scrollTop = box.y - axis;
  const below = box.y + box.height - scroller.clientHeight;
  if (below > scroller.scrollTop) scroller.scrollTop = below;
}
