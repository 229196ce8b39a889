/** Logarithmic scales of time and of bytes, and round ticks on them that do not crowd. */
import { scaleLog } from 'd3';
import { formatBytes, formatTick } from '../../../../shared/format';
import type { AxisTick } from './axis';

export interface LogScale {
  toPx(value: number): number;
  readonly from: number;
  readonly to: number;
}

/** @param from above 0 */
export function logScale(from: number, to: number, startPx: number, endPx: number): LogScale {
  const scale = scaleLog([from, to], [startPx, endPx]).clamp(true);
  return { toPx: (value) => scale(Math.max(value, Number.MIN_VALUE)), from, to };
}

/** From many ticks to few: which steps of every how many-th power of ten. */
const DENSITIES = [
  { every: 1, steps: [1, 2, 5] },
  { every: 1, steps: [1, 3] },
  { every: 1, steps: [1] },
  { every: 2, steps: [1] },
  { every: 3, steps: [1] },
] as const;

/** Powers of ten of a time in ns, with steps between where there is room. */
export function timeTicksLog(scale: LogScale, gapPx: number): AxisTick[] {
  for (const { every, steps } of DENSITIES) {
    const ticks: AxisTick[] = [];
    for (let power = 0; power <= Math.ceil(Math.log10(scale.to)); power += every) {
      for (const step of steps) {
        const value = step * 10 ** power;
        if (value < scale.from || value > scale.to) continue;
        ticks.push({ at: scale.toPx(value), text: formatTick(value, 10 ** power) });
      }
    }
    if (roomy(ticks, gapPx)) return ticks;
  }
  return [];
}

/** Powers of two of bytes: 1 B, 16 B, 256 B, 4 KB, ... */
export function byteTicksLog(scale: LogScale, gapPx: number): AxisTick[] {
  for (const powers of [1, 2, 4, 8, 10, 20]) {
    const ticks: AxisTick[] = [];
    for (let power = 0; power <= 40; power += powers) {
      const value = 2 ** power;
      if (value < scale.from || value > scale.to) continue;
      ticks.push({ at: scale.toPx(value), text: formatBytes(value).replace(/\.0+(?=\D)/, '') });
    }
    if (roomy(ticks, gapPx)) return ticks;
  }
  return [];
}

function roomy(ticks: readonly AxisTick[], gapPx: number): boolean {
  return ticks.every(({ at }, position) => {
    const next = ticks[position + 1];
    return next === undefined || Math.abs(next.at - at) >= gapPx;
  });
}
