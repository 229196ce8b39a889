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
  { id: 'save', group: 'Scenario', text: 'Save the scenario', chords: ['Mod+S'], act: ({ save }) => save() },
];

const themes = [
  ['system', 'Theme: as the system'],
  ['light', 'Theme: light'],
  ['dark', 'Theme: dark'],
] as const;

export const viewCommands: readonly Command[] = themes.map(([theme, text]) => ({
  id: `theme-${theme}`,
  group: 'View',
  text,
  chords: [],
  act: ({ setTheme }) => setTheme(theme),
}));

export const helpCommands: readonly Command[] = [
  {
    id: 'palette',
    group: 'Help',
    text: 'Find a command by name',
    chords: ['Mod+K'],
    act: ({ showPalette }) => showPalette(true),
  },
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
