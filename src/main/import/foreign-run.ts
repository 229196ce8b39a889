/** A trace of any tool as a run: its slices, and the tasks of a pool where one is recognised. */
import { basename, resolve } from 'node:path';
import { NO_ANNOTATIONS } from '../../shared/annotations';
import type { RunEnded, RunEvent, RunStarted } from '../../shared/run-events';
import type { FileFormat } from '../../shared/run-source';
import { summarize } from '../../shared/summary';
import { makeColumns } from '../../shared/telemetry';
import { buildSlices } from './build-slices';
import type { TraceParts } from './read-trace';

export interface ReadRun {
  readonly started: RunStarted;
  events(): AsyncGenerator<RunEvent>;
}

export function foreignRun(parts: TraceParts): ReadRun {
  const { trace, path, trouble } = parts;
  const isEmpty = trace.firstAt > trace.lastAt;
  const zero = isEmpty ? 0 : trace.firstAt;
  const endNs = isEmpty ? 0 : Math.round((trace.lastAt - zero) * 1e3);
  const started = startedOf(parts, 'chrome-trace', { tasks: 0, mainPid: 0 });
  async function* events(): AsyncGenerator<RunEvent> {
    yield started;
    yield { type: 'called', runId: 0, at: 0 };
    const { parts: slices, notices } = buildSlices(trace, zero);
    for (const part of slices) yield { type: 'slices', runId: 0, ...part };
    yield { type: 'slices', runId: 0, texts: [], lanes: [], counters: [], flows: null, notices };
    yield endedOf(started, endNs, trouble);
  }
  void path;
  return { started, events };
}

export function startedOf(
  { path, changedMs }: Pick<TraceParts, 'path' | 'changedMs'>,
  format: FileFormat,
  { tasks, mainPid }: Pick<RunStarted, 'tasks' | 'mainPid'>,
): RunStarted {
  return {
    type: 'started',
    runId: 0,
    scenario: null,
    title: basename(path),
    tasks,
    chunksize: 1,
    mainPid,
    // Traces do not tell the time of day at which they begin.
    epochMs: changedMs,
    source: { kind: 'file', format, path: resolve(path) },
    beside: false,
    annotations: NO_ANNOTATIONS,
  };
}

function endedOf(started: RunStarted, at: number, trouble: string | null): RunEnded {
  const summary = summarize(
    {
      scenario: { name: started.title, engine: null },
      finished: trouble === null,
      mainPid: started.mainPid,
      pids: [],
      chunksize: started.chunksize,
      tasks: { submitted: 0, completed: 0, failed: 0, lost: 0, retried: 0 },
      wallNanos: at,
      maxQueueDepth: 0,
      errors: [],
      dropped: 0,
    },
    makeColumns(0),
    0,
  );
  return {
    type: 'ended',
    runId: 0,
    at,
    status: trouble === null ? 'completed' : 'unfinished',
    message: trouble,
    summary,
  };
}
