/** Puts another scenario into the form, and lets the person take back what was there. */
import { toast } from 'sonner';
import type { Scenario } from '../../shared/scenario';
import type { DraftStore } from '../store/draft';

/** Long enough to look at the form and think again. */
const SHOWN_MS = 10_000;

export function loadScenario(draft: DraftStore, scenario: Scenario): void {
  const before = draft.getState();
  draft.load(scenario);
  toast('The form holds the recorded scenario. Space runs it.', {
    duration: SHOWN_MS,
    action: { label: 'Undo', onClick: () => draft.setState(before) },
  });
}
