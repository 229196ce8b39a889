/** Draws tasks by size and time on a canvas. */
import type { Phase } from '../../../../shared/phases';
import type { Theme, ThemeColors } from '../../../timeline/theme';
import type { ChartContext } from './chart-canvas';
import type { PlacedCell } from './size-layout';

/** A cell is stronger the more tasks it holds, in steps of ten. */
export const LEVELS = [1, 10, 100, 1000] as const;
const STRENGTHS = [0.12, 0.36, 0.64, 1];
const POINT_PX = 5;
const CHOSEN_PX = 7;

export interface Point {
  readonly x: number;
  readonly y: number;
}

const COLOURS: Readonly<Partial<Record<Phase, keyof ThemeColors>>> = {
  dumpsArgs: 'dumps',
  dumpsResult: 'dumps',
  loadsArgs: 'loads',
  loadsResult: 'loads',
  sendArgs: 'flight',
  sendResult: 'flight',
};

export function levelOf(count: number): number {
  return Math.min(LEVELS.length - 1, Math.floor(Math.log10(Math.max(1, count))));
}

export function strengthOf(level: number): number {
  return STRENGTHS[level] ?? 1;
}

export function drawPoints(ctx: ChartContext, theme: Theme, phase: Phase, points: readonly Point[]): void {
  ctx.fillStyle = theme.colors[COLOURS[phase] ?? 'run'];
  // The outline keeps pale colours visible, and points apart that lie over each other.
  ctx.strokeStyle = theme.colors.textMuted;
  ctx.lineWidth = 1;
  for (const { x, y } of points) {
    const [left, top] = [Math.round(x - POINT_PX / 2), Math.round(y - POINT_PX / 2)];
    ctx.fillRect(left, top, POINT_PX, POINT_PX);
    ctx.strokeRect(left + 0.5, top + 0.5, POINT_PX - 1, POINT_PX - 1);
  }
}

export function drawCells(ctx: ChartContext, theme: Theme, cells: readonly PlacedCell[]): void {
  ctx.fillStyle = theme.colors.accent;
  ctx.strokeStyle = theme.colors.accent;
  ctx.lineWidth = 1;
  for (const { cell, x, y, width, height } of cells) {
    const [left, top] = [Math.round(x), Math.round(y)];
    const [wide, high] = [Math.max(2, Math.round(x + width) - left - 1), Math.max(2, Math.round(y + height) - top - 1)];
    ctx.globalAlpha = strengthOf(levelOf(cell.count));
    ctx.fillRect(left, top, wide, high);
    ctx.globalAlpha = 1;
    ctx.strokeRect(left + 0.5, top + 0.5, wide - 1, high - 1);
  }
}

/** Selected tasks: a diamond, whatever lies below it. */
export function drawChosen(ctx: ChartContext, theme: Theme, points: readonly Point[]): void {
  for (const { x, y } of points) {
    ctx.beginPath();
    ctx.moveTo(x, y - CHOSEN_PX);
    ctx.lineTo(x + CHOSEN_PX, y);
    ctx.lineTo(x, y + CHOSEN_PX);
    ctx.lineTo(x - CHOSEN_PX, y);
    ctx.closePath();
    ctx.lineWidth = 4;
    ctx.strokeStyle = theme.colors.bg;
    ctx.stroke();
    ctx.lineWidth = 2;
    ctx.strokeStyle = theme.colors.text;
    ctx.stroke();
  }
}
