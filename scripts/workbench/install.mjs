// The VS Code of the npm package code-server: the real workbench and extension host, without a desktop.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../lib/processes.mjs';
import { cacheFolder } from '../lib/project.mjs';

const version = '4.139.1';
const folder = join(cacheFolder, 'workbench');
const installed = join(folder, `code-server-${version}`);
const mark = 'complete';

/** The server's program, below the folder it is installed in. */
const vscode = join('node_modules', 'code-server', 'lib', 'vscode');

export const workbenchSupported = process.platform === 'linux';

function workbenchInstalled() {
  return existsSync(join(installed, mark));
}

/**
 * Installs the workbench where it is missing: about half a minute and 620 MB in the project's cache folder.
 * @param {(message: string) => void} progress
 * @returns {Promise<string>} the program that serves it, for Node 24
 */
export async function installWorkbench(progress) {
  if (!workbenchSupported) throw new Error('The workbench for a browser runs on Linux only.');
  if (!workbenchInstalled()) await install(progress);
  return join(installed, vscode, 'out', 'server-main.js');
}

/** @param {(message: string) => void} progress */
async function install(progress) {
  mkdirSync(folder, { recursive: true });
  removeAbandoned();
  // Into a folder of its own and then renamed, so that an installation that was cut off is not taken for a whole one.
  const unfinished = join(folder, `installing-${process.pid}`);
  mkdirSync(unfinished, { recursive: true });
  const manifest = { name: 'workbench', private: true, dependencies: { 'code-server': version } };
  writeFileSync(join(unfinished, 'package.json'), JSON.stringify(manifest));

  const quiet = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const steps = [
    { what: 'VS Code', cwd: unfinished, args: quiet },
    { what: 'its libraries', cwd: join(unfinished, vscode), args: [...quiet, '--omit=dev'] },
    { what: 'its own extensions', cwd: join(unfinished, vscode, 'extensions'), args: [...quiet, '--omit=dev'] },
  ];
  for (const [index, { what, cwd, args }] of steps.entries()) {
    progress(`Installing the workbench, once: ${what} (${index + 1} of ${steps.length}) …`);
    await npm(args, { cwd });
  }
  writeFileSync(join(unfinished, mark), `${version}\n`);
  publish(unfinished);
}

/** @param {string} unfinished */
function publish(unfinished) {
  if (existsSync(installed) && !workbenchInstalled()) rmSync(installed, { recursive: true });
  try {
    renameSync(unfinished, installed);
  } catch (error) {
    // Another process has finished first: its installation is as good.
    if (!workbenchInstalled()) throw error;
    rmSync(unfinished, { recursive: true });
  }
}

/** Removes what a process that no longer runs left behind. */
function removeAbandoned() {
  for (const name of readdirSync(folder)) {
    const pid = /^installing-(\d+)$/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
