/** What is exported: one run with all that was recorded of it. */
import type { RunData } from '../../../shared/run-data';
import type { SessionEvent } from '../../session/session-encoder';
import type { RunStory } from './run-story';

export interface RecordedRun {
  readonly scenario: string;
  readonly mainPid: number;
  readonly data: RunData;
  /** Until when what has no end lasted, ns since the clock base. */
  readonly endedAt: number;
  /** What the run was told by, but for rows and samples; left out: its trace is not read back whole. */
  readonly story?: Omit<RunStory, 'version' | 'originNs' | 'events'> & { readonly events: readonly SessionEvent[] };
}

/** Zero of the run's time: when its first worker was started. ns since the clock base. */
export function originOf({ data, endedAt }: RecordedRun): number {
  return data.workers[0]?.spawnedAt ?? endedAt;
}

/** Microseconds since the run's zero. Moments are whole ns before they are taken apart: what nests still nests then. */
export function microsOf(run: RecordedRun): (atNs: number) => number {
  const origin = originOf(run);
  return (atNs) => microsBetween(origin, atNs);
}

export const microsBetween = (fromNs: number, toNs: number): number => (Math.round(toNs) - Math.round(fromNs)) / 1e3;
