/**
 * What is read off one run of the measuring. Other programs disturb a run now and then: what is typical of it counts, and
 * what its beginning took longer is kept apart.
 */
import type { TaskColumns } from '../../shared/telemetry';
import type { Run } from '../run/run';

export interface Reading {
  /** From the start of the first worker until all were ready. */
  readonly bootMs: number;
  /** Wall time of a task once the first third of them is through: the median of some stretches. */
  readonly steadyMs: number;
  /** What the first third took longer than that: code is not compiled yet, memory is not there yet. */
  readonly coldMs: number;
  /** Lower quartile of the times that tasks ran: warm, and undisturbed. */
  readonly runMs: number;
  /** What the runs of the first third took longer than that. */
  readonly warmMs: number;
  /** Of a single worker, the median time from the end of a task to the begin of the next. */
  readonly gapMs: number;
}

/** @throws Error where the run did not come to its end */
export function readRun(run: Run): Reading {
  const { status, message, calledAt, hub } = run;
  if (status !== 'completed' || !run.summary().ok || calledAt === null || hub === null) {
    throw new Error(message ?? 'A run of the measuring did not come to its end.');
  }
  const { columns, length } = hub.table;
  return {
    bootMs: (calledAt - (hub.workers[0]?.spawnedAt ?? calledAt)) / 1e6,
    ...paceOf(columns.completed.slice(0, length), calledAt),
    ...runsOf(columns, length),
  };
}

const STRETCHES = 6;

function paceOf(completed: Float64Array, calledAt: number): Pick<Reading, 'steadyMs' | 'coldMs'> {
  completed.sort();
  const at = (task: number): number => completed[task] ?? Number.NaN;
  const last = completed.length - 1;
  const from = Math.floor(completed.length / 3);
  const stretches = Math.min(STRETCHES, last - from);
  const paces = Array.from({ length: stretches }, (_, stretch) => {
    const [begin, end] = [stretch, stretch + 1].map((edge) => from + Math.round((edge * (last - from)) / stretches));
    return (at(end ?? last) - at(begin ?? from)) / ((end ?? last) - (begin ?? from));
  });
  const steady = median(paces);
  const cold = at(from) - calledAt - (from + 1) * steady;
  return { steadyMs: steady / 1e6, coldMs: Math.max(0, cold) / 1e6 };
}

function runsOf({ runBegin, runEnd }: TaskColumns, length: number): Pick<Reading, 'runMs' | 'warmMs' | 'gapMs'> {
  const spans = Array.from({ length }, (_, row) => ({ begin: runBegin[row] ?? 0, end: runEnd[row] ?? 0 }));
  spans.sort((a, b) => a.begin - b.begin);
  const times = spans.map(({ begin, end }) => end - begin);
  const runNs = quantile(times, 0.25);
  const first = times.slice(0, Math.max(1, Math.floor(length / 3)));
  const warmNs = first.reduce((sum, time) => sum + time - runNs, 0);
  const gaps = spans.slice(1).map(({ begin }, at) => begin - (spans[at]?.end ?? begin));
  return { runMs: runNs / 1e6, warmMs: Math.max(0, warmNs) / 1e6, gapMs: Math.max(0, median(gaps)) / 1e6 };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The nearest value that there is, so that it is one that was measured. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
}
