/** `imap` held results back until earlier ones were there: `imap_unordered` does not. */
import { formatDuration } from '../../../shared/format';
import { nanos } from '../../../shared/units';
import type { Evidence } from '../../store/view';
import type { Rule } from './finding';
import type { RunFigures } from './run-figures';
import { isWorth } from './worth';

/** Order is what dominates where a result waits longer for its turn than its task ran. */
const AS_LONG_AS_RUN = 1;

export const unordered: Rule = (figures) => {
  const { scenario, summary } = figures;
  const { orderWait, run } = summary.phasesMs;
  const savesNs = orderWait.mean * 1e6;
  if (scenario.call.method !== 'imap' || orderWait.mean < AS_LONG_AS_RUN * run.mean) return null;
  if (!isWorth(savesNs, figures)) return null;
  return {
    id: 'unordered',
    sentence: `Results waited for their turn: ${formatDuration(savesNs)} on average after they were there, ${formatDuration(orderWait.max * 1e6)} at most, because imap delivers in input order.`,
    savesNs,
    saves: `Would bring each result ${formatDuration(savesNs)} sooner on average`,
    hint: '',
    change: { path: 'call.method', value: 'imap-unordered', text: 'Use imap_unordered' },
    evidence: headOfLine(figures),
  };
};

/** The task that the result with the longest wait had to wait for. One pass over all rows, once a run. */
function headOfLine({ facts: { data }, index }: RunFigures): Evidence[] {
  const { columns, length } = data.table;
  const { completed, delivered, task } = columns;
  let longest = -1;
  let wait = 0;
  for (let row = 0; row < length; row++) {
    const waited = (delivered[row] ?? Number.NaN) - (completed[row] ?? Number.NaN);
    if (waited > wait) [longest, wait] = [row, waited];
  }
  let head = -1;
  for (let row = 0; row < length && longest >= 0; row++) {
    const before = (task[row] ?? 0) < (task[longest] ?? 0) && (completed[row] ?? 0) <= (delivered[longest] ?? 0);
    if (before && (head < 0 || (completed[row] ?? 0) > (completed[head] ?? 0))) head = row;
  }
  const worker = columns.worker[head] ?? 0;
  const begin = index.lanes[worker]?.beginOf(head) ?? Number.NaN;
  const end = columns.resultDumpsEnd[head] ?? Number.NaN;
  return end >= begin ? [{ worker, startNs: nanos(begin), endNs: nanos(end) }] : [];
}
