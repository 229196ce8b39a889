/** Says where a replay stands, when it is stepped or moved by hand. While it plays, nothing is said. */
import { useStore } from 'zustand';
import { formatCount } from '../../shared/format';
import { countsAt } from '../derive/as-of/counts-at';
import { isSlicesOnly } from '../derive/slices/is-slices-only';
import { factsStore, playbackStore } from '../store';
import type { Playback } from '../store/playback';
import { momentText } from './moment-text';
import { momentNow } from './use-moment';

export function SpokenMoment() {
  const standing = useStore(playbackStore, standingAt);
  return (
    <p className="visually-hidden" aria-live="polite" data-testid="spoken-moment">
      {standing === null ? '' : wordsAt(standing)}
    </p>
  );
}

/** Does not change while it plays. */
const standingAt = ({ playing, atNs }: Playback): number | null => (playing ? null : atNs);

function wordsAt(atNs: number): string {
  const moment = momentNow();
  if (moment === null) return '';
  const facts = factsStore.getState();
  const at = momentText(moment.beginNs + moment.ns, moment.lengthNs, moment.lengthNs / 10_000);
  if (isSlicesOnly(facts)) return `${at}.`;
  const { completed, queueDepth } = countsAt(facts, atNs);
  const total = formatCount(facts.started?.tasks ?? 0);
  return `${at}: ${formatCount(completed)} of ${total} tasks completed, ${formatCount(queueDepth)} in the queue.`;
}
