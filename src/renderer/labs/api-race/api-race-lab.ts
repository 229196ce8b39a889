/** The API race as a lab. */
import { apiRaceStore } from '../../store/api-race';
import type { Lab } from '../lab';
import { raceResults } from '../race/race-results';
import { raceSvg } from '../race/race-svg';
import { API_RACE_COLUMNS } from './api-race-columns';
import { ApiRaceView } from './api-race-view';
import { controlsDraft } from './controls';
import { apiRace, runApiRace } from './run-api-race';

export const apiRaceLab: Lab<'api-race'> = {
  name: 'api-race',
  runsForm: true,
  View: ApiRaceView,
  controls: () => controlsDraft(apiRaceStore.getState()),
  take: ({ methods, chunksizes, rounds }) =>
    apiRaceStore.setState({ methods, chunksizes: chunksizes.join(', '), rounds: String(rounds) }),
  run: ({ draft }) => runApiRace(draft.getState()),
  results: () => raceResults('api-race', apiRace.store.getState(), API_RACE_COLUMNS),
  picture: () => raceSvg(apiRace.store.getState()),
  watch: (listener) => apiRace.store.subscribe(listener),
};
