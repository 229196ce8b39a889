/** Commands that move over the timeline. Letters work wherever nothing is typed. */
import { timelineCommands } from '../timeline/commands';
import type { Command } from './command';

const ZOOM = 1.5;
const PAN = 0.15;

export const timelineCommandList: readonly Command[] = [
  move('zoom-in', 'Zoom in', ['W', '+', '='], () => timelineCommands.zoom(ZOOM)),
  move('zoom-out', 'Zoom out', ['S', '-'], () => timelineCommands.zoom(1 / ZOOM)),
  move('pan-left', 'Pan to earlier', ['A'], () => timelineCommands.pan(-PAN)),
  move('pan-right', 'Pan to later', ['D'], () => timelineCommands.pan(PAN)),
  move('fit', 'Show the whole run', ['F', '0'], () => timelineCommands.fit()),
  move('follow', 'Follow the run', ['L'], () => timelineCommands.toggleFollow()),
  { id: 'step', group: 'Timeline', text: 'Go from task to task', chords: ['Arrow keys'] },
  { id: 'select', group: 'Timeline', text: 'Select the task', chords: ['Enter'] },
  { id: 'clear', group: 'Timeline', text: 'Cancel what is read, or let go, one thing at a time', chords: ['Escape'] },
];

function move(id: string, text: string, chords: readonly string[], act: () => void): Command {
  return { id, text, chords, group: 'Timeline', act };
}
