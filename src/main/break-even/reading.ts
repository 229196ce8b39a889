/** What is read off one run of the measuring. */
import type { Run } from '../run/run';

export interface Reading {
  readonly wallMs: number;
  readonly tasks: number;
  /** From the start of the first worker until all were ready. */
  readonly bootMs: number;
  /** Wall time of a task once the first third of them is through, and what the run took longer than that for each. */
  readonly steadyMs: number;
  readonly coldMs: number;
  /** Sum and median of the times that tasks ran. */
  readonly runSumMs: number;
  readonly runMedianMs: number;
}

/** @throws Error where the run did not come to its end */
export function readRun(run: Run): Reading {
  const { status, message, calledAt, hub } = run;
  const summary = run.summary();
  if (status !== 'completed' || !summary.ok || calledAt === null || hub === null) {
    throw new Error(message ?? 'A run of the measuring did not come to its end.');
  }
  const { wallMs } = summary;
  const tasks = summary.tasks.completed;
  const steadyMs = steady(hub.table.columns.completed.slice(0, hub.table.length));
  return {
    wallMs,
    tasks,
    steadyMs,
    coldMs: Math.max(0, wallMs - tasks * steadyMs),
    bootMs: (calledAt - (hub.workers[0]?.spawnedAt ?? calledAt)) / 1e6,
    runSumMs: summary.speedup.serialMs,
    runMedianMs: summary.phasesMs.run.p50,
  };
}

/** The first tasks find code that is not compiled and memory that nobody has touched yet. */
function steady(completed: Float64Array): number {
  completed.sort();
  const from = Math.floor(completed.length / 3);
  const last = completed.length - 1;
  return ((completed[last] ?? Number.NaN) - (completed[from] ?? Number.NaN)) / (last - from) / 1e6;
}
