/** Words that the sentences share. */

import { formatBytes, formatCount, formatDuration } from '../../../shared/format';
import { isThread } from '../../../shared/scenario';
import { laneWord } from '../../../shared/worker-words';
import type { Facts } from '../../store/facts';
import { runExtent } from '../run-extent';

/** `PID 4712`; threads share one, so they go by their number. */
export function who(facts: Facts, worker: number): string {
  const record = facts.data.workers[worker];
  const { engine } = facts.started?.scenario ?? {};
  if (record !== undefined && laneWord(record) === record.name) return record.name;
  return isThread(engine) || !record?.pid ? `worker ${worker + 1}` : `PID ${record.pid}`;
}

/** A moment as the axis has it: `412 ms`. */
export function moment(facts: Facts, at: number): string {
  return formatDuration(at - runExtent(facts).originNs);
}

/** `task 17`, or `tasks 16 to 31` for a chunk. */
export function tasksOf(facts: Facts, first: number, end: number): string {
  const { task } = facts.data.table.columns;
  const from = task[first] ?? 0;
  return end - first === 1 ? `task ${from}` : `tasks ${from} to ${task[end - 1] ?? from}`;
}

/** `3 other arguments`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${formatCount(number)} ${number === 1 ? one : many}`;
}

export const bytesOf = (column: Uint32Array, first: number, end: number): string => {
  let sum = 0;
  for (let row = first; row < end; row++) sum += column[row] ?? 0;
  return formatBytes(sum);
};
