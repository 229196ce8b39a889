/** The chapters of the recording: what each is about, and a way to its part of the timeline. */
import { useStore } from 'zustand';
import { formatDuration } from '../../shared/format';
import { runExtent } from '../derive/run-extent';
import { factsStore } from '../store';
import { timelineCommands } from '../timeline/commands';

export function ChapterList() {
  const chapters = useStore(factsStore, ({ started }) => started?.annotations.chapters);
  if (chapters === undefined || chapters.length === 0) return null;
  const { originNs, endNs } = runExtent(factsStore.getState());
  return (
    <section aria-labelledby="page-chapters">
      <h2 id="page-chapters" className="inspector-title">
        Chapters
      </h2>
      <ol className="page-chapters">
        {chapters.map(({ atNs, title, caption }, index) => (
          <li key={`${atNs} ${title}`}>
            <button
              type="button"
              className="page-chapter"
              onClick={() => timelineCommands.show(atNs, chapters[index + 1]?.atNs ?? endNs)}
            >
              <strong>{title}</strong> <span className="page-when">{formatDuration(atNs - originNs)}</span>
            </button>
            {caption !== '' && <p>{caption}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
