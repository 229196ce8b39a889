/** Commands that go from view to view and point out stretches of the timeline. */
import { timelineCommands } from '../timeline/commands';
import { noteCommands } from '../timeline/note-commands';
import { rangeCommands } from '../timeline/range-commands';
import type { Command } from './command';

export const interactCommands: readonly Command[] = [
  of('back', 'Back to the view before', ['Alt+ArrowLeft'], () => timelineCommands.back()),
  of('forward', 'Forward to the view after', ['Alt+ArrowRight'], () => timelineCommands.forward()),
  of('zoom-to', 'Zoom to the range, or to what is selected', ['Z'], () => rangeCommands.zoomToSelection()),
  of('range-begin', 'Begin the range at the task, or in the middle', ['I'], () => rangeCommands.beginRange()),
  of('range-end', 'End the range at the task, or in the middle', ['O'], () => rangeCommands.endRange()),
  of('measure-tool', 'Measure by dragging, or stop it', ['M'], () => timelineCommands.toggleTool('measure')),
  of('measure-selection', 'Measure the selected task, or between two', ['X'], () => rangeCommands.measureSelection()),
  of('note', 'Pin a note to the task, or to where the pointer is', ['N'], () => noteCommands.pin()),
];

function of(id: string, text: string, chords: readonly string[], act: () => void): Command {
  return { id, text, chords, group: 'Timeline', act };
}
