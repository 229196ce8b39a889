/** Adds up what the test runners report into one line that a reader can trust. */

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @param {unknown} report vitest's JSON report, or null where it left none @param {boolean} succeeded @returns {Counts} */
export function countVitest(report, succeeded) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = /** @type {Record<string, number>} */ (report ?? {});
  return honest({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }, succeeded);
}

/** @param {unknown} report Playwright's JSON report, or null @param {boolean} succeeded @returns {Counts} */
export function countPlaywright(report, succeeded) {
  const {
    expected = 0,
    unexpected = 0,
    flaky = 0,
    skipped = 0,
  } = /** @type {{ stats?: Record<string, number> } | null} */ (report)?.stats ?? {};
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, succeeded);
}

/** A step that passes or fails as a whole. @param {boolean} succeeded @returns {Counts} */
export function countStep(succeeded) {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
}

/** A runner that fails without naming a test, or passes without having run one, counts as one failure. */
/** @param {Counts} counts @param {boolean} succeeded @returns {Counts} */
function honest(counts, succeeded) {
  const ran = counts.passed + counts.failed > 0;
  return { ...counts, failed: counts.failed + (counts.failed === 0 && !(succeeded && ran) ? 1 : 0) };
}

/** @param {readonly Counts[]} all */
export function closingLine(all) {
  const sum = (/** @type {keyof Counts} */ key) => all.reduce((total, counts) => total + counts[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
