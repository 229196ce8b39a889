/** Whether a difference is more than noise, by one rule that is told in one sentence. */
import { noiseOf, spreadOf } from './spread';

/**
 * `same`: there is no difference. `real`: more than noise. `noise`: repeated runs differ as much. `few`: too few runs to
 * tell. `unknown`: the scenario was not repeated.
 */
export type VerdictKind = 'same' | 'real' | 'noise' | 'few' | 'unknown';

export interface Verdict {
  readonly kind: VerdictKind;
  /** A difference up to this is noise; NaN where that is not known. */
  readonly limit: number;
}

/** With fewer runs of each scenario nothing is said. */
export const ENOUGH_RUNS = 5;
/** Of the noise of a single run. A difference of two single runs has no median to steady it. */
const TIMES_FOR_MEDIANS = 2;
const TIMES_FOR_RUNS = 4;

const unsure = (kind: VerdictKind): Verdict => ({ kind, limit: Number.NaN });

/** The medians of two scenarios differ for real when they are further apart than twice the noise of single runs. */
export function judgeMedians(a: readonly number[], b: readonly number[]): Verdict {
  const [inA, inB] = [spreadOf(a), spreadOf(b)];
  if (inA === null || inB === null) return unsure('unknown');
  if (Math.min(inA.count, inB.count) < ENOUGH_RUNS) return unsure('few');
  return judge(inA.median - inB.median, TIMES_FOR_MEDIANS * noiseOf([a, b]));
}

/**
 * Two single runs differ for real when they are further apart than four times the noise of single runs, and further than
 * any two of the repeated runs.
 * @param series repeated runs of the scenarios of both, one or two
 */
export function judgeRuns(a: number, b: number, series: readonly (readonly number[])[]): Verdict {
  if (a === b) return { kind: 'same', limit: Number.NaN };
  const spreads = series.map(spreadOf).filter((spread) => spread !== null);
  if (spreads.length < series.length || spreads.length === 0) return unsure('unknown');
  if (spreads.some(({ count }) => count < ENOUGH_RUNS)) return unsure('few');
  const range = Math.max(...spreads.map(({ min, max }) => max - min));
  return judge(a - b, Math.max(TIMES_FOR_RUNS * noiseOf(series), range));
}

function judge(difference: number, limit: number): Verdict {
  if (difference === 0) return { kind: 'same', limit };
  return { kind: Math.abs(difference) > limit ? 'real' : 'noise', limit };
}
