/** Saves settings a moment after their last change: panels are dragged and fields typed in many small steps. */
import { toast } from 'sonner';
import type { SettingsChange } from '../../shared/settings';

const PAUSE_MS = 400;

let pending: SettingsChange = {};
let timer: ReturnType<typeof setTimeout> | undefined;

export function saveSettings(change: SettingsChange): void {
  pending = { ...pending, ...change };
  clearTimeout(timer);
  timer = setTimeout(() => {
    const settings = pending;
    pending = {};
    void window.poolscope.call('settings:write', settings).then((answer) => {
      if (!answer.ok) toast.error(answer.message);
    });
  }, PAUSE_MS);
}
