/**
 * The mouse on the labels of lanes: dragging one moves its lane, dragging its lower border changes its height, a double
 * click folds it away. What a right click opens is in lane-menu.tsx; here it is told which lane it is about.
 */
import type { LaneStore } from '../store/lane-settings';
import type { ViewStore } from '../store/view';
import { localPoint } from '../ui/local-point';
import type { CanvasView } from './canvas-view';
import { nothingPointedAt } from './gestures/hover';
import type { LaneCommands } from './lane-commands';
import type { LanePlace } from './layout';
import { GUTTER } from './track';

interface LabelContext {
  /** Scrolls, and takes focus and input. */
  readonly element: HTMLElement;
  readonly canvas: CanvasView;
  readonly lanes: LaneStore;
  readonly view: ViewStore;
  readonly commands: LaneCommands;
  /** Tells how what a track shows was come by. */
  openTruth(id: string): void;
}

/** How near to the lower border of a label the pointer takes it, in CSS pixels. */
const BORDER_PX = 3;
const CLICK_PX = 4;
/** Dragging this near to the first or last lane in view scrolls. */
const EDGE_PX = 12;
const SCROLL_PX = 8;

interface Press {
  readonly key: number;
  readonly resizes: boolean;
  /** Of the pointer when it went down, and of the lane then. */
  readonly fromY: number;
  readonly height: number;
  moved: boolean;
}

/** @returns a function that lets go of the element */
export function listenToLabels(context: LabelContext): () => void {
  const { element, canvas, lanes, view, commands, openTruth } = context;
  const controller = new AbortController();
  const { signal } = controller;
  let press: Press | null = null;
  /** Whether the pointer went down and was moved before it was let go: that is no click. */
  let dragged = false;

  const release = (): void => {
    press = null;
    delete element.dataset.dragging;
    if (lanes.getState().drag !== null) lanes.setState({ drag: null });
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      const { x, y } = localPoint(element, event);
      dragged = false;
      const found = event.button === 0 && x < GUTTER ? labelAt(canvas, y) : null;
      if (found === null) return;
      const { track } = found.place;
      press = { key: track.key, resizes: found.onBorder, fromY: y, height: track.height, moved: false };
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const { x, y } = localPoint(element, event);
      if (press === null) {
        const found = x < GUTTER ? labelAt(canvas, y) : null;
        if (x < GUTTER && canvas.hit(x, y)?.truth !== undefined) element.dataset.cursor = 'lane-truth';
        else if (found !== null) element.dataset.cursor = found.onBorder ? 'lane-resize' : 'lane-move';
        return;
      }
      press.moved ||= Math.abs(y - press.fromY) >= CLICK_PX;
      if (!press.moved) return;
      dragged = true;
      // What a label says would be in the way.
      view.setState(nothingPointedAt);
      element.dataset.dragging = press.resizes ? 'lane-resize' : 'lane-move';
      if (press.resizes) commands.setHeight(press.key, press.height + y - press.fromY);
      else drag(context, press.key, y);
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    () => {
      const { drag: dragged } = lanes.getState();
      if (dragged !== null) commands.moveTo(dragged.key, dragged.to);
      release();
    },
    { signal },
  );
  element.addEventListener('pointercancel', release, { signal });
  element.addEventListener(
    'keydown',
    (event) => {
      if (press === null || event.key !== 'Escape') return;
      event.stopImmediatePropagation();
      release();
    },
    { signal, capture: true },
  );
  element.addEventListener(
    'click',
    (event) => {
      const { x, y } = localPoint(element, event);
      const truth = x < GUTTER && !dragged ? canvas.hit(x, y)?.truth : undefined;
      if (truth !== undefined) openTruth(truth);
    },
    { signal },
  );
  element.addEventListener(
    'dblclick',
    (event) => {
      const { x, y } = localPoint(element, event);
      const found = x < GUTTER ? labelAt(canvas, y) : null;
      if (found?.onBorder === true) commands.setHeight(found.place.track.key, null);
      else if (found !== null) commands.toggleCollapsed(found.place.track.key);
    },
    { signal },
  );
  element.addEventListener(
    'contextmenu',
    (event) => {
      const { x, y } = localPoint(element, event);
      // By key it is about the lane of the focused task, wherever the pointer may be.
      const byKey = event.button !== 2 && x >= GUTTER;
      const key = byKey ? commands.current() : x < GUTTER ? (labelAt(canvas, y)?.place.track.key ?? null) : null;
      if (key === null) event.preventDefault();
      else lanes.setState({ menu: key });
    },
    { signal },
  );
  return () => controller.abort();
}

/** Moves the lane in mind to where the pointer is; it is moved in fact when it is let go. */
function drag({ element, canvas, lanes }: LabelContext, key: number, y: number): void {
  const { layout, stack } = canvas;
  if (stack.count < 2) return;
  if (y < layout.lanesTop + EDGE_PX) element.scrollTop -= SCROLL_PX;
  else if (y > layout.lanesBottom - EDGE_PX) element.scrollTop += SCROLL_PX;
  const within = Math.min(Math.max(y - layout.lanesTop + layout.scrolled, 0), stack.topOf(stack.count) - 1);
  lanes.setState({ drag: { key, to: stack.positionAt(within) } });
}

function labelAt({ layout }: CanvasView, y: number): { readonly place: LanePlace; readonly onBorder: boolean } | null {
  if (y < layout.lanesTop || y >= layout.lanesBottom + BORDER_PX) return null;
  const border = layout.lanes.find(({ track, top }) => Math.abs(top + track.height - y) <= BORDER_PX);
  // Of a lane that is folded away the border is all there would be.
  if (border !== undefined && border.track.bands.flights !== null) return { place: border, onBorder: true };
  const place = layout.lanes.find(({ track, top }) => y >= top && y < top + track.height);
  return place === undefined ? null : { place, onBorder: false };
}
