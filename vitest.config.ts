/** Unit and differential tests; Playwright runs test/e2e by itself. Forks, because the tests start processes too. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.{ts,tsx}', 'test/differential/**/*.test.ts'],
    pool: 'forks',
    testTimeout: 15_000,
    hookTimeout: 30_000,
    // Tests that need a shared value make it themselves; nothing leaks from one to the next.
    restoreMocks: true,
    typecheck: { enabled: true, include: ['test/types/**/*.test-d.ts'], tsconfig: './tsconfig.test.json' },
  },
});
