/** Keys that only the timeline understands, while it has the focus: from task to task, select, let go. */
import { row as asRow } from '../../../shared/units';
import { rowSpan } from '../../derive/row-span';
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
  Enter: ({ commands, view }) => commands.select(view.getState().focusedRow),
};

/** Moves the focus and keeps it in view. */
function step({ element, canvas, commands, facts, view }: InputContext, direction: Step): void {
  const { focusedRow, viewport } = view.getState();
  const to = stepFrom(focusedRow ?? selectedRow(view.getState()), direction, canvas.steps, viewport);
  if (to === null) return;
  commands.focus(asRow(to));
  const span = rowSpan(facts.getState(), to);
  if (span !== null) commands.reveal(span.beginNs, span.endNs);
  element.scrollTop = canvas.scrollTopForRow(to, element.scrollTop);
}
