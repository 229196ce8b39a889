/** A worker has one chunk at a time and waits for the next: a second one in its pipe would be there at once. */

import { inFlightLimit } from '../../../shared/dispatch-rules';
import { formatDuration, formatPercent } from '../../../shared/format';
import type { Rule } from './finding';
import { areSmall, isWorth, ON_THE_WAY, savesWords } from './worth';

/** Waiting below this part of the workers' time is not worth that a dead worker takes more chunks with it. */
const WAITED = 0.05;

export const deeperPrefetch: Rule = (figures) => {
  const { scenario, index, runNs, chunks, workers, waits, capacityNs } = figures;
  const waitNs = waits.of(...ON_THE_WAY);
  const { prefetch, onWorkerLost } = scenario.pool;
  const limit = prefetch ?? (onWorkerLost === 'retry' ? inFlightLimit(runNs / chunks) : 1);
  // Where workers die each takes along what is in its pipe.
  if (index.totals.lost > 0) return null;
  // Large arguments are kept out of a pipe that has some, and to carry them takes the time of the same cores.
  if (limit > 1 || !areSmall(figures) || scenario.call.method === 'apply') return null;
  if (waitNs < WAITED * capacityNs || chunks < 2 * workers) return null;
  // The next chunk is carried while the worker is at this one: no longer than that can be saved.
  const savesNs = Math.min(waitNs, runNs) / workers;
  if (!isWorth(savesNs, figures)) return null;
  return {
    id: 'deeper-prefetch',
    sentence: `With one chunk at a time in its pipe each worker waited for the next one: ${formatDuration(waitNs / chunks)} after each chunk, ${formatPercent(waitNs / capacityNs)} of its time.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: '',
    change: { path: 'pool.prefetch', value: '2', text: 'Prefetch 2 chunks' },
    evidence: waits.examples(...ON_THE_WAY),
  };
};
