/**
 * Moves a replay: what play, step, scrub and time itself do to the moment that is shown. Facts of the run are never
 * touched; a clock is given to it, so that tests have time in their hands.
 */
import { nanos } from '../../shared/units';
import { nextMoment, previousMoment } from '../derive/as-of/moments';
import { bothExtent } from '../derive/compare/align';
import { type Extent, runExtent } from '../derive/run-extent';
import type { Facts, FactsStore } from '../store/facts';
import { noPlayback, type PlaybackStore } from '../store/playback';
import type { Viewport, ViewStore } from '../store/view';
import { keepInView } from './keep-in-view';
import { fasterThan, firstSpeed, slowerThan, speedToFit } from './speeds';

export interface PlayerParts {
  readonly facts: FactsStore;
  readonly view: ViewStore;
  readonly playback: PlaybackStore;
  /** Another run that is replayed along with it; null: none. */
  beside?(): Beside | null;
  /** Where playing has to stop on its way, after `fromNs` and not after `toNs`: a chapter with a pause. null: nowhere. */
  stopBetween?(fromNs: number, toNs: number): number | null;
  /** Whether the timeline may move smoothly; false: page by page. */
  smooth?(): boolean;
}

export interface Beside {
  readonly facts: Facts;
  /** Moments of the shown run and this are its own. */
  readonly offsetNs: number;
}

export type Player = ReturnType<typeof createPlayer>;

/** More than this between two ticks was not seen by anybody: the window was hidden. */
const MOST_TICK_MS = 250;
/** A frame of a film. */
const FRAME_NS = 1e9 / 30;

const FIND = { 1: nextMoment, [-1]: previousMoment } as const;

/** On the clock of the shown run; NaN: there is none. */
function eventBeside({ facts, offsetNs }: Beside, atNs: number, direction: 1 | -1): number {
  let found = FIND[direction](facts, atNs + offsetNs);
  // From one clock to the other and back is not exact: the moment itself is no step.
  while ((found - offsetNs - atNs) * direction <= 0) found = FIND[direction](facts, found);
  return found - offsetNs;
}

