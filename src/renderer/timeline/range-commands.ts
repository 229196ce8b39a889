/** What keys do with the range and with what is selected: set an end of it, zoom to it, measure it. */
import { nanos } from '../../shared/units';
import { rowSpan, rowsSpan, type TimeSpan } from '../derive/row-span';
import { runExtent } from '../derive/run-extent';
import { factsStore, viewStore } from '../store';
import type { FactsStore } from '../store/facts';
import { selectedRow, type ViewStore } from '../store/view';
import { type TimelineCommands, timelineCommands } from './commands';

export type RangeCommands = ReturnType<typeof createRangeCommands>;

export function createRangeCommands(facts: FactsStore, view: ViewStore, commands: TimelineCommands) {
  /** The task that keys have reached, or the one selected; without one, the middle of the view. */
  const here = (): TimeSpan => {
    const { focusedRow, viewport } = view.getState();
    const row = focusedRow ?? selectedRow(view.getState());
    const middle = (viewport.startNs + viewport.endNs) / 2;
    return (row === null ? null : rowSpan(facts.getState(), row)) ?? { beginNs: middle, endNs: middle };
  };
  const set = (startNs: number, endNs: number): void =>
    commands.selectRange({
      startNs: nanos(startNs),
      endNs: nanos(endNs),
      workers: view.getState().range?.workers ?? null,
    });
  const hasRun = (): boolean => facts.getState().started !== null;

  return {
    /** The range begins here; it ends where it did, or with the run. */
    beginRange(): void {
      if (!hasRun()) return;
      const { beginNs } = here();
      const endNs = view.getState().range?.endNs ?? beginNs;
      set(beginNs, endNs > beginNs ? endNs : Math.max(beginNs, runExtent(facts.getState()).endNs));
    },
    /** The range ends here; it begins where it did, or with the run. */
    endRange(): void {
      if (!hasRun()) return;
      const { endNs } = here();
      const startNs = view.getState().range?.startNs ?? endNs;
      set(startNs < endNs ? startNs : Math.min(endNs, runExtent(facts.getState()).originNs), endNs);
    },
    /** Zooms to the range; without one to what is selected, or to the task that keys have reached. */
    zoomToSelection(): void {
      const { range, selection, focusedRow } = view.getState();
      if (range !== null) {
        commands.show(range.startNs, range.endNs);
        return;
      }
      const rows = selection.length > 0 || focusedRow === null ? selection : [focusedRow];
      const span = rowsSpan(facts.getState(), rows);
      if (span !== null) commands.show(span.beginNs, span.endNs);
    },
    /**
     * Measures the task that is selected or reached by keys. Of two: from the end of the earlier to the begin of the
     * later; where they overlap, from begin to begin.
     */
    measureSelection(): void {
      const { selection, focusedRow } = view.getState();
      const rows = selection.length > 0 || focusedRow === null ? selection.slice(-2) : [focusedRow];
      const [first, second] = rows
        .flatMap((row) => rowSpan(facts.getState(), row) ?? [])
        .sort((a, b) => a.beginNs - b.beginNs);
      if (first === undefined) return;
      const from = second === undefined || second.beginNs < first.endNs ? first.beginNs : first.endNs;
      commands.measure({ startNs: nanos(from), endNs: nanos(second?.beginNs ?? first.endNs) });
    },
  };
}

/** Those of the running app. */
export const rangeCommands: RangeCommands = createRangeCommands(factsStore, viewStore, timelineCommands);
