/**
 * Where the values of a drawn prediction stand on the picture, and what a point of the picture means. Heights are
 * shares of the plot, 0 at the bottom and 1 at the top, so that dragging, keys and gaps count alike on every scale.
 */
import { scaleLinear, scaleLog, scalePoint } from 'd3';
import type { DrawnPrediction } from '../lesson';

/** One value for each x; null: not drawn, or not known yet. */
export type Curve = readonly (number | null)[];

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Room for labels. */
export const EDGES = { left: 52, right: 8, top: 8, bottom: 56 } as const;

/** Heights that can be drawn, by mouse as by keyboard. */
export const STEPS = 50;

export interface Heights {
  shareOf(value: number): number;
  /** The value at a share of the height, or what is nearest to it on the plot. */
  valueAt(share: number): number;
  readonly ticks: readonly number[];
}

/** @param truth what has been measured: it is never cut off, the axis grows instead */
export function heightsOf({ y }: DrawnPrediction, truth: Curve = []): Heights {
  const known = truth.filter((value) => value !== null);
  if (y.scale === 'log') {
    const least = y.min ?? y.max / 1000;
    const low = 10 ** Math.floor(Math.log10(Math.min(least, ...known.filter((value) => value > 0))));
    const high = 10 ** Math.ceil(Math.log10(Math.max(y.max, ...known)));
    const scale = scaleLog([low, high], [0, 1]);
    const ticks = scale.ticks().filter((tick) => Math.abs(Math.log10(tick) - Math.round(Math.log10(tick))) < 1e-9);
    return {
      shareOf: (value) => clamp(value > 0 ? scale(value) : 0),
      valueAt: (share) => scale.invert(clamp(share)),
      ticks,
    };
  }
  const scale = scaleLinear([0, Math.max(y.max, ...known)], [0, 1]);
  return {
    shareOf: (value) => clamp(scale(value)),
    valueAt: (share) => scale.invert(clamp(share)),
    ticks: scale.ticks(5),
  };
}

export interface Plot {
  /** Pixels from the left. */
  xOf(index: number): number;
  /** Pixels from the top. */
  yOf(value: number): number;
  /** What the pointer means: the nearest x, and the height as a share. */
  at(point: { readonly x: number; readonly y: number }): Place;
  /** Pixels from one x to the next. */
  readonly step: number;
  /** Pixels from the top to the lowest value. */
  readonly bottom: number;
  readonly ticks: readonly number[];
}

export interface Place {
  readonly index: number;
  readonly share: number;
}

export function plotOf(prediction: DrawnPrediction, truth: Curve, { width, height }: PlotSize): Plot {
  const count = prediction.x.values.length;
  const scale = scalePoint<number>(
    prediction.x.values.map((_, index) => index),
    [EDGES.left, width - EDGES.right],
  ).padding(0.5);
  const heights = heightsOf(prediction, truth);
  const room = height - EDGES.top - EDGES.bottom;
  const xOf = (index: number): number => scale(index) ?? EDGES.left;
  const step = scale.step();
  return {
    xOf,
    yOf: (value) => EDGES.top + room * (1 - heights.shareOf(value)),
    at: ({ x, y }) => ({
      index: Math.max(0, Math.min(count - 1, Math.round((x - xOf(0)) / step))),
      share: clamp(1 - (y - EDGES.top) / room),
    }),
    step,
    bottom: height - EDGES.bottom,
    ticks: heights.ticks,
  };
}

export const clamp = (share: number): number => Math.max(0, Math.min(1, share));
