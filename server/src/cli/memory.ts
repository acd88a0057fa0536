import { spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { constants, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { getHeapStatistics } from 'node:v8';
import { isSkippedFolder } from '../base/paths';

/** Where no two users say the same, or each has a fault of its own, a run takes so many times the size of the texts. */
const MOST = 35;

/** The share of the machine's memory that a run may take. */
const SHARE = 0.75;

const megabyte = 2 ** 20;

/**
 * How many megabytes a run over some text is to be given; `undefined` where what it has will do.
 * @param limit bytes that it has
 * @param machine bytes that there are
 */
export function memoryFor(bytes: number, limit: number, machine: number): number | undefined {
  const wanted = Math.floor((machine * SHARE) / megabyte);
  return bytes * MOST > limit && limit < wanted * megabyte ? wanted : undefined;
}

/**
 * Runs the same command line in a process with more memory, where what it has may not do for the folders that it names.
 * @returns its exit code; `undefined` where there is no need.
 */
export function runWithMoreMemory(words: readonly string[]): Promise<number> | undefined {
  if (isLimited([...process.execArgv, process.env.NODE_OPTIONS ?? ''])) return undefined;
  const paths = words.slice(1).filter((word) => !word.startsWith('-'));
  const { heap_size_limit: limit } = getHeapStatistics();
  const enough = limit / MOST + 1;
  let bytes = 0;
  for (const path of paths.length === 0 ? ['.'] : paths) bytes += bytesIn(resolve(path), enough - bytes);
  const wanted = memoryFor(bytes, limit, totalmem());
  if (wanted === undefined) return undefined;
  const flags = [`--max-old-space-size=${wanted}`, ...process.execArgv];
  const child = spawn(process.execPath, [...flags, ...process.argv.slice(1)], { stdio: 'inherit' });
  // The other one tidies up and ends; an interrupt from the keyboard reaches it by itself.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('exit', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** Whether somebody has said how much memory a process may take, the one that started it with more among them. */
function isLimited(options: readonly string[]): boolean {
  return options.some((option) => /--max[-_](old[-_]space|heap)[-_]size/.test(option));
}

/** The bytes of the topologies and lists of users in a folder, counted until there are enough. What can't be read is told by who reads it. */
function bytesIn(path: string, enough: number): number {
  try {
    const found = statSync(path);
    if (!found.isDirectory()) return /\.(umtopo|csv)$/i.test(path) ? found.size : 0;
    let bytes = 0;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (bytes >= enough) break;
      if (entry.isDirectory() ? !isSkippedFolder(entry.name) : /\.(umtopo|csv)$/i.test(entry.name))
        bytes += bytesIn(join(path, entry.name), enough - bytes);
    }
    return bytes;
  } catch {
    return 0;
  }
}
