import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Workspace } from '../../server/src/model/workspace';
import { Analyzer } from '../../server/src/rules/analyze';
import { type GeneratedDeployment, generateDeployment, generateLargeFile } from './generate';

/** What opening a megabyte of users costs within the process, and `umtopo check` from a cold start, beside a program that only reads and hashes. Milliseconds. */

const megabyte = 1024 * 1024;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** From the text to the diagnostics, each time from nothing. */
function open(files: GeneratedDeployment): number {
  const start = performance.now();
  const workspace = new Workspace();
  for (const [path, text] of files) workspace.set(`/bench/${path}`, text);
  workspace.refresh();
  const [deployment] = workspace.deployments;
  if (deployment === undefined) throw new Error('no deployment');
  const { diagnostics } = new Analyzer(deployment).analyze();
  const time = performance.now() - start;
  const faults = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
  if (faults[0]) throw new Error(`the generated deployment has a mistake: ${faults[0].code} ${faults[0].message}`);
  return time;
}

function inProcess(): boolean {
  const files = generateLargeFile(megabyte);
  const size = files.get('people.umtopo')?.length ?? 0;
  const first = open(files);
  const again = median(Array.from({ length: 9 }, () => open(files)));
  const verdict = first < 300 ? 'under 300 ms' : 'NOT under 300 ms';
  console.log(`open ${(size / megabyte).toFixed(2)} MB of users, to the diagnostics`);
  console.log(`  the first time ${first.toFixed(0)}  ${verdict}; again ${again.toFixed(0)} (median of 9)\n`);
  return first < 300;
}

/** Of a program started anew each time: the wall clock from the start to the exit. */
function timed(args: readonly string[]): number {
  const start = performance.now();
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stdout}`);
  return performance.now() - start;
}

function cold(users: number, runs: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'umtopo-bench-'));
  try {
    let bytes = 0;
    for (const [path, text] of generateDeployment(users)) {
      const file = join(folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      bytes += Buffer.byteLength(text);
    }
    const check: number[] = [];
    const floor: number[] = [];
    // By turns, so that both meet the machine in the same moods.
    for (let run = 0; run <= runs; run++) {
      const [one, other] = [timed(['dist/cli.js', 'check', folder]), timed(['test/bench/floor.mjs', folder])];
      if (run === 0) continue;
      check.push(one);
      floor.push(other);
    }
    const [own, least] = [median(check), median(floor)];
    const size = `${users.toLocaleString('en')} users, ${(bytes / megabyte).toFixed(1)} MB`;
    console.log(
      `${size.padEnd(28)} check ${own.toFixed(0).padStart(5)}  floor ${least.toFixed(0).padStart(5)}  ${(own / least).toFixed(1)} times`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

console.log(`Node ${process.version}, ${process.platform}, ${cpus().length} × ${cpus()[0]?.model.trim()}\n`);
const kept = inProcess();
console.log('umtopo check, from a cold start; the floor reads the same files and hashes each address');
cold(10, 9);
cold(10_000, 9);
cold(100_000, 7);
process.exitCode = kept ? 0 : 1;
