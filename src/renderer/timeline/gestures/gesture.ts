/** What a gesture is: it takes a press of the pointer up or leaves it to the next one in the list of input.ts. */
import type { FactsStore } from '../../store/facts';
import type { NotesStore } from '../../store/notes';
import type { ViewStore } from '../../store/view';
import type { CanvasView } from '../canvas-view';
import type { TimelineCommands } from '../commands';

export interface InputContext {
  /** Scrolls, and takes focus and input. */
  readonly element: HTMLElement;
  readonly canvas: CanvasView;
  readonly commands: TimelineCommands;
  readonly facts: FactsStore;
  readonly view: ViewStore;
  readonly notes: NotesStore;
  goToChapter(index: number): void;
  /** Moves the moment that is replayed; missing: nothing can be. */
  readonly seek?: ((atNs: number) => void) | undefined;
}

/** Where the pointer is, in CSS pixels of the canvas, and what is held with it. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly shift: boolean;
  /** Control, or Command on macOS. */
  readonly mod: boolean;
}

/** A press that has begun to move. */
export interface Drag {
  move(to: Point): void;
  /** The pointer was let go. */
  end?(at: Point): void;
}

export interface Gesture {
  readonly id: string;
  /** @returns null: not for this gesture */
  begin(context: InputContext, at: Point): Drag | null;
  /** How the pointer looks where this gesture would begin; a value of `data-cursor`. */
  cursor?(context: InputContext, at: Point): string | null;
  /** What a press does that did not move; missing: what a click does everywhere. @returns whether it did something */
  click?(context: InputContext, at: Point): boolean;
}
