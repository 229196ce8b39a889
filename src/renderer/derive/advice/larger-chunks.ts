/** Chunks are so short that workers wait for the next one: larger ones share the cost of a message. */
import { formatCount, formatDuration, formatPercent } from '../../../shared/format';
import type { Rule } from './finding';
import { areSmall, hasChunks, isWorth, ON_THE_WAY, savesWords } from './worth';

/** A chunk this long makes its round trip, a fraction of a ms, small beside it. */
const GOOD_CHUNK_NS = 10e6;
/** As Python has it for `map`: fewer chunks than this for each worker and the last ones are awaited. */
const CHUNKS_A_WORKER = 4;
/** Waiting below this part of the workers' time is not worth a change. */
const WAITED = 0.1;

export const largerChunks: Rule = (figures) => {
  const { scenario, runNs, ran, workers, chunks, chunksize, waits, capacityNs } = figures;
  // What is not recorded is mostly the caller at work on messages.
  const waitNs = waits.of(...ON_THE_WAY, 'unknown');
  if (!hasChunks(figures) || !areSmall(figures) || waitNs < WAITED * capacityNs || chunks < 2 * workers) return null;
  const most = Math.ceil(ran / (CHUNKS_A_WORKER * scenario.pool.processes));
  const size = roundSize(Math.min(most, Math.ceil(GOOD_CHUNK_NS / Math.max(1, runNs / ran))));
  if (size < 2 * chunksize) return null;
  const savesNs = (waitNs / workers) * (1 - chunksize / size);
  if (!isWorth(savesNs, figures)) return null;
  const mean = formatDuration(runNs / chunks);
  return {
    id: 'larger-chunks',
    sentence: `The chunks are short: ${formatCount(chunks)} of them ran ${mean} each, and the workers waited for the next one ${formatPercent(waitNs / capacityNs)} of their time.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: '',
    change: { path: 'call.chunksize', value: String(size), text: `Set the chunk size to ${formatCount(size)}` },
    evidence: waits.examples(...ON_THE_WAY, 'unknown'),
  };
};

/** Two figures: more would feign exactness. */
function roundSize(size: number): number {
  return Number(size.toPrecision(2));
}
