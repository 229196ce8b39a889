/** Where the histograms of the phases stand: one below the other on one logarithmic axis of time. */
import type { Bars, Distribution } from '../../../derive/charts/distributions';
import { type LogScale, logScale } from './log-axis';

export const LATENCY = { left: 144, right: 84, top: 14, foot: 18, barPx: 4 } as const;
const LEAST_PX = 15;
const MOST_PX = 48;
/** Shorter than this is told by no clock. */
const LEAST_NS = 16;

export interface LatencyLayout {
  readonly scale: LogScale;
  readonly bars: Bars;
  readonly rowPx: number;
  readonly bottom: number;
}

export function latencyLayout(phases: readonly Distribution[], width: number, height: number): LatencyLayout {
  const { left, right, top, foot, barPx } = LATENCY;
  const shortest = Math.min(...phases.map(({ histogram }) => histogram.min));
  const longest = Math.max(...phases.map(({ histogram }) => histogram.max));
  const floorNs = 2 ** Math.floor(Math.log2(Math.max(LEAST_NS, shortest)));
  const toNs = Math.max(floorNs * 4, 2 ** Math.ceil(Math.log2(longest * 1.0001)));
  const plotPx = Math.max(1, width - left - right);
  const doublings = Math.log2(toNs / floorNs);
  const fit = plotPx / doublings / barPx;
  const perDoubling = 2 ** Math.min(4, Math.max(0, Math.floor(Math.log2(fit))));
  const rowPx = Math.floor(Math.min(MOST_PX, Math.max(LEAST_PX, (height - top - foot) / Math.max(1, phases.length))));
  return {
    scale: logScale(floorNs, toNs, left, left + plotPx),
    bars: { perDoubling, floorNs },
    rowPx,
    bottom: top + rowPx * phases.length,
  };
}
