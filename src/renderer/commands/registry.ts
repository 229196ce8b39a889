/** Everything that has a key or a place in the palette, in one list: shortcuts, palette and the page of keys read it. */
import { answerCommands } from './answer-commands';
import { chartCommands } from './chart-commands';
import type { Command } from './command';
import { compareCommands } from './compare-commands';
import { exportCommands } from './export-commands';
import { interactCommands } from './interact-commands';
import { labCommands } from './lab-commands';
import { laneCommandList } from './lane-commands';
import { lessonCommands } from './lesson-commands';
import { openCommands } from './open-commands';
import { playbackCommands } from './playback-commands';
import { presentCommands } from './present-commands';
import { recordingCommands } from './recording-commands';
import { helpCommands, runCommands, viewCommands } from './run-commands';
import { searchCommands } from './search-commands';
import { timelineCommandList } from './timeline-commands';
import { workshopCommands } from './workshop-commands';

export const commands: readonly Command[] = [
  ...runCommands,
  ...exportCommands,
  ...openCommands,
  ...recordingCommands,
  ...compareCommands,
  ...timelineCommandList,
  ...interactCommands,
  ...answerCommands,
  ...playbackCommands,
  ...laneCommandList,
  ...searchCommands,
  ...presentCommands,
  ...viewCommands,
  ...chartCommands,
  ...lessonCommands,
  ...labCommands,
  ...workshopCommands,
  ...helpCommands,
];

/** The command of a chord, if it is one that acts everywhere. */
export function commandFor(pressed: string): Command | undefined {
  return commands.find(({ act, chords }) => act !== undefined && chords.includes(pressed));
}

/** Commands that can be chosen by name now, as they are grouped in the palette. */
export function palette(): readonly { readonly group: Command['group']; readonly commands: readonly Command[] }[] {
  const acting = commands.filter(
    ({ id, act, applies }) => act !== undefined && id !== 'palette' && (applies?.() ?? true),
  );
  const groups = [...new Set(acting.map(({ group }) => group))];
  return groups.map((group) => ({ group, commands: acting.filter((command) => command.group === group) }));
}
