/** The pool took longer than all runs together: a plain loop would have been faster. */
import { formatDuration } from '../../../shared/format';
import type { WorkloadName } from '../../../shared/workloads';
import type { Rule } from './finding';
import { isWorth, savesWords } from './worth';

/** A plain loop has no other process to end, so the form refuses these on it. */
const NEEDS_WORKERS: ReadonlySet<WorkloadName> = new Set(['crash', 'exit', 'hang', 'leak-memory']);

export const plainLoop: Rule = (figures) => {
  const { scenario, runNs, wallNs } = figures;
  const savesNs = wallNs - runNs;
  if (!isWorth(savesNs, figures) || NEEDS_WORKERS.has(scenario.workload.name)) return null;
  return {
    id: 'plain-loop',
    sentence: `The pool was slower than a plain loop would be: all runs together took ${formatDuration(runNs)}, the call ${formatDuration(wallNs)}. The tasks are too short for what pickling and messages cost.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: '',
    change: { path: 'engine', value: 'serial', text: 'Run it as a plain loop' },
    evidence: [],
  };
};
