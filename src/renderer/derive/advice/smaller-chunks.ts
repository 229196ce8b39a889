/** The last chunks kept a few workers busy while the others had nothing left: smaller ones spread more evenly. */
import { formatCount, formatDuration, formatFactor, formatPercent } from '../../../shared/format';
import { type LastChunk, lastChunkOf, meanChunkNs } from '../why-idle/tail';
import { who } from '../why-idle/words';
import type { Rule } from './finding';
import type { RunFigures } from './run-figures';
import { hasChunks, isWorth, savesWords } from './worth';

/** The tail shrinks with the chunks, until a single task fills it. */
const PARTS = 4;

export const smallerChunks: Rule = (figures) => {
  const { facts, index, chunksize, tailNs, workers, wallNs, summary } = figures;
  if (!hasChunks(figures) || chunksize < 2) return null;
  const size = Math.max(1, Math.floor(chunksize / PARTS));
  const longestTask = summary.phasesMs.run.max * 1e6;
  const savesNs = Math.min((tailNs / workers) * (1 - size / chunksize), wallNs - longestTask);
  if (!isWorth(savesNs, figures)) return null;
  const last = longestLast(figures);
  const factor = last === null ? Number.NaN : (last.endNs - last.startNs) / meanChunkNs(index);
  const which =
    last === null || !(factor >= 1)
      ? ''
      : `; the last chunk, on ${who(facts, last.worker)}, was ${formatFactor(factor)} as long as the mean`;
  return {
    id: 'smaller-chunks',
    sentence: `At the end the workers had nothing left for ${formatDuration(tailNs / workers)} on average, ${formatPercent(tailNs / workers / wallNs)} of the call, while the last chunks ran${which}.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: '',
    change: { path: 'call.chunksize', value: String(size), text: `Set the chunk size to ${formatCount(size)}` },
    evidence: last === null ? [] : [last],
  };
};

/** The chunk that ended last. */
function longestLast({ facts, index }: RunFigures): LastChunk | null {
  let last: LastChunk | null = null;
  for (const lane of index.lanes) {
    const chunk = lane === undefined ? null : lastChunkOf(facts, index, lane.worker);
    if (chunk !== null && (last === null || chunk.endNs > last.endNs)) last = chunk;
  }
  return last;
}
