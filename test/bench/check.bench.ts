import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isShort, type Measure, median, publish } from './measure';
import { type Run, runProgram } from './programs';
import { generateProvider, type ProviderOptions } from './provider';

/** `umtopo check` from a cold start to the exit, beside a program that only reads the same bytes, visits each row and hashes each address. By turns. */

const folder = mkdtempSync(join(tmpdir(), 'umtopo-bench-'));
/** The mistakes among the users are found: the check ends with 1. */
const run = (program: readonly string[]): Run => runProgram(program, [0, 1]);

function write(options: ProviderOptions): { readonly path: string; readonly bytes: number } {
  const path = join(folder, `${options.form ?? 'umtopo'}-${options.users}-${options.variety ?? 'usual'}`);
  let bytes = 0;
  for (const [name, text] of generateProvider(options)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += Buffer.byteLength(text);
  }
  return { path, bytes };
}

function spread(numbers: readonly number[]): readonly [number, number] {
  return [Math.min(...numbers), Math.max(...numbers)];
}

const measures: Measure[] = [];
const walls = new Map<string, number>();

function check(options: ProviderOptions, runs: number, limit?: number): void {
  const { path, bytes } = write(options);
  const own: Run[] = [];
  const floor: Run[] = [];
  for (let i = 0; i <= runs; i++) {
    const pair = [run(['dist/cli.js', 'check', path]), run(['test/bench/floor.mjs', path])] as const;
    if (i === 0 && runs > 1) continue;
    own.push(pair[0]);
    floor.push(pair[1]);
  }
  const form = options.form === 'csv' ? 'CSV' : '.umtopo';
  const variety = options.variety ? `, ${options.variety}` : '';
  const name = `check ${options.users.toLocaleString('en')} users, ${form}${variety} (${(bytes / 1e6).toFixed(1)} MB)`;
  const times = own.map(({ wallMs }) => wallMs);
  walls.set(`${form} ${options.users}`, median(times));
  const [least, ours] = [median(floor.map(({ wallMs }) => wallMs)), median(times)];
  measures.push({
    name,
    unit: 'ms',
    median: ours,
    spread: spread(times),
    runs,
    floor: least,
    ratio: ours / least,
    ...(limit !== undefined && { goal: { of: 'ratio', limit } }),
  });
  const [cpuFloor, cpu] = [median(floor.map((each) => each.cpuMs)), median(own.map((each) => each.cpuMs))];
  measures.push({ name: '— processor time', unit: 'ms', median: cpu, runs, floor: cpuFloor, ratio: cpu / cpuFloor });
  const rss = own.map((each) => each.megabytes);
  measures.push({
    name: '— peak memory',
    unit: 'MB',
    median: median(rss),
    runs,
    ...(options.users === 1_000_000 && !options.variety && { goal: { of: 'median' as const, limit: 700 } }),
  });
  rmSync(path, { recursive: true });
}

try {
  for (const form of ['umtopo', 'csv'] as const) {
    check({ users: 10, form }, isShort ? 1 : 5);
    check({ users: 10_000, form }, isShort ? 3 : 7);
    check({ users: 100_000, form }, isShort ? 3 : 5);
    if (!isShort) check({ users: 1_000_000, form }, 5, form === 'csv' ? 5 : 4);
  }
  if (!isShort) {
    for (const form of ['.umtopo', 'CSV']) {
      const [small, large] = [walls.get(`${form} 10000`) ?? 1, walls.get(`${form} 1000000`) ?? 1];
      measures.push({
        name: `growth from 10,000 to 1,000,000 users, ${form}`,
        unit: 'exponent',
        median: Math.log(large / small) / Math.log(100),
        runs: 1,
        goal: { of: 'median', limit: 1.05 },
      });
    }
    for (const variety of ['long rows', 'own policies', 'own placements'] as const)
      for (const users of [10_000, 100_000]) check({ users, variety }, 1);
  }
} finally {
  rmSync(folder, { recursive: true });
}

for (const { name, median: value, floor, ratio, unit } of measures)
  console.log(
    `${name.padEnd(64)} ${value.toFixed(unit === 'exponent' ? 2 : 0).padStart(7)} ${unit}${floor === undefined ? '' : `  floor ${floor.toFixed(0).padStart(5)}  ${(ratio ?? 0).toFixed(1)} times`}`,
  );
publish({
  title: 'The command line',
  about:
    '`umtopo check` with all rules, from a cold start to the exit; one user in a thousand has a mistake. The *floor* is `test/bench/floor.mjs`: it reads the same bytes, visits each row once and hashes each address; no correct check can cost less. The two run by turns.',
  measures,
});
