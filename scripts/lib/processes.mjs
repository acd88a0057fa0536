import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './project.mjs';

/** @type {Set<() => void>} */
const endings = new Set();
let ended = false;

/**
 * Has `end` called when this process ends for any reason that can be noticed: its end, Ctrl+C, a signal.
 * @param {() => void} end synchronous; called at most once
 * @returns {() => void} calls it now
 */
export function atExit(end) {
  if (endings.size === 0 && !ended) listen();
  const once = () => {
    if (endings.delete(once)) end();
  };
  endings.add(once);
  return once;
}

function listen() {
  process.on('exit', endAll);
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGINT', 2],
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ])) {
    // Exiting (and not re-raising the signal) runs the listeners of 'exit' as well.
    process.on(signal, () => process.exit(128 + number));
  }
}

function endAll() {
  ended = true;
  for (const end of [...endings].reverse()) end();
}

/**
 * The first of `names` that the PATH has, as an absolute path.
 * @param {string[]} names without extension
 */
export function findOnPath(...names) {
  const extensions = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    for (const folder of folders) {
      for (const extension of extensions) {
        const file = join(folder, name + extension);
        if (existsSync(file) && statSync(file).isFile()) return file;
      }
    }
  }
  return undefined;
}

/**
 * Runs a program to its end. What it prints is kept for the error message, and given to `onLine` while it runs.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, onLine?: (line: string) => void }} [options]
 * @returns {Promise<string>} what it printed
 * @throws when it cannot be started, fails, or takes longer than `timeoutMs`
 */
export function run(command, args, { cwd = root, env = process.env, timeoutMs = 600_000, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const release = atExit(() => child.kill());
    const timer = setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        for (const line of text.split(/\r?\n/)) if (line.trim() !== '') onLine?.(line);
      });
    }
    child.on('error', (error) => finish(error));
    child.on('close', (code, signal) => {
      if (code === 0) finish();
      else finish(new Error(`${command} ${args.join(' ')} ended with ${signal ?? code}:\n${output.slice(-4000)}`));
    });
    /** @param {Error} [error] */
    function finish(error) {
      clearTimeout(timer);
      release();
      if (error) reject(error);
      else resolve(output);
    }
  });
}

/**
 * Runs npm with the Node that runs this.
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void }} options
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  const command = findOnPath('npm');
  if (!command) throw new Error('npm is not on the PATH.');
  return run(command, args, options);
}
