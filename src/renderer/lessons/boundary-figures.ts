/** What crossing the boundary costs a task, out and back: medians over a run's tasks, as figures of a lesson. */
import { median } from 'd3';
import { formatBytes, formatMicros, formatPercent } from '../../shared/format';
import { type Phase, phaseNanos } from '../../shared/phases';
import type { Facts } from '../store/facts';
import type { LessonFigure } from './lesson';

type Columns = Facts['data']['table']['columns'];

/** The median over all tasks for which it is known; NaN: for none. */
export function medianOf({ data: { table } }: Facts, of: (columns: Columns, row: number) => number): number {
  return median(Array.from({ length: table.length }, (_, row) => of(table.columns, row))) ?? Number.NaN;
}

/** Sum of some phases of a task, the median of all tasks; ns. */
export function phasesNs(facts: Facts, ...phases: readonly Phase[]): number {
  return medianOf(facts, (columns, row) => phases.reduce((sum, phase) => sum + phaseNanos(columns, row, phase), 0));
}

export const OUT = ['dumpsArgs', 'sendArgs', 'loadsArgs'] as const;
export const BACK = ['dumpsResult', 'sendResult', 'loadsResult'] as const;

/** Bytes and times of a task, out and on the next line back, and what share of it they are. */
export function boundaryFigures(facts: Facts): readonly LessonFigure[] {
  const share = medianOf(facts, (columns, row) => {
    const boundary = [...OUT, ...BACK].reduce((sum, phase) => sum + phaseNanos(columns, row, phase), 0);
    return boundary / (boundary + phaseNanos(columns, row, 'run'));
  });
  const outBytes = medianOf(facts, ({ argsBytes }, row) => argsBytes[row] ?? Number.NaN);
  const backBytes = medianOf(facts, ({ resultBytes }, row) => resultBytes[row] ?? Number.NaN);
  return [
    {
      label: 'Boundary',
      text: formatPercent(share),
      value: share,
      kind: 'derived',
      method: 'dumps, in flight and loads of a task, out and back, over them and its run. The median of the tasks.',
    },
    {
      label: 'Bytes, out and back',
      text: `${formatBytes(outBytes)}\n${formatBytes(backBytes)}`,
      value: outBytes + backBytes,
      kind: 'measured',
      method: 'Sizes of the pickles of a task: its argument, and below it its result. The median of the tasks.',
    },
    pair('dumps, out and back', phasesNs(facts, 'dumpsArgs'), phasesNs(facts, 'dumpsResult'), 'turned into bytes'),
    pair('In flight, out and back', phasesNs(facts, 'sendArgs'), phasesNs(facts, 'sendResult'), 'on their way'),
    pair('loads, out and back', phasesNs(facts, 'loadsArgs'), phasesNs(facts, 'loadsResult'), 'made from bytes'),
    pair('Whole way, out and back', phasesNs(facts, ...OUT), phasesNs(facts, ...BACK), 'brought to the other side'),
  ];
}

function pair(label: string, outNs: number, backNs: number, what: string): LessonFigure {
  return {
    label,
    text: `${formatMicros(outNs)}\n${formatMicros(backNs)}`,
    value: (outNs + backNs) / 1e6,
    kind: 'measured',
    method: `How long the argument of a task was ${what}, and below it the result. The median of the tasks.`,
  };
}
