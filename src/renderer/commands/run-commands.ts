/** Commands about the run, its scenario, and help. */
import type { Actions } from '../actions/actions';
import type { Command } from './command';

export const runCommands: readonly Command[] = [
  { id: 'run', group: 'Run', text: 'Run, or stop what runs', chords: ['Space'], act: runOrStop },
  {
    id: 'kill',
    group: 'Run',
    text: 'Kill the run now',
    chords: ['Shift+Space'],
    act: ({ kill }) => kill(),
  },
  { id: 'open', group: 'Scenario', text: 'Open a scenario', chords: ['Mod+O'], act: ({ open }) => open() },
  { id: 'save', group: 'Scenario', text: 'Save the scenario', chords: ['Mod+S'], act: ({ save }) => save() },
];

export const helpCommands: readonly Command[] = [
  {
    id: 'shortcuts',
    group: 'Help',
    text: 'Show these keys',
    chords: ['?'],
    act: ({ showShortcuts }) => showShortcuts(true),
  },
];

function runOrStop(actions: Actions): void {
  if (actions.isRunning()) actions.stop();
  else actions.run();
}
