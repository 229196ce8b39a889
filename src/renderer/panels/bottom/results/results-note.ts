/** One line on how far the results are, and why some that are done have not been delivered: Python's rules. */
import { formatCount } from '../../../../shared/format';
import { recordingOf } from '../../../derive/is-live';
import { runProgress } from '../../../derive/run-progress';
import type { Facts } from '../../../store/facts';
import { failuresOf } from '../errors/failures';
import { orderOf } from './result-order';

export interface ResultsNote {
  readonly count: string;
  /** Empty: nothing to explain. */
  readonly reason: string;
}

const RECORDED = 'A recording keeps when each result came and who made it, not its value.';

export function resultsNote(facts: Facts): ResultsNote {
  const { started, ended, data } = facts;
  if (started === null) return { count: '', reason: '' };
  const delivered = data.deliveredRows.length;
  const held = Math.max(0, runProgress(facts).done - delivered);
  const count = `${formatCount(delivered)} of ${formatCount(started.tasks)} delivered`;
  if (recordingOf(facts) !== null) return { count, reason: RECORDED };
  const order = orderOf(started.scenario);
  const method = started.scenario?.call.method ?? 'the call';
  const failed = failuresOf(facts).rows.length > 0;
  if (ended !== null) {
    if (order !== 'at once' || held === 0) return { count, reason: '' };
    const reason = failed
      ? `${method} raised the first error that arrived, so that it returned no results; ${formatCount(held)} had completed.`
      : `${method} did not return, so that its ${formatCount(held)} completed results were never delivered.`;
    return { count, reason };
  }
  if (order === 'at once') {
    return {
      count: `${formatCount(held)} completed, held until ${method} returns`,
      reason: `${method} returns all results at once, in input order.`,
    };
  }
  if (order === 'input' && held > 0) {
    return {
      count: `${count}; ${formatCount(held)} completed, held until their turn`,
      reason: 'imap keeps input order: a slow task holds up those after it.',
    };
  }
  return { count, reason: '' };
}
