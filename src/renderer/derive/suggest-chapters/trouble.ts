/** Chapters about what went wrong first: a worker that died, a task that failed. */
import { outcomeCode, type TaskColumns } from '../../../shared/telemetry';
import { who } from '../why-idle/words';
import { count, draft, extremes, type Suggest } from './draft';

export const suggestCrash: Suggest = (facts) => {
  const { workers, table } = facts.data;
  let first: { readonly index: number; readonly at: number; readonly how: string } | null = null;
  for (const worker of workers) {
    const exit = worker?.exit;
    if (worker === undefined || exit?.kind !== 'crashed' || (first !== null && first.at <= exit.at)) continue;
    first = { index: worker.index, at: exit.at, how: exit.signal ?? `exit code ${exit.code ?? 'unknown'}` };
  }
  if (first === null) return null;
  const { worker, outcome, task } = table.columns;
  const { index } = first;
  const isLost = (row: number): boolean => worker[row] === index && outcome[row] === outcomeCode.lost;
  const lost = Array.from({ length: table.length }, (_, row) => row).filter(isLost);
  const one = lost.length === 1 ? `task ${task[lost[0] ?? 0] ?? 0}` : count(lost.length, 'task');
  const loss = lost.length === 0 ? 'It had no task.' : `What it was at is lost: ${one}.`;
  const name = who(facts, index);
  return draft(first.at, 'A worker dies', `${name[0]?.toUpperCase()}${name.slice(1)} dies (${first.how}). ${loss}`);
};

const MOST_MESSAGE_CHARS = 160;

export const suggestFailure: Suggest = ({ data: { table }, ended }) => {
  const { columns } = table;
  const failedAt = (row: number): number =>
    columns.outcome[row] === outcomeCode.failed ? failureMoment(columns, row) : Number.NaN;
  const { least: row } = extremes(table.length, failedAt);
  if (row === -1) return null;
  const task = columns.task[row] ?? 0;
  const error = ended?.summary.errors.find((each) => each.task === task);
  const message = error === undefined ? '' : `${error.name}: ${error.message}`.slice(0, MOST_MESSAGE_CHARS);
  const failures = ended?.summary.tasks.failed ?? 0;
  const others = failures > 1 ? ` In all ${count(failures, 'task')} failed.` : '';
  const what =
    message === '' ? `Task ${task} raises an error.` : `Task ${task} fails with ${message.replace(/\.?$/, '.')}`;
  return draft(failedAt(row), 'A task fails', `${what}${others}`);
};

/** In its run; else where its argument could not be pickled. */
function failureMoment({ runEnd, argsDumpsEnd, argsDumpsBegin }: TaskColumns, row: number): number {
  const known = (value: number | undefined): value is number => value !== undefined && !Number.isNaN(value);
  return [runEnd[row], argsDumpsEnd[row], argsDumpsBegin[row]].find(known) ?? Number.NaN;
}
