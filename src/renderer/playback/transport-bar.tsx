/** Plays a run that is over: the scrubber under the minimap, its buttons, and what was so at the moment. */
import { LocateFixed, Pause, Play, Repeat, SkipBack, SkipForward, X } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { playbackStore } from '../store';
import { IconButton } from '../ui/button';
import { player } from './app-player';
import { closeOnEscape } from './close-on-escape';
import { MomentClock } from './moment-clock';
import { MomentStrip } from './moment-strip';
import { Scrubber } from './scrubber';
import { SpeedChoice } from './speed-choice';
import { WorkerChips } from './worker-chips';
import './transport-bar.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function TransportBar() {
  const replayed = useStore(playbackStore, ({ atNs }) => atNs !== null);
  return replayed ? <Transport /> : null;
}

function Transport() {
  useEffect(closeOnEscape, []);
  return (
    <section className="replay" aria-label="Replay">
      <div className="replay-line">
        <MomentClock />
        <Scrubber />
        <IconButton label="Close the replay" shortcut="Escape" className="replay-close" onClick={() => player.close()}>
          <X {...ICON} />
        </IconButton>
      </div>
      <div className="replay-controls">
        <div className="replay-buttons" role="toolbar" aria-label="Replay controls">
          <IconButton label="Back to the event before" shortcut="[" onClick={() => player.stepEvent(-1)}>
            <SkipBack {...ICON} />
          </IconButton>
          <PlayButton />
          <IconButton label="On to the next event" shortcut="]" onClick={() => player.stepEvent(1)}>
            <SkipForward {...ICON} />
          </IconButton>
          <SpeedChoice />
          <LoopButton />
          <FollowButton />
        </div>
        <MomentStrip />
      </div>
      <WorkerChips />
    </section>
  );
}

function PlayButton() {
  const playing = useStore(playbackStore, (playback) => playback.playing);
  return (
    <IconButton label={playing ? 'Pause' : 'Play'} shortcut="P" className="replay-play" onClick={() => player.toggle()}>
      {playing ? <Pause {...ICON} /> : <Play {...ICON} />}
    </IconButton>
  );
}

function LoopButton() {
  const loop = useStore(playbackStore, (playback) => playback.loop);
  return (
    <IconButton
      label="Loop the range, or the whole run"
      shortcut="R"
      aria-pressed={loop}
      onClick={() => player.toggleLoop()}
    >
      <Repeat {...ICON} />
    </IconButton>
  );
}

function FollowButton() {
  const follow = useStore(playbackStore, (playback) => playback.follow);
  return (
    <IconButton label="Keep the moment in view" aria-pressed={follow} onClick={() => player.toggleFollow()}>
      <LocateFixed {...ICON} />
    </IconButton>
  );
}
