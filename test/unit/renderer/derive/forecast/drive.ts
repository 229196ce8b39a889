/** Runs a generator to its end at once. @returns what it came to */
export function drive<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
