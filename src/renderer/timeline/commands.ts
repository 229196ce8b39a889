/** What a person can do with the timeline, whatever the way: keys, wheel, buttons, later a palette. */
import type { Row } from '../../shared/units';
import { isLive } from '../derive/is-live';
import { type Extent, runExtent } from '../derive/run-extent';
import { runIndexOf } from '../derive/run-index';
import type { SliceRef } from '../derive/slices/slice-facts';
import { whyIdle } from '../derive/why-idle/why-idle';
import { factsStore, viewStore } from '../store';
import type { Facts, FactsStore } from '../store/facts';
import {
  aroundViewport,
  clampViewport,
  type Evidence,
  fitLiveViewport,
  fitViewport,
  followViewport,
  type Gap,
  noView,
  panViewport,
  type Range,
  revealViewport,
  spanOf,
  type Tool,
  type Viewport,
  type ViewStore,
  zoomViewport,
} from '../store/view';
import { goBack, goForward, type Look, leaveLook, lookOf, type Move, sameLook } from '../store/view-history';
import { wholeExtent } from './beside/alignment';

export type TimelineCommands = ReturnType<typeof createCommands>;

/** What the timeline shows the whole of; null: there is nothing. */
type WholeOf = (facts: Facts) => Extent | null;
const theRun: WholeOf = (facts) => (facts.started === null ? null : runExtent(facts));

/**
 * @param nowMs the window's own clock: tells moves of one sweep from separate ones
 * @param whole more than the run, where another one is beside it
 */
