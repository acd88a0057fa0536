import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { cacheFolder } from './scripts/lib/project.mjs';

/**
 * Projects by what they need: `unit`, `laws` and `fuzz` only the source, `protocol` the built server, `browser` a workbench. `laws` holds what must be true of any
 * text or edit, tried on many, and what the documents say case by case; it takes longer than the unit tests.
 */
export default defineConfig({
  test: {
    passWithNoTests: false,
    // Otherwise one core of two stands idle.
    maxWorkers: '100%',
    // What is built keeps nothing in the user's own folder.
    env: { UMTOPO_CODE_CACHE: join(cacheFolder, 'code') },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts', 'test/baselines/**/*.test.ts'],
          // Files of a worker share what they import: half of the time went into reading the same modules again.
          isolate: false,
          setupFiles: ['test/support/setup.ts'],
          testTimeout: 30_000,
        },
      },
      { test: { name: 'protocol', include: ['test/protocol/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 30_000 } },
      {
        test: {
          name: 'browser',
          include: ['test/e2e/browser/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'laws',
          include: ['test/laws/**/*.test.ts'],
          setupFiles: ['test/support/setup.ts'],
          isolate: false,
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'fuzz',
          include: ['test/fuzz/**/*.test.ts'],
          setupFiles: ['test/support/setup.ts'],
          env: { FUZZ: '1' },
          testTimeout: 3_600_000,
        },
      },
    ],
  },
});
