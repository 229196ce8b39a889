/** Where chapters begin, on the scrubber. */
import { useStore } from 'zustand';
import { besideStore, chaptersStore } from '../store';
import { compareStore } from '../store/compare';
import { player } from './app-player';

export function ChapterTicks() {
  const chapters = useStore(chaptersStore, (state) => state.chapters);
  const ids = useStore(chaptersStore, (state) => state.ids);
  // With another run beside, the scrubber is as long as both.
  useStore(besideStore, ({ started }) => started);
  useStore(compareStore, ({ alignBy }) => alignBy);
  const { originNs, endNs } = player.whole();
  return chapters.map(({ atNs, title }, position) => (
    <span
      key={ids[position]}
      className="replay-chapter"
      title={title}
      style={{ left: `${Math.min(1, Math.max(0, (atNs - originNs) / Math.max(1, endNs - originNs))) * 100}%` }}
    />
  ));
}
