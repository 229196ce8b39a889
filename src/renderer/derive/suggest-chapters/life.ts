/** Chapters about the run as a whole: how it boots, what is called, and what it came to. */

import { formatCount, formatDuration, formatFactor, formatPercent } from '../../../shared/format';
import { isLoop } from '../../../shared/scenario';
import type { Facts } from '../../store/facts';
import { runExtent } from '../run-extent';
import { runProgress } from '../run-progress';
import { count, draft, type Suggest, workerWord } from './draft';

export const suggestBoot: Suggest = (facts) => {
  const booted = facts.data.workers.filter(({ readyAt, spawnedAt }) => readyAt !== null && spawnedAt <= callOf(facts));
  if (booted.length === 0 || isLoop(facts.started?.scenario?.engine)) return null;
  const { originNs } = runExtent(facts);
  const last = Math.max(...booted.map(({ readyAt }) => readyAt ?? 0));
  const many = booted.length > 1;
  const start = `${count(booted.length, 'worker')} ${many ? 'start' : 'starts'}, ${many ? 'each ' : ''}a ${workerWord(facts, false)} of its own.`;
  const ready = `${many ? 'The last one' : 'It'} is ready after ${formatDuration(last - originNs)}.`;
  // Replay begins here anyway.
  return { ...draft(originNs, 'The workers boot', `${start} ${ready}`), pause: false };
};

/** Those that came later are replacements. */
const callOf = ({ calledAt, now }: Facts): number => calledAt ?? now;

export const suggestCall: Suggest = (facts) => {
  const { started, calledAt } = facts;
  if (started === null || calledAt === null) return null;
  const method = started.scenario?.call.method.replace('-', '_') ?? 'The call';
  if (started.scenario?.engine === 'serial') {
    return draft(
      calledAt,
      'The loop begins',
      `${count(started.tasks, 'task')}, one after the other. Nothing is pickled.`,
    );
  }
  if (started.scenario?.engine === 'async') {
    const caption = `${count(started.tasks, 'task')} in one event loop, up to ${formatCount(started.scenario.pool.processes)} in flight. Nothing is pickled.`;
    return draft(calledAt, 'The loop begins', caption);
  }
  const chunks = Math.ceil(started.tasks / Math.max(1, started.chunksize));
  const parts =
    started.chunksize > 1
      ? ` in ${count(chunks, 'chunk')} of ${chunks > 1 ? 'up to ' : ''}${formatCount(started.chunksize)}`
      : ', one at a time';
  const caption = `${method} takes ${count(started.tasks, 'task')}${parts}. Each argument is pickled before it is sent.`;
  return draft(calledAt, `The call: ${method}`, caption);
};

export const suggestReturn: Suggest = (facts) => {
  const { ended, calledAt, started } = facts;
  if (ended === null || calledAt === null || started === null) return null;
  if (ended.status !== 'completed') {
    const { completed } = ended.summary.tasks;
    const caption = `After ${formatDuration(ended.at - calledAt)}, with ${formatCount(completed)} of ${count(started.tasks, 'task')} done.`;
    return draft(ended.at, END_TITLES[ended.status], caption);
  }
  const { wallNs, serialNs, speedup, pickling } = runProgress(facts);
  const took = `The call took ${formatDuration(wallNs.value)}.`;
  if (isLoop(started.scenario?.engine)) return draft(ended.at, 'The loop ends', took);
  const slower = speedup.value < 1 ? ': the pool was slower' : `, ${formatFactor(speedup.value)} as long`;
  const alone = `One after the other its tasks would have taken ${formatDuration(serialNs.value)}${slower}.`;
  const price = `Pickling was ${formatPercent(pickling.shareOfBusy.value)} of the work.`;
  return draft(ended.at, 'The call returns', `${took} ${alone} ${price}`);
};

const END_TITLES = {
  stopped: 'The run is stopped',
  killed: 'The run is killed',
  broken: 'The pool breaks',
  refused: 'The call is not made',
  unfinished: 'The recording ends',
} as const;
