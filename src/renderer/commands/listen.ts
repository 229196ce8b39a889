/** Listens for shortcuts. A key that means something where the focus is stays there. */
import type { Actions } from '../actions/actions';
import { chord } from './chord';
import type { Command } from './command';
import { commandFor } from './registry';

/** Where Space types, opens or presses. */
const USES_SPACE = 'input, textarea, select, button, [role="combobox"], [role="slider"], [role="tab"], [role="option"]';
/** A letter does nothing to a radio button or a check box. */
const TYPES = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"]';
/** Where letters choose from a list. */
const CHOOSES = `${TYPES}, [role="combobox"], [role="listbox"], [role="menu"], [role="slider"]`;

/** Commands that go on while their key is held down. */
const MOVES: readonly Command['group'][] = ['Timeline', 'Search'];

/** @returns a function that stops listening */
export function listenForCommands(actions: Actions): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const pressed = chord(event);
    if (event.defaultPrevented || isTaken(pressed, event.target)) return;
    const command = commandFor(pressed);
    // A key that is held down moves on; it does not run, open or save again and again.
    // What would do nothing leaves the key to the page, which may scroll with it.
    if (command?.act === undefined || command.applies?.() === false) return;
    if (event.repeat && !MOVES.includes(command.group)) return;
    event.preventDefault();
    command.act(actions);
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

/** Whether the key means something where the focus is. */
export function isTaken(pressed: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || pressed.startsWith('Mod+')) return false;
  if (target.closest('[role="dialog"]') !== null) return true;
  if (pressed.endsWith('Space')) return target.closest(USES_SPACE) !== null;
  return target.closest(pressed.length === 1 ? CHOOSES : TYPES) !== null;
}
