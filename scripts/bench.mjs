// `npm run bench [-- NAME …]`: runs the programs of test/bench, each in a process of its own, on the built server.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { requireTools, root } from './lib/project.mjs';

requireTools();
const folder = join(root, 'test', 'bench');
const programs = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.bench.ts')) : [];
const chosen = process.argv.slice(2);
const selected = programs.filter((name) => chosen.length === 0 || chosen.includes(name.replace(/\.bench\.ts$/, '')));
if (selected.length === 0) {
  console.error(`No such benchmark. There are: ${programs.map((name) => name.replace(/\.bench\.ts$/, '')).join(', ')}`);
  process.exit(2);
}

runNode(join(root, 'scripts', 'build.mjs'), '--production');
for (const name of selected) runNode(join(root, 'scripts', 'run-ts.mjs'), join(folder, name));

/** @param {string[]} args */
function runNode(...args) {
  const { status } = spawnSync(process.execPath, ['--expose-gc', ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
