/** What kind of run it is, and what it is at when it has not ended: workers are at it now, or its file is still being read. */
import type { RunSource } from '../../shared/run-source';
import type { Facts } from '../store/facts';

type Going = Pick<Facts, 'started' | 'ended'>;

/** Workers are at it now: it can be stopped, resized and followed. Not so a run from a file, read to its end or not. */
export function isLive({ started, ended }: Going): boolean {
  return started !== null && ended === null && started.source.kind === 'live';
}

/** It comes from a file, and more of it may come. */
export function isBeingRead({ started, ended }: Going): boolean {
  return started !== null && ended === null && started.source.kind === 'file';
}

/** Real processes that are no pool: it has no scenario, no workers and no tasks. */
export function isExperiment({ started }: Pick<Facts, 'started'>): boolean {
  return started?.experiment !== undefined;
}

/** The file that the run that is shown comes from; null: none is shown, or it ran here. */
export function recordingOf({ started }: Pick<Facts, 'started'>): Extract<RunSource, { kind: 'file' }> | null {
  return started?.source.kind === 'file' ? started.source : null;
}

/** It was written as a trace, by whatever tool: that it was recorded, and when, is not known of it. */
export function isTrace(facts: Pick<Facts, 'started'>): boolean {
  const source = recordingOf(facts);
  return source !== null && source.format !== 'session';
}

/** Its file has calls and no tasks: which of them make one is inferred. */
export function tasksAreDerived(facts: Pick<Facts, 'started'>): boolean {
  return recordingOf(facts)?.format === 'viztracer';
}
