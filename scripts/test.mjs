// `npm test`: builds, runs every suite, and says at the end how many tests passed and failed.
// `node scripts/test.mjs [types] [unit] [laws] [protocol] [extension] [web-extension] [browser]` runs some of them.
import { join } from 'node:path';
import { run } from './lib/processes.mjs';
import { requireTools, root } from './lib/project.mjs';

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Result skipped: names */

requireTools();
const { runVitest } = await import('./tests/vitest.mjs');
const { workbenchSupported } = await import('./workbench/install.mjs');
const { runExtensionTests } = await import('./tests/extension.mjs');
const { runWebExtensionTests } = await import('./tests/webExtension.mjs');

/** @type {Record<string, () => Promise<Result>>} */
const suites = {
  types: checkTypes,
  unit: () => runVitest('unit'),
  laws: () => runVitest('laws'),
  protocol: () => runVitest('protocol'),
  extension: runExtensionTests,
  'web-extension': () => inWorkbench('the extension tests in the web worker extension host', runWebExtensionTests),
  browser: () => inWorkbench('the browser tests', () => runVitest('browser')),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in suites));
if (unknown.length > 0) {
  console.error(`No suite ${unknown.join(', ')}. There are: ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

/** @type {Result} */
const total = { passed: 0, failed: 0, skipped: [] };
if (await build()) {
  for (const name of chosen.length > 0 ? chosen : Object.keys(suites)) {
    console.log(`\n== ${name} tests ==\n`);
    const result = await runSuite(name);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped.push(...result.skipped);
  }
} else {
  total.failed = 1;
}
if (total.skipped.length > 0) console.log(`\nNot run:\n${total.skipped.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

async function build() {
  try {
    await run(process.execPath, [join(root, 'scripts', 'build.mjs'), '--production'], { onLine: console.log });
    return true;
  } catch {
    console.error('The build failed, so no test ran.');
    return false;
  }
}

/**
 * @param {string} what
 * @param {() => Promise<Result>} suite
 * @returns {Promise<Result>}
 */
async function inWorkbench(what, suite) {
  if (workbenchSupported) return suite();
  return { passed: 0, failed: 0, skipped: [`${what}: the workbench for a browser runs on Linux only`] };
}

/** Both TypeScript projects, each as one test. */
async function checkTypes() {
  /** @type {Result} */
  const result = { passed: 0, failed: 0, skipped: [] };
  for (const project of ['tsconfig.json', 'tsconfig.core.json']) {
    try {
      await run(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', project], {
        onLine: console.log,
      });
      console.log(`${project}: no errors`);
      result.passed += 1;
    } catch {
      result.failed += 1;
    }
  }
  return result;
}

/** @param {string} name */
async function runSuite(name) {
  try {
    const result = await /** @type {() => Promise<Result>} */ (suites[name])();
    if (result.passed + result.failed + result.skipped.length > 0) return result;
    throw new Error('No test ran.');
  } catch (error) {
    console.error(`The ${name} tests could not run: ${error instanceof Error ? error.message : error}`);
    return { passed: 0, failed: 1, skipped: [] };
  }
}
