/** What the programs of a run were at, as its source text is highlighted. */
import { type CodeMoment, isCodeMoment } from '../lessons/code-text';
import type { Facts } from '../store/facts';
import { upperBound } from './binary-search';
import { isExperiment } from './is-live';
import { innermostAt } from './slices/slice-facts';

/** Part of a run for which a delivery stays in sight. */
const IN_SIGHT = 1 / 40;

/** @param atNs a moment of the run @returns several where several processes are at something; none before the first run */
export function codeMoments(facts: Facts, atNs: number): readonly CodeMoment[] {
  const moment = codeMoment(facts, atNs);
  if (moment === null) return [];
  if (!isExperiment(facts) || moment === 'boot' || moment === 'end') return [moment];
  const found = processesAt(facts, atNs);
  return found.length === 0 ? [moment] : found;
}

/** Slices of an experiment say which lines they stand for. */
function processesAt({ data: { slices } }: Facts, atNs: number): readonly CodeMoment[] {
  const codes = slices.lanes.map((lane) => {
    const slice = innermostAt(lane, atNs);
    return slice < 0 ? '' : (slices.texts[lane.category[slice] ?? 0] ?? '');
  });
  return [...new Set(codes)].filter(isCodeMoment).sort();
}

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
