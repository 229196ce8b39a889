/** Wheel, pointer and keys on the timeline. Each gesture is a file of its own; here they are put in order. */
import { localPoint } from '../ui/local-point';
import { onClick, onDoubleClick } from './gestures/click';
import type { Drag, Gesture, InputContext, Point } from './gestures/gesture';
import { nothingPointedAt, pointedAt } from './gestures/hover';
import { onKey } from './gestures/keys';
import { measureGesture } from './gestures/measure';
import { panGesture } from './gestures/pan';
import { Pinch } from './gestures/pinch';
import { playheadGesture } from './gestures/playhead';
import { rangeEdgeGesture, rangeGesture } from './gestures/range';
import { onWheel } from './gestures/wheel';
import { GUTTER } from './track';

/** The first that takes a press has it. */
const GESTURES: readonly Gesture[] = [rangeGesture, measureGesture, playheadGesture, rangeEdgeGesture, panGesture];

/** Nearer than this to where it went down, the pointer has clicked and not dragged. */
const CLICK_PX = 4;
/** Held for a click to come. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);

/** @returns a function that lets go of the element */
export function listen(context: InputContext): () => void {
  const { element } = context;
  const controller = new AbortController();
  const { signal } = controller;
  element.addEventListener('wheel', (event) => onWheel(context, event), { passive: false, signal });
  element.addEventListener('keydown', (event) => onKey(context, event), { signal });
  window.addEventListener('keydown', ({ key }) => hideTooltip(context, key), { signal, capture: true });
  element.addEventListener('dblclick', (event) => onDoubleClick(context, pointOf(element, event)), { signal });
  listenToPointer(context, signal);
  return () => controller.abort();
}

/** Whoever uses keys looks at something else than what lies under a pointer at rest. */
function hideTooltip({ view }: InputContext, key: string): void {
  if (!MODIFIERS.has(key) && view.getState().hover !== null) view.setState({ hover: null });
}

type PointerEventName = 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel';

interface Press {
  readonly at: Point;
  readonly gesture: Gesture;
  readonly drag: Drag;
  dragged: boolean;
}

function listenToPointer(context: InputContext, signal: AbortSignal): void {
  const { element, canvas, commands, view } = context;
  const pinch = new Pinch();
  let press: Press | null = null;
  const release = (): void => {
    press = null;
    delete element.dataset.dragging;
  };
  const on = (type: PointerEventName, listener: (event: PointerEvent) => void): void =>
    element.addEventListener(type, listener, { signal });

  on('pointerdown', (event) => {
    const at = pointOf(element, event);
    if (event.pointerType === 'touch') pinch.down(event.pointerId, at);
    // A second finger ends what the first began.
    if (pinch.active) return release();
    // To the right of the canvas is the scroll bar.
    if (event.button !== 0 || at.x < GUTTER || at.x > element.clientWidth) return;
    for (const gesture of GESTURES) {
      const drag = gesture.begin(context, at);
      if (drag === null) continue;
      press = { at, gesture, drag, dragged: false };
      break;
    }
    element.setPointerCapture(event.pointerId);
  });
  on('pointermove', (event) => {
    const to = pointOf(element, event);
    const step = pinch.move(event.pointerId, to);
    const scale = canvas.frame?.scale;
    if (step !== null && scale !== undefined) {
      commands.zoom(step.factor, scale.toNs(step.atX));
      commands.pan(-step.byX / scale.width);
      return;
    }
    if (press === null) {
      view.setState(pointedAt(canvas, to));
      showCursor(context, to);
      return;
    }
    press.dragged ||= Math.hypot(to.x - press.at.x, to.y - press.at.y) >= CLICK_PX;
    if (!press.dragged) return;
    element.dataset.dragging = press.gesture.id;
    // What the tooltip would tell of is under way.
    if (view.getState().pointer !== null) view.setState(nothingPointedAt);
    press.drag.move(to);
  });
  on('pointerup', (event) => {
    const at = pointOf(element, event);
    pinch.up(event.pointerId);
    if (press?.dragged === true) press.drag.end?.(at);
    else if (press !== null && press.gesture.click?.(context, at) !== true) onClick(context, at);
    release();
  });
  on('pointercancel', (event) => {
    pinch.up(event.pointerId);
    release();
  });
  element.addEventListener('pointerleave', () => view.setState(nothingPointedAt), { signal });
}

function showCursor(context: InputContext, at: Point): void {
  const { element } = context;
  const cursor = GESTURES.reduce<string | null>((found, { cursor }) => found ?? cursor?.(context, at) ?? null, null);
  if (cursor === null) delete element.dataset.cursor;
  else element.dataset.cursor = cursor;
}

function pointOf(element: HTMLElement, event: MouseEvent): Point {
  return { ...localPoint(element, event), shift: event.shiftKey, mod: event.ctrlKey || event.metaKey };
}
