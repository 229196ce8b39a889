/** A chapter that the run's own facts suggest, and words that the drafts share. */

import type { Chapter } from '../../../shared/annotations';
import { formatCount, formatDuration } from '../../../shared/format';
import { isThread } from '../../../shared/scenario';
import type { Facts } from '../../store/facts';

/** Looks at a run and suggests a chapter about one thing; null: there is nothing to tell. */
export type Suggest = (facts: Facts) => Chapter | null;

/** A chapter at which replay stops, so that there is time to talk about it. */
export const draft = (atNs: number, title: string, caption: string): Chapter => ({ atNs, title, caption, pause: true });

/** `1 task`, `24 tasks`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${formatCount(number)} ${number === 1 ? one : many}`;

/** How long after the call; `-` is never right here, so nothing is before it. */
export const sinceCall = ({ calledAt }: Facts, atNs: number): string =>
  formatDuration(Math.max(0, atNs - (calledAt ?? atNs)));

/** What runs tasks, in the words of the engine. */
export function workerWord({ started }: Facts, many: boolean): string {
  const word = isThread(started?.scenario?.engine) ? 'thread' : 'process';
  return many ? (word === 'thread' ? 'threads' : 'processes') : word;
}

/** Positions of the least and greatest of what `measure` says, NaN left out; -1: there is none. */
export function extremes(
  rows: number,
  measure: (row: number) => number,
): { readonly least: number; readonly most: number; readonly mean: number } {
  let least = -1;
  let most = -1;
  let lowest = Number.POSITIVE_INFINITY;
  let highest = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let known = 0;
  for (let row = 0; row < rows; row++) {
    const value = measure(row);
    if (Number.isNaN(value)) continue;
    sum += value;
    known++;
    if (value < lowest) [least, lowest] = [row, value];
    if (value > highest) [most, highest] = [row, value];
  }
  return { least, most, mean: sum / known };
}
