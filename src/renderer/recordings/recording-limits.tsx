/** What the library takes, whether runs are recorded, and how much of them stays. */
import { formatBytes, THIN_SPACE } from '../../shared/format';
import type { RecordingList } from '../../shared/recordings';
import { changeRecordingSettings } from '../actions/recordings';
import { type Choice, Select } from '../ui/select';

const MEBI = 1024 ** 2;
const GIBI = 1024 * MEBI;
const SIZES = [256 * MEBI, GIBI, 4 * GIBI, 16 * GIBI];
const COUNTS = [10, 50, 200, 1000];

export function RecordingLimits({ recordings, settings }: RecordingList) {
  const { on, mostBytes, mostRuns } = settings;
  const counted = recordings.filter(({ kept }) => !kept);
  const bytes = counted.reduce((sum, recording) => sum + recording.bytes, 0);
  return (
    <div className="recording-limits">
      <label className="recording-switch">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => void changeRecordingSettings({ ...settings, on: event.target.checked })}
        />
        Record every run
      </label>
      <span className="recording-limit">
        <label htmlFor="recordings-size">At most</label>
        <Select
          id="recordings-size"
          value={String(mostBytes)}
          choices={choicesOf(SIZES, mostBytes, sizeText)}
          onChange={(value) => void changeRecordingSettings({ ...settings, mostBytes: Number(value) })}
        />
      </span>
      <span className="recording-limit">
        <label htmlFor="recordings-count">and</label>
        <Select
          id="recordings-count"
          value={String(mostRuns)}
          choices={choicesOf(COUNTS, mostRuns, (count) => `${count} runs`)}
          onChange={(value) => void changeRecordingSettings({ ...settings, mostRuns: Number(value) })}
        />
      </span>
      <span className="recording-used">
        {counted.length} of {mostRuns} runs, {formatBytes(bytes)}; the oldest make room. Pinned ones stay and do not
        count.
      </span>
    </div>
  );
}

const sizeText = (bytes: number): string =>
  bytes % GIBI === 0 ? `${bytes / GIBI}${THIN_SPACE}GB` : formatBytes(bytes);

/** With what the settings hold, whoever has written it there. */
function choicesOf(values: readonly number[], current: number, text: (value: number) => string): Choice[] {
  const all = [...new Set([...values, current])].sort((a, b) => a - b);
  return all.map((value) => ({ value: String(value), text: text(value) }));
}
