/** How much larger the window is drawn in presenter mode. */

/** The size, in CSS pixels, in which everything that is presented has room: 1280 x 720 is 1.4 times as large. */
const DESIGNED = { width: 912, height: 512 } as const;
const LARGEST = 3;

/**
 * A projected picture is as large whatever its pixels: the same share of it is text. Never smaller than the window is
 * otherwise, and in steps that do not show while its edge is dragged.
 */
export function presenterScale(widthPx: number, heightPx: number): number {
  const fits = Math.min(widthPx / DESIGNED.width, heightPx / DESIGNED.height);
  return Math.min(LARGEST, Math.max(1, Math.floor(fits * 20) / 20));
}
