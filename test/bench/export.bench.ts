import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateDeployment } from './generate';
import { isShort, type Measure, publish } from './measure';
import { type Run, runProgram } from './programs';

/** What `umtopo export` of many users costs beside `umtopo check` of the same: processor time and the most memory, each of a process of its own. */

const users = isShort ? 20_000 : 1_000_000;

function measures(check: Run, exported: Run): Measure[] {
  const times = exported.cpuMs / check.cpuMs;
  const name = `export ${users.toLocaleString('en')} users`;
  return [
    {
      name: `${name}; the floor is check`,
      unit: 'ms',
      median: exported.cpuMs,
      runs: 1,
      floor: check.cpuMs,
      ratio: times,
      goal: { of: 'ratio', limit: 3 },
    },
    { name: '— peak memory', unit: 'MB', median: exported.megabytes, runs: 1, floor: check.megabytes },
    {
      name: '— memory above that of check',
      unit: 'MB',
      median: exported.megabytes - check.megabytes,
      runs: 1,
      goal: { of: 'median', limit: 100 },
    },
  ];
}

const folder = mkdtempSync(join(tmpdir(), 'umtopo-bench-'));
try {
  for (const [path, text] of generateDeployment(users)) {
    const file = join(folder, 'in', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const check = runProgram(['dist/cli.js', 'check', join(folder, 'in')]);
  const exported = runProgram(['dist/cli.js', 'export', join(folder, 'in'), '--out', join(folder, 'out'), '--quiet']);
  const found = measures(check, exported);
  for (const { name, median, unit } of found)
    console.log(`${name.padEnd(48)} ${median.toFixed(0).padStart(7)} ${unit}`);
  publish({
    title: 'Export',
    about:
      '`umtopo export` of a million users, streamed, beside `umtopo check` of the same: processor time and the most memory, each of a process of its own.',
    measures: found,
  });
} finally {
  rmSync(folder, { recursive: true });
}
