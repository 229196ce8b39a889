/** How long each phase took, in figures: from the shortest to the longest. */
import { formatCount, formatDuration } from '../../../../shared/format';
import { PHASE_LABELS } from '../../../../shared/phases';
import { barsOf, type Distribution, distributions } from '../../../derive/charts/distributions';
import { ChartEmpty } from './chart-empty';
import type { ChartProps } from './chart-kind';
import { ChartTable, type TableColumn } from './chart-table';
import { timeUnit } from './column-unit';
import { useAgain } from './use-again';

const SHARES = [
  ['Median', 0.5],
  ['p95', 0.95],
] as const;

export function LatencyTable({ facts, scope }: ChartProps) {
  const { phases, complete } = distributions(facts, scope);
  useAgain(!complete);
  if (phases.length === 0) return <ChartEmpty>Each phase appears here once a task has come through it.</ChartEmpty>;
  return (
    <>
      <Lengths phases={phases} />
      <Doublings phases={phases} />
    </>
  );
}

function Lengths({ phases }: { readonly phases: readonly Distribution[] }) {
  // So small a unit that no median is rounded away.
  const unit = timeUnit(Math.min(...phases.map(({ histogram }) => histogram.quantile(0.5))) * 10);
  const inUnit = (name: string) => `${name} (${unit.name})`;
  const columns: TableColumn[] = [
    { name: 'Phase', align: 'left' },
    { name: 'Tasks', method: 'stats.count' },
    { name: inUnit('Shortest'), method: 'stats.extreme' },
    ...SHARES.map(([name]) => ({ name: inUnit(name), method: 'stats.quantile' as const })),
    { name: inUnit('Longest'), method: 'stats.extreme' },
    { name: inUnit('Mean'), method: 'stats.mean' },
  ];
  return (
    <ChartTable
      caption="How long each phase took"
      columns={columns}
      lines={phases.map(({ phase, histogram }) => ({
        key: phase,
        cells: [
          PHASE_LABELS[phase],
          formatCount(histogram.count),
          unit.format(histogram.min),
          ...SHARES.map(([, share]) => unit.format(histogram.quantile(share))),
          unit.format(histogram.max),
          unit.format(histogram.mean),
        ],
      }))}
    />
  );
}

/** The bars of the chart, a doubling of time each. */
function Doublings({ phases }: { readonly phases: readonly Distribution[] }) {
  const all = phases.map(({ histogram }) => new Map(barsOf(histogram, BARS).map((bar) => [bar.group, bar])));
  const groups = [...new Set(all.flatMap((bars) => [...bars.keys()]))].sort((a, b) => a - b);
  return (
    <ChartTable
      caption="Tasks by how long the phase took"
      columns={[
        { name: 'From' },
        { name: 'to' },
        ...phases.map(({ phase }) => ({ name: PHASE_LABELS[phase], method: 'stats.count' as const })),
      ]}
      lines={groups.map((group) => {
        const bar = all.flatMap((bars) => bars.get(group) ?? [])[0];
        return {
          key: group,
          cells: [
            formatDuration(bar === undefined || bar.fromNs <= BARS.floorNs ? 0 : bar.fromNs),
            formatDuration(bar?.toNs ?? Number.NaN),
            ...all.map((bars) => formatCount(bars.get(group)?.count ?? 0)),
          ],
        };
      })}
    />
  );
}

const BARS = { perDoubling: 1, floorNs: 16 } as const;
