/** What a list says of a recording, in words. */
import { formatBytes, formatCount, formatDuration } from '../../shared/format';
import type { Recording } from '../../shared/recordings';
import type { RunStatus } from '../../shared/run-events';

const STATUSES: Readonly<Record<RunStatus, string>> = {
  completed: 'finished',
  stopped: 'stopped',
  killed: 'killed',
  broken: 'the engine failed',
  refused: 'not run',
  unfinished: 'cut off',
};

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

export const whenText = (recording: Pick<Recording, 'startedAtMs'>): string => day.format(recording.startedAtMs);

/** Wall time, tasks, how it went, and size: what there is of them. */
export function recordingText({ wallMs, tasks, status, bytes }: Recording): string {
  const wall = wallMs === null ? [] : [`wall ${formatDuration(wallMs * 1e6)}`];
  const count = `${formatCount(tasks)} ${tasks === 1 ? 'task' : 'tasks'}`;
  return [...wall, count, STATUSES[status], formatBytes(bytes)].join(' · ');
}

/** Those in which every word of the query is found, in the order in which they were. */
export function matching(recordings: readonly Recording[], query: string): readonly Recording[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return recordings;
  return recordings.filter((recording) => {
    const note = recording.note ?? '';
    const kept = recording.kept ? 'kept' : '';
    const text = [recording.title, whenText(recording), recordingText(recording), note, kept].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
