/** More workers compute than there are cores, or far fewer would have had the work done: processes cost memory. */
import { formatBytes, formatCount, formatPercent } from '../../../shared/format';
import { mostlyWaits } from '../../../shared/workloads';
import type { Rule } from './finding';
import type { RunFigures } from './run-figures';

/** Workers busy for less than this part of their time: fewer would do. */
const BUSY = 0.5;
/** Room for uneven tasks. */
const ROOM = 1.25;

export const fewerWorkers: Rule = (figures) => {
  const { scenario, cores, wallNs, runNs, workerLoadsNs, workerDumpsNs } = figures;
  const { processes } = scenario.pool;
  const computes = !mostlyWaits(scenario.workload.name);
  const busy = (runNs + workerLoadsNs + workerDumpsNs) / wallNs;
  const enough = Math.max(1, Math.ceil(busy * ROOM));
  const crowded = computes && processes > cores;
  const wanted = crowded ? cores : enough;
  // Less work than one worker can do: then a plain loop is the better advice.
  if (!crowded && (runNs < wallNs || busy > BUSY * processes || enough >= processes)) return null;
  return {
    id: 'fewer-workers',
    sentence: crowded
      ? `${formatCount(processes)} workers took turns on ${cores === 1 ? '1 core' : `${formatCount(cores)} cores`}: while one computes another waits for its core, and each run takes longer.`
      : `The workers were busy ${formatPercent(busy / processes)} of the time: ${enough === 1 ? '1 worker' : `${formatCount(enough)} workers`} would have done the work of ${formatCount(processes)}.`,
    savesNs: 0,
    saves: savedMemory(figures, processes - wanted),
    hint: '',
    change: {
      path: 'pool.processes',
      value: String(wanted),
      text: wanted === 1 ? 'Use 1 worker' : `Use ${formatCount(wanted)} workers`,
    },
    evidence: [],
  };
};

function savedMemory({ index, facts: { data } }: RunFigures, workers: number): string {
  let sum = 0;
  let count = 0;
  for (const sample of index.latestSample) {
    if (sample === undefined) continue;
    sum += data.sampleMemory.array[sample] ?? 0;
    count++;
  }
  const processes = workers === 1 ? '1 process' : `${formatCount(workers)} processes`;
  return count === 0
    ? `Would save ${processes}`
    : `Would save ${processes}, about ${formatBytes((sum / count) * workers)} of memory`;
}
