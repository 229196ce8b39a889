/** Everything that has a key, in one list: it feeds the shortcuts and the page that explains them. */
import type { Actions } from '../actions/actions';

export interface Command {
  readonly id: string;
  readonly text: string;
  /** As `chord` writes them; the first one is shown. None: the timeline handles its own keys, this only explains. */
  readonly chords: readonly string[];
  readonly group: 'Run' | 'Scenario' | 'Timeline' | 'Help';
  readonly act?: (actions: Actions) => void;
}

export const commands: readonly Command[] = [
  { id: 'run', group: 'Run', text: 'Run, or stop what runs', chords: ['Space'], act: runOrStop },
  { id: 'kill', group: 'Run', text: 'Kill the run now', chords: ['Shift+Space'], act: ({ kill }) => kill() },
  { id: 'open', group: 'Scenario', text: 'Open a scenario', chords: ['Mod+O'], act: ({ open }) => open() },
  { id: 'save', group: 'Scenario', text: 'Save the scenario', chords: ['Mod+S'], act: ({ save }) => save() },
  { id: 'zoom', group: 'Timeline', text: 'Zoom in and out', chords: ['W', 'S'] },
  { id: 'pan', group: 'Timeline', text: 'Pan', chords: ['A', 'D'] },
  { id: 'fit', group: 'Timeline', text: 'Show the whole run', chords: ['F'] },
  { id: 'follow', group: 'Timeline', text: 'Follow the run', chords: ['L'] },
  { id: 'step', group: 'Timeline', text: 'Go from task to task', chords: ['Arrow keys'] },
  { id: 'select', group: 'Timeline', text: 'Select the task', chords: ['Enter'] },
  { id: 'clear', group: 'Timeline', text: 'Let go of the selection', chords: ['Escape'] },
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

/** What was pressed: `Shift+Space`, `Mod+O`. `Mod` is Command on macOS and Control elsewhere. */
export function chord(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const mod = event.ctrlKey || event.metaKey ? 'Mod+' : '';
  // A printed sign such as ? already says that Shift was held.
  const shift = event.shiftKey && (key === 'Space' || /^[A-Z]$/.test(key)) ? 'Shift+' : '';
  return `${mod}${event.altKey ? 'Alt+' : ''}${shift}${key}`;
}

/** The command of a chord, if it is one that acts everywhere. */
export function commandFor(pressed: string): Command | undefined {
  return commands.find(({ act, chords }) => act !== undefined && chords.includes(pressed));
}

/** A chord as this system writes it. */
export function chordText(text: string, platform: string): string {
  return text.replace('Mod+', platform === 'darwin' ? '⌘' : 'Ctrl+');
}
