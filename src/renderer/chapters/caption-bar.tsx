/** What is told at the playhead, large, below the lanes. It keeps its place as long as a run with chapters is replayed. */
import { useStore } from 'zustand';
import { chapterIndexAt } from '../derive/caption-at';
import { chaptersStore, factsStore, playbackStore } from '../store';
import './caption-bar.css';

export function CaptionBar() {
  const chapters = useStore(chaptersStore, (state) => state.chapters);
  const isReplaying = useStore(playbackStore, ({ atNs }) => atNs !== null);
  // Renders where the chapter changes, not at each frame.
  const index = useStore(playbackStore, ({ atNs }) => (atNs === null ? -1 : chapterIndexAt(chapters, atNs)));
  const stands = useStore(playbackStore, ({ atNs, playing }) => !playing && atNs === chapters[index]?.atNs);
  // At the end there is nothing to go on to.
  const endsNs = useStore(factsStore, ({ ended }) => ended?.at ?? Number.POSITIVE_INFINITY);
  if (!isReplaying || chapters.length === 0) return null;
  const chapter = chapters[index];
  return (
    <section className="caption" aria-label="Caption">
      <div className="caption-words" aria-live="polite" data-testid="caption">
        {chapter !== undefined && (
          <>
            <p className="caption-title">
              <span className="caption-number">{index + 1}</span>
              {chapter.title || 'Untitled'}
            </p>
            <p className="caption-text">{chapter.caption}</p>
          </>
        )}
      </div>
      {chapter?.pause === true && stands && chapter.atNs < endsNs && (
        <p className="caption-hint">
          <kbd>P</kbd> goes on
        </p>
      )}
    </section>
  );
}
