/** The edge of a span that is nearest to a moment: what measuring snaps to. Costs a search, however many spans. */
import { lowerBound } from './binary-search';
import type { SpanSeries } from './span-series';

/** Spans of an overlapping series that are looked at on each side. */
const AROUND = 8;

/** @returns a moment of the series within `reachNs` of `atNs`; NaN: there is none */
export function nearestEdge(series: SpanSeries, atNs: number, reachNs: number): number {
  const middle = series.firstEndingAfter(atNs);
  let best = Number.NaN;
  for (let span = Math.max(0, middle - AROUND); span < Math.min(series.length, middle + AROUND); span++) {
    const moments = series.momentsOf(span);
    for (let part = 0; part <= series.parts; part++) best = nearer(best, moments[part], atNs, reachNs);
  }
  return best;
}

/** As nearestEdge, for ascending moments. */
export function nearestMoment(ascending: ArrayLike<number>, length: number, atNs: number, reachNs: number): number {
  const after = lowerBound(ascending, length, atNs);
  const before = after > 0 ? ascending[after - 1] : undefined;
  return nearer(
    nearer(Number.NaN, before, atNs, reachNs),
    after < length ? ascending[after] : undefined,
    atNs,
    reachNs,
  );
}

/** The nearer of two moments; a candidate out of reach is none. */
export function nearer(best: number, candidate: number | null | undefined, atNs: number, reachNs: number): number {
  if (candidate === null || candidate === undefined) return best;
  const distance = Math.abs(candidate - atNs);
  if (!(distance <= reachNs)) return best;
  return Number.isNaN(best) || distance < Math.abs(best - atNs) ? candidate : best;
}
