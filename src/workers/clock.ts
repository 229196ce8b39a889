/** Time in a worker: ns since the session's clock base, on the monotonic clock that all processes share. */

let base = 0n;

/** @param clockBase hrtime in ns, as decimal text */
export function setClockBase(clockBase: string): void {
  base = BigInt(clockBase);
}

export function now(): number {
  return Number(process.hrtime.bigint() - base);
}
