/** Pickling the arguments held the workers up: less of them would not. */
import { formatBytes, formatDuration, formatPercent } from '../../../shared/format';
import { heaviest } from '../why-idle/heaviest';
import type { Rule } from './finding';
import { isWorth, savesWords } from './worth';

/** One figure less: enough to see whether size is what it costs. */
const PART = 10;
/** Smaller ones cost what any message costs, whatever is in them. */
const LEAST_BYTES = 1024;

export const smallerArguments: Rule = (figures) => {
  const {
    scenario,
    index,
    summary,
    ran,
    workers,
    wallNs,
    waits,
    callerDumpsNs,
    workerLoadsNs,
    flightNs,
    chunks,
    calledAt,
    endedAt,
  } = figures;
  const mean = summary.pickling.argsBytes / ran;
  if (mean < LEAST_BYTES) return null;
  // Pickling and carrying beside busy workers cost nothing: only while they wait they do.
  const held = waits.of('pickling-own', 'pickling-other', 'args-flight');
  const savesNs = ((held + workerLoadsNs) / workers) * (1 - 1 / PART);
  if (!isWorth(savesNs, figures)) return null;
  const { kind, bytes } = scenario.payload;
  const less = Math.round(bytes / PART);
  return {
    id: 'smaller-arguments',
    sentence: `The arguments are large: ${formatBytes(mean)} a task. The caller pickled them for ${formatDuration(callerDumpsNs)}, ${formatPercent(callerDumpsNs / wallNs)} of the call, they were in flight for ${formatDuration(flightNs / chunks)} a chunk, and the workers unpickled them for ${formatDuration(workerLoadsNs)}.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: 'Send less with each task: an index or a path instead of the data.',
    change:
      kind === 'none' || bytes === 0
        ? null
        : { path: 'payload.bytes', value: String(less), text: `Send ${formatBytes(less)} with each argument` },
    evidence: heaviest(index.caller.dumps, index.caller.dumpedRows, { from: calledAt, to: endedAt }).spans,
  };
};
