/** Whether a run can be replayed, and what to be cautious about where it can: one sentence each. */
import { formatCount, formatPercent } from '../../../shared/format';
import type { Facts } from '../../store/facts';
import { SETUP_UNKNOWN } from '../setup-unknown';
import type { MeasuredRun } from './measured-run';

/** Why there is no forecast; null: there is one. A run that has not ended is none of its business. */
export function whyNoForecast({ started, calledAt, ended }: Facts): string | null {
  if (started === null || ended === null) return null;
  if (started.scenario === null) return `${SETUP_UNKNOWN}, so it cannot be replayed with another one.`;
  if (started.scenario.engine === 'serial') {
    return 'A plain loop schedules nothing, so there is nothing to replay: run the scenario on a pool first.';
  }
  if (started.scenario.engine === 'async') {
    return 'An event loop hands nothing to workers, so there is nothing to replay: run the scenario on a pool first.';
  }
  if (started.scenario.engine === 'locked-thread') {
    return 'Threads under one lock take turns: more of them change nothing, and the replay knows of no lock.';
  }
  if (calledAt === null || ended.status !== 'completed') {
    return 'This run did not reach its end, so nobody knows how long its other tasks take.';
  }
  if (started.tasks < 2) return 'A forecast needs at least two tasks: a single one cannot be shared out.';
  if (ended.summary.tasks.completed === 0)
    return 'No task of this run completed, so nothing is known of what they take.';
  return null;
}

/** Further off than this, a replay of the run itself says that something matters that it does not know of. */
const WELL_WITHIN = 0.15;

/** Workers that had less of the cores than this shared them with others. */
const HAD_ENOUGH = 0.75;

/** @param replayNs what the replay of the run itself came to */
export function cautions(facts: Facts, run: MeasuredRun, replayNs: number): string[] {
  const { started, ended, data, poolSize, dropped } = facts;
  if (started === null || started.scenario === null || ended === null) return [];
  const { tasks } = ended.summary;
  const { maxTasksPerChild, processes } = started.scenario.pool;
  const found: string[] = [];
  const died = data.workers.filter((worker) => worker?.exit?.kind === 'crashed').length;
  if (died > 0) found.push(`${count(died, 'worker')} died in this run: the forecast knows of no deaths.`);
  const without = tasks.failed + tasks.lost;
  if (without > 0) {
    found.push(
      `${count(without, 'task')} did not complete: the forecast takes each as long as the mean of the others.`,
    );
  }
  const resized =
    poolSize !== processes || (maxTasksPerChild === null && died === 0 && data.workers.length > processes);
  if (resized) found.push('The pool was resized while it ran: the replay has one number of workers throughout.');
  if (dropped > 0) found.push(`${count(dropped, 'record')} of this run are missing.`);
  if (run.ofItsOwn < HAD_ENOUGH) {
    found.push(
      `By samples of CPU the workers had ${formatPercent(run.ofItsOwn)} of the cores that they wanted: other programs had the rest, and may have more or less of them next time.`,
    );
  }
  const off = Math.abs(replayNs - run.wallNs) / run.wallNs;
  if (off > WELL_WITHIN) {
    found.push(
      `The replay of the run itself is ${formatPercent(off)} off: something else took time, such as other programs.`,
    );
  }
  return found;
}

function count(number: number, what: string): string {
  return `${formatCount(number)} ${what}${number === 1 ? '' : 's'}`;
}
