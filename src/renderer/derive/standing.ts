/** Where a task stands among all tasks of its run, for one phase. */
import { THIN_SPACE } from '../../shared/format';
import type { DurationHistogram } from './duration-histogram';

export interface Standing {
  /** Tasks that are compared with. */
  readonly count: number;
  /** ns, of all tasks. */
  readonly p5: number;
  readonly median: number;
  readonly p95: number;
  /** `longer than 97 %`, to be followed by `of tasks` where `ofTasks` says so. */
  readonly words: string;
  readonly ofTasks: boolean;
  /** Where a length of time lies between the shortest and the longest, on a logarithmic scale; 0..1. */
  place(ns: number): number;
}

/** Within this much of the middle a task is no more than "about the median". */
const MIDDLE = 0.05;

/** @returns null where there is nothing to compare: the phase has not ended, or no task has come through it */
export function standingOf(histogram: DurationHistogram, ns: number): Standing | null {
  const { count, min, max } = histogram;
  if (count === 0 || Number.isNaN(ns)) return null;
  return {
    count,
    p5: histogram.quantile(0.05),
    median: histogram.quantile(0.5),
    p95: histogram.quantile(0.95),
    ...inWords(histogram, ns),
    place: (at) => placeBetween(Math.min(min, ns), Math.max(max, ns), at),
  };
}

function inWords(histogram: DurationHistogram, ns: number): Pick<Standing, 'words' | 'ofTasks'> {
  const { count, min, max } = histogram;
  const plain = (words: string) => ({ words, ofTasks: false });
  if (count === 1) return plain('the only one so far');
  if (min === max && ns === min) return plain('the same for all');
  if (ns >= max) return plain('the longest of all');
  if (ns <= min) return plain('the shortest of all');
  const below = histogram.shareBelow(ns);
  if (Math.abs(below - 0.5) < MIDDLE) return plain('about the median');
  const words = below > 0.5 ? `longer than ${rounded(below)}` : `shorter than ${rounded(1 - below)}`;
  return { words, ofTasks: true };
}

/** Down, so that it never says more than is so; in tenths where whole numbers would say nearly all. */
function rounded(share: number): string {
  const steps = share > 0.99 ? 1000 : 100;
  return `${((Math.floor(share * steps) / steps) * 100).toFixed(share > 0.99 ? 1 : 0)}${THIN_SPACE}%`;
}

/** Lengths under 1 ns are told apart no further. */
function placeBetween(from: number, to: number, at: number): number {
  const log = (ns: number): number => Math.log(Math.max(1, ns));
  const span = log(to) - log(from);
  return span > 0 ? Math.min(1, Math.max(0, (log(at) - log(from)) / span)) : 0.5;
}
