/** The figures of two runs: A, B, the difference, and whether it is more than noise. */

import { useStore } from 'zustand';
import { formatPercent, NO_VALUE } from '../../../../shared/format';
import type { FigureId, Figures } from '../../../../shared/run-figures';
import { valuesOf } from '../../../derive/compare/compare-figures';
import { ruleSentence, VERDICT_WORDS, wallSentence } from '../../../derive/compare/compare-words';
import { type Comparison, figureRow, phaseFigures, plainFigures } from '../../../derive/compare/comparison';
import { figureWords, signed } from '../../../derive/compare/figure-words';
import { Segments } from '../../../inspector/segments';
import { compareStore } from '../../../store/compare';
import { Swatch } from '../../../timeline/legend';
import { PHASE_SWATCHES } from '../../../timeline/phase-swatches';
import { TruthBadge } from '../../../ui/truth-badge';
import { type Column, TableHead } from '../table/table-parts';
import { DotStrip } from './dot-strip';
import { MeasureRow } from './measure-row';

const BASIS_CHOICES = [
  { value: 'runs', text: 'These two runs' },
  { value: 'medians', text: 'Medians' },
] as const;

const DOTS: Column = { name: 'Repeated runs', width: '136px', method: 'repeat.spread' };

export function columnsOf(comparison: Comparison): readonly Column[] {
  return [
    { name: 'Figure' },
    { name: 'A', align: 'right', width: '80px' },
    { name: 'B', align: 'right', width: '80px' },
    { name: 'A − B', align: 'right', width: '136px', method: 'compare.difference' },
    { name: 'More than noise?', width: '136px', method: 'compare.noise' },
    ...(hasDots(comparison) ? [DOTS] : []),
  ];
}

const hasDots = ({ repeated }: Comparison): boolean => repeated.a.length > 0 || repeated.b.length > 0;

export function CompareTable({ comparison }: { readonly comparison: Comparison }) {
  const measure = useStore(compareStore, (compare) => compare.measure);
  const { figuresA, figuresB, basis, hasMedians } = comparison;
  const both = [figuresA, figuresB];
  const columns = columnsOf(comparison);
  return (
    <>
      <div className="compare-summary">
        <p className="compare-sentence" data-testid="compare-sentence">
          {wallSentence(figureRow(comparison, 'wall'), basis === 'medians')}
        </p>
        {hasMedians && (
          <Segments
            label="What the figures are of"
            value={basis}
            choices={BASIS_CHOICES}
            onChange={(value) => compareStore.setState({ basis: value })}
          />
        )}
        <details className="compare-rule">
          <summary>How is noise told?</summary>
          <p>{ruleSentence(basis === 'medians')}</p>
        </details>
      </div>
      <table className="bottom-table compare-table" aria-label="Figures of both runs" data-testid="compare-table">
        <TableHead columns={columns} />
        <tbody>
          {plainFigures(both).map((id) => (
            <FigureRow key={id} id={id} comparison={comparison} />
          ))}
          <MeasureRow columns={columns.length} measure={measure} />
          {phaseFigures(both, measure).map(({ phase, id }) => (
            <FigureRow key={id} id={id} comparison={comparison} swatch={<Swatch {...PHASE_SWATCHES[phase]} />} />
          ))}
        </tbody>
      </table>
      {hasDots(comparison) && <p className="compare-key">{dotsKey(comparison)}</p>}
    </>
  );
}

function dotsKey({ repeated }: Comparison): string {
  const rows = repeated.sameScenario
    ? 'A dot is a repeated run of the scenario'
    : 'A dot is a repeated run, those of A filled and above, those of B hollow and below';
  return `${rows}; half of them lie on the bar, the median is the line. Triangles are the two runs on the timeline: A from above, B from below.`;
}

interface FigureRowProps {
  readonly id: FigureId;
  readonly comparison: Comparison;
  readonly swatch?: React.ReactNode;
}

function FigureRow({ id, comparison, swatch }: FigureRowProps) {
  const { label, method, format } = figureWords(id);
  const { a, b, difference, relative, verdict } = figureRow(comparison, id);
  const limit = Number.isNaN(verdict.limit) ? undefined : `Up to ${format(verdict.limit)} is noise`;
  return (
    <tr data-figure={id} data-verdict={verdict.kind}>
      <th scope="row">
        {swatch} {label} <TruthBadge method={method} inHead small />
      </th>
      <td data-align="right">{format(a)}</td>
      <td data-align="right">{format(b)}</td>
      <td data-align="right">
        {signed(difference, format)}
        {!Number.isNaN(relative) && <span className="compare-share">{signed(relative, formatPercent)}</span>}
      </td>
      <td title={limit} className="compare-verdict">
        {Number.isNaN(difference) ? NO_VALUE : VERDICT_WORDS[verdict.kind]}
      </td>
      {hasDots(comparison) && (
        <td>
          <DotStrip {...stripOf(comparison, id)} format={format} />
        </td>
      )}
    </tr>
  );
}

function stripOf({ repeated, figuresA, figuresB }: Comparison, id: FigureId) {
  const { a, b, sameScenario } = repeated;
  const marks = { a: markOf(figuresA, id), b: markOf(figuresB, id) };
  // One scenario has one row of dots, and both runs are marked in it.
  return { rows: sameScenario ? [valuesOf(a, id)] : [valuesOf(a, id), valuesOf(b, id)], marks };
}

const markOf = (figures: Figures, id: FigureId): number => figures[id] ?? Number.NaN;
