import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { atExit } from '../lib/processes.mjs';
import { root } from '../lib/project.mjs';
import { temporaryFolder } from './workspace.mjs';

/**
 * Runs one project of vitest.config.mts, printing what vitest prints.
 * @param {string} project
 * @returns {Promise<import('../test.mjs').Result>}
 */
export async function runVitest(project) {
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
  const report = join(temporaryFolder('results'), `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, 'run', '--project', project, ...reporters], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const release = atExit(() => child.kill());
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  release();
  if (!existsSync(report)) throw new Error(`vitest ended with ${code}, without results.`);
  return count(JSON.parse(readFileSync(report, 'utf8')), code === 0);
}

/**
 * @typedef {{ fullName: string, status: string }} Assertion
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { assertionResults: Assertion[] }[] }} report
 * @param {boolean} succeeded
 */
function count(report, succeeded) {
  // A file that does not load, or an error outside a test, fails the run and no test.
  const failed = report.numFailedTests || (succeeded ? 0 : 1);
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const skipped = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  return { passed: report.numPassedTests, failed, skipped: skipped.map(({ fullName }) => fullName) };
}
