// Runs test/e2e/extension in the web worker extension host of the workbench, as in a browser without a server.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { run } from '../lib/processes.mjs';
import { root } from '../lib/project.mjs';
import { copyExamples, temporaryFolder } from './workspace.mjs';

const sources = join(root, 'test', 'e2e', 'extension');
// Inside the extension: VS Code runs tests in the host of the extension that they lie in.
const output = join(root, 'out', 'e2e', 'web-extension', 'index.js');
const workbench = join(root, 'scripts', 'workbench', 'vscode.mjs');

/** @returns {Promise<import('../test.mjs').Result>} */
export async function runWebExtensionTests() {
  await bundle();
  console.log('\nIn the web worker extension host of the workbench');
  const results = join(temporaryFolder('results'), 'results.json');
  const args = [copyExamples(), `--extensionDevelopmentPath=${root}`, `--extensionTestsPath=${output}`, '--web'];
  try {
    await run(process.execPath, [workbench, ...args], {
      env: { ...process.env, UMTOPO_TEST_RESULTS: results },
      onLine: console.log,
    });
  } catch (error) {
    // Failed tests are in the results already; without results it is VS Code that failed.
    if (!existsSync(results)) throw error;
  }
  if (!existsSync(results)) throw new Error('VS Code ended before the tests did.');
  const { passed, failed, skipped } = JSON.parse(readFileSync(results, 'utf8'));
  return { passed, failed, skipped: skipped.map((/** @type {string} */ name) => `${name} (web)`) };
}

async function bundle() {
  rmSync(output, { force: true });
  const tests = readdirSync(sources).filter((name) => name.endsWith('.test.ts'));
  await build({
    absWorkingDir: root,
    entryPoints: [join(sources, 'web', 'index.ts')],
    outfile: output,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    sourcemap: 'inline',
    external: ['vscode'],
    logLevel: 'warning',
    alias: { mocha: join(sources, 'web', 'mocha.ts'), 'mocha/mocha': join(root, 'node_modules', 'mocha', 'mocha.js') },
    plugins: [
      {
        name: 'tests',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^umtopo-tests$/ }, ({ path }) => ({ path, namespace: 'tests' }));
          onLoad({ filter: /.*/, namespace: 'tests' }, () => ({
            contents: tests.map((name) => `import ${JSON.stringify(`./${name}`)};`).join('\n'),
            resolveDir: sources,
          }));
          onResolve({ filter: /^node:assert\/strict$/ }, () => ({ path: join(sources, 'web', 'assert.ts') }));
        },
      },
    ],
  });
}
