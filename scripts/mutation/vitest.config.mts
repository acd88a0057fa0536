import { defineConfig } from 'vitest/config';

/**
 * What mutants are tried with. Most rules are held by the tests that run one rule by itself: a mutant of a rule then meets the few tests that reach it, not all of
 * them.
 */
export default defineConfig({
  test: {
    include: [
      'test/unit/routing/**/*.test.ts',
      'test/unit/rules/{analyze,follows,severities,suppressions}.test.ts',
      'test/baselines/rules.test.ts',
      'test/laws/conformance/{alone,routes,expectations}.test.ts',
    ],
    setupFiles: ['test/support/setup.ts'],
    isolate: false,
    testTimeout: 30_000,
  },
});
