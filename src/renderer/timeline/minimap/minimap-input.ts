/** Pointer and keys on the minimap: drag the brush, its edges, or a new one; arrows move it, with Shift they resize. */
import type { FactsStore } from '../../store/facts';
import type { ViewStore } from '../../store/view';
import { localPoint } from '../../ui/local-point';
import type { TimelineCommands } from '../commands';
import { brushKey, brushPartAt, centreBrush, dragBrush } from './brush';
import { type MinimapView, wholeViewport } from './minimap-view';

export interface MinimapContext {
  readonly element: HTMLElement;
  readonly minimap: MinimapView;
  readonly commands: TimelineCommands;
  readonly facts: FactsStore;
  readonly view: ViewStore;
}

const CLICK_PX = 3;

/** @returns a function that lets go of the element */
export function listenToMinimap(context: MinimapContext): () => void {
  const { element } = context;
  const controller = new AbortController();
  const { signal } = controller;
  let drag: ((x: number, isOver: boolean) => void) | null = null;
  const letGo = (): void => {
    drag = null;
  };
  const xOf = (event: PointerEvent): number => localPoint(element, event).x;
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      drag = beginDrag(context, xOf(event));
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      if (drag !== null) drag(xOf(event), false);
      else showCursor(context, xOf(event));
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      drag?.(xOf(event), true);
      letGo();
    },
    { signal },
  );
  element.addEventListener('pointercancel', letGo, { signal });
  element.addEventListener('keydown', (event) => onKey(context, event), { signal });
  return () => controller.abort();
}

/** @returns what the pointer does from now on */
export function beginDrag(
  { minimap, commands, facts, view }: Omit<MinimapContext, 'element'>,
  fromX: number,
): ((x: number, isOver: boolean) => void) | null {
  const { scale } = minimap;
  if (scale === null || facts.getState().started === null) return null;
  // Of the begin of the drag: a live run may be rescaled on the way.
  const begun = view.getState().viewport;
  const part = brushPartAt(fromX, begun, scale);
  let moved = false;
  return (x, isOver) => {
    const goesOn = moved;
    moved ||= Math.abs(x - fromX) >= CLICK_PX;
    const within = Math.min(Math.max(x, scale.left), scale.right);
    if (moved) commands.showExactly(dragBrush(part, begun, scale, fromX, within), goesOn);
    else if (isOver && part === 'draw') commands.showExactly(centreBrush(begun, scale.toNs(fromX)));
  };
}

function onKey({ minimap, commands, facts, view }: MinimapContext, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || facts.getState().started === null) return;
  const { viewport } = view.getState();
  const to = brushKey(event.key, event.shiftKey, viewport, minimap.whole ?? wholeViewport(facts.getState()));
  if (to === null) return;
  event.preventDefault();
  commands.showExactly(to);
}

function showCursor({ element, minimap, view }: MinimapContext, x: number): void {
  if (minimap.scale !== null) element.dataset.part = brushPartAt(x, view.getState().viewport, minimap.scale);
}
