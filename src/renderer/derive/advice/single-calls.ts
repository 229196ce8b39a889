/** `apply` makes one call after the other: only one worker is at work at a time. */
import { formatPercent } from '../../../shared/format';
import { mostlyWaits } from '../../../shared/workloads';
import type { Rule } from './finding';
import { isWorth, savesWords } from './worth';

export const singleCalls: Rule = (figures) => {
  const { scenario, waits, capacityNs, runNs, wallNs, cores } = figures;
  if (scenario.call.method !== 'apply') return null;
  const { processes } = scenario.pool;
  const atOnce = mostlyWaits(scenario.workload.name) ? processes : Math.min(processes, cores);
  const savesNs = Math.min(runNs, wallNs) * (1 - 1 / Math.max(1, atOnce));
  if (!isWorth(savesNs, figures)) return null;
  const idle = formatPercent(waits.of('nothing-queued') / capacityNs);
  return {
    id: 'single-calls',
    sentence: `The workers had nothing queued for ${idle} of their time: apply makes its next call only when it has the result of the last one, so that one worker at a time is at work.`,
    savesNs,
    saves: savesWords(savesNs, figures),
    hint: '',
    change: { path: 'call.method', value: 'apply-async', text: 'Use apply_async' },
    evidence: waits.examples('nothing-queued'),
  };
};
