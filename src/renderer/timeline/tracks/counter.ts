/** A lane of a counter: stepped curves, one for each of its values. Where values share a pixel, the largest is seen. */

import { scaleLinear } from 'd3';
import type { CounterLane, CounterSeries } from '../../../shared/slices';
import { upperBound } from '../../derive/binary-search';
import { counterLaneTruth } from '../../truth/lane-truth';
import { clearPlot, clipToPlot, drawGutter } from '../labels';
import { laneBands, MIN_HEIGHT } from '../lane-bands';
import { drawFolded } from '../marks';
import { type Context2D, type Frame, GUTTER, type LaneTrack } from '../track';
import { drawLaneName } from './lane-name';

const EDGE = 3;
/** Samples that are looked at for one pixel: of more the first and the last would hide nothing that lasts. */
const MOST_A_PIXEL = 64;

const extents = new WeakMap<CounterLane, readonly [low: number, high: number]>();

export function counterTrack(counter: CounterLane, key: number, height: number): LaneTrack {
  const folded = height < MIN_HEIGHT;
  return {
    id: `counter-${key}`,
    truth: counterLaneTruth,
    key,
    height,
    bands: laneBands(height),
    owns: () => false,
    workers: () => [],
    showsWorker: () => false,
    draw(ctx, frame, top) {
      clearPlot(ctx, frame, top, height);
      clipToPlot(ctx, frame, top, height);
      const [low, high] = extentOf(counter);
      const toY = scaleLinear([low, high], [top + height - EDGE, top + EDGE]);
      for (const [index, series] of counter.series.entries()) drawCurve(ctx, frame, series, toY, index);
      ctx.setLineDash([]);
      ctx.restore();
      drawGutter(ctx, frame, top, height);
      if (folded) drawFolded(ctx, frame, 16, top + height / 2 - 0.5);
      else drawLaneName(ctx, frame, top, height, counter.name, counter.process);
    },
    hit(x, _y, { scale }) {
      if (x < GUTTER) return null;
      const values = counter.series.map(({ name, at, value }) => {
        const sample = upperBound(at, at.length, scale.toNs(x + 1)) - 1;
        return `${name} ${sample < 0 ? '–' : value[sample]?.toLocaleString('en-US')}`;
      });
      return { row: null, merged: 0, text: `${counter.name}: ${values.join(', ')}` };
    },
  };
}

function extentOf(counter: CounterLane): readonly [number, number] {
  let found = extents.get(counter);
  if (found === undefined) {
    let [low, high] = [0, 0];
    for (const { value } of counter.series) {
      for (const one of value) {
        if (one < low) low = one;
        if (one > high) high = one;
      }
    }
    found = [low, high > low ? high : low + 1];
    extents.set(counter, found);
  }
  return found;
}

/** Told apart by their dashes as well as by their colours. */
const DASHES: readonly (readonly number[])[] = [[], [6, 2], [2, 2], [8, 2, 2, 2]];
const COLORS = ['queueLine', 'tone2', 'tone4', 'tone6'] as const;

function drawCurve(
  ctx: Context2D,
  { scale, asOfNs, theme, nowNs }: Frame,
  { at, value }: CounterSeries,
  toY: (value: number) => number,
  index: number,
): void {
  const to = Math.min(scale.right, scale.toX(Math.min(nowNs, asOfNs)));
  let sample = upperBound(at, at.length, scale.startNs) - 1;
  ctx.strokeStyle = theme.colors[COLORS[index % COLORS.length] ?? 'queueLine'];
  ctx.lineWidth = 1.5;
  ctx.setLineDash([...(DASHES[index % DASHES.length] ?? [])]);
  ctx.beginPath();
  let y = sample < 0 ? Number.NaN : toY(value[sample] ?? 0);
  if (!Number.isNaN(y)) ctx.moveTo(GUTTER, y);
  while (sample + 1 < at.length) {
    const x = scale.toX(at[sample + 1] ?? 0);
    if (x > to) break;
    const until = upperBound(at, at.length, scale.toNs(Math.floor(x) + 1), sample + 1);
    let most = value[sample + 1] ?? 0;
    for (let next = sample + 2; next < Math.min(until, sample + MOST_A_PIXEL); next++)
      most = Math.max(most, value[next] ?? 0);
    if (Number.isNaN(y)) ctx.moveTo(x, toY(most));
    else ctx.lineTo(x, y);
    ctx.lineTo(x, toY(most));
    y = toY(value[until - 1] ?? 0);
    ctx.lineTo(x, y);
    sample = until - 1;
  }
  if (!Number.isNaN(y)) ctx.lineTo(to, y);
  ctx.stroke();
}
