import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atExit } from '../lib/processes.mjs';
import { root } from '../lib/project.mjs';

const guard = join(dirname(fileURLToPath(import.meta.url)), 'guard.mjs');

/** Only this machine can reach the workbench, which has no password. */
const host = '127.0.0.1';

/** Settings that leave the page to the topology. */
const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
};

/**
 * A folder that holds the state of one workbench: settings, extensions, logs.
 * @typedef {{ user: string, extensions: string, server: string }} Profile
 *
 * @typedef {object} WorkbenchServer
 * @property {string} authority host and port
 * @property {(folder: string, payload?: [string, string][]) => string} address the page that opens a folder
 * @property {Promise<void>} ended
 * @property {() => Promise<void>} close
 */

/**
 * @param {string} folder created where it is missing; settings that stand there already are kept
 * @param {Record<string, unknown>} [settings] in addition to those that keep the page quiet
 * @returns {Profile}
 */
export function createProfile(folder, settings = {}) {
  const profile = {
    user: join(folder, 'user'),
    extensions: join(folder, 'extensions'),
    server: join(folder, 'server'),
  };
  const file = join(profile.user, 'User', 'settings.json');
  mkdirSync(dirname(file), { recursive: true });
  mkdirSync(profile.extensions, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  return profile;
}

/**
 * Puts the extension into a profile as it lies in the project's folder: a new build needs only a reload of the page.
 * @param {Profile} profile
 */
export function linkExtension({ extensions }) {
  const link = join(extensions, 'um-topology.um-topology');
  rmSync(link, { force: true });
  symlinkSync(root, link, 'dir');
  // The server keeps its list of extensions here, and makes it anew from the folder.
  rmSync(join(extensions, 'extensions.json'), { force: true });
}

/**
 * Serves the workbench on the loopback until it is closed, this process ends, or the time is up.
 * @param {object} options
 * @param {string} options.program what installWorkbench returned
 * @param {Profile} options.profile
 * @param {number | string} [options.port] one, or a range to take a free one from; 0 for any
 * @param {boolean} [options.automation] lets a page run tests in the extension host
 * @param {NodeJS.ProcessEnv} [options.env] in addition to this process's, for extensions too
 * @param {number} options.timeLimitMs
 * @returns {Promise<WorkbenchServer>} when it answers
 * @throws when it ends before it answers, with what it printed
 */
export async function startServer({ program, profile, port = 0, automation = false, env = {}, timeLimitMs }) {
  const child = spawn(
    process.execPath,
    [
      ...[guard, String(timeLimitMs), program, '--host', host, '--port', String(port), '--without-connection-token'],
      ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
      ...['--user-data-dir', profile.user, '--extensions-dir', profile.extensions],
      ...['--server-data-dir', profile.server, ...(automation ? ['--enable-smoke-test-driver'] : [])],
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env, EXTENSIONS_GALLERY: '{}' } },
  );
  const release = atExit(() => child.kill());
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.on('close', () => {
      release();
      resolve();
    });
  });
  const authority = `${host}:${await listeningPort(child)}`;
  return {
    authority,
    address: (folder, payload) => {
      const tests = payload ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : '';
      return `http://${authority}/?folder=${encodePath(folder)}${tests}`;
    },
    ended,
    close: () => {
      child.kill();
      return ended;
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<import('node:stream').Writable, import('node:stream').Readable, import('node:stream').Readable>} child
 * @returns {Promise<string>}
 */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      // Read to the end also after it listens: a full pipe would stop the server.
      stream.setEncoding('utf8').on('data', (text) => {
        if (output.length > 100_000) return;
        output += text;
        const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
        if (port) resolve(port);
      });
    }
    child.on('error', reject);
    child.on('close', () => reject(new Error(`The workbench ended before it answered:\n${output.slice(-2000)}`)));
  });
}

/**
 * Readable in a terminal, and still one address.
 * @param {string} folder
 */
function encodePath(folder) {
  return encodeURIComponent(folder).replaceAll('%2F', '/');
}
