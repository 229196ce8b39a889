/** Moves the timeline along with a replay, so that its moment stays in view. The way back through views is not told. */
import type { Extent } from '../derive/run-extent';
import { clampViewport, panViewport, spanOf, type Viewport, type ViewStore } from '../store/view';

/** Part of the viewport that the past takes while the timeline moves smoothly. */
const HOLD = 0.75;
/** Where a page is turned, and where the moment is then. */
const PAGE = { at: 0.96, to: 0.08 } as const;
/** Air after the end of the run. */
const AIR = 0.02;

export function keepInView(view: ViewStore, atNs: number, extent: Extent, smooth: boolean): void {
  const { viewport, fitted } = view.getState();
  // All of the run is in view.
  if (fitted) return;
  const wanted = around(viewport, atNs, extent, smooth);
  if (wanted !== viewport) view.setState({ viewport: clampViewport(wanted, extent), followLive: false });
}

function around(viewport: Viewport, atNs: number, { originNs, endNs }: Extent, smooth: boolean): Viewport {
  const span = spanOf(viewport);
  const share = (atNs - viewport.startNs) / span;
  // Beyond the run there is nothing to go to.
  const room = Math.max(0, endNs + span * AIR - viewport.endNs);
  if (share > (smooth ? HOLD : PAGE.at)) {
    const wanted = (share - (smooth ? HOLD : PAGE.to)) * span;
    return room === 0 ? viewport : panViewport(viewport, Math.min(room, wanted));
  }
  if (share >= 0) return viewport;
  return panViewport(viewport, Math.max(originNs - span * AIR, atNs - span * PAGE.to) - viewport.startNs);
}
