import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program took from its start to its exit, with those that it started. */
export interface Run {
  readonly wallMs: number;
  readonly cpuMs: number;
  /** The most memory it held. */
  readonly megabytes: number;
}

/** A program took longer than it was given, and was ended. */
export class TimeLimit extends Error {
  /** @param limit milliseconds */
  constructor(readonly limit: number) {
    super(`not finished after ${limit / 1000} s`);
  }
}

/**
 * Runs a program of Node in a process of its own.
 * @param program its file, and its words
 * @param accepted exit codes that are none of a failure
 * @param limit milliseconds after which it is ended
 * @param env on top of this process's
 * @throws TimeLimit
 */
export function runProgram(
  program: readonly string[],
  accepted: readonly number[] = [0],
  limit?: number,
  env: NodeJS.ProcessEnv = {},
): Run {
  const usage = join(tmpdir(), `umtopo-usage-${process.pid}.json`);
  rmSync(usage, { force: true });
  const start = performance.now();
  const { status, stderr, error } = spawnSync(process.execPath, ['--import', './test/bench/usage.mjs', ...program], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    ...(limit !== undefined && { timeout: limit, killSignal: 'SIGKILL' as const }),
    env: { ...process.env, BENCH_USAGE: usage, ...env },
  });
  const wallMs = performance.now() - start;
  if (limit !== undefined && (error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT')
    throw new TimeLimit(limit);
  if (status === null || !accepted.includes(status))
    throw new Error(`${program.join(' ')} ended with ${status}: ${stderr}`);
  const used = readFileSync(usage, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly cpu: number; readonly rss: number });
  rmSync(usage);
  const cpuMs = used.reduce((sum, { cpu }) => sum + cpu, 0);
  return { wallMs, cpuMs, megabytes: Math.max(...used.map(({ rss }) => rss)) };
}
