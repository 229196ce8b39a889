/**
 * Every test but those of the window and of types: Playwright runs test/e2e by itself, and test/types is checked by tsc alone. Forks,
 * because the tests start processes too.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{unit,conformance,differential,stress}/**/*.test.{ts,tsx}'],
    setupFiles: ['test/fixtures/fast-check.ts'],
    pool: 'forks',
    // No test is about how fast the machine is: only one that hangs comes to its limit.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests that need a shared value make it themselves; nothing leaks from one to the next.
    restoreMocks: true,
  },
});
