/** The one API race of the window, and how it is begun from its controls and the form. */
import { toast } from 'sonner';
import { isLoop } from '../../../shared/scenario';
import { type ApiRaceControls, apiRaceStore } from '../../store/api-race';
import type { DraftState } from '../../store/draft';
import { Race } from '../race/race';
import { type AskedRace, askedRace } from '../race/race-store';
import { checkControls } from './controls';
import { raceContestants } from './race-contestants';

export const apiRace = new Race('The API race');

export type RacedForm = Pick<DraftState, 'scenario' | 'errors'>;

/** What the controls and the form come to now, or why that cannot be raced. */
export function askedApiRace(typed: ApiRaceControls, { scenario, errors }: RacedForm): AskedRace {
  const { controls, trouble } = checkControls(typed);
  if (controls === null) return { order: null, trouble };
  if (scenario === null) {
    return { order: null, trouble: `The form is not valid: ${Object.entries(errors)[0]?.join(': ') ?? ''}` };
  }
  if (isLoop(scenario.engine)) {
    const loop = scenario.engine === 'serial' ? 'A plain loop' : 'An event loop';
    return { order: null, trouble: `${loop} has no calls to race: choose an engine with workers.` };
  }
  const { rounds } = controls;
  return askedRace({ contestants: raceContestants(scenario, controls), rounds, setup: { ...scenario, lab: controls } });
}

export function runApiRace(form: RacedForm): void {
  const asked = askedApiRace(apiRaceStore.getState(), form);
  // It stands below the controls already, which an audience does not see.
  if (asked.order === null) toast.error(asked.trouble);
  else void apiRace.start(asked.order);
}
