/** Cuts text to a number of bytes from its end, never inside a character. */

/** @returns the longest end of `text` that is at most `bytes` long in UTF-8 */
export function keepEnd(text: string, bytes: number): string {
  const all = Buffer.from(text);
  let from = Math.max(0, all.length - bytes);
  // Bytes 10xxxxxx continue a character that began before.
  while (from < all.length && ((all[from] ?? 0) & 0xc0) === 0x80) from++;
  return all.toString('utf8', from);
}
