/** The keys of the timeline, the search and the replay, in a page that has nothing to run, open or save. */
import { answerCommands } from '../commands/answer-commands';
import { chord } from '../commands/chord';
import type { Command } from '../commands/command';
import { interactCommands } from '../commands/interact-commands';
import { laneCommandList } from '../commands/lane-commands';
import { playbackCommands } from '../commands/playback-commands';
import { chapterGoCommands } from '../commands/present-commands';
import { searchCommands } from '../commands/search-commands';
import { timelineCommandList } from '../commands/timeline-commands';

export const pageCommands: readonly Command[] = [
  ...timelineCommandList,
  ...interactCommands,
  ...answerCommands,
  ...laneCommandList,
  ...searchCommands,
  ...playbackCommands,
  ...chapterGoCommands,
];

/** Where letters are typed, or choose from a list. */
const TAKES_LETTERS =
  'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"], [role="slider"]';

/** @returns a function that stops listening */
export function listenForPageKeys(target: Window): () => void {
  const onKey = (event: KeyboardEvent): void => {
    const pressed = chord(event);
    const typed = event.target instanceof Element && event.target.closest(TAKES_LETTERS) !== null;
    if (event.defaultPrevented || (typed && !pressed.startsWith('Mod+'))) return;
    const command = pageCommands.find(({ act, chords }) => act !== undefined && chords.includes(pressed));
    if (command?.act === undefined || command.applies?.() === false) return;
    event.preventDefault();
    // None of these asks anything of the app.
    (command.act as () => void)();
  };
  target.addEventListener('keydown', onKey);
  return () => target.removeEventListener('keydown', onKey);
}
