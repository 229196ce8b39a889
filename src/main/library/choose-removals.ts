/** Which recordings make room when there are too many: the oldest, and never one that somebody still needs. */
import type { Recording } from '../../shared/recordings';
import type { RecordingSettings } from '../../shared/settings';

type Candidate = Pick<Recording, 'id' | 'bytes' | 'kept'>;

/**
 * What the person keeps counts for nothing here: it would push out everything else.
 * @param recordings newest first
 * @param spared ids that are shown or written
 */
export function chooseRemovals(
  recordings: readonly Candidate[],
  { mostBytes, mostRuns }: Pick<RecordingSettings, 'mostBytes' | 'mostRuns'>,
  spared: ReadonlySet<string>,
): string[] {
  const removable = recordings.filter(({ kept }) => !kept);
  let bytes = removable.reduce((sum, recording) => sum + recording.bytes, 0);
  let runs = removable.length;
  const removals: string[] = [];
  for (const { id, bytes: size } of removable.toReversed()) {
    if (bytes <= mostBytes && runs <= mostRuns) break;
    if (spared.has(id)) continue;
    bytes -= size;
    runs--;
    removals.push(id);
  }
  return removals;
}
