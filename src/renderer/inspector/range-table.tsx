/** Phases of the tasks in a range: two lines each, because the inspector is narrow. */
import { Fragment } from 'react';
import { formatCount, formatDuration } from '../../shared/format';
import { PHASE_LABELS } from '../../shared/phases';
import type { PhaseStatistics } from '../derive/range-statistics';
import { Swatch } from '../timeline/legend';
import { PHASE_SWATCHES } from '../timeline/phase-swatches';
import { TruthBadge } from '../ui/truth-badge';

const COLUMNS = [
  ['mean', 'stats.mean'],
  ['p50', 'range.quantile'],
  ['p95', 'range.quantile'],
  ['max', 'stats.extreme'],
] as const;

export function RangeTable({ phases, tasks }: { readonly phases: readonly PhaseStatistics[]; readonly tasks: number }) {
  return (
    <table className="range-table" aria-label="Phases in the range">
      <thead>
        <tr>
          <th scope="col" colSpan={3}>
            Phase
          </th>
          <th scope="col">
            total <TruthBadge method="stats.total" inHead small />
          </th>
        </tr>
        <tr>
          {COLUMNS.map(([name, method]) => (
            <th key={name} scope="col">
              {name} <TruthBadge method={method} inHead small />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {phases.map(({ phase, count, totalNs, meanNs, p50Ns, p95Ns, maxNs }) => (
          <Fragment key={phase}>
            <tr data-phase={phase}>
              <th scope="rowgroup" colSpan={3}>
                <Swatch {...PHASE_SWATCHES[phase]} />
                {PHASE_LABELS[phase]}
                {count < tasks && <span className="range-ended"> {formatCount(count)} ended</span>}
              </th>
              <td className="range-total">{formatDuration(totalNs)}</td>
            </tr>
            <tr>
              {[meanNs, p50Ns, p95Ns, maxNs].map((ns, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns never change their order
                <td key={column}>{formatDuration(ns)}</td>
              ))}
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
