/** What the canvases of two compared runs are told: a common zero, and the other run where it lies over this one. */
import { row as asRow } from '../../../shared/units';
import { besideStore, factsStore } from '../../store';
import { compareStore } from '../../store/compare';
import type { Compared } from '../canvas-view';
import { KeptStrips } from '../kept-strips';
import type { ComparedPart } from '../mount-canvas';
import { offscreenSurface } from '../pixel-strip';
import { alignment } from './alignment';
import { besideRun } from './beside';
import { RunOverlay } from './run-overlay';

function subscribe(changed: () => void): () => void {
  const endings = [factsStore.subscribe(changed), besideStore.subscribe(changed), compareStore.subscribe(changed)];
  return () => {
    for (const end of endings) end();
  };
}

const shown: Compared = { zeroNs: () => alignment()?.zeroA ?? 0 };
const beside: Compared = { zeroNs: () => alignment()?.zeroB ?? 0 };

let overlay: RunOverlay | null = null;
const theOverlay = (): RunOverlay => {
  overlay ??= new RunOverlay(offscreenSurface(), new KeptStrips(offscreenSurface));
  return overlay;
};

const shownUnder: Compared = {
  ...shown,
  drawOver: (ctx, frame, layout) =>
    theOverlay().draw(ctx, frame, layout, besideStore.getState(), alignment()?.offsetNs ?? 0),
  hitOver: (x, y, frame, layout) =>
    theOverlay().hit(x, y, frame, layout, besideStore.getState(), alignment()?.offsetNs ?? 0),
  selectOver: (row) => besideRun.commands.select(asRow(row)),
};

/** For the run that is shown. */
export const shownCompared: ComparedPart = {
  get: () => {
    if (besideStore.getState().started === null) return null;
    return compareStore.getState().overlaid ? shownUnder : shown;
  },
  subscribe,
};

/** For the run beside it. */
export const besideCompared: ComparedPart = { get: () => beside, subscribe };
