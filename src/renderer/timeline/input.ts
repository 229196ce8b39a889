/** Wheel, pointer and keys on the timeline. Only translates them; what they do is in commands.ts. */

import { row as asRow } from '../../shared/units';
import { runIndexOf } from '../derive/run-index';
import type { FactsStore } from '../store/facts';
import { selectedRow, type ViewStore } from '../store/view';
import type { CanvasView } from './canvas-view';
import type { TimelineCommands } from './commands';
import { type Step, stepFrom } from './span-steps';
import { GUTTER } from './track';
import { spanOfRow } from './tracks/worker-spans';

export interface InputContext {
  readonly element: HTMLElement;
  readonly canvas: CanvasView;
  readonly commands: TimelineCommands;
  readonly facts: FactsStore;
  readonly view: ViewStore;
}

/** Nearer than this to where it went down, the pointer has clicked and not dragged. */
const CLICK_PX = 4;

/** @returns a function that lets go of the element */
export function listen(context: InputContext): () => void {
  const { element } = context;
  const controller = new AbortController();
  const { signal } = controller;
  element.addEventListener('wheel', (event) => onWheel(context, event), { passive: false, signal });
  element.addEventListener('keydown', (event) => onKey(context, event), { signal });
  listenToPointer(context, signal);
  return () => controller.abort();
}

function onWheel({ element, canvas, commands }: InputContext, event: WheelEvent): void {
  const scale = canvas.frame?.scale;
  const x = event.clientX - element.getBoundingClientRect().left;
  // Over the labels, and with Alt, the wheel scrolls through the workers.
  if (scale === undefined || ((x < GUTTER || event.altKey) && !event.ctrlKey)) return;
  event.preventDefault();
  const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
  const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
  if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    commands.pan((sideways * pixels) / scale.width);
  } else {
    // A pinch arrives as a wheel with Ctrl and small steps.
    const strength = event.ctrlKey ? 0.01 : 0.0025;
    commands.zoom(2 ** (-event.deltaY * pixels * strength), scale.toNs(x));
  }
}

function listenToPointer({ element, canvas, commands, view }: InputContext, signal: AbortSignal): void {
  let down: { readonly x: number; readonly y: number; lastX: number; lastY: number; dragged: boolean } | null = null;
  const place = (event: PointerEvent): { x: number; y: number } => {
    const box = element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const endDrag = (): void => {
    down = null;
    delete element.dataset.dragging;
  };
  element.addEventListener(
    'pointerdown',
    (event) => {
      const { x, y } = place(event);
      // To the right of the canvas is the scroll bar.
      if (event.button !== 0 || x < GUTTER || x > element.clientWidth) return;
      down = { x, y, lastX: x, lastY: y, dragged: false };
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const { x, y } = place(event);
      if (down === null) {
        view.setState({ hover: hoverAt(canvas, x, y) });
        return;
      }
      down.dragged ||= Math.hypot(x - down.x, y - down.y) >= CLICK_PX;
      if (!down.dragged) return;
      element.dataset.dragging = 'true';
      view.setState({ hover: null });
      commands.pan((down.lastX - x) / (canvas.frame?.scale.width ?? 1));
      element.scrollTop += down.lastY - y;
      down.lastX = x;
      down.lastY = y;
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      if (down !== null && !down.dragged) {
        const { x, y } = place(event);
        const row = canvas.hit(x, y)?.row;
        commands.select(row === undefined || row === null ? null : asRow(row), event.ctrlKey || event.metaKey);
      }
      endDrag();
    },
    { signal },
  );
  element.addEventListener('pointercancel', endDrag, { signal });
  element.addEventListener('pointerleave', () => view.setState({ hover: null }), { signal });
}

/** What the view store says of a point. */
function hoverAt(canvas: CanvasView, x: number, y: number) {
  const hit = canvas.hit(x, y);
  if (hit === null) return null;
  return { xPx: x, yPx: y, row: hit.row === null ? null : asRow(hit.row), merged: hit.merged, text: hit.text };
}

function onKey(context: InputContext, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const action = KEYS[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action(context);
}

const KEYS: Readonly<Record<string, (context: InputContext) => void>> = {
  ArrowRight: (context) => step(context, 'next'),
  ArrowLeft: (context) => step(context, 'previous'),
  ArrowUp: (context) => step(context, 'up'),
  ArrowDown: (context) => step(context, 'down'),
  Enter: ({ commands, view }) => commands.select(view.getState().focusedRow),
  Escape: ({ commands }) => commands.clear(),
};

/** Moves the focus and keeps it in view. */
function step({ element, canvas, commands, facts, view }: InputContext, direction: Step): void {
  const { data } = facts.getState();
  const index = runIndexOf(facts.getState());
  const { focusedRow, viewport } = view.getState();
  const to = stepFrom(focusedRow ?? selectedRow(view.getState()), direction, data, index, viewport);
  if (to === null) return;
  commands.focus(asRow(to));
  const worker = data.table.columns.worker[to] ?? 0;
  const lane = index.lanes[worker];
  if (lane !== undefined && canvas.frame !== null) {
    const span = spanOfRow(canvas.frame, lane, to);
    if (span !== null) commands.reveal(span.beginNs, span.endNs);
  }
  element.scrollTop = canvas.scrollTopFor(worker, element.scrollTop);
}
