/** Commands about lanes: how they are grouped and coloured, how high they are, where each stands. */
import { laneCommands } from '../timeline/lane-commands';
import type { Command } from './command';

export const laneCommandList: readonly Command[] = [
  lanes('lane-group', 'Group lanes by something else: worker, slot, chunk', ['G'], () => laneCommands.nextGroup()),
  lanes('lane-colour', 'Colour tasks by something else: phase, chunk, run time, size, outcome', ['C'], () =>
    laneCommands.nextColour(),
  ),
  lanes('lane-height', 'Change the height of lanes', ['H'], () => laneCommands.nextSize()),
];

function lanes(id: string, text: string, chords: readonly string[], act: () => void): Command {
  return { id, text, chords, group: 'Timeline', act };
}
