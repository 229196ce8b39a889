/** Begins a replay of the run that is shown, or leaves it. */
import { History } from 'lucide-react';
import { useStore } from 'zustand';
import { factsStore, playbackStore } from '../store';
import { IconButton } from '../ui/button';
import { player } from './app-player';

export function ReplayButton() {
  const over = useStore(factsStore, (facts) => facts.started !== null && facts.ended !== null);
  const replayed = useStore(playbackStore, ({ atNs }) => atNs !== null);
  return (
    <IconButton
      label="Replay"
      shortcut="P"
      aria-pressed={replayed}
      aria-disabled={!over}
      onClick={() => (replayed ? player.close() : player.play())}
    >
      <History size={16} strokeWidth={1.75} aria-hidden />
    </IconButton>
  );
}
