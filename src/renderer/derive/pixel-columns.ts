/** What share of each pixel column the parts of a series take: the level of detail for any zoom. */
import type { SpanSeries } from './span-series';

/** Column x covers [startNs + x * nsPerPx, startNs + (x + 1) * nsPerPx). */
export interface ColumnGrid {
  readonly startNs: number;
  readonly nsPerPx: number;
}

/** Reused from frame to frame and lane to lane. */
let until = new Float64Array(8);
let previous = new Float64Array(8);

/**
 * Writes the shares of columns `from` to `to - 1` into `into`, `series.parts` numbers a column. A share is time over
 * the column's time: above 1 where spans overlap.
 * @param blurNs see SpanSeries.timeUntil
 */
export function pixelColumns(
  series: SpanSeries,
  { startNs, nsPerPx }: ColumnGrid,
  from: number,
  to: number,
  into: Float32Array,
  blurNs = 0,
): void {
  const { parts } = series;
  series.timeUntil(startNs + from * nsPerPx, previous, blurNs);
  for (let x = from, slot = 0; x < to; x++) {
    series.timeUntil(startNs + (x + 1) * nsPerPx, until, blurNs);
    for (let part = 0; part < parts; part++) {
      into[slot++] = ((until[part] ?? 0) - (previous[part] ?? 0)) / nsPerPx;
    }
    [until, previous] = [previous, until];
  }
}
