/** A worker has one chunk at a time and waits for the next: a second one in its pipe would be there at once. */

import { inFlightLimit } from '../../../shared/dispatch-rules';
import { formatDuration, formatPercent } from '../../../shared/format';
import type { Rule } from './finding';
import { carryingNs, isWorth, latencyNs, savesWords, someGaps } from './worth';

/** Waiting below this part of the workers' time is not worth that a dead worker takes more chunks with it. */
const WAITED = 0.05;

export const deeperPrefetch: Rule = (figures) => {
  const { scenario, runNs, chunks, workers, waitNs, capacityNs } = figures;
  const { prefetch, onWorkerLost } = scenario.pool;
  const limit = prefetch ?? (onWorkerLost === 'retry' ? inFlightLimit(runNs / chunks) : 1);
  if (limit > 1 || scenario.call.method === 'apply' || waitNs < WAITED * capacityNs || chunks < 2 * workers)
    return null;
  // The next chunk is carried while the worker is at this one: no longer than that can be saved.
  const savesNs = Math.min(latencyNs(figures) + carryingNs(figures), runNs / workers);
  if (!isWorth(savesNs, figures)) return null;
  return {
    id: 'deeper-prefetch',
    sentence: `With one chunk at a time in its pipe each worker waited for the next one: ${formatDuration(waitNs / chunks)} after each chunk, ${formatPercent(waitNs / capacityNs)} of its time.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: '',
    change: { path: 'pool.prefetch', value: '2', text: 'Prefetch 2 chunks' },
    evidence: someGaps(figures),
  };
};
