/**
 * What is looked at of the run beside: the same stretch of time as of the run that is shown, on its own clock, and what is
 * pointed at in it alone. Whatever moves time moves it for both.
 */
import { nanos } from '../../../shared/units';
import type { FactsStore } from '../../store/facts';
import type { Range, View, Viewport, ViewStore } from '../../store/view';
import { createCommands, type TimelineCommands } from '../commands';

type Shared = Pick<View, 'viewport' | 'followLive' | 'fitted' | 'range' | 'rangeMoves' | 'measure' | 'tool'>;

export function shifted<Stretch extends Viewport>(stretch: Stretch, byNs: number): Stretch {
  return { ...stretch, startNs: nanos(stretch.startNs + byNs), endNs: nanos(stretch.endNs + byNs) };
}

/** Moments of the view as the run beside has them. @param offsetNs moments of the shown run and this are its own */
export function sharedView(view: View, offsetNs: number): Shared {
  const { viewport, followLive, fitted, range, rangeMoves, measure, tool } = view;
  return {
    viewport: shifted(viewport, offsetNs),
    followLive,
    fitted,
    // Workers of one run are none of the other's.
    range: range === null ? null : { ...shifted(range, offsetNs), workers: null },
    rangeMoves,
    measure: measure === null ? null : shifted(measure, offsetNs),
    tool,
  };
}

/** Commands for the run beside. @param offsetNs as of now */
export function createBesideCommands(
  shown: TimelineCommands,
  facts: FactsStore,
  view: ViewStore,
  offsetNs: () => number,
): TimelineCommands {
  const back = <Stretch extends Viewport>(stretch: Stretch): Stretch => shifted(stretch, -offsetNs());
  return {
    ...createCommands(facts, view),
    zoom: (factor, atNs) => shown.zoom(factor, atNs === undefined ? undefined : atNs - offsetNs()),
    pan: (share, dragged) => shown.pan(share, dragged),
    reveal: (fromNs, toNs) => shown.reveal(fromNs - offsetNs(), toNs - offsetNs()),
    show: (fromNs, toNs) => shown.show(fromNs - offsetNs(), toNs - offsetNs()),
    showExactly: (viewport, dragged) => shown.showExactly(back(viewport), dragged),
    back: () => shown.back(),
    forward: () => shown.forward(),
    fit: () => shown.fit(),
    follow: (on) => shown.follow(on),
    toggleFollow: () => shown.toggleFollow(),
    use: (tool) => shown.use(tool),
    toggleTool: (tool) => shown.toggleTool(tool),
    selectRange: (range: Range | null, moves) =>
      shown.selectRange(range === null ? null : { ...back(range), workers: null }, moves),
    measure: (measure) => shown.measure(measure === null ? null : back(measure)),
    clear: () => {
      const { gap, evidence, selection, measure, tool, range, focusedRow, hover } = view.getState();
      if (measure !== null || tool !== 'pan') return shown.clear();
      if (gap !== null || evidence.length > 0) view.setState({ gap: null, evidence: [] });
      else if (range !== null) shown.selectRange(null);
      else if (selection.length > 0) view.setState({ selection: [] });
      else if (focusedRow !== null || hover !== null) view.setState({ focusedRow: null, hover: null });
      else return false;
      return true;
    },
    reset: () => view.setState(nothingPointedOut),
    // The shown run's own frame does it.
    keepUp: () => undefined,
  };
}

const nothingPointedOut = {
  selection: [],
  focusedRow: null,
  hover: null,
  pointer: null,
  gap: null,
  evidence: [],
} satisfies Partial<View>;
