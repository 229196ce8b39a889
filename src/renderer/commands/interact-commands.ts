/** Commands that go from view to view and point out stretches of the timeline. */
import { factsStore, viewStore } from '../store';
import { timelineCommands } from '../timeline/commands';
import { noteCommands } from '../timeline/note-commands';
import { rangeCommands } from '../timeline/range-commands';
import type { Command } from './command';

const hasRun = (): boolean => factsStore.getState().started !== null;
const hasTask = (): boolean => viewStore.getState().selection.length > 0 || viewStore.getState().focusedRow !== null;
const canZoom = (): boolean => viewStore.getState().range !== null || hasTask();

export const interactCommands: readonly Command[] = [
  {
    ...of('back', 'Back to the view before', ['Alt+ArrowLeft'], () => timelineCommands.back()),
    applies: () => viewStore.getState().history.past.length > 0,
  },
  {
    ...of('forward', 'Forward to the view after', ['Alt+ArrowRight'], () => timelineCommands.forward()),
    applies: () => viewStore.getState().history.future.length > 0,
  },
  {
    ...of('zoom-to', 'Zoom to the range, or to what is selected', ['Z'], () => rangeCommands.zoomToSelection()),
    applies: canZoom,
  },
  {
    ...of('range-begin', 'Begin the range at the task, or in the middle', ['I'], () => rangeCommands.beginRange()),
    applies: hasRun,
  },
  {
    ...of('range-end', 'End the range at the task, or in the middle', ['O'], () => rangeCommands.endRange()),
    applies: hasRun,
  },
  of('range-tool', 'Select a range by dragging, or stop it', [], () => timelineCommands.toggleTool('range')),
  of('measure-tool', 'Measure by dragging, or stop it', ['M'], () => timelineCommands.toggleTool('measure')),
  {
    ...of('measure-selection', 'Measure the selected task, or between two', ['X'], () =>
      rangeCommands.measureSelection(),
    ),
    applies: hasTask,
  },
  {
    ...of('note', 'Pin a note to the task, or to where the pointer is', ['N'], () => noteCommands.pin()),
    applies: hasRun,
  },
  { id: 'range-drag', group: 'Timeline', text: 'Select a range', chords: ['Shift+drag'] },
  { id: 'select-more', group: 'Timeline', text: 'Add a task to what is selected', chords: ['Mod+click'] },
  { id: 'select-between', group: 'Timeline', text: 'Select all tasks up to this one', chords: ['Shift+click'] },
  { id: 'zoom-to-task', group: 'Timeline', text: 'Zoom to a task', chords: ['Double click'] },
];

function of(id: string, text: string, chords: readonly string[], act: () => void): Command {
  return { id, text, chords, group: 'Timeline', act };
}
