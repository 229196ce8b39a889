/** Commands about files: opening one, and what is done with a recording. */
import { recordingOf } from '../derive/is-live';
import { factsStore } from '../store';
import { isReading } from '../store/opening';
import type { Command } from './command';

export const openCommands: readonly Command[] = [
  {
    id: 'open',
    group: 'Scenario',
    text: 'Open a scenario, session or trace',
    chords: ['Mod+O'],
    act: ({ open }) => open(),
  },
  {
    id: 'cancel-opening',
    group: 'Scenario',
    text: 'Cancel reading the file',
    chords: [],
    act: ({ cancelOpening }) => cancelOpening(),
    applies: () => isReading(),
  },
  {
    id: 'use-recorded-scenario',
    group: 'Scenario',
    text: 'Put the recorded scenario into the form',
    chords: [],
    act: ({ useRecordedScenario }) => useRecordedScenario(),
    applies: () => recordingOf(factsStore.getState()) !== null && factsStore.getState().started?.scenario !== null,
  },
];
