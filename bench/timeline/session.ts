/** What both viewers are given, and how large their windows are. */

/** Twenty thousand tasks a second on 16 workers. Left out: how many tasks there are. */
export const SESSION = { meanNs: 770e3, seed: 7 } as const;

/** A common screen, in CSS pixels. */
export const SIZE = [1920, 1080] as const;
