/** A run by name: its scenario, when it was made, how long it took, and where it comes from. */

import { formatDuration } from '../../../shared/format';
import { isLoop, loopWord } from '../../../shared/scenario';
import type { Facts } from '../../store/facts';

export interface RunName {
  readonly title: string;
  /** `25 Nov, 18:44:03`. */
  readonly when: string;
  /** `412 ms`, or how it stands. */
  readonly wall: string;
  /** `4 workers`; null: not known. */
  readonly workers: string | null;
  /** Where it comes from, if it was not made here. */
  readonly file: string | null;
}

const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

/** @returns null where there is no run */
export function runName({ started, ended, calledAt, poolSize }: Facts): RunName | null {
  if (started === null) return null;
  const { title, epochMs, source } = started;
  const wall =
    ended !== null ? formatDuration(ended.summary.wallMs * 1e6) : calledAt === null ? 'booting' : 'under way';
  const file = source.kind === 'file' ? (source.path.split(/[/\\]/).at(-1) ?? source.path) : null;
  // A trace of another tool need not know when it was made.
  const when = epochMs > 0 ? `${DATE.format(epochMs)}, ${TIME.format(epochMs)}` : 'no date';
  const engine = started.scenario?.engine;
  const workers =
    poolSize === 0
      ? null
      : engine !== undefined && isLoop(engine)
        ? loopWord(engine)
        : `${poolSize} ${poolSize === 1 ? 'worker' : 'workers'}`;
  return { title, when, wall, workers, file };
}
