/** What the program of a run was at, as its source text is highlighted. */
import type { CodeMoment } from '../lessons/code-text';
import type { Facts } from '../store/facts';
import { upperBound } from './binary-search';

/** Part of a run for which a delivery stays in sight. */
const IN_SIGHT = 1 / 40;

/** @param atNs a moment of the run @returns null before the first run */
export function codeMoment({ started, calledAt, ended, data }: Facts, atNs: number): CodeMoment | null {
  if (started === null) return null;
  if (calledAt === null || atNs < calledAt) return 'boot';
  if (ended !== null && atNs >= ended.at) return 'end';
  const { deliveredAt } = data;
  const delivered = upperBound(deliveredAt.array, deliveredAt.length, atNs);
  const last = deliveredAt.array[delivered - 1] ?? Number.NEGATIVE_INFINITY;
  const length = (ended?.at ?? atNs) - calledAt;
  if (delivered > 0 && atNs - last <= length * IN_SIGHT) return 'deliver';
  const [dispatched = Number.POSITIVE_INFINITY] = data.table.columns.argsSent;
  return data.table.length > 0 && dispatched <= atNs ? 'task' : 'call';
}
