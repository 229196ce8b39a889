/** The four worlds as a lab. */
import { typedControls } from '../../store/four-worlds';
import type { Lab } from '../lab';
import { raceResults } from '../race/race-results';
import { raceSvg } from '../race/race-svg';
import { controlsDraft } from './controls';
import { FourWorldsView } from './four-worlds-view';
import { fourWorldsStore, runFourWorlds, worldsRace } from './run-four-worlds';
import { worldColumns } from './world-columns';

export const fourWorldsLab: Lab<'four-worlds'> = {
  name: 'four-worlds',
  runsForm: false,
  View: FourWorldsView,
  controls: () => controlsDraft(fourWorldsStore.getState()),
  take: (controls) => fourWorldsStore.setState(typedControls(controls)),
  run: runFourWorlds,
  results: () => {
    const state = worldsRace.store.getState();
    return raceResults('four-worlds', state, worldColumns(state));
  },
  picture: () => raceSvg(worldsRace.store.getState()),
  watch: (listener) => worldsRace.store.subscribe(listener),
};
