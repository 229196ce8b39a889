/** Commands that replay a run that is over. */
import { player } from '../playback/app-player';
import { playbackStore } from '../store';
import type { Command } from './command';

const isReplayed = (): boolean => playbackStore.getState().atNs !== null;

export const playbackCommands: readonly Command[] = [
  of('replay', 'Replay: play or pause', ['P'], () => player.toggle()),
  of('replay-loop', 'Replay: loop the range, or the whole run', ['R'], () => player.toggleLoop()),
  of('replay-slower', 'Replay: slower', ['<'], () => player.slower()),
  of('replay-faster', 'Replay: faster', ['>'], () => player.faster()),
  // Held down, they go on.
  {
    ...of('replay-event-back', 'Replay: back to the event before', ['['], () => player.stepEvent(-1)),
    group: 'Timeline',
  },
  { ...of('replay-event', 'Replay: on to the next event', [']'], () => player.stepEvent(1)), group: 'Timeline' },
  {
    ...of('replay-frame-back', 'Replay: back by a thirtieth of a second', ['{'], () => player.stepFrame(-1)),
    group: 'Timeline',
  },
  {
    ...of('replay-frame', 'Replay: on by a thirtieth of a second', ['}'], () => player.stepFrame(1)),
    group: 'Timeline',
  },
  { ...of('replay-follow', 'Replay: keep the moment in view', [], () => player.toggleFollow()), applies: isReplayed },
  { ...of('replay-close', 'Replay: close, show the whole run', [], () => player.close()), applies: isReplayed },
];

function of(id: string, text: string, chords: readonly string[], act: () => void): Command {
  return { id, text, chords, group: 'Replay', act, applies: () => player.canReplay() };
}
