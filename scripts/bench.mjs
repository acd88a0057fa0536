// `npm run bench [-- --short] [NAME …]`: runs the programs of test/bench on the built server, each in a process of its own. All of them together, in full, write
// docs/benchmarks.json and docs/benchmarks.md; the short form prints how it compares with what is published there, and never fails for being slow.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchmarksPage } from './lib/benchmarksPage.mjs';
import { requireTools, root } from './lib/project.mjs';

requireTools();
const folder = join(root, 'test', 'bench');
const order = ['check', 'edit', 'rename', 'protocol', 'syntax', 'export', 'kinds', 'profile'];
const programs = readdirSync(folder)
  .filter((name) => name.endsWith('.bench.ts'))
  .map((name) => name.replace(/\.bench\.ts$/, ''))
  .sort((a, b) => order.indexOf(a) - order.indexOf(b));
const short = process.argv.includes('--short');
const chosen = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const selected = programs.filter((name) => chosen.length === 0 || chosen.includes(name));
if (selected.length === 0) {
  console.error(`No such benchmark. There are: ${programs.join(', ')}`);
  process.exit(2);
}

const results = join(tmpdir(), `umtopo-bench-${process.pid}.jsonl`);
rmSync(results, { force: true });
/** What starts keep for later ones is that of this run. */
const code = mkdtempSync(join(tmpdir(), 'umtopo-code-'));
runNode(join(root, 'scripts', 'build.mjs'), '--production');
for (const name of selected) {
  console.log(`\n# ${name}`);
  runNode(join(root, 'scripts', 'run-ts.mjs'), join(folder, `${name}.bench.ts`));
}
const sections = existsSync(results)
  ? readFileSync(results, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  : [];
rmSync(results, { force: true });
rmSync(code, { recursive: true });

const published = join(root, 'docs', 'benchmarks.json');
if (short) compare(existsSync(published) ? JSON.parse(readFileSync(published, 'utf8')).sections : []);
else if (selected.length === programs.length) {
  const run = { machine: machine(), sections };
  writeFileSync(published, `${JSON.stringify(run, undefined, 2)}\n`);
  writeFileSync(join(root, 'docs', 'benchmarks.md'), benchmarksPage(run));
  console.log('\ndocs/benchmarks.json and docs/benchmarks.md are written');
}

/** @param {string[]} args */
function runNode(...args) {
  const env = { ...process.env, BENCH_RESULTS: results, UMTOPO_CODE_CACHE: code, ...(short && { BENCH_SHORT: '1' }) };
  const { status } = spawnSync(process.execPath, ['--expose-gc', ...args], { cwd: root, stdio: 'inherit', env });
  if (status !== 0) process.exitCode = 1;
}

function machine() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() ?? '',
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    umtopo: version,
    libraries: Object.fromEntries(
      ['chevrotain', 'vscode-languageserver', 'esbuild'].map((name) => [
        name,
        dependencies[name] ?? devDependencies[name],
      ]),
    ),
  };
}

/** @param {import('./lib/benchmarksPage.mjs').Section[]} before */
function compare(before) {
  const known = new Map(before.flatMap(({ measures }) => measures).map((measure) => [measure.name, measure]));
  console.log('\nCompared with the published run (another machine, perhaps: the ratios to the floor count)');
  for (const { name, median, ratio } of sections.flatMap(({ measures }) => measures)) {
    const other = known.get(name);
    if (other === undefined) continue;
    const [now, then] = ratio === undefined ? [median, other.median] : [ratio, other.ratio];
    if (then === undefined || then === 0) continue;
    console.log(`${name.padEnd(64)} ${(now / then).toFixed(2)} times`);
  }
}
