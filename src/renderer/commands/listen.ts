/** Listens for shortcuts. A key that means something where the focus is stays there. */
import type { Actions } from '../actions/actions';
import { chord, commandFor } from './registry';

/** Where Space types, opens or presses. */
const USES_SPACE = 'input, textarea, select, button, [role="combobox"], [role="slider"], [role="tab"], [role="option"]';
const TYPES = 'input, textarea, select, [contenteditable="true"]';

/** @returns a function that stops listening */
export function listenForCommands(actions: Actions): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const pressed = chord(event);
    if (event.repeat || event.defaultPrevented || isTaken(pressed, event.target)) return;
    const command = commandFor(pressed);
    if (command?.act === undefined) return;
    event.preventDefault();
    command.act(actions);
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}

function isTaken(pressed: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element) || pressed.startsWith('Mod+')) return false;
  if (target.closest('[role="dialog"]') !== null) return true;
  return target.closest(pressed.endsWith('Space') ? USES_SPACE : TYPES) !== null;
}
