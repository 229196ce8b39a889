/** Escape leaves the replay, where it has nothing else to leave. */
import { presenterStore } from '../store/presenter';
import { player } from './app-player';

/** What Escape belongs to. */
const ELSEWHERE = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';

/** @returns a function that stops listening */
export function closeOnEscape(): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest(ELSEWHERE) !== null) return;
    // There it leaves presenter mode; the replay goes on in the window.
    if (presenterStore.getState().presenting) return;
    player.close();
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
