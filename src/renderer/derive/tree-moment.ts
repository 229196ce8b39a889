/** What the processes of a spawn tree are at, as the lesson's code is highlighted: what began last is what runs. */
import type { RunEnded } from '../../shared/run-events';
import type { CodeMoment } from '../lessons/code-text';
import type { Facts } from '../store/facts';
import { upperBound } from './binary-search';

/** Names of the spans, as src/main/experiments/spawn-tree/tree-picture.ts writes them. */
const MOMENTS: Readonly<Record<string, CodeMoment>> = {
  boot: 'boot',
  'start workers': 'boot',
  RuntimeError: 'boot',
  refused: 'boot',
  'import main module': 'import',
  'ready for tasks': 'guard',
  'wait for results': 'call',
  task: 'task',
};

/**
 * @param atNs a moment of the run
 * @returns null before its first process, and after its end where the program has not come to its own
 */
export function treeMoment({ ended, data }: Facts, atNs: number): CodeMoment | null {
  if (ended !== null && atNs >= ended.at) return cameToItsEnd(ended) ? 'end' : null;
  const { lanes, texts } = data.slices;
  let latest = Number.NEGATIVE_INFINITY;
  let moment: CodeMoment | null = null;
  for (const { rows, begin, nameText } of lanes) {
    for (let row = 0; row + 1 < rows.length; row++) {
      const first = rows[row] ?? 0;
      const slice = upperBound(begin, rows[row + 1] ?? 0, atNs, first) - 1;
      const at = begin[slice] ?? Number.NaN;
      if (slice < first || !(at >= latest)) continue;
      latest = at;
      moment = MOMENTS[texts[nameText[slice] ?? 0] ?? ''] ?? moment;
    }
  }
  return moment;
}

/** Whoever is refused waits for ever; what was ended from outside says so. */
const cameToItsEnd = ({ status, message }: RunEnded): boolean => status === 'completed' && message === null;
