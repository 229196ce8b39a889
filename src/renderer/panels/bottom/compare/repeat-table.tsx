/** What repeated runs of one scenario came to: median, spread, and every run as a dot. */

import { useStore } from 'zustand';
import { formatCount } from '../../../../shared/format';
import type { FigureId } from '../../../../shared/run-figures';
import { valuesOf } from '../../../derive/compare/compare-figures';
import { phaseFigures, plainFigures } from '../../../derive/compare/comparison';
import { figureWords } from '../../../derive/compare/figure-words';
import { spreadOf } from '../../../derive/compare/spread';
import { compareStore, type Series } from '../../../store/compare';
import { TruthBadge } from '../../../ui/truth-badge';
import { type Column, TableHead } from '../table/table-parts';
import { DotStrip } from './dot-strip';
import { MeasureRow } from './measure-row';

export const REPEAT_COLUMNS: readonly Column[] = [
  { name: 'Figure' },
  { name: 'Median', align: 'right', width: '96px', method: 'repeat.spread' },
  { name: 'Half of the runs', align: 'right', width: '168px', method: 'repeat.spread' },
  { name: 'All runs', align: 'right', width: '168px', method: 'stats.extreme' },
  { name: 'Each run', width: '136px' },
];

export function RepeatTable({ series }: { readonly series: Series }) {
  const measure = useStore(compareStore, (compare) => compare.measure);
  const { runs, scenario } = series;
  return (
    <>
      <div className="compare-summary">
        <p className="compare-sentence">
          {formatCount(runs.length)} runs of {scenario.name}
        </p>
      </div>
      <table className="bottom-table compare-table" aria-label="Repeated runs" data-testid="repeat-table">
        <TableHead columns={REPEAT_COLUMNS} />
        <tbody>
          {plainFigures(runs).map((id) => (
            <SpreadRow key={id} id={id} series={series} />
          ))}
          <MeasureRow columns={REPEAT_COLUMNS.length} measure={measure} />
          {phaseFigures(runs, measure).map(({ id }) => (
            <SpreadRow key={id} id={id} series={series} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function SpreadRow({ id, series }: { readonly id: FigureId; readonly series: Series }) {
  const { label, method, format } = figureWords(id);
  const values = valuesOf(series.runs, id);
  const spread = spreadOf(values);
  if (spread === null) return null;
  const { median, q1, q3, min, max } = spread;
  return (
    <tr data-figure={id}>
      <th scope="row">
        {label} <TruthBadge method={method} inHead small />
      </th>
      <td data-align="right">{format(median)}</td>
      <td data-align="right">{`${format(q1)} to ${format(q3)}`}</td>
      <td data-align="right">{`${format(min)} to ${format(max)}`}</td>
      <td>
        <DotStrip rows={[values]} format={format} />
      </td>
    </tr>
  );
}
