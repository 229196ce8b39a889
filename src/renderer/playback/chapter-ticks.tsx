/** Where chapters begin, on the scrubber. */
import { useStore } from 'zustand';
import { runExtent } from '../derive/run-extent';
import { chaptersStore, factsStore } from '../store';

export function ChapterTicks() {
  const chapters = useStore(chaptersStore, (state) => state.chapters);
  const ids = useStore(chaptersStore, (state) => state.ids);
  const { originNs, endNs } = runExtent(factsStore.getState());
  return chapters.map(({ atNs, title }, position) => (
    <span
      key={ids[position]}
      className="replay-chapter"
      title={title}
      style={{ left: `${Math.min(1, Math.max(0, (atNs - originNs) / Math.max(1, endNs - originNs))) * 100}%` }}
    />
  ));
}
