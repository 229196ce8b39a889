/** The label of a lane of slices: the thread's name and, where there is room below it, its process's. */
import { LABEL_X, sansFont } from '../labels';
import { type Context2D, type Frame, GUTTER } from '../track';

const MARGIN = 28;
const LINE = 16;
/** Closer together two lines would touch. */
const LEAST_LINE = 12;
/** Above and below both lines, together. */
const EDGE = 4;

export function drawLaneName(
  ctx: Context2D,
  frame: Frame,
  top: number,
  height: number,
  name: string,
  process: string,
): void {
  const { colors } = frame.theme;
  const line = Math.min(LINE, (height - EDGE) / 2);
  const both = line >= LEAST_LINE && process !== '';
  const room = GUTTER - LABEL_X - MARGIN;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = sansFont(frame);
  ctx.fillStyle = colors.text;
  // High lanes have it at the top, where their outermost row is.
  const first = !both ? top + height / 2 : line === LINE ? top + LINE / 2 + 4 : top + (height - line) / 2;
  ctx.fillText(fitted(ctx, name, room), LABEL_X, first);
  if (!both) return;
  ctx.fillStyle = colors.textMuted;
  ctx.fillText(fitted(ctx, process, room), LABEL_X, first + line);
}

/** Names of many lanes are drawn in each frame: each is measured once. */
const known = new Map<string, string>();
const MOST_KNOWN = 2000;

function fitted(ctx: Context2D, text: string, width: number): string {
  const key = `${width} ${ctx.font} ${text}`;
  let short = known.get(key);
  if (short !== undefined) return short;
  short = text;
  for (let length = text.length - 1; length > 1 && ctx.measureText(short).width > width; length--)
    short = `${text.slice(0, length)}…`;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, short);
  return short;
}
