/** The session's clock: ns since its base on the machine's monotonic clock, which all processes share. */

export interface Clock {
  /** hrtime in ns at which this clock reads 0. */
  readonly base: bigint;
  /** Wall-clock time of the base, ms since the epoch. */
  readonly epochMs: number;
  now(): number;
}

export function startClock(): Clock {
  const base = process.hrtime.bigint();
  return { base, epochMs: Date.now(), now: () => Number(process.hrtime.bigint() - base) };
}
