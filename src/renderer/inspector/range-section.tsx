/** What happened in the range: counts and shares, phases, run times. While it is dragged only its time and count. */
import { ClipboardList, FileSpreadsheet, X, ZoomIn } from 'lucide-react';
import { toast } from 'sonner';
import { useStore } from 'zustand';
import { formatBytes, formatCount, formatDuration, formatPercent, formatRate } from '../../shared/format';
import type { RangeStatistics } from '../derive/range-statistics';
import { countInRange } from '../derive/rows-in-range';
import { factsStore, viewStore } from '../store';
import { useThrottled } from '../store/throttled';
import { useAxisZero } from '../timeline/beside/use-axis-zero';
import { timelineCommands } from '../timeline/commands';
import { IconButton } from '../ui/button';
import { TruthBadge } from '../ui/truth-badge';
import { HistogramFigure } from './histogram-figure';
import { RangeTable } from './range-table';
import { rangeCsv, rangeText } from './range-text';
import { useRangeStatistics } from './use-range-statistics';
import './range.css';

const ICON = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

export function RangeSection() {
  const range = useStore(viewStore, (view) => view.range);
  const moves = useStore(viewStore, (view) => view.rangeMoves);
  const facts = useThrottled(factsStore);
  const statistics = useRangeStatistics(facts, moves ? null : range);
  const zeroNs = useAxisZero();
  if (range === null) return null;
  const all = facts.data.workers.length;
  const lanes = range.workers === null ? 'all workers' : `${range.workers.length} of ${formatCount(all)} workers`;
  return (
    <section className="range" aria-label="Range" data-testid="range">
      <header className="range-head">
        <h2 className="inspector-title">Range</h2>
        {statistics !== null && (
          <>
            <IconButton label="Copy as text" onClick={() => void copy(rangeText(range, zeroNs, statistics))}>
              <ClipboardList {...ICON} />
            </IconButton>
            <IconButton label="Copy as CSV" onClick={() => void copy(rangeCsv(statistics))}>
              <FileSpreadsheet {...ICON} />
            </IconButton>
          </>
        )}
        <IconButton
          label="Zoom to the range"
          shortcut="Z"
          onClick={() => timelineCommands.show(range.startNs, range.endNs)}
        >
          <ZoomIn {...ICON} />
        </IconButton>
        <IconButton label="Let go of the range" shortcut="Escape" onClick={() => timelineCommands.selectRange(null)}>
          <X {...ICON} />
        </IconButton>
      </header>
      <p className="range-time">
        <strong>{formatDuration(range.endNs - range.startNs)}</strong> from {formatDuration(range.startNs - zeroNs)} to{' '}
        {formatDuration(range.endNs - zeroNs)}, {lanes}
      </p>
      {statistics === null ? (
        <p className="task-empty">{formatCount(countInRange(facts, range))} tasks ran</p>
      ) : (
        <Statistics statistics={statistics} />
      )}
    </section>
  );
}

function Statistics({ statistics }: { readonly statistics: RangeStatistics }) {
  const { tasks, failed, lost, retried, perSecond, busyShare, workers, argsBytes, resultBytes } = statistics;
  const figures = [
    ['Tasks that ran', formatCount(tasks), 'count'],
    ...(failed > 0 ? [['of them failed', formatCount(failed), 'count'] as const] : []),
    ...(lost > 0 ? [['of them lost', formatCount(lost), 'count'] as const] : []),
    ...(retried > 0 ? [['of them retries', formatCount(retried), 'count'] as const] : []),
    ['Throughput', formatRate(perSecond), 'range.throughput'],
    [`Busy share of ${formatCount(workers)}`, formatPercent(busyShare), 'range.busy'],
    ['Bytes in (arguments)', formatBytes(argsBytes), 'pickles.bytes'],
    ['Bytes out (results)', formatBytes(resultBytes), 'pickles.bytes'],
  ] as const;
  return (
    <>
      <dl className="range-figures">
        {figures.map(([name, value, method]) => (
          <div key={name}>
            <dt>
              {name} <TruthBadge method={method} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {tasks === 0 ? (
        <p className="task-empty">No task ran in this stretch of time.</p>
      ) : (
        <>
          <RangeTable phases={statistics.phases} tasks={tasks} />
          <p className="range-note">Whole phases count, also where they reach beyond the range.</p>
          <HistogramFigure histogram={statistics.runTimes} title="Run times" />
        </>
      )}
    </>
  );
}

async function copy(text: string): Promise<void> {
  const answer = await window.poolscope.call('clipboard:write', text);
  if (answer.ok) toast.success('Copied the statistics of the range');
  else toast.error(answer.message);
}
