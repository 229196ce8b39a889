/** The library: every recorded run, newest first, to be opened, compared, kept, saved elsewhere and deleted. */
import { type KeyboardEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { RecordingList } from '../../shared/recordings';
import { MOST_RECORDINGS, MOST_RECORDINGS_BYTES } from '../../shared/settings';
import { openRecording, showRecordings } from '../actions/recordings';
import { recordingsStore } from '../store/recordings';
import { Dialog } from '../ui/dialog';
import { TruthBadge } from '../ui/truth-badge';
import { RecentFiles } from './recent-files';
import { RecordingLimits } from './recording-limits';
import { RecordingRow } from './recording-row';
import { matching } from './recording-words';
import './recordings.css';

export function RecordingsDialog() {
  const { shown, list } = useStore(recordingsStore);
  return (
    <Dialog
      open={shown}
      title="Recordings"
      text="Each run is recorded while it goes on. Enter opens a recording, Shift+Enter shows it beside the run that is shown."
      onClose={() => showRecordings(false)}
    >
      <Library list={list ?? NOT_YET} />
    </Dialog>
  );
}

/** Until main has answered: the search is there, and has the focus, from the beginning. */
const NOT_YET: RecordingList = {
  recordings: [],
  folder: '',
  growing: null,
  settings: { on: true, mostBytes: MOST_RECORDINGS_BYTES, mostRuns: MOST_RECORDINGS },
  recentFiles: [],
  trouble: '',
};

function Library({ list }: { readonly list: RecordingList }) {
  const [query, setQuery] = useState('');
  const lists = useRef<HTMLDivElement>(null);
  const found = matching(list.recordings, query);
  const recent = list.recentFiles.filter((path) => path.toLowerCase().includes(query.trim().toLowerCase()));
  const buttons = (): HTMLElement[] => [...(lists.current?.querySelectorAll<HTMLElement>('.recording-open') ?? [])];
  /** Arrows go from one recording to the next, and back to the search. */
  const onArrow = (event: KeyboardEvent<HTMLElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLElement)) return;
    const all = buttons();
    const here = all.findIndex((button) => button.closest('li') === (event.target as HTMLElement).closest('li'));
    const next = here + step;
    if (next < 0) event.currentTarget.querySelector('input')?.focus();
    else all[Math.min(next, all.length - 1)]?.focus();
    event.preventDefault();
  };
  const onEnter = (event: KeyboardEvent): void => {
    const [first] = found;
    if (event.key !== 'Enter' || first === undefined) return;
    event.preventDefault();
    void openRecording(first.id, event.shiftKey);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows only move the focus between what can have it.
    <div ref={lists} className="recordings" onKeyDown={onArrow}>
      <input
        type="search"
        className="field-input"
        aria-label="Search recordings"
        placeholder="Search by name, day or how it went"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onEnter}
      />
      {list.growing !== null && (
        <p className="recording-growing" role="status">
          {list.growing} is being recorded now; it is listed once it has ended.
        </p>
      )}
      {found.length > 0 && (
        <p className="recordings-truth">
          Counts, times and sizes: <TruthBadge method="recordings" />
        </p>
      )}
      {found.length > 0 ? (
        <ul className="recordings-list" aria-label="Recordings">
          {found.map((recording) => (
            <RecordingRow key={recording.id} recording={recording} />
          ))}
        </ul>
      ) : (
        <p className="recordings-empty">{emptyText(list, query)}</p>
      )}
      {recent.length > 0 && <RecentFiles paths={recent} />}
      <RecordingLimits {...list} />
    </div>
  );
}

function emptyText({ trouble, recordings, settings, growing }: RecordingList, query: string): string {
  if (trouble !== null) return trouble;
  if (recordings.length > 0) return `No recording matches “${query}”.`;
  if (!settings.on) return 'Runs are not recorded. Switch it on below, and the next run will stand here.';
  return growing === null ? 'Runs will stand here once they have ended. Space starts one.' : 'No run has ended yet.';
}
