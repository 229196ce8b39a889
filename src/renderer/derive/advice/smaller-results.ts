/** Pickling the results took the workers' time, or unpickling them the caller's. */
import { formatBytes, formatDuration } from '../../../shared/format';
import { heaviest } from '../why-idle/heaviest';
import type { Rule } from './finding';
import { isWorth, savesWords } from './worth';

const PART = 10;
/** Smaller ones cost what any message costs, whatever is in them. */
const LEAST_BYTES = 1024;

export const smallerResults: Rule = (figures) => {
  const { scenario, index, summary, ran, workers, waits, callerLoadsNs, workerDumpsNs, calledAt, endedAt } = figures;
  const mean = summary.pickling.resultBytes / ran;
  if (mean < LEAST_BYTES) return null;
  const savesNs = ((waits.of('unpickling', 'result-flight') + workerDumpsNs) / workers) * (1 - 1 / PART);
  if (!isWorth(savesNs, figures)) return null;
  const { kind, resultBytes } = scenario.payload;
  const less = Math.round(resultBytes / PART);
  return {
    id: 'smaller-results',
    sentence: `The results are large: ${formatBytes(mean)} a task. The workers pickled them for ${formatDuration(workerDumpsNs)}, and the caller unpickled them for ${formatDuration(callerLoadsNs)}.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: 'Return less from each task: a summary, or the name of a file.',
    change:
      kind === 'none' || resultBytes === 0
        ? null
        : { path: 'payload.resultBytes', value: String(less), text: `Return ${formatBytes(less)} with each result` },
    evidence: heaviest(index.caller.loads, index.caller.loadedRows, { from: calledAt, to: endedAt }).spans,
  };
};
