/** The chapters of the run by time: made, drafted, edited, deleted, gone to. */
import { Plus, Sparkles, Trash2 } from 'lucide-react';
import { useStore } from 'zustand';
import { chapterCommands } from '../../../chapters/chapter-commands';
import { chapterIndexAt } from '../../../derive/caption-at';
import { chaptersStore, factsStore, playbackStore } from '../../../store';
import { useThrottled } from '../../../store/throttled';
import { Button } from '../../../ui/button';
import { EmptyState } from '../empty-state';
import { ChapterRow } from './chapter-row';
import './chapters.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function ChaptersPanel() {
  const started = useStore(factsStore, (facts) => facts.started !== null);
  const isEmpty = useStore(chaptersStore, ({ chapters }) => chapters.length === 0);
  if (!started) {
    return (
      <EmptyState>Chapters of the run appear here: its stretches, with a title and a caption for each.</EmptyState>
    );
  }
  if (isEmpty) return <NoChapters />;
  return (
    <section className="bottom-panel" aria-label="Chapters">
      <div className="bottom-bar chapters-bar">
        <p className="bottom-note">
          Replay stops at a pause; <kbd>P</kbd> goes on.
        </p>
        <MakeButton />
        <SuggestButton />
        <Button onClick={() => chapterCommands.removeAll()}>
          <Trash2 {...ICON} />
          Delete all
        </Button>
      </div>
      <ChapterList />
    </section>
  );
}

function ChapterList() {
  const { chapters, ids } = useStore(chaptersStore);
  const { atNs } = useThrottled(playbackStore);
  const current = atNs === null ? -1 : chapterIndexAt(chapters, atNs);
  return (
    <ol className="chapters">
      {chapters.map((chapter, index) => {
        const id = ids[index] ?? 0;
        return <ChapterRow key={id} id={id} index={index} chapter={chapter} isCurrent={index === current} />;
      })}
    </ol>
  );
}

function NoChapters() {
  return (
    <div className="bottom-empty">
      <p>Chapters tell the run as a story: each has a title and a caption, and replay can stop where it begins.</p>
      <p className="chapters-first">
        <MakeButton />
        <SuggestButton />
      </p>
    </div>
  );
}

function MakeButton() {
  return (
    <Button onClick={() => chapterCommands.make()}>
      <Plus {...ICON} />
      Chapter here <kbd>K</kbd>
    </Button>
  );
}

function SuggestButton() {
  return (
    <Button onClick={() => chapterCommands.suggest()}>
      <Sparkles {...ICON} />
      Suggest chapters
    </Button>
  );
}
