/** Keys that only the timeline understands, while it has the focus: from task to task, select, let go. */
import { row as asRow } from '../../../shared/units';
import { rowSpan } from '../../derive/row-span';
import { sliceFacts } from '../../derive/slices/slice-facts';
import { stepSlice } from '../../derive/slices/slice-steps';
import { selectedRow } from '../../store/view';
import { type Step, stepFrom } from '../span-steps';
import type { InputContext } from './gesture';

export function onKey(context: InputContext, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape') {
    // With nothing left to let go of it is for whoever else listens.
    if (context.commands.clear()) event.preventDefault();
    return;
  }
  const action = KEYS[event.key];
  if (action === undefined) return;
  // Where there was nothing to let go of, Escape may leave something else.
  if (action(context) !== false) event.preventDefault();
}

const KEYS: Readonly<Record<string, (context: InputContext) => unknown>> = {
  ArrowRight: (context) => step(context, 'next'),
  ArrowLeft: (context) => step(context, 'previous'),
  ArrowUp: (context) => step(context, 'up'),
  ArrowDown: (context) => step(context, 'down'),
  Enter: ({ commands, view }) => {
    if (view.getState().slice === null) commands.select(view.getState().focusedRow);
  },
};

/** Moves the focus and keeps it in view. */
function step(context: InputContext, direction: Step): void {
  const { element, canvas, commands, facts, view } = context;
  const { data } = facts.getState();
  if (view.getState().slice !== null || (data.table.length === 0 && data.slices.count > 0)) {
    goToSlice(context, direction);
    return;
  }
  const { focusedRow, viewport } = view.getState();
  const to = stepFrom(
    focusedRow ?? selectedRow(view.getState()),
    direction,
    canvas.steps,
    viewport,
    canvas.frame?.asOfNs,
  );
  if (to === null) return;
  commands.focus(asRow(to));
  const span = rowSpan(facts.getState(), to);
  if (span !== null) commands.reveal(span.beginNs, span.endNs);
  element.scrollTop = canvas.scrollTopForRow(to, element.scrollTop);
}

/** Slices have no focus of their own: what keys reach is selected. */
function goToSlice({ element, canvas, commands, facts, view }: InputContext, direction: Step): void {
  const { slices } = facts.getState().data;
  const { slice, viewport } = view.getState();
  const to = stepSlice(slices, slice, direction, viewport.startNs);
  const found = to === null ? null : sliceFacts(slices, to);
  if (to === null || found === null) return;
  commands.selectSlice(to);
  commands.reveal(found.beginNs, found.endNs);
  element.scrollTop = canvas.scrollTopForSlices(to.lane, element.scrollTop);
}
