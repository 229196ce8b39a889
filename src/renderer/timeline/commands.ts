/** What a person can do with the timeline, whatever the way: keys, wheel, buttons, later a palette. */
import type { Row } from '../../shared/units';
import { runExtent } from '../derive/run-extent';
import { factsStore, viewStore } from '../store';
import type { FactsStore } from '../store/facts';
import {
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
  type Viewport,
  type ViewStore,
  zoomViewport,
} from '../store/view';

export type TimelineCommands = ReturnType<typeof createCommands>;

export function createCommands(facts: FactsStore, view: ViewStore) {
  const extent = () => runExtent(facts.getState());
  /** Where the person moves it, the viewport stays. */
  const move = (viewport: Viewport): void =>
    view.setState({ viewport: clampViewport(viewport, extent()), followLive: false, fitted: false });
  const isLive = (): boolean => facts.getState().started !== null && facts.getState().ended === null;

  return {
    /** @param factor above 1: closer. @param atNs what stays in place; left out: the middle */
    zoom(factor: number, atNs?: number): void {
      const { viewport } = view.getState();
      move(zoomViewport(viewport, atNs ?? (viewport.startNs + viewport.endNs) / 2, factor));
    },
    /** @param share of the viewport's width; positive: later */
    pan(share: number): void {
      const { viewport } = view.getState();
      move(panViewport(viewport, spanOf(viewport) * share));
    },
    reveal(fromNs: number, toNs: number): void {
      const { viewport } = view.getState();
      const wanted = revealViewport(viewport, fromNs, toNs);
      if (wanted !== viewport) move(wanted);
    },
    /** The whole run; while it is live the viewport grows with it. */
    fit(): void {
      const viewport = isLive() ? fitLiveViewport(extent()) : fitViewport(extent());
      view.setState({ viewport, fitted: true, followLive: true });
    },
    /** Moves with the run from now on, at the zoom that is set. */
    follow(on: boolean): void {
      const { viewport } = view.getState();
      view.setState({ followLive: on, ...(on ? { viewport: followViewport(viewport, extent()) } : { fitted: false }) });
    },
    toggleFollow(): void {
      this.follow(!view.getState().followLive);
    },
    /** @param add to what is selected, or out of it where it already is; otherwise instead of it */
    select(row: Row | null, add = false): void {
      const { selection } = view.getState();
      if (row === null) view.setState({ selection: [] });
      else if (!add) view.setState({ selection: [row] });
      else view.setState({ selection: toggled(selection, row) });
    },
    focus(row: Row | null): void {
      view.setState({ focusedRow: row });
    },
    /** Sums up a stretch of time; null: none. */
    selectRange(range: Range | null): void {
      view.setState({ range });
    },
    measure(measure: Viewport | null): void {
      view.setState({ measure });
    },
    /** Asks why a worker had nothing to do; null: asks no more. */
    explain(gap: Gap | null): void {
      view.setState({ gap, evidence: [] });
    },
    /** Outlines what proves a sentence. */
    showEvidence(evidence: readonly Evidence[]): void {
      view.setState({ evidence });
    },
    /** Escape: lets go of one thing at a time, the latest kind first. */
    clear(): void {
      const { measure, gap, evidence, range, selection } = view.getState();
      if (measure !== null) view.setState({ measure: null });
      else if (gap !== null || evidence.length > 0) view.setState({ gap: null, evidence: [] });
      else if (range !== null) view.setState({ range: null });
      else if (selection.length > 0) view.setState({ selection: [] });
      else view.setState({ focusedRow: null, hover: null });
    },
    /** A new run is looked at from the beginning. */
    reset(): void {
      view.setState(noView());
    },
    /** Moves a viewport that follows. Called before each frame. @param nowNs live edge */
    keepUp(nowNs: number): void {
      const { followLive, fitted, viewport } = view.getState();
      if (!followLive || facts.getState().started === null) return;
      const { originNs, endNs } = extent();
      const live = { originNs, endNs: Math.max(endNs, nowNs) };
      const wanted = isLive()
        ? fitted
          ? fitLiveViewport(live)
          : followViewport(viewport, live)
        : fitted
          ? fitViewport(live)
          : viewport;
      if (wanted.startNs !== viewport.startNs || wanted.endNs !== viewport.endNs) view.setState({ viewport: wanted });
    },
  };
}

function toggled(selection: readonly Row[], row: Row): readonly Row[] {
  const without = selection.filter((other) => other !== row);
  return without.length < selection.length ? without : [...without, row];
}

/** Those of the running app. */
export const timelineCommands: TimelineCommands = createCommands(factsStore, viewStore);
