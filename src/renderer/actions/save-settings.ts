/**
 * Saves settings a moment after their last change: panels are dragged and fields typed in many small steps. Whoever
 * closes the window within that moment must lose nothing: see `saveNow`.
 */
import { toast } from 'sonner';
import type { SettingsChange } from '../../shared/settings';

const PAUSE_MS = 400;

let pending: SettingsChange = {};
let timer: ReturnType<typeof setTimeout> | undefined;

export function saveSettings(change: SettingsChange): void {
  pending = { ...pending, ...change };
  clearTimeout(timer);
  timer = setTimeout(saveNow, PAUSE_MS);
}

/** Saves what waits to be saved, if anything does. */
export function saveNow(): void {
  clearTimeout(timer);
  if (Object.keys(pending).length === 0) return;
  const settings = pending;
  pending = {};
  void window.poolscope.call('settings:write', settings).then((answer) => {
    if (!answer.ok) toast.error(answer.message);
  });
}
