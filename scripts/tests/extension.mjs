// Runs test/e2e/extension in the extension host of a VS Code: the desktop's where there is one, else the workbench's.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { root } from '../lib/project.mjs';
import { canDownloadDesktop, desktopCache, findDesktopExecutable } from '../workbench/desktop.mjs';
import { copyExamples, temporaryFolder } from './workspace.mjs';

const sources = join(root, 'test', 'e2e', 'extension');
const output = join(root, 'out', 'e2e', 'extension');
const workbench = join(root, 'scripts', 'workbench', 'vscode.mjs');

/** @returns {Promise<import('../test.mjs').Result>} */
export async function runExtensionTests() {
  await bundle();
  const desktop = findDesktopExecutable();
  if (desktop) console.log(`In the extension host of the desktop VS Code ${desktop}`);
  else if (canDownloadDesktop) console.log('In the extension host of a desktop VS Code that is downloaded');
  else console.log('In the extension host of the server workbench: no desktop VS Code with a display here');

  const temporary = temporaryFolder('profile');
  const results = join(temporary, 'results.json');
  try {
    await runTests({
      ...(desktop ? { vscodeExecutablePath: desktop } : canDownloadDesktop ? {} : { vscodeExecutablePath: workbench }),
      cachePath: desktopCache,
      extensionDevelopmentPath: root,
      extensionTestsPath: join(output, 'index.js'),
      // The stand-in for VS Code is a script: it needs the Node that runs this.
      extensionTestsEnv: {
        UMTOPO_TEST_RESULTS: results,
        PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
      },
      launchArgs: [
        copyExamples(),
        '--disable-extensions',
        `--user-data-dir=${join(temporary, 'user')}`,
        `--extensions-dir=${join(temporary, 'extensions')}`,
      ],
    });
  } catch (error) {
    // Failed tests are in the results already; without results it is VS Code that failed.
    if (!existsSync(results)) throw error;
  }
  if (!existsSync(results)) throw new Error('VS Code ended before the tests did.');
  return JSON.parse(readFileSync(results, 'utf8'));
}

async function bundle() {
  rmSync(output, { recursive: true, force: true });
  const files = readdirSync(sources).filter((name) => name.endsWith('.test.ts') || name === 'index.ts');
  await build({
    absWorkingDir: root,
    entryPoints: files.map((name) => join(sources, name)),
    outdir: output,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}
