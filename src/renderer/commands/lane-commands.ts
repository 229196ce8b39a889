/** Commands about lanes: how they are grouped and coloured, how high they are, where each stands. */
import type { LaneKey } from '../store/lane-settings';
import { laneCommands } from '../timeline/lane-commands';
import type { Command } from './command';

export const laneCommandList: readonly Command[] = [
  lanes('lane-group', 'Group lanes by something else: worker, slot, chunk', ['G'], () => laneCommands.nextGroup()),
  lanes('lane-colour', 'Colour tasks by something else: phase, chunk, run time, size, outcome', ['C'], () =>
    laneCommands.nextColour(),
  ),
  lanes('lane-height', 'Change the height of lanes', ['H'], () => laneCommands.nextSize()),
  lanes('lane-truth', 'Show or hide whether lanes are measured, derived or simulated', [], () =>
    laneCommands.toggleTruth(),
  ),
  lane('lane-collapse', 'Collapse or expand the lane of the task', ['Shift+C'], (key) =>
    laneCommands.toggleCollapsed(key),
  ),
  lane('lane-up', 'Move the lane of the task up', ['Alt+ArrowUp'], (key) => laneCommands.move(key, -1)),
  lane('lane-down', 'Move the lane of the task down', ['Alt+ArrowDown'], (key) => laneCommands.move(key, 1)),
  lane('lane-only', 'Show only the lane of the task', [], (key) => laneCommands.showOnly(key)),
  {
    ...lanes('lane-reset', 'Show all lanes, as they come', [], () => laneCommands.reset()),
    applies: () => laneCommands.isArranged(),
  },
];

function lanes(id: string, text: string, chords: readonly string[], act: () => void): Command {
  return { id, text, chords, group: 'Timeline', act };
}

/** About one lane: that of the focused task, or of the selected one. */
function lane(id: string, text: string, chords: readonly string[], act: (key: LaneKey) => void): Command {
  const actOnCurrent = (): void => {
    const key = laneCommands.current();
    if (key !== null) act(key);
  };
  return { ...lanes(id, text, chords, actOnCurrent), applies: () => laneCommands.current() !== null };
}
