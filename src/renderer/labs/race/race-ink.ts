/** Colours and marks that all parts of a heat are drawn with. */
import { interpolateRgb, piecewise, rgb } from 'd3';
import { hatchLines } from '../../derive/race/hatch-lines';
import { contrast, type Rgb } from '../../timeline/paint';
import type { ThemeColors } from '../../timeline/theme';
import type { Context2D } from '../../timeline/track';

const HATCH_PX = 5;

/** The colour of a task, by its place in the input. */
export type Ramp = (task: number) => string;

/** One hue from light to dark along the input: an order that is kept is a smooth tape. */
export function indexColours(colors: ThemeColors, tasks: number): Ramp {
  const { duration1, duration2, duration3, duration4, duration5, duration6 } = colors;
  const scale = piecewise(interpolateRgb, [duration1, duration2, duration3, duration4, duration5, duration6]);
  return (task) => scale(tasks <= 1 ? 0 : task / (tasks - 1));
}

/** Marks a task. */
export function outline(
  ctx: Context2D,
  colors: ThemeColors,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  ctx.strokeStyle = colors.text;
  ctx.lineWidth = 2;
  ctx.strokeRect(x, y, Math.max(3, width), height);
}

/** What is complete and waits. */
export function hatch(ctx: Context2D, colors: ThemeColors, x: number, y: number, width: number, height: number): void {
  ctx.strokeStyle = colors.text;
  ctx.lineWidth = 1;
  ctx.beginPath();
  for (const [x1, y1, x2, y2] of hatchLines(x, y, width, height, HATCH_PX)) {
    ctx.moveTo(x1, y1);
    ctx.lineTo(x2, y2);
  }
  ctx.stroke();
}

/** Whichever of ink and ground is easier to read on it. */
export function inkOn(fill: string, colors: ThemeColors): string {
  const [ground, ink, paper] = [fill, colors.text, colors.bg].map(channels);
  if (ground === undefined || ink === undefined || paper === undefined) return colors.text;
  return contrast(ground, ink) >= contrast(ground, paper) ? colors.text : colors.bg;
}

function channels(css: string): Rgb {
  const { r, g, b } = rgb(css);
  return [r, g, b];
}
