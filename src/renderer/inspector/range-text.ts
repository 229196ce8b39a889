/** The statistics of a range as text to paste: lines for a message, or comma-separated values for a table. */
import { formatBytes, formatCount, formatDuration, formatPercent, formatRate } from '../../shared/format';
import { PHASE_LABELS } from '../../shared/phases';
import type { RangeStatistics } from '../derive/range-statistics';
import type { Range } from '../store/view';

/** From when to when, on the axis, and for how long. */
export function rangeTitle({ startNs, endNs }: Range, originNs: number): string {
  return `${formatDuration(startNs - originNs)} to ${formatDuration(endNs - originNs)}, ${formatDuration(endNs - startNs)}`;
}

export function rangeText(range: Range, originNs: number, statistics: RangeStatistics): string {
  const { tasks, failed, lost, retried, perSecond, busyShare, workers, argsBytes, resultBytes, phases } = statistics;
  const lines = [
    `Range: ${rangeTitle(range, originNs)}`,
    `Tasks that ran: ${formatCount(tasks)} (${formatCount(failed)} failed, ${formatCount(lost)} lost, ${formatCount(retried)} retried)`,
    `Throughput: ${formatRate(perSecond)}`,
    `Busy: ${formatPercent(busyShare)} of ${formatCount(workers)} workers`,
    `Arguments: ${formatBytes(argsBytes)}, results: ${formatBytes(resultBytes)}`,
    ...phases.map(
      ({ phase, totalNs, meanNs, p50Ns, p95Ns, maxNs }) =>
        `${PHASE_LABELS[phase]}: total ${formatDuration(totalNs)}, mean ${formatDuration(meanNs)}, ` +
        `p50 ${formatDuration(p50Ns)}, p95 ${formatDuration(p95Ns)}, max ${formatDuration(maxNs)}`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** One line a phase, times in µs. */
export function rangeCsv({ phases }: RangeStatistics): string {
  const micros = (ns: number): string => String(Math.round(ns) / 1e3);
  const lines = phases.map(({ phase, count, totalNs, meanNs, p50Ns, p95Ns, maxNs }) =>
    [PHASE_LABELS[phase], count, ...[totalNs, meanNs, p50Ns, p95Ns, maxNs].map(micros)].join(','),
  );
  return `${['phase,count,total_us,mean_us,p50_us,p95_us,max_us', ...lines].join('\n')}\n`;
}
