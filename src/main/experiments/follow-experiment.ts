/** The events of an experiment, in order: those of a run without a scenario, with slices that replace each other. */
import { NO_ANNOTATIONS } from '../../shared/annotations';
import type { Experiment } from '../../shared/experiments';
import type { RunEvent } from '../../shared/run-events';
import { LIVE } from '../../shared/run-source';
import { summarize } from '../../shared/summary';
import { TaskTable } from '../../shared/task-table';
import type { ExperimentEnd, ExperimentRun } from './experiment-run';

/** Pictures are whole: more of them would cost more and show no more. */
const PICTURE_MS = 100;

export interface FollowOptions {
  readonly runId: number;
  readonly experiment: Experiment;
  readonly title: string;
  /** Whether another picture may be sent now. */
  ready(): boolean;
}

/** @returns once its last event is out */
export async function followExperiment(
  run: ExperimentRun,
  { runId, experiment, title, ready }: FollowOptions,
  take: (event: RunEvent) => void,
): Promise<void> {
  const { clock } = run;
  const origin = { title, source: LIVE, beside: false, annotations: NO_ANNOTATIONS };
  const nothing = { scenario: null, tasks: 0, chunksize: 1 };
  const { epochMs } = clock;
  take({ type: 'started', runId, ...nothing, experiment, mainPid: process.pid, epochMs, ...origin });
  const show = (): void => {
    const picture = run.picture();
    if (picture !== null) take({ type: 'slices', runId, whole: true, ...picture });
  };
  // From the first moment on it is known to have no tasks.
  show();
  const timer = setInterval(() => {
    if (ready()) show();
  }, PICTURE_MS);
  let end: ExperimentEnd;
  try {
    end = await run.go((at) => take({ type: 'called', runId, at }));
  } catch (error) {
    await run.kill();
    const message = error instanceof Error ? error.message : String(error);
    end = { status: 'broken', message, calledAt: null, endedAt: clock.now(), pids: [], figures: {} };
  } finally {
    clearInterval(timer);
  }
  show();
  const { status, message, endedAt } = end;
  take({ type: 'ended', runId, at: endedAt, status, message, summary: summaryOf(title, end) });
}

function summaryOf(
  title: string,
  { status, calledAt, endedAt, pids, figures }: ExperimentEnd,
): ReturnType<typeof summarize> {
  const { columns, length } = new TaskTable();
  const facts = {
    scenario: { name: title, engine: null },
    finished: status === 'completed',
    mainPid: process.pid,
    pids,
    chunksize: 1,
    tasks: { submitted: 0, completed: 0, failed: 0, lost: 0, retried: 0 },
    wallNanos: calledAt === null ? 0 : Math.max(0, endedAt - calledAt),
    maxQueueDepth: 0,
    errors: [],
    experiment: figures,
    dropped: 0,
  };
  return summarize(facts, columns, length);
}
