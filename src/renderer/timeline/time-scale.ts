/** Where a moment lies on the canvas, and the ticks of the axis. */
import { scaleLinear, tickStep } from 'd3';
import { spanOf, type Viewport } from '../store/view';

/**
 *   |<- left ->|<--------- plot, width px --------->|
 *   0          left = viewport.startNs              left + width = viewport.endNs
 */
export class TimeScale {
  readonly startNs: number;
  readonly endNs: number;
  readonly nsPerPx: number;

  constructor(
    viewport: Viewport,
    readonly left: number,
    readonly width: number,
  ) {
    this.startNs = viewport.startNs;
    this.endNs = viewport.endNs;
    this.nsPerPx = spanOf(viewport) / Math.max(1, width);
  }

  get right(): number {
    return this.left + this.width;
  }

  toX(atNs: number): number {
    return this.left + (atNs - this.startNs) / this.nsPerPx;
  }

  toNs(x: number): number {
    return this.startNs + (x - this.left) * this.nsPerPx;
  }
}

export interface Ticks {
  /** ns since the origin. */
  readonly at: readonly number[];
  /** Distance between them in ns; the unit of the labels comes from it. */
  readonly stepNs: number;
}

/** Round moments, about one every 96 px, counted from `originNs`. */
export function timeTicks(scale: TimeScale, originNs: number): Ticks {
  const count = Math.max(2, Math.floor(scale.width / 96));
  const from = scale.startNs - originNs;
  const to = scale.endNs - originNs;
  return { at: scaleLinear([from, to], [0, 1]).ticks(count), stepNs: tickStep(from, to, count) };
}
