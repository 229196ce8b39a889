/** The label of a lane of slices: the thread's name and, where there is room below it or beside it, its process's. */
import { LABEL_X, sansFont } from '../labels';
import { type Context2D, type Frame, GUTTER } from '../track';

const MARGIN = 28;
const LINE = 16;
const GAP = 4;

export function drawLaneName(
  ctx: Context2D,
  frame: Frame,
  top: number,
  height: number,
  name: string,
  process: string,
): void {
  const { colors } = frame.theme;
  const both = height >= 2 * LINE + 4;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.font = sansFont(frame);
  ctx.fillStyle = colors.text;
  // High lanes have it at the top, where their outermost row is.
  const first = both ? top + LINE / 2 + 4 : top + height / 2;
  ctx.fillText(fitted(ctx, both ? name : `${name}`, GUTTER - LABEL_X - MARGIN), LABEL_X, first);
  ctx.fillStyle = colors.textMuted;
  if (both) {
    ctx.fillText(fitted(ctx, process, GUTTER - LABEL_X - MARGIN), LABEL_X, first + LINE);
    return;
  }
  const short = process.replace(/^PID /, '');
  if (fits(ctx, name, short)) {
    ctx.textAlign = 'right';
    ctx.fillText(short, GUTTER - MARGIN, first);
    ctx.textAlign = 'left';
  }
}

/** Both in one line, with a gap between them. */
function fits(ctx: Context2D, name: string, process: string): boolean {
  const room = GUTTER - LABEL_X - MARGIN - GAP;
  return fitted(ctx, name, room) === name && ctx.measureText(name + process).width <= room;
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
