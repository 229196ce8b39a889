/** `imap` may draw only so far ahead of the caller: workers waited until it took results. */
import { formatCount, formatPercent } from '../../../shared/format';
import { MAX_TASKS } from '../../../shared/limits';
import type { Rule } from './finding';
import { isWorth, savesWords } from './worth';

/** Results that are kept cost memory: not at once without any limit. */
const FARTHER = 4;

export const lookAhead: Rule = (figures) => {
  const { scenario, waits, capacityNs, workers } = figures;
  const { lookAhead: limit } = scenario.call;
  const waited = waits.of('look-ahead');
  const savesNs = waited / workers;
  if (limit === null || !isWorth(savesNs, figures)) return null;
  const more = Math.min(MAX_TASKS, limit * FARTHER);
  return {
    id: 'look-ahead',
    sentence: `The look-ahead of ${formatCount(limit)} held the workers up for ${formatPercent(waited / capacityNs)} of their time: the input was not drawn farther until the caller had taken results.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: '',
    change: { path: 'call.lookAhead', value: String(more), text: `Look ${formatCount(more)} tasks ahead` },
    evidence: waits.examples('look-ahead'),
  };
};
