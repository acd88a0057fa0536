import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findOnPath, run } from '../lib/processes.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

/** Outside the PATH, where the installers of macOS and Windows put it. */
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** For a container's root user, without a GPU, without a word to anyone. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isLinuxRoot = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * A browser for the tests: one that is there, else the distribution's package, else playwright-core's own.
 * @param {(message: string) => void} progress
 * @returns {Promise<string>} its executable
 * @throws an error that says the three ways
 */
export async function ensureChromium(progress) {
  const found = findChromium() ?? (await playwrightChromium());
  if (found) return found;
  const failures = [];
  for (const install of [installPackage, downloadWithPlaywright]) {
    try {
      await install(progress);
      const installed = findChromium() ?? (await playwrightChromium());
      if (installed) return installed;
    } catch (error) {
      failures.push(error instanceof Error ? error.message.trim().split('\n').slice(-3).join('\n') : String(error));
    }
  }
  throw new Error(
    `No Chromium to show the workbench in. One of these gives one:
  1. install Chromium, Chrome or Edge so that it is on the PATH, or name it in CHROMIUM_EXECUTABLE
  2. as root on Debian or Ubuntu: apt-get install -y --no-install-recommends chromium fonts-dejavu-core
  3. npx playwright-core install chromium
Tried just now:\n${failures.join('\n')}`,
  );
}

function findChromium() {
  const named = process.env.CHROMIUM_EXECUTABLE;
  if (named) return named;
  return findOnPath(...names) ?? usualPlaces.find((place) => existsSync(place));
}

/** @param {(message: string) => void} progress */
async function installPackage(progress) {
  if (!isLinuxRoot || !findOnPath('apt-get')) return;
  // Ubuntu's package only asks for the snap, which a container cannot install.
  if (/^ID=ubuntu$/m.test(readFileSync('/etc/os-release', 'utf8'))) return;
  progress('Installing Chromium, once (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'];
  try {
    await run('apt-get', install, { env });
  } catch {
    await run('apt-get', ['update'], { env });
    await run('apt-get', install, { env });
  }
}

/** @param {(message: string) => void} progress */
async function downloadWithPlaywright(progress) {
  progress('Downloading Chromium, once (playwright-core) …');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  await run(process.execPath, [cli, 'install', ...(isLinuxRoot ? ['--with-deps'] : []), 'chromium'], {
    timeoutMs: 300_000,
  });
}

async function playwrightChromium() {
  const { chromium } = await import('playwright-core');
  const executable = chromium.executablePath();
  return existsSync(executable) ? executable : undefined;
}
