/** What is said of a difference, in words. */
import { formatDuration, formatPercent } from '../../../shared/format';
import type { FigureComparison } from './compare-figures';
import { ENOUGH_RUNS, type VerdictKind } from './verdict';

export const VERDICT_WORDS: Readonly<Record<VerdictKind, string>> = {
  same: 'the same',
  real: 'more than noise',
  noise: 'within noise',
  few: 'too few runs',
  unknown: 'noise unknown',
};

/** How the two runs compare, in one sentence. @param wall their wall times, or the medians of them */
export function wallSentence({ difference, relative, verdict }: FigureComparison, medians: boolean): string {
  if (Number.isNaN(difference)) return 'The wall times cannot be compared.';
  const [a, b] = medians ? ["A's median", "B's"] : ['A', 'B'];
  if (difference === 0) return `${a} took as long as ${b}.`;
  const share = Number.isNaN(relative) ? '' : ` (${formatPercent(Math.abs(relative))})`;
  const how = difference > 0 ? 'longer' : 'less';
  const sentence = `${a} took ${formatDuration(Math.abs(difference))}${share} ${how} than ${b}`;
  switch (verdict.kind) {
    case 'real':
      return `${sentence}: more than noise.`;
    case 'noise':
      return `${sentence}: repeated runs differ as much.`;
    case 'few':
      return `${sentence}. Too few runs to tell whether that is more than noise.`;
    default:
      return `${sentence}. Whether that is more than noise is not known.`;
  }
}

/** The rule in one sentence. */
export function ruleSentence(medians: boolean): string {
  if (medians) {
    return `Medians differ by more than noise when they are further apart than twice the spread of single runs; the spread is how far repeated runs lie from their own median (median absolute deviation or interquartile range, whichever is larger), and with fewer than ${ENOUGH_RUNS} runs of each nothing is said.`;
  }
  return `Two runs differ by more than noise when they are further apart than four times the spread of repeated runs around their median, and further than any two of those; with fewer than ${ENOUGH_RUNS} repeated runs nothing is said.`;
}
