/** Counts that callers give. */

/** @throws RangeError for anything but a whole number of 1 or more: a pool that got it would wait for ever */
export function atLeastOne(count: number, what: string): number {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`${what} must be 1 or more, not ${count}`);
  return count;
}

/** The same for a count that need not be given. */
export function atLeastOneOrNull(count: number | null | undefined, what: string): number | null {
  return count === null || count === undefined ? null : atLeastOne(count, what);
}
