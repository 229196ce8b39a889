import { describe, expect, it } from 'vitest';
import { closingLine, countPlaywright, countStep, countVitest } from '../../../scripts/lib/count-tests.mjs';

describe('vitest’s report', () => {
  it('is counted as it stands', () => {
    const report = { numPassedTests: 5, numFailedTests: 2, numPendingTests: 3, numTodoTests: 1 };
    expect(countVitest(report, false)).toEqual({ passed: 5, failed: 2, skipped: 4 });
    expect(countVitest({ numPassedTests: 5 }, true)).toEqual({ passed: 5, failed: 0, skipped: 0 });
  });

  it('that names no failure though the runner failed counts as one', () => {
    expect(countVitest({ numPassedTests: 5, numFailedTests: 0 }, false)).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('that a crashed runner did not leave counts as one failure', () => {
    expect(countVitest(null, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('of a run without tests counts as one failure, even if the runner is content', () => {
    expect(countVitest({ numPassedTests: 0 }, true).failed).toBe(1);
    expect(countVitest(null, true).failed).toBe(1);
    expect(countVitest({ numPendingTests: 4 }, true)).toEqual({ passed: 0, failed: 1, skipped: 4 });
  });

  it('with failures is not made worse by the runner’s exit code', () => {
    expect(countVitest({ numPassedTests: 1, numFailedTests: 1 }, false).failed).toBe(1);
    expect(countVitest({ numPassedTests: 1, numFailedTests: 1 }, true).failed).toBe(1);
  });
});

describe('Playwright’s report', () => {
  it('is counted as it stands', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 } };
    expect(countPlaywright(report, false)).toEqual({ passed: 4, failed: 1, skipped: 2 });
  });

  it('counts a flaky test as failed, though Playwright lets it pass', () => {
    const report = { stats: { expected: 4, unexpected: 0, flaky: 2, skipped: 0 } };
    expect(countPlaywright(report, true)).toEqual({ passed: 4, failed: 2, skipped: 0 });
  });

  it('that a crashed runner left out or left empty counts as one failure', () => {
    for (const report of [null, {}, { stats: {} }]) {
      expect(countPlaywright(report, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
      expect(countPlaywright(report, true)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    }
  });

  it('that names no failure though the runner failed counts as one', () => {
    expect(countPlaywright({ stats: { expected: 9 } }, false)).toEqual({ passed: 9, failed: 1, skipped: 0 });
  });
});

describe('a step without tests of its own', () => {
  it('passes or fails as one', () => {
    expect(countStep(true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countStep(false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('the closing line', () => {
  it('adds everything up', () => {
    const all = [countStep(true), countStep(false), { passed: 10, failed: 2, skipped: 0 }];
    expect(closingLine(all)).toBe('11 passed, 3 failed');
  });

  it('says how many were skipped, and nothing of it where none was', () => {
    expect(
      closingLine([
        { passed: 1, failed: 0, skipped: 2 },
        { passed: 1, failed: 0, skipped: 1 },
      ]),
    ).toBe('2 passed, 0 failed, 3 skipped');
    expect(closingLine([countStep(true)])).toBe('1 passed, 0 failed');
  });

  it('of nothing is nothing', () => {
    expect(closingLine([])).toBe('0 passed, 0 failed');
  });
});
