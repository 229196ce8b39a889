/** The longest spans of the caller in a stretch: what it was busy with. */
import { nanos } from '../../../shared/units';
import type { Vector } from '../../../shared/vector';
import type { Evidence } from '../../store/view';
import type { SpanSeries } from '../span-series';

export interface CallerSpan extends Evidence {
  readonly row: number;
  /** How much of it lies in the stretch. */
  readonly ns: number;
}

export interface Heaviest {
  /** The longest first. */
  readonly spans: readonly CallerSpan[];
  /** Spans that reach into the stretch. */
  readonly count: number;
}

/** Spans that are compared one by one; of more the first ones stand for all. */
const MOST_COMPARED = 2000;
const MOST_NAMED = 3;

/** @param leaveOut whether a row does not count */
export function heaviest(
  series: SpanSeries,
  rows: Vector<Uint32Array>,
  { from, to }: { readonly from: number; readonly to: number },
  leaveOut: (row: number) => boolean = () => false,
): Heaviest {
  const spans: CallerSpan[] = [];
  let count = 0;
  const first = series.firstEndingAfter(from);
  for (let span = first; span < series.length && span - first < MOST_COMPARED; span++) {
    const moments = series.momentsOf(span);
    const startNs = moments[0] ?? 0;
    const endNs = moments[1] ?? startNs;
    if (startNs >= to) break;
    const row = rows.array[span] ?? 0;
    if (leaveOut(row)) continue;
    count++;
    const ns = Math.min(endNs, to) - Math.max(startNs, from);
    if (spans.length === MOST_NAMED && ns <= (spans.at(-1)?.ns ?? 0)) continue;
    spans.push({ row, ns, worker: null, startNs: nanos(startNs), endNs: nanos(endNs) });
    spans.sort((a, b) => b.ns - a.ns);
    if (spans.length > MOST_NAMED) spans.pop();
  }
  return { spans, count };
}
