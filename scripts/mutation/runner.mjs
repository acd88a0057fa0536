/**
 * A test runner of Stryker for tests that are pure and many: they are bundled once with the code that is changed, loaded once, and run in this process. A mutant is
 * switched on, the tests that reach it run until one fails, and it is switched off again: some milliseconds, where a run of vitest takes half a second.
 */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const bundle = resolve('dist/mutation/tests.mjs');

/** @typedef {{ id: string, run: () => unknown }} Test */

class InProcessRunner {
  static inject = /** @type {const} */ (['options']);
  /** @type {Test[]} */
  tests = [];
  loads = 0;

  /** What the changed code looks at. @type {any} */
  state = {};

  /** @param {{ tests: readonly string[] }} options of the configuration: the tests that mutants meet, those first that tell soonest */
  constructor({ tests }) {
    this.patterns = tests;
    const all = /** @type {any} */ (globalThis);
    all.__stryker__ ??= {};
    this.state = all.__stryker__;
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    const files = this.patterns.flatMap((pattern) => globSync(pattern).sort());
    await build({
      stdin: {
        contents: `${files.map((file) => `import './${file.replaceAll('\\', '/')}';`).join('\n')}\nexport { tests } from 'vitest';`,
        resolveDir: process.cwd(),
      },
      alias: { vitest: resolve('scripts/mutation/harness.mjs') },
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile: bundle,
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
      logLevel: 'error',
    });
    await this.load();
  }

  async load() {
    const loaded = await import(`${pathToFileURL(bundle).href}?${this.loads++}`);
    this.tests = loaded.tests;
  }

  async dryRun() {
    const tests = [];
    for (const test of this.tests) {
      this.state.currentTestId = test.id;
      tests.push(await one(test));
    }
    this.state.currentTestId = undefined;
    return { status: 'complete', tests, mutantCoverage: this.state.mutantCoverage };
  }

  /** @param {{ activeMutant: { id: string }, testFilter?: string[], hitLimit?: number, mutantActivation: string, disableBail: boolean }} options */
  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, disableBail }) {
    const { state } = this;
    state.hitCount = 0;
    state.hitLimit = hitLimit;
    state.activeMutant = activeMutant.id;
    try {
      if (mutantActivation === 'static') await this.load();
      return await this.meet(testFilter && new Set(testFilter), disableBail);
    } catch (error) {
      // Loading already failed: no test could have passed.
      return { status: 'killed', killedBy: [], nrOfTests: 0, failureMessage: String(error) };
    } finally {
      state.activeMutant = undefined;
      if (mutantActivation === 'static') await this.load();
    }
  }

  /** @param {ReadonlySet<string> | undefined} filter @param {boolean} disableBail */
  async meet(filter, disableBail) {
    const { state } = this;
    const failed = [];
    let nrOfTests = 0;
    for (const test of this.tests) {
      if (filter && !filter.has(test.id)) continue;
      nrOfTests++;
      const result = await one(test);
      if (state.hitLimit !== undefined && state.hitCount > state.hitLimit)
        return { status: 'timeout', reason: `hit limit reached (${state.hitCount}/${state.hitLimit})` };
      if (result.status !== 1) continue;
      failed.push(result);
      if (!disableBail) break;
    }
    const [first] = failed;
    if (first === undefined) return { status: 'survived', nrOfTests };
    return { status: 'killed', killedBy: failed.map(({ id }) => id), nrOfTests, failureMessage: first.failureMessage };
  }
}

/** @param {Test} test */
async function one({ id, run }) {
  const start = performance.now();
  try {
    await run();
    return { id, name: id, status: 0, timeSpentMs: performance.now() - start };
  } catch (error) {
    const failureMessage = error instanceof Error ? error.message : String(error);
    return { id, name: id, status: 1, timeSpentMs: performance.now() - start, failureMessage };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
