/** Which scenarios are repeated: those of the runs that are compared, of the run that is shown, or that of the form. */
import type { Scenario } from '../../shared/scenario';
import { sameScenario } from '../derive/compare/scenario-differences';
import { besideStore, factsStore } from '../store';

/** @param form null: it is not valid. @returns one, or two that differ */
export function toRepeat(form: Scenario | null): readonly Scenario[] {
  const shown = factsStore.getState().started?.scenario ?? null;
  const beside = besideStore.getState().started?.scenario ?? null;
  const known = [shown, beside].filter((scenario) => scenario !== null);
  const [first, second] = known;
  if (first === undefined) return form === null ? [] : [form];
  return second === undefined || sameScenario(first, second) ? [first] : [first, second];
}
