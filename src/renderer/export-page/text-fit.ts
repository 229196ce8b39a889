/** Text in the room that there is: cut off, or broken into lines. */
import type { Context2D } from '../timeline/track';

type Measure = Pick<Context2D, 'measureText'>;

/** The text, or as much of its beginning as there is room for. */
export function cutToFit(ctx: Measure, text: string, room: number): string {
  if (ctx.measureText(text).width <= room) return text;
  const characters = [...text];
  let [fits, tooLong] = [0, characters.length];
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    const cut = `${characters.slice(0, middle).join('').trimEnd()}…`;
    if (ctx.measureText(cut).width <= room) fits = middle;
    else tooLong = middle;
  }
  return `${characters.slice(0, fits).join('').trimEnd()}…`;
}

/** Breaks at spaces; what does not fit into the last line is cut off there. */
export function breakLines(ctx: Measure, text: string, room: number, most: number): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  while (words.length > 0 && lines.length < most) {
    if (lines.length === most - 1) {
      lines.push(cutToFit(ctx, words.join(' '), room));
      break;
    }
    let line = words.shift() ?? '';
    while (words.length > 0 && ctx.measureText(`${line} ${words[0]}`).width <= room) line += ` ${words.shift()}`;
    lines.push(cutToFit(ctx, line, room));
  }
  return lines;
}
