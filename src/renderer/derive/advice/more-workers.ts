/** Every worker was busy and cores were left: more workers would share the work. */
import { formatCount, formatPercent } from '../../../shared/format';
import { mostlyWaits } from '../../../shared/workloads';
import type { Rule } from './finding';
import { isWorth, savesWords } from './worth';

/** Workers busier than this leave nothing to gain but by more of them. */
const BUSY = 0.7;
/** Cores are rarely all free, and a new worker is not ready at once. */
const CAUTION = 0.7;

export const moreWorkers: Rule = (figures) => {
  const { scenario, cores, usefulShare, wallNs, chunks } = figures;
  const { processes } = scenario.pool;
  const wanted = Math.min(cores, Math.floor(chunks / 2));
  if (mostlyWaits(scenario.workload.name) || usefulShare < BUSY || wanted <= processes) return null;
  const savesNs = wallNs * usefulShare * (1 - processes / wanted) * CAUTION;
  if (!isWorth(savesNs, figures)) return null;
  return {
    id: 'more-workers',
    sentence: `${processes === 1 ? 'The worker was' : `All ${formatCount(processes)} workers were`} at useful work ${formatPercent(usefulShare)} of the time, and this machine has ${formatCount(cores)} cores.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: '',
    change: { path: 'pool.processes', value: String(wanted), text: `Use ${formatCount(wanted)} workers` },
    evidence: [],
  };
};
