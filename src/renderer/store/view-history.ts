/**
 * Going back and forward through views, as a browser does through pages. A view is remembered when it is left. Moves
 * that follow each other closely, as those of a wheel do, count as one: what they pass through is not remembered.
 */
import type { View } from './view';

/** What is remembered of a view. */
export type Look = Pick<View, 'viewport' | 'followLive' | 'fitted'>;

export interface ViewHistory {
  /** The latest last. */
  readonly past: readonly Look[];
  /** The next one last. */
  readonly future: readonly Look[];
  /** When a view was last moved to, ms; moves sooner than SETTLE_MS after it go on with it. */
  readonly movedAtMs: number;
}

/** A view that is looked at for this long has been moved to. */
export const SETTLE_MS = 600;
const MOST = 100;

export const noHistory: ViewHistory = { past: [], future: [], movedAtMs: Number.NEGATIVE_INFINITY };

/**
 * `jump`: a move of its own, however soon it comes. `step`: goes on with the one before when it comes soon. `drag`: goes
 * on with it however late, because the pointer is still down.
 */
export type Move = 'jump' | 'step' | 'drag';

export function leaveLook(history: ViewHistory, left: Look, nowMs: number, move: Move): ViewHistory {
  const jump = move === 'jump';
  const goesOn = move === 'drag' || (!jump && nowMs - history.movedAtMs < SETTLE_MS);
  if (goesOn) return { ...history, movedAtMs: nowMs };
  const past = [...history.past, left].slice(-MOST);
  // After a jump even a move that follows at once is another.
  return { past, future: [], movedAtMs: jump ? Number.NEGATIVE_INFINITY : nowMs };
}

/** @returns the view to show; null: there is none */
export function goBack({ past, future }: ViewHistory, from: Look): { history: ViewHistory; look: Look } | null {
  const look = past.at(-1);
  if (look === undefined) return null;
  return { look, history: { ...noHistory, past: past.slice(0, -1), future: [...future, from] } };
}

export function goForward({ past, future }: ViewHistory, from: Look): { history: ViewHistory; look: Look } | null {
  const look = future.at(-1);
  if (look === undefined) return null;
  return { look, history: { ...noHistory, past: [...past, from], future: future.slice(0, -1) } };
}

export const lookOf = ({ viewport, followLive, fitted }: View): Look => ({ viewport, followLive, fitted });

/** Whether going from one to the other would change nothing that a person sees. */
export function sameLook(a: Look, b: Look): boolean {
  const { startNs, endNs } = b.viewport;
  const flags = a.followLive === b.followLive && a.fitted === b.fitted;
  return flags && a.viewport.startNs === startNs && a.viewport.endNs === endNs;
}
