/** Draws a race: on the canvas as far as it is in view, or whole into an SVG. */
import { scaleLinear, tickStep } from 'd3';
import { formatDuration, formatTick } from '../../../shared/format';
import type { Heat } from '../../derive/race/heat';
import { heatFigures } from '../../derive/race/heat-figures';
import { AXIS_PX, clockX, type HeatBox, type RaceLayout } from '../../derive/race/race-layout';
import type { ThemeColors } from '../../timeline/theme';
import type { Context2D } from '../../timeline/track';
import { drawLanes, drawWaiting } from './draw-lanes';
import { drawTape } from './draw-tape';
import { indexColours } from './race-ink';

export interface RacePicture {
  readonly layout: RaceLayout;
  readonly labels: readonly string[];
  /** What the lanes of each are: `workers`. */
  readonly lanes: readonly string[];
  readonly heats: readonly (Heat | undefined)[];
  /** Contestant that runs; -1: nobody. */
  readonly running: number;
  /** End of the one clock. */
  readonly endNs: number;
  readonly colors: ThemeColors;
  /** Input position of the task that is marked in all heats; null: none. */
  readonly marked: number | null;
  /** What of the picture is in view. */
  readonly topPx: number;
  readonly heightPx: number;
  readonly widthPx: number;
}

const TEXT_PAD_PX = 4;

export function drawRace(ctx: Context2D, picture: RacePicture): void {
  const { layout, colors, topPx, heightPx, widthPx } = picture;
  ctx.fillStyle = colors.bg;
  ctx.fillRect(0, 0, widthPx, heightPx);
  for (const [index, box] of layout.boxes.entries()) {
    if (box.y + box.height < topPx || box.y > topPx + heightPx) continue;
    drawHeat(ctx, picture, index, { ...box, ...shifted(box, -topPx) });
  }
  drawAxis(ctx, picture);
}

function shifted(box: HeatBox, by: number): Partial<HeatBox> {
  const { y, lanesY, waitY, completedY, deliveredY } = box;
  return {
    y: y + by,
    lanesY: lanesY + by,
    waitY: waitY + by,
    completedY: completedY + by,
    deliveredY: deliveredY + by,
  };
}

/** Stays in view: it lies over what is scrolled below it. */
function drawAxis(ctx: Context2D, { layout, colors, endNs, widthPx }: RacePicture): void {
  ctx.fillStyle = colors.bg;
  ctx.fillRect(0, 0, widthPx, AXIS_PX);
  ctx.fillStyle = colors.hairline;
  ctx.fillRect(0, AXIS_PX - 1, widthPx, 1);
  ctx.font = `400 12px ${colors.fontMono}`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  for (const box of layout.boxes.slice(0, layout.columns)) {
    const { ticks, step } = ticksOf(box, endNs);
    for (const tick of ticks) {
      const x = Math.round(clockX(box, endNs, tick));
      ctx.fillStyle = colors.hairline;
      ctx.fillRect(x, AXIS_PX - 8, 1, 8);
      const text = formatTick(tick, step);
      if (x + TEXT_PAD_PX + ctx.measureText(text).width > box.x + box.width) continue;
      ctx.fillStyle = colors.textMuted;
      ctx.fillText(text, x + TEXT_PAD_PX, AXIS_PX / 2 - 2);
    }
  }
}

function ticksOf({ plotWidth }: HeatBox, endNs: number): { ticks: readonly number[]; step: number } {
  const count = Math.max(2, Math.floor(plotWidth / 96));
  return { ticks: scaleLinear([0, endNs], [0, 1]).ticks(count), step: tickStep(0, endNs, count) };
}

function drawHeat(ctx: Context2D, picture: RacePicture, index: number, box: HeatBox): void {
  const { colors, endNs, labels, heats, running } = picture;
  const heat = heats[index];
  drawTitle(ctx, picture, box, labels[index] ?? '', titleNote(heat, index === running));
  ctx.fillStyle = colors.hairline;
  for (const tick of ticksOf(box, endNs).ticks) {
    ctx.fillRect(Math.round(clockX(box, endNs, tick)), box.lanesY, 1, box.waitY + box.waitHeight - box.lanesY);
  }
  drawGutter(ctx, picture, box, picture.lanes[index] ?? '');
  if (heat === undefined) return;
  const ramp = indexColours(colors, heat.tasks);
  drawLanes(ctx, picture, box, heat, ramp);
  drawWaiting(ctx, picture, box, heat);
  drawTape(ctx, picture, box, heat, ramp, { order: heat.completedOrder, y: box.completedY, hatched: true });
  drawTape(ctx, picture, box, heat, ramp, { order: heat.deliveredOrder, y: box.deliveredY, hatched: false });
  ctx.fillStyle = colors.text;
  ctx.fillRect(
    Math.round(clockX(box, endNs, heat.lengthNs)),
    box.lanesY - 2,
    1,
    box.waitY + box.waitHeight - box.lanesY + 2,
  );
}

function titleNote(heat: Heat | undefined, runs: boolean): string {
  if (heat === undefined) return runs ? 'workers boot' : 'waits for its turn';
  const { wallNs, firstNs } = heatFigures(heat);
  const first = Number.isNaN(firstNs) ? '' : ` · first result ${formatDuration(firstNs)}`;
  if (heat.status === null) return `runs: ${formatDuration(wallNs)}${first}`;
  return `${heat.status === 'completed' ? 'wall' : heat.status} ${formatDuration(wallNs)}${first}`;
}

function drawTitle(ctx: Context2D, { colors }: RacePicture, box: HeatBox, label: string, note: string): void {
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  ctx.font = `600 13px ${colors.fontSans}`;
  ctx.fillStyle = colors.text;
  ctx.fillText(label, box.x + 12, box.y + 14);
  const end = box.x + 12 + ctx.measureText(label).width;
  ctx.font = `400 12px ${colors.fontSans}`;
  ctx.fillStyle = colors.textMuted;
  const width = ctx.measureText(note).width;
  const right = box.plotX + box.plotWidth;
  if (end + 12 + width > right) return;
  ctx.textAlign = 'right';
  ctx.fillText(note, right, box.y + 14);
}

function drawGutter(ctx: Context2D, { colors }: RacePicture, box: HeatBox, lanes: string): void {
  ctx.font = `400 12px ${colors.fontSans}`;
  ctx.fillStyle = colors.textMuted;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const put = (text: string, y: number): void => ctx.fillText(text, box.x + 12, y);
  put(lanes, box.lanesY + (box.slots * box.laneHeight) / 2);
  put('waiting', box.waitY + box.waitHeight / 2);
  put('completed', box.completedY + box.tapeHeight / 2);
  put('delivered', box.deliveredY + box.tapeHeight / 2);
}
