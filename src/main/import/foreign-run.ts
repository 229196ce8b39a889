/** A trace of any tool as a run: its slices, and the tasks of a pool where VizTracer recorded one. */
import { basename, resolve } from 'node:path';
import { NO_ANNOTATIONS } from '../../shared/annotations';
import type { RunEvent, RunStarted } from '../../shared/run-events';
import type { FileFormat } from '../../shared/run-source';
import { type Summary, summarize } from '../../shared/summary';
import { TaskTable } from '../../shared/task-table';
import { outcomeCode } from '../../shared/telemetry';
import { buildSlices } from './build-slices';
import { batchesOf } from './telemetry-batch';
import type { ReadRun, TraceParts } from './trace-parts';
import { overflowNotice } from './viztracer-metadata';
import { type TracedPool, viztracerPool } from './viztracer-pool';

const VIZTRACER = 'viztracer_metadata';

export function foreignRun(parts: TraceParts): ReadRun {
  const { trace, members, trouble } = parts;
  const isEmpty = trace.firstAt > trace.lastAt;
  const zero = isEmpty ? 0 : trace.firstAt;
  const lastNs = isEmpty ? 0 : Math.round((trace.lastAt - zero) * 1e3);
  const isViztracer = members.has(VIZTRACER);
  const { slices, notices } = buildSlices(trace, zero);
  const lanes = slices.flatMap((part) => part.lanes);
  // The end of a file that is cut off would have told which tool wrote it.
  const pool = isViztracer || trouble !== null ? viztracerPool(lanes, trace.texts.all) : null;
  const format: FileFormat = isViztracer || pool !== null ? 'viztracer' : 'chrome-trace';
  const started = startedOf(parts, format, pool);
  const overflow = overflowNotice(members.get(VIZTRACER));
  const allNotices = [...(overflow === null ? [] : [overflow]), ...(pool?.notices ?? []), ...notices];
  const table = pool?.table ?? new TaskTable();
  const calledAt = Number.isFinite(pool?.beganAt) ? (pool?.beganAt ?? 0) : 0;
  const endedAt = Number.isFinite(pool?.endedAt) ? (pool?.endedAt ?? lastNs) : lastNs;
  async function* events(): AsyncGenerator<RunEvent> {
    yield started;
    for (const part of slices) yield { type: 'slices', runId: 0, ...part };
    yield { type: 'slices', runId: 0, texts: [], lanes: [], counters: [], flows: null, notices: allNotices };
    yield { type: 'called', runId: 0, at: calledAt };
    yield* batchesOf(table, lastNs, { workers: pool?.workers ?? [] });
    const status = trouble === null ? 'completed' : 'unfinished';
    const summary = summaryOf(started, table, pool, { finished: trouble === null, wallNanos: endedAt - calledAt });
    yield { type: 'ended', runId: 0, at: endedAt, status, message: trouble, summary };
  }
  return { started, events };
}

function startedOf({ path, changedMs }: TraceParts, format: FileFormat, pool: TracedPool | null): RunStarted {
  return {
    type: 'started',
    runId: 0,
    scenario: null,
    title: basename(path),
    tasks: pool?.table.length ?? 0,
    chunksize: 1,
    mainPid: pool?.mainPid ?? 0,
    // Traces do not tell the time of day at which they begin.
    epochMs: changedMs,
    source: { kind: 'file', format, path: resolve(path) },
    beside: false,
    annotations: NO_ANNOTATIONS,
  };
}

function summaryOf(
  started: RunStarted,
  { columns, length }: TaskTable,
  pool: TracedPool | null,
  { finished, wallNanos }: { readonly finished: boolean; readonly wallNanos: number },
): Summary {
  const count = (code: number): number => columns.outcome.subarray(0, length).filter((one) => one === code).length;
  return summarize(
    {
      scenario: { name: started.title, engine: null },
      finished,
      mainPid: started.mainPid,
      pids: (pool?.workers ?? []).flatMap(({ pid }) => pid ?? []),
      chunksize: started.chunksize,
      tasks: {
        submitted: length,
        completed: count(outcomeCode.completed),
        failed: count(outcomeCode.failed),
        lost: count(outcomeCode.lost),
        retried: 0,
      },
      wallNanos,
      maxQueueDepth: 0,
      errors: [],
      dropped: 0,
    },
    columns,
    length,
  );
}
