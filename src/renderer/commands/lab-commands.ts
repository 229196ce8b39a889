/** Commands about labs: each by its name, and what the one that is open can do. */
import { LAB_TITLES } from '../../shared/labs';
import { openLab, toggleLab } from '../actions/labs';
import { labs } from '../labs/registry';
import { togglePanels } from '../panels/bottom/toggle-panels';
import { labStore } from '../store/lab';
import { presenterStore } from '../store/presenter';
import type { Command } from './command';

const isOpen = (): boolean => labStore.getState().open !== null;
/** Before an audience panels are shown and left out by other keys. */
const hasPanels = (): boolean => isOpen() && !presenterStore.getState().presenting;

export const labCommands: readonly Command[] = [
  { id: 'lab', group: 'Labs', text: 'Between the timeline and the last lab', chords: ['Shift+L'], act: toggleLab },
  ...labs.map(
    ({ name }): Command => ({
      id: `lab-${name}`,
      group: 'Labs',
      text: `Lab: ${LAB_TITLES[name]}`,
      chords: [],
      act: () => openLab(name),
    }),
  ),
  {
    id: 'lab-panels',
    group: 'Labs',
    text: 'Fold or show the panels below the lab',
    chords: ['B'],
    act: togglePanels,
    applies: hasPanels,
  },
  {
    id: 'lab-save',
    group: 'Labs',
    text: 'Save the lab as a scenario',
    chords: [],
    act: ({ saveLab }) => saveLab(),
    applies: isOpen,
  },
  ...(['csv', 'json', 'svg'] as const).map(
    (format): Command => ({
      id: `lab-export-${format}`,
      group: 'Labs',
      text: `Export the lab’s results as ${format.toUpperCase()}`,
      chords: [],
      act: ({ exportLab }) => exportLab(format),
      applies: isOpen,
    }),
  ),
];
