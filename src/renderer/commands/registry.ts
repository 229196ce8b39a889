/** Everything that has a key or a place in the palette, in one list: shortcuts, palette and the page of keys read it. */
import type { Command } from './command';
import { helpCommands, runCommands } from './run-commands';
import { timelineCommandList } from './timeline-commands';

export const commands: readonly Command[] = [...runCommands, ...timelineCommandList, ...helpCommands];

/** The command of a chord, if it is one that acts everywhere. */
export function commandFor(pressed: string): Command | undefined {
  return commands.find(({ act, chords }) => act !== undefined && chords.includes(pressed));
}
