/** A moment of a run in one unit from its begin to its end, so that the figure keeps its place while it moves. */
import { THIN_SPACE } from '../../shared/format';

const MOST_DECIMALS = 6;

export interface MomentUnit {
  readonly name: 's' | 'ms' | 'µs';
  readonly sizeNs: number;
}

/** The unit in which the moments of a run are told. @param lengthNs of the whole run */
export function momentUnit(lengthNs: number): MomentUnit {
  if (lengthNs >= 1e9) return { name: 's', sizeNs: 1e9 };
  return lengthNs >= 1e6 ? { name: 'ms', sizeNs: 1e6 } : { name: 'µs', sizeNs: 1e3 };
}

/**
 * `12.3 ms`.
 * @param ns since the run began
 * @param lengthNs of the whole run
 * @param stepNs what is told apart: no more figures than that takes
 */
export function momentText(ns: number, lengthNs: number, stepNs: number): string {
  return `${momentFigure(ns, lengthNs, stepNs)}${THIN_SPACE}${momentUnit(lengthNs).name}`;
}

/** As momentText, without the unit. */
export function momentFigure(ns: number, lengthNs: number, stepNs: number): string {
  const { sizeNs } = momentUnit(lengthNs);
  const decimals = Math.ceil(Math.log10(sizeNs / Math.max(1e-3, stepNs)) - 1e-9);
  return (ns / sizeNs).toFixed(Math.min(Math.max(0, decimals), MOST_DECIMALS));
}
