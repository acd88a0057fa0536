import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isShort, type Measure, median, publish } from './measure';
import { type Run, runProgram } from './programs';
import {
  type GeneratedDeployment,
  generateProvider,
  generateTenants,
  type ProviderOptions,
  type Variety,
} from './provider';

/** `umtopo check` from a cold start to the exit, beside a program that only reads the same bytes, visits each row and hashes each address. By turns. */

const folder = mkdtempSync(join(tmpdir(), 'umtopo-bench-'));
/** The mistakes among the users are found: the check ends with 1. */
const run = (program: readonly string[]): Run => runProgram(program, [0, 1]);

function write(files: GeneratedDeployment): { readonly path: string; readonly bytes: number } {
  const path = join(folder, 'input');
  let bytes = 0;
  for (const [name, text] of files) {
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

function check(options: ProviderOptions, runs: number, limit?: number): number {
  const form = options.form === 'csv' ? 'CSV' : '.umtopo';
  const what = [form, ...(options.variety ? [options.variety] : []), ...(options.files === 1 ? ['one file'] : [])];
  const name = `${options.users.toLocaleString('en')} users, ${what.join(', ')}`;
  const usual = options.users === 1_000_000 && !options.variety && options.files === undefined;
  const short = options.users <= 10_000 && !options.variety;
  const { wall, cpu } = checkFiles(name, generateProvider(options), runs, limit, usual ? 700 : undefined, short);
  if (options.variety === undefined) walls.set(`${form} ${options.users}`, wall);
  return cpu;
}

/** @returns milliseconds of the check */
function checkFiles(
  what: string,
  files: GeneratedDeployment,
  runs: number,
  limit?: number,
  megabytes?: number,
  withFirst = false,
): { readonly wall: number; readonly cpu: number } {
  const { path, bytes } = write(files);
  const own: Run[] = [];
  const floor: Run[] = [];
  const first: Run[] = [];
  for (let i = 0; i <= runs; i++) {
    const pair = [run(['dist/cli.js', 'check', path]), run(['test/bench/floor.mjs', path])] as const;
    if (i === 0 && runs > 1) continue;
    own.push(pair[0]);
    floor.push(pair[1]);
    if (withFirst)
      first.push(runProgram(['dist/cli.js', 'check', path], [0, 1], undefined, { UMTOPO_CODE_CACHE: 'off' }));
  }
  const name = `check ${what} (${(bytes / 1e6).toFixed(1)} MB)`;
  const times = own.map(({ wallMs }) => wallMs);
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
  if (withFirst) {
    const walls = first.map(({ wallMs }) => wallMs);
    const name = '— with no code kept of an earlier start';
    measures.push({ name, unit: 'ms', median: median(walls), spread: spread(walls), runs });
  }
  const [cpuFloor, cpu] = [median(floor.map((each) => each.cpuMs)), median(own.map((each) => each.cpuMs))];
  measures.push({ name: '— processor time', unit: 'ms', median: cpu, runs, floor: cpuFloor, ratio: cpu / cpuFloor });
  const rss = own.map((each) => each.megabytes);
  measures.push({
    name: '— peak memory',
    unit: 'MB',
    median: median(rss),
    runs,
    ...(megabytes !== undefined && { goal: { of: 'median' as const, limit: megabytes } }),
  });
  rmSync(path, { recursive: true });
  return { wall: ours, cpu };
}

/** How the processor time grows from a small input to one that is `times` as large: 1 is in proportion. */
function growth(name: string, small: number, large: number, times: number): void {
  const exponent = Math.log(large / small) / Math.log(times);
  measures.push({ name, unit: 'exponent', median: exponent, runs: 1, goal: { of: 'median', limit: 1.15 } });
}

/** What nobody expects, as others would generate it: slower is fine, growing faster than the users isn't. */
function unusual(): void {
  const varieties: readonly [Variety, ProviderOptions['form']?][] = [
    ['long rows'],
    ['own policies'],
    ['own placements'],
    ['own facts'],
    ['other columns', 'csv'],
  ];
  for (const [variety, form] of varieties) {
    const [small, large] = [10_000, 100_000].map((users) => check({ users, variety, ...(form && { form }) }, 1));
    growth(`growth of processor time from 10,000 to 100,000 users, ${variety}`, small ?? 1, large ?? 1, 10);
    if (variety !== 'own facts') continue;
    const million = check({ users: 1_000_000, variety }, 1);
    growth(`growth of processor time from 100,000 to 1,000,000 users, ${variety}`, large ?? 1, million, 10);
  }
  check({ users: 1_000_000, files: 1 }, 1);
  const [few, many] = [200, 2000].map((tenants) =>
    checkFiles(
      `${tenants.toLocaleString('en')} deployments of 50 users in one folder`,
      generateTenants(tenants, 50),
      1,
    ),
  );
  growth('growth of processor time from 200 to 2,000 deployments', few?.cpu ?? 1, many?.cpu ?? 1, 10);
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
    unusual();
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
    "`umtopo check` with all rules, from a cold start to the exit; one user in a thousand has a mistake. The *floor* is `test/bench/floor.mjs`: it reads the same bytes, visits each row once and hashes each address; no correct check can cost less. The two run by turns, after a run that doesn't count: of it the compiled code is kept.",
  measures,
});
