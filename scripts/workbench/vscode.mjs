#!/usr/bin/env node
// Takes the place of the VS Code executable in @vscode/test-electron where there is no desktop VS Code: runs the tests
// in the extension host of the workbench, shown by a Chromium without a window, and ends with their exit code.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format } from 'node:util';
import { chromium } from 'playwright-core';
import { atExit } from '../lib/processes.mjs';
import { chromiumFlags, ensureChromium } from './chromium.mjs';
import { installWorkbench } from './install.mjs';
import { createProfile, startServer } from './server.mjs';

const timeLimitMs = 8 * 60 * 1000;

/** @type {string[]} */
const remarks = [];

const args = process.argv.slice(2);
const extension = argument('--extensionDevelopmentPath');
const tests = argument('--extensionTestsPath');
const folder = args.find((arg) => !arg.startsWith('-'));
if (!folder) throw new Error('Usage: vscode.mjs FOLDER --extensionDevelopmentPath=… --extensionTestsPath=…');

const program = await installWorkbench(console.log);
const executablePath = await ensureChromium(console.log);
const temporary = mkdtempSync(join(tmpdir(), 'umtopo-vscode-'));
atExit(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));

// In the extension host on the server, or in the one in the page: a web worker.
const web = args.includes('--web') ? { 'remote.extensionKind': { 'um-topology.um-topology': ['web'] } } : {};
const profile = createProfile(temporary, web);
const server = await startServer({ program, profile, automation: true, timeLimitMs });
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
  const page = await browser.newPage();
  /** @type {Promise<number>} */
  const exitCode = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve).catch(reject);
    page.on('crash', () => reject(new Error('The page crashed.')));
    server.ended.then(() => reject(new Error('The workbench ended before the tests did.')));
    setTimeout(
      () => reject(new Error(`The tests took more than ${timeLimitMs / 60_000} minutes.`)),
      timeLimitMs,
    ).unref();
  });
  await page.exposeFunction('codeAutomationLog', log);
  await page.goto(
    server.address(folder, [
      ['extensionDevelopmentPath', `vscode-remote://${server.authority}${extension}`],
      ['extensionTestsPath', `vscode-remote://${server.authority}${tests}`],
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
    ]),
  );
  process.exitCode = await exitCode;
} catch (error) {
  console.error([...remarks.slice(-30), error instanceof Error ? error.message : error].join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
  await server.close();
}
process.exit();

/**
 * What the page says on its console: among VS Code's many own remarks, the tests' report. The remarks are shown where
 * the tests could not run, or with UMTOPO_TEST_VERBOSE.
 * @param {string} _type
 * @param {unknown[]} values
 */
function log(_type, values) {
  const text = format(...values);
  if (text.startsWith('[test]')) console.log(text.slice('[test]'.length));
  else if (text.startsWith('[results]') && process.env.UMTOPO_TEST_RESULTS)
    writeFileSync(process.env.UMTOPO_TEST_RESULTS, text.slice('[results]'.length));
  else if (process.env.UMTOPO_TEST_VERBOSE) console.log(text);
  else remarks.push(text.slice(0, 500));
}

/** @param {string} name */
function argument(name) {
  const value = args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
  if (!value) throw new Error(`${name} is missing.`);
  return value;
}