export function createPlayer({
  facts,
  view,
  playback,
  beside = () => null,
  stopBetween = () => null,
  smooth = () => true,
}: PlayerParts) {
  let tickedMs = Number.NaN;
  /** The viewport as it was left here. */
  let left: Viewport | null = null;

  const canReplay = (): boolean => facts.getState().started !== null && facts.getState().ended !== null;
  /** Of two runs: until both are over. */
  const whole = (): Extent => {
    const other = beside();
    if (other === null) return runExtent(facts.getState());
    return bothExtent(facts.getState(), other.facts, other.offsetNs);
  };
  /** NaN: there is none. */
  const eventFrom = (atNs: number, direction: 1 | -1): number => {
    const other = beside();
    const own = FIND[direction](facts.getState(), atNs);
    const others = other === null ? Number.NaN : eventBeside(other, atNs, direction);
    if (Number.isNaN(own) || Number.isNaN(others)) return Number.isNaN(own) ? others : own;
    return direction === 1 ? Math.min(own, others) : Math.max(own, others);
  };
  /** What is played: the range that is selected, while it loops; else the whole run. */
  const stretch = (): Extent => {
    const { range } = view.getState();
    const { originNs, endNs } = whole();
    if (range === null || !playback.getState().loop) return { originNs, endNs };
    const from = Math.min(Math.max(range.startNs, originNs), endNs);
    const to = Math.min(Math.max(range.endNs, from), endNs);
    return to > from ? { originNs: from, endNs: to } : { originNs, endNs };
  };
  const show = (atNs: number): void => {
    const { originNs, endNs } = whole();
    const at = nanos(Math.min(Math.max(atNs, originNs), endNs));
    playback.setState({ atNs: at });
    if (playback.getState().follow) keepInView(view, at, { originNs, endNs }, smooth());
    left = view.getState().viewport;
  };
  const standAt = (atNs: number): void => {
    show(atNs);
    playback.setState({ playing: false });
  };
  /** Begins a replay where there is none. @returns false: there is nothing to replay */
  const open = (atEnd = false): boolean => {
    if (!canReplay()) return false;
    if (playback.getState().atNs !== null) return true;
    const { originNs, endNs } = whole();
    const { loop, follow } = playback.getState();
    playback.setState({ ...noPlayback(), loop, follow, speed: firstSpeed(endNs - originNs) });
    const { originNs: from, endNs: to } = stretch();
    show(atEnd ? to : from);
    return true;
  };
  /** Who moves the timeline to another part of the run wants to look there. */
  const letGo = (atNs: number): void => {
    const { viewport } = view.getState();
    if (viewport !== left && (atNs < viewport.startNs || atNs > viewport.endNs)) playback.setState({ follow: false });
  };
  const now = (): number => playback.getState().atNs ?? whole().originNs;
  const close = (): void => playback.setState({ atNs: null, playing: false });

  /** Another run, or the same one going on: what is shown is no longer over. */
  facts.subscribe((after, before) => {
    if (playback.getState().atNs === null) return;
    if (after.data !== before.data || after.ended === null) close();
  });

  return {
    canReplay,
    whole,
    stretch,
    /** What is replayed along has come or gone: the moment stays within what there is. */
    settle(): void {
      if (playback.getState().atNs !== null) show(now());
    },
    open,
    close,
    play(): void {
      if (!open()) return;
      const { originNs, endNs } = stretch();
      // At the end there is nothing left to play; outside of a loop it begins with it.
      show(now() >= endNs || now() < originNs ? originNs : now());
      tickedMs = Number.NaN;
      playback.setState({ playing: true });
    },
    pause(): void {
      playback.setState({ playing: false });
    },
    toggle(): void {
      if (playback.getState().playing) this.pause();
      else this.play();
    },
    /** Time goes on. @param nowMs the window's clock. @returns whether it plays */
    tick(nowMs: number): boolean {
      const { playing, atNs, speed, loop } = playback.getState();
      if (!playing || atNs === null) return false;
      const passedMs = Number.isNaN(tickedMs) ? 0 : Math.min(MOST_TICK_MS, Math.max(0, nowMs - tickedMs));
      tickedMs = nowMs;
      letGo(atNs);
      const { originNs, endNs } = stretch();
      const to = atNs + passedMs * 1e6 * speed;
      const stop = stopBetween(atNs, Math.min(to, endNs));
      if (stop !== null) standAt(stop);
      else if (to < endNs) show(to);
      else if (loop && endNs > originNs) {
        const again = originNs + ((to - originNs) % (endNs - originNs));
        // What begins where the loop does is come to anew.
        const first = stopBetween(originNs - 1, again);
        if (first === null) show(again);
        else standAt(first);
      } else standAt(endNs);
      return playback.getState().playing;
    },
    /** @param atNs kept within the run */
    seek(atNs: number): void {
      if (open()) show(atNs);
    },
    /** To the next moment in which something happens, or the one before. */
    stepEvent(direction: 1 | -1): void {
      if (!open(direction === -1)) return;
      playback.setState({ playing: false });
      const to = eventFrom(now(), direction);
      if (!Number.isNaN(to)) show(to);
    },
    /** By as much as a film would between two of its pictures, at the speed that is set. */
    stepFrame(direction: 1 | -1): void {
      if (!open(direction === -1)) return;
      playback.setState({ playing: false });
      show(now() + direction * FRAME_NS * playback.getState().speed);
    },
    setSpeed(speed: number): void {
      playback.setState({ speed });
    },
    faster(): void {
      if (open()) this.setSpeed(fasterThan(playback.getState().speed));
    },
    slower(): void {
      if (open()) this.setSpeed(slowerThan(playback.getState().speed));
    },
    /** What is played takes so many seconds. */
    fitInto(seconds: number): void {
      const { originNs, endNs } = stretch();
      this.setSpeed(speedToFit(endNs - originNs, seconds));
    },
    /** Where nothing is replayed yet, the loop begins. */
    toggleLoop(): void {
      if (!canReplay()) return;
      const loop = !playback.getState().loop;
      if (playback.getState().atNs !== null) playback.setState({ loop });
      else {
        playback.setState({ loop: true });
        this.play();
      }
    },
    toggleFollow(): void {
      const follow = !playback.getState().follow;
      playback.setState({ follow });
      if (follow && playback.getState().atNs !== null) show(now());
    },
  };
}
