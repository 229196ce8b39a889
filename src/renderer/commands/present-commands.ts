/** Commands that tell a run to an audience: chapters, and presenter mode. */
import { chapterCommands } from '../chapters/chapter-commands';
import { presenterCommands } from '../presenter/presenter-commands';
import type { Aside } from '../store/presenter';
import type { Command } from './command';

const { hasRun, hasChapters } = chapterCommands;

/** Those that only look. */
export const chapterGoCommands: readonly Command[] = [
  chapter('chapter-next', 'Go to the next chapter', ['PageDown'], hasChapters, () => chapterCommands.next()),
  chapter('chapter-previous', 'Go to the chapter before', ['PageUp'], hasChapters, () => chapterCommands.previous()),
];

export const presentCommands: readonly Command[] = [
  chapter('chapter-here', 'Make a chapter here', ['K'], hasRun, () => chapterCommands.make()),
  ...chapterGoCommands,
  chapter('chapter-suggest', 'Suggest chapters for this run', [], hasRun, () => chapterCommands.suggest()),
  chapter('chapter-list', 'Show the list of chapters', [], undefined, () => chapterCommands.showList()),
  view('present', 'Presenter mode, or leave it', ['Shift+P'], () => presenterCommands.toggle()),
  view('full-screen', 'Fill the screen, or leave it', ['F11'], () => presenterCommands.fillScreen()),
  {
    ...view('spotlight', 'Presenter mode: spotlight on the pointer', ['T'], () => presenterCommands.toggleSpotlight()),
    applies: () => presenterCommands.isOn(),
  },
  view('show-keys', 'Presenter mode: show keys as they are pressed', [], () => presenterCommands.toggleKeys()),
  aside('form', 'Presenter mode: show or hide the scenario'),
  aside('panels', 'Presenter mode: show or hide the panels below'),
  aside('inspector', 'Presenter mode: show or hide the inspector'),
  aside('notes', 'Presenter mode: show or hide the notes for the teacher'),
];

function chapter(
  id: string,
  text: string,
  chords: readonly string[],
  applies: (() => boolean) | undefined,
  act: () => void,
): Command {
  return { id, group: 'Chapters', text, chords, act, ...(applies === undefined ? {} : { applies }) };
}

function view(id: string, text: string, chords: readonly string[], act: () => void): Command {
  return { id, group: 'View', text, chords, act };
}

function aside(which: Aside, text: string): Command {
  return {
    ...view(`present-${which}`, text, [], () => presenterCommands.toggleAside(which)),
    applies: () => presenterCommands.isOn(),
  };
}
