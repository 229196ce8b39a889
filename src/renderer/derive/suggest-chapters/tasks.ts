/** Chapters about single tasks, and about the queue that they wait in. */
import { formatDuration, formatFactor, formatPercent } from '../../../shared/format';
import { isLoop, type MethodName } from '../../../shared/scenario';
import { draft, extremes, type Suggest, sinceCall } from './draft';

export const suggestFirstResult: Suggest = (facts) => {
  const { table } = facts.data;
  const { completed, runBegin, runEnd, task } = table.columns;
  const { least: row } = extremes(table.length, (each) => completed[each] ?? Number.NaN);
  if (row === -1 || facts.calledAt === null) return null;
  const at = completed[row] ?? 0;
  const ran = formatDuration((runEnd[row] ?? Number.NaN) - (runBegin[row] ?? Number.NaN));
  const back = `Task ${task[row] ?? 0} is back ${sinceCall(facts, at)} after the call; it ran for ${ran}.`;
  const method = facts.started?.scenario?.call.method;
  const engine = facts.started?.scenario?.engine;
  const kept = method === undefined || isLoop(engine) ? '' : ` ${HANDING_ON[method]}`;
  return draft(at, 'The first result', `${back}${kept}`);
};

const KEPT_BY_MAP = 'The caller gets it when all the others are there.';
const HANDING_ON: Record<MethodName, string> = {
  map: KEPT_BY_MAP,
  starmap: KEPT_BY_MAP,
  'map-async': KEPT_BY_MAP,
  'starmap-async': KEPT_BY_MAP,
  imap: 'The caller gets it when those before it are there.',
  'imap-unordered': 'The caller gets it at once.',
  apply: 'The caller has waited for it, and makes the next call only now.',
  'apply-async': 'Its callback is called at once.',
};

/** Of fewer tasks one is not longer than "the others". */
const FEW = 3;

export const suggestLongestTask: Suggest = ({ started, data: { table } }) => {
  const { runBegin, runEnd, task } = table.columns;
  const ranNs = (row: number): number => (runEnd[row] ?? Number.NaN) - (runBegin[row] ?? Number.NaN);
  const { most: row, mean } = extremes(table.length, ranNs);
  if (row === -1 || table.length < FEW) return null;
  const length = ranNs(row);
  const alone = started?.scenario?.engine === 'async' ? '' : ' Its worker does nothing else until it is done.';
  const caption = `Task ${task[row] ?? 0} runs for ${formatDuration(length)}, ${formatFactor(length / mean)} the mean of all.${alone}`;
  return draft(runBegin[row] ?? 0, 'The longest task', caption);
};

/** A shorter tail is not worth a word. */
const SHORT_TAIL = 0.02;

export const suggestEmptyQueue: Suggest = ({ data, calledAt, ended }) => {
  const { queueAt, queueDepth } = data;
  let first = queueDepth.length;
  while (first > 0 && queueDepth.array[first - 1] === 0) first--;
  const at = queueAt.array[first];
  if (first === queueDepth.length || at === undefined || ended === null || calledAt === null) return null;
  const [tail, wall] = [ended.at - at, ended.at - calledAt];
  if (tail < wall * SHORT_TAIL) return null;
  const caption = `A worker that is done from now on has nothing left to do. The call goes on for ${formatDuration(tail)}, ${formatPercent(tail / wall)} of its time.`;
  return draft(at, 'The queue is empty', caption);
};
