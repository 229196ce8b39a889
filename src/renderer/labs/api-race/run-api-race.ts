/** The one API race of the window, and how it is begun from its controls and the form. */

import { isLoop } from '../../../shared/scenario';
import { apiRaceStore } from '../../store/api-race';
import type { DraftState } from '../../store/draft';
import { Race } from '../race/race';
import { checkControls } from './controls';
import { raceContestants } from './race-contestants';

export const apiRace = new Race();

export function runApiRace({ scenario, errors }: Pick<DraftState, 'scenario' | 'errors'>): void {
  const { controls, trouble } = checkControls(apiRaceStore.getState());
  if (controls === null) apiRace.refuse(trouble);
  else if (scenario === null) apiRace.refuse(`The form is not valid: ${Object.entries(errors)[0]?.join(': ') ?? ''}`);
  else if (isLoop(scenario.engine))
    apiRace.refuse(
      `${scenario.engine === 'serial' ? 'A plain loop' : 'An event loop'} has no calls to race: choose an engine with workers.`,
    );
  else void apiRace.start(raceContestants(scenario, controls), controls.rounds);
}
