/** Draws the minimap: the run's density, kept as an image, and over it what is pointed out and the brush. */
import type { RunDensity } from '../../derive/run-density';
import type { Extent } from '../../derive/run-extent';
import type { View } from '../../store/view';
import type { Theme } from '../theme';
import type { TimeScale } from '../time-scale';
import type { Context2D } from '../track';
import { brushBounds } from './brush';

export const MINIMAP_HEIGHT = 36;
/** Width of a column of density, in CSS pixels. */
export const COLUMN_PX = 2;
const TOP = 4;
const CHAPTER_HEIGHT = 12;
const TROUBLE_HEIGHT = 4;
const HANDLE = { width: 4, height: 16 } as const;

/** Blue from the ground up, orange on it; what went wrong is a mark at the top. */
export function drawDensity(ctx: Context2D, density: RunDensity, { colors }: Theme, width: number): void {
  ctx.fillStyle = colors.bg;
  ctx.fillRect(0, 0, width, MINIMAP_HEIGHT);
  const full = MINIMAP_HEIGHT - TOP;
  for (let column = 0; column < density.run.length; column++) {
    const run = heightOf(density.run[column], density.slots, full);
    const boundary = Math.min(heightOf(density.boundary[column], density.slots, full), Math.max(1, full - run));
    const x = column * COLUMN_PX;
    ctx.fillStyle = colors.run;
    if (run > 0) ctx.fillRect(x, MINIMAP_HEIGHT - run, COLUMN_PX, run);
    ctx.fillStyle = colors.dumps;
    // Where work fills the column the boundary's pixel lies on it: nothing is left out.
    const top = Math.max(TOP, MINIMAP_HEIGHT - run - boundary);
    if (boundary > 0) ctx.fillRect(x, top, COLUMN_PX, boundary);
  }
  ctx.fillStyle = colors.error;
  for (let column = 0; column < density.trouble.length; column++) {
    if (density.trouble[column] === 1) ctx.fillRect(column * COLUMN_PX, 0, COLUMN_PX, TROUBLE_HEIGHT);
  }
}

/** At least a pixel for what is there at all. */
function heightOf(share: number | undefined, slots: number, full: number): number {
  if (share === undefined || share <= 1e-6) return 0;
  return Math.min(full, Math.max(1, Math.round((share / slots) * full)));
}

export interface MinimapMarks {
  readonly view: Pick<View, 'viewport' | 'range'>;
  /** Moments with a note. */
  readonly notes: readonly number[];
  /** The moment that a replay shows; null: none. */
  readonly replayedNs: number | null;
  /** Moments at which chapters begin. */
  readonly chapters: readonly number[];
  readonly scale: TimeScale;
  readonly theme: Theme;
  /** From when to when the run beside lasts; left out: there is none. */
  readonly beside?: Extent | undefined;
}

export function drawMarks(ctx: Context2D, marks: MinimapMarks): void {
  const { view, notes, chapters, replayedNs, scale, theme, beside } = marks;
  const { colors } = theme;
  const { x0, x1 } = brushBounds(view.viewport, scale);
  ctx.fillStyle = theme.veil;
  ctx.fillRect(scale.left, 0, x0 - scale.left, MINIMAP_HEIGHT);
  ctx.fillRect(x1, 0, scale.right - x1, MINIMAP_HEIGHT);
  if (view.range !== null) {
    const from = Math.max(scale.left, scale.toX(view.range.startNs));
    const to = Math.min(scale.right, scale.toX(view.range.endNs));
    ctx.fillStyle = colors.focus;
    if (to > from) ctx.fillRect(from, MINIMAP_HEIGHT - 3, Math.max(2, to - from), 3);
  }
  if (beside !== undefined) drawBeside(ctx, beside, scale, theme);
  ctx.fillStyle = colors.accent;
  for (const at of chapters) drawChapter(ctx, scale.toX(at));
  ctx.fillStyle = colors.text;
  for (const at of notes) drawNote(ctx, scale.toX(at));
  ctx.strokeStyle = colors.textMuted;
  ctx.lineWidth = 1;
  ctx.strokeRect(Math.round(x0) + 0.5, 0.5, Math.max(1, Math.round(x1 - x0) - 1), MINIMAP_HEIGHT - 1);
  ctx.fillStyle = colors.textMuted;
  for (const x of [x0, x1]) {
    ctx.fillRect(x - HANDLE.width / 2, (MINIMAP_HEIGHT - HANDLE.height) / 2, HANDLE.width, HANDLE.height);
  }
  ctx.fillStyle = colors.text;
  if (replayedNs !== null) ctx.fillRect(Math.round(scale.toX(replayedNs)), 0, 1, MINIMAP_HEIGHT);
}

/** A tick from the ground: notes hang from the top. */
function drawChapter(ctx: Context2D, x: number): void {
  ctx.fillRect(Math.round(x) - 1, MINIMAP_HEIGHT - CHAPTER_HEIGHT, 2, CHAPTER_HEIGHT);
}

const BESIDE_Y = MINIMAP_HEIGHT - 6;
const LETTER_PX = 16;

/** A dashed line from its first to its last moment, with its letter where there is room. */
function drawBeside(ctx: Context2D, { originNs, endNs }: Extent, scale: TimeScale, { colors }: Theme): void {
  const [x0, x1] = [Math.round(scale.toX(originNs)) + 0.5, Math.round(scale.toX(endNs)) - 0.5];
  ctx.fillStyle = colors.bg;
  ctx.fillRect(x0 - 1, BESIDE_Y - 2, x1 - x0 + 2, 5);
  ctx.strokeStyle = colors.text;
  ctx.lineWidth = 1;
  ctx.setLineDash([4, 3]);
  ctx.beginPath();
  ctx.moveTo(x0, BESIDE_Y + 0.5);
  ctx.lineTo(x1, BESIDE_Y + 0.5);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.fillStyle = colors.text;
  for (const x of [x0, x1]) ctx.fillRect(x - 0.5, BESIDE_Y - 4, 1, 9);
  if (x1 - x0 < 2 * LETTER_PX) return;
  ctx.fillStyle = colors.bg;
  ctx.fillRect(x1 - LETTER_PX, BESIDE_Y - 6, LETTER_PX - 2, 12);
  ctx.font = `600 12px ${colors.fontSans}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = colors.text;
  ctx.fillText('B', x1 - LETTER_PX / 2 - 1, BESIDE_Y + 0.5);
}

function drawNote(ctx: Context2D, x: number): void {
  ctx.beginPath();
  ctx.moveTo(x - 4, 0);
  ctx.lineTo(x + 4, 0);
  ctx.lineTo(x, 7);
  ctx.closePath();
  ctx.fill();
}
