/** Commands about recordings. */
import { showRecordings } from '../actions/recordings';
import { saveCopy } from '../actions/save-annotations';
import { factsStore } from '../store';
import type { Command } from './command';

export const recordingCommands: readonly Command[] = [
  {
    id: 'recordings',
    group: 'Run',
    text: 'Show the recordings of earlier runs',
    chords: ['Mod+Shift+O'],
    act: () => showRecordings(true),
  },
  {
    id: 'save-recording-as',
    group: 'Run',
    text: 'Save recording as…',
    chords: [],
    act: () => {
      const { started } = factsStore.getState();
      if (started !== null) void saveCopy(started.runId);
    },
    applies: () => factsStore.getState().ended !== null,
  },
];
