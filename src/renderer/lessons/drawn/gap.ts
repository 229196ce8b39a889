/** What lies between what was drawn and what was measured, in words. */
import { formatCount, formatFactor } from '../../../shared/format';
import type { DrawnPrediction } from '../lesson';
import { type Curve, heightsOf } from './axes';

/** Nearer than this share of the height counts as drawn: nobody draws to the pixel. */
const NEAR = 0.08;

export type Gap = 'near' | 'more' | 'less';

export interface GapRow {
  readonly x: string;
  readonly said: string;
  readonly measured: string;
  /** Of what was drawn: `as drawn`, `2.4×`, `1/50`. */
  readonly words: string;
  readonly gap: Gap;
}

/** One row for each x that is known by now and was drawn. */
export function gapRows(prediction: DrawnPrediction, said: Curve, truth: Curve): readonly GapRow[] {
  const { shareOf } = heightsOf(prediction, truth);
  return prediction.x.values.flatMap((value, index) => {
    const drawn = said[index] ?? null;
    const real = truth[index] ?? null;
    if (drawn === null || real === null) return [];
    const by = shareOf(real) - shareOf(drawn);
    const gap: Gap = Math.abs(by) <= NEAR ? 'near' : by > 0 ? 'more' : 'less';
    const row = { x: xText(prediction, value), said: yText(prediction, drawn), measured: yText(prediction, real), gap };
    return [{ ...row, words: gapWords(gap, drawn, real) }];
  });
}

function gapWords(gap: Gap, drawn: number, real: number): string {
  if (gap === 'near') return 'as drawn';
  if (drawn === 0) return 'more';
  const factor = real / drawn;
  // A factor of 0.02 is not seen for what it is.
  return factor > 0 && factor < 0.1 ? `1/${formatCount(Math.round(1 / factor))}` : formatFactor(factor);
}

/** The whole of it in a few words. */
export function verdict(rows: readonly GapRow[]): string {
  const gaps = new Set(rows.map(({ gap }) => gap).filter((gap) => gap !== 'near'));
  if (gaps.size === 0) return 'As you drew.';
  if (gaps.size === 2) return 'Otherwise than you drew.';
  return gaps.has('more') ? 'More than you drew.' : 'Less than you drew.';
}

export const xText = ({ x }: DrawnPrediction, value: number): string => x.text?.(value) ?? withUnit(value, x.unit);

export const yText = ({ y }: DrawnPrediction, value: number): string => y.text?.(value) ?? withUnit(value, y.unit);

function withUnit(value: number, unit: string): string {
  const text = String(Number(value.toPrecision(2)));
  return unit === '' ? text : `${text} ${unit}`;
}
