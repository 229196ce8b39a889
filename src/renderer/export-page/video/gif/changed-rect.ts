/** The part of a frame that differs from the one before: only that is written. */

export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** @param width of a row, in pixels. Both frames are as long. @returns null where nothing differs */
export function changedRect(before: Uint32Array, now: Uint32Array, width: number): PixelRect | null {
  let first = 0;
  while (first < now.length && before[first] === now[first]) first++;
  if (first === now.length) return null;
  let last = now.length - 1;
  while (before[last] === now[last]) last--;
  const top = Math.floor(first / width);
  const bottom = Math.floor(last / width);
  let left = width;
  let right = -1;
  for (let y = top; y <= bottom; y++) {
    const row = y * width;
    for (let x = 0; x < left; x++) if (before[row + x] !== now[row + x]) left = x;
    for (let x = width - 1; x > right; x--) if (before[row + x] !== now[row + x]) right = x;
  }
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}
