/** Going from gap to gap with the keyboard, and to what proves the answer. */
import { runIndexOf } from '../derive/run-index';
import { LaneGaps } from '../derive/why-idle/lane-gaps';
import type { FactsStore } from '../store/facts';
import { type Gap, selectedRow, type ViewStore } from '../store/view';
import type { TimelineCommands } from './commands';

export interface AskContext {
  readonly commands: TimelineCommands;
  readonly facts: FactsStore;
  readonly view: ViewStore;
}

/**
 * Asks about the next gap of the lane that was asked about, after the last one about the first; where nothing was asked
 * yet, about the gap after the focused or selected task, or the first one in view.
 */
export function askNext(context: AskContext): void {
  const { gap } = context.view.getState();
  const next = gap === null ? firstGap(context) : (gapBeside(context, gap, 1) ?? fromStart(context, gap.worker));
  if (next !== null) askAbout(context, next);
}

export function askBeside(context: AskContext, by: 1 | -1): void {
  const { gap } = context.view.getState();
  const next = gap === null ? null : gapBeside(context, gap, by);
  if (next !== null) askAbout(context, next);
}

/** null: the lane has none on that side. */
export function gapBeside({ facts }: Pick<AskContext, 'facts'>, gap: Gap, by: 1 | -1): Gap | null {
  const now = facts.getState();
  return LaneGaps.of(now, runIndexOf(now), gap.worker)?.beside(gap, by) ?? null;
}

/** Brings everything that the sentence is about into view. */
export function showEvidence({ commands, view }: AskContext): void {
  const { gap, evidence } = view.getState();
  const spans = gap === null ? evidence : [gap, ...evidence];
  if (spans.length === 0) return;
  commands.show(Math.min(...spans.map(({ startNs }) => startNs)), Math.max(...spans.map(({ endNs }) => endNs)));
}

function askAbout({ commands }: AskContext, gap: Gap): void {
  commands.explain(gap);
  commands.reveal(gap.startNs, gap.endNs);
}

function fromStart({ facts }: AskContext, worker: number): Gap | null {
  const now = facts.getState();
  return LaneGaps.of(now, runIndexOf(now), worker)?.from(Number.NEGATIVE_INFINITY) ?? null;
}

function firstGap({ facts, view }: AskContext): Gap | null {
  const now = facts.getState();
  const index = runIndexOf(now);
  const { columns } = now.data.table;
  const { focusedRow, viewport } = view.getState();
  const row = focusedRow ?? selectedRow(view.getState());
  if (row !== null) {
    const end = columns.resultDumpsEnd[row] || columns.runEnd[row] || columns.runBegin[row] || viewport.startNs;
    const after = LaneGaps.of(now, index, columns.worker[row] ?? 0)?.from(end) ?? null;
    if (after !== null) return after;
  }
  for (const worker of index.order) {
    const gap = LaneGaps.of(now, index, worker)?.from(viewport.startNs) ?? null;
    if (gap !== null && gap.startNs < viewport.endNs) return gap;
  }
  return null;
}
