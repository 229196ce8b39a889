/** Pixels as rectangles: neighbours of one colour, side by side and then one below the other, become one. */

/** By colour: left, top, width and height of each rectangle, one after the other. */
export type Rects = Map<number, number[]>;

/**
 * No two rectangles overlap, and together they are the pixels.
 * @param pixels line by line
 * @param without a colour that needs no rectangles
 */
export function mergeRects(pixels: Uint32Array, width: number, height: number, without?: number): Rects {
  const rects: Rects = new Map();
  // Of each column, where the run that begins there ends and since which line it has gone on; -1: none begins there.
  const ends = new Int32Array(width).fill(-1);
  const colors = new Uint32Array(width);
  const tops = new Int32Array(width);
  const close = (x: number, y: number): void => {
    const color = colors[x] ?? 0;
    if (color === without) return;
    const list = rects.get(color) ?? [];
    rects.set(color, list);
    const top = tops[x] ?? 0;
    list.push(x, top, (ends[x] ?? x) - x, y - top);
  };
  for (let y = 0; y < height; y++) {
    const line = y * width;
    if (y > 0 && sameLine(pixels, line, line - width, width)) continue;
    for (let x = 0; x < width; ) {
      const color = pixels[line + x] ?? 0;
      let end = x + 1;
      while (end < width && pixels[line + end] === color) end++;
      const goesOn = ends[x] === end && colors[x] === color;
      // Runs of the line above that begin in here end with it.
      for (let above = goesOn ? x + 1 : x; above < end; above++) {
        if ((ends[above] ?? -1) === -1) continue;
        close(above, y);
        ends[above] = -1;
      }
      if (!goesOn) {
        ends[x] = end;
        colors[x] = color;
        tops[x] = y;
      }
      x = end;
    }
  }
  for (let x = 0; x < width; x++) if ((ends[x] ?? -1) !== -1) close(x, height);
  return rects;
}

function sameLine(pixels: Uint32Array, line: number, other: number, width: number): boolean {
  for (let x = 0; x < width; x++) if (pixels[line + x] !== pixels[other + x]) return false;
  return true;
}

/** A path along the edges of rectangles. */
export function rectPath(rects: readonly number[]): string {
  let path = '';
  for (let at = 0; at < rects.length; at += 4) {
    const [x, y, width, height] = rects.slice(at, at + 4);
    path += `M${x} ${y}h${width}v${height}h-${width}z`;
  }
  return path;
}