export function createCommands(
  facts: FactsStore,
  view: ViewStore,
  nowMs: () => number = () => performance.now(),
  whole: WholeOf = theRun,
) {
  const extent = () => whole(facts.getState()) ?? runExtent(facts.getState());
  const go = (look: Look, how: Move): void => {
    const left = lookOf(view.getState());
    if (!sameLook(left, look))
      view.setState({ ...look, history: leaveLook(view.getState().history, left, nowMs(), how) });
  };
  /** Where the person moves it, the viewport stays. */
  const move = (viewport: Viewport, how: Move = 'step'): void =>
    go({ viewport: clampViewport(viewport, extent()), followLive: false, fitted: false }, how);
  /** Fits all there is: in steps while more comes, from workers or from a file. */
  const fitNow = (whole: Extent): Viewport =>
    facts.getState().ended === null ? fitLiveViewport(whole) : fitViewport(whole);

  return {
    /** @param factor above 1: closer. @param atNs what stays in place; left out: the middle */
    zoom(factor: number, atNs?: number): void {
      const { viewport } = view.getState();
      move(zoomViewport(viewport, atNs ?? (viewport.startNs + viewport.endNs) / 2, factor));
    },
    /** @param share of the viewport's width; positive: later. @param dragged goes on with a drag */
    pan(share: number, dragged = false): void {
      const { viewport } = view.getState();
      move(panViewport(viewport, spanOf(viewport) * share), dragged ? 'drag' : 'step');
    },
    reveal(fromNs: number, toNs: number): void {
      const { viewport } = view.getState();
      const wanted = revealViewport(viewport, fromNs, toNs);
      if (wanted !== viewport) move(wanted);
    },
    /** Shows a stretch of time and little else. */
    show(fromNs: number, toNs: number): void {
      move(aroundViewport(fromNs, toNs), 'jump');
    },
    /** Shows exactly this stretch, as the brush of the minimap does. @param dragged goes on with a drag */
    showExactly(viewport: Viewport, dragged = false): void {
      move(viewport, dragged ? 'drag' : 'step');
    },
    back(): void {
      const gone = goBack(view.getState().history, lookOf(view.getState()));
      if (gone !== null) view.setState({ ...gone.look, history: gone.history });
    },
    forward(): void {
      const gone = goForward(view.getState().history, lookOf(view.getState()));
      if (gone !== null) view.setState({ ...gone.look, history: gone.history });
    },
    /** The whole run; while it is live the viewport grows with it. */
    fit(): void {
      go({ viewport: fitNow(extent()), fitted: true, followLive: true }, 'jump');
    },
    /** Moves with the run from now on, at the zoom that is set. */
    follow(on: boolean): void {
      const { viewport, fitted } = view.getState();
      if (on) go({ followLive: true, fitted, viewport: followViewport(viewport, extent()) }, 'jump');
      else view.setState({ followLive: false, fitted: false });
    },
    toggleFollow(): void {
      this.follow(!view.getState().followLive);
    },
    /** @param add to what is selected, or out of it where it already is; otherwise instead of it */
    select(row: Row | null, add = false): void {
      const { selection } = view.getState();
      if (row === null) view.setState({ selection: [], slice: null });
      else if (!add) view.setState({ selection: [row], slice: null });
      else view.setState({ selection: toggled(selection, row), slice: null });
    },
    /** Instead of tasks; null: none. */
    selectSlice(slice: SliceRef | null): void {
      view.setState({ slice, selection: [] });
    },
    /** Instead of what is selected. */
    selectAll(rows: readonly Row[]): void {
      view.setState({ selection: rows, slice: null });
    },
    focus(row: Row | null): void {
      view.setState({ focusedRow: row });
    },
    /** Sums up a stretch of time; null: none. @param moves it is still being dragged */
    selectRange(range: Range | null, moves = false): void {
      view.setState({ range, rangeMoves: moves && range !== null });
    },
    use(tool: Tool): void {
      view.setState({ tool });
    },
    /** The same tool again: back to panning. */
    toggleTool(tool: Tool): void {
      view.setState({ tool: view.getState().tool === tool ? 'pan' : tool });
    },
    measure(measure: Viewport | null): void {
      view.setState({ measure });
    },
    /** Asks why a worker had nothing to do, and outlines what proves the answer; null: asks no more. */
    explain(gap: Gap | null): void {
      const now = facts.getState();
      view.setState({ gap, evidence: gap === null ? [] : whyIdle(now, runIndexOf(now), gap).evidence });
    },
    /** Outlines what proves a sentence. */
    showEvidence(evidence: readonly Evidence[]): void {
      view.setState({ evidence });
    },
    /** Outlines what proves a sentence, and shows all of it. */
    showProof(evidence: readonly Evidence[]): void {
      this.showEvidence(evidence);
      if (evidence.length === 0) return;
      const from = Math.min(...evidence.map(({ startNs }) => startNs));
      this.show(from, Math.max(...evidence.map(({ endNs }) => endNs)));
    },
    /** Escape: lets go of one thing at a time, the latest kind first. @returns whether there was anything */
    clear(): boolean {
      const { measure, gap, evidence, range, selection, slice, tool, focusedRow, hover } = view.getState();
      if (measure !== null) view.setState({ measure: null });
      else if (tool !== 'pan') view.setState({ tool: 'pan' });
      else if (gap !== null || evidence.length > 0) view.setState({ gap: null, evidence: [] });
      else if (range !== null) view.setState({ range: null, rangeMoves: false });
      else if (selection.length > 0 || slice !== null) view.setState({ selection: [], slice: null });
      else if (focusedRow !== null || hover !== null) view.setState({ focusedRow: null, hover: null });
      else return false;
      return true;
    },
    /** A new run is looked at from the beginning. */
    reset(): void {
      view.setState({ ...noView(), tool: view.getState().tool });
    },
    /** Moves a viewport that follows. Called before each frame. @param nowNs live edge */
    keepUp(nowNs: number): void {
      const { followLive, fitted, viewport } = view.getState();
      if (!followLive || whole(facts.getState()) === null) return;
      const { originNs, endNs } = extent();
      const live = { originNs, endNs: isLive(facts.getState()) ? Math.max(endNs, nowNs) : endNs };
      // A file that is being read has no live edge to move with.
      const moving = isLive(facts.getState()) ? followViewport(viewport, live) : viewport;
      const wanted = fitted ? fitNow(live) : moving;
      if (wanted.startNs !== viewport.startNs || wanted.endNs !== viewport.endNs) view.setState({ viewport: wanted });
    },
  };
}

function toggled(selection: readonly Row[], row: Row): readonly Row[] {
  const without = selection.filter((other) => other !== row);
  return without.length < selection.length ? without : [...without, row];
}

/** Those of the running app. */
export const timelineCommands: TimelineCommands = createCommands(factsStore, viewStore, undefined, wholeExtent);
