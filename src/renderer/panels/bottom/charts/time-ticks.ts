/** Round moments on an axis of time, counted from the start of the run. */
import { scaleLinear, tickStep } from 'd3';
import { formatTick } from '../../../../shared/format';
import type { AxisTick } from './axis';

const GAP_PX = 96;

export function timeTicks(
  fromNs: number,
  toNs: number,
  originNs: number,
  widthPx: number,
  toX: (at: number) => number,
): AxisTick[] {
  const [from, to] = [fromNs - originNs, toNs - originNs];
  const count = Math.max(2, Math.floor(widthPx / GAP_PX));
  const step = tickStep(from, to, count);
  const ticks = scaleLinear([from, to], [0, 1]).ticks(count);
  return ticks.map((at) => ({ at: toX(at + originNs), text: formatTick(at, step) }));
}
