import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { generateDeployment } from './generate';

/** What `umtopo export` of a million users costs beside `umtopo check` of the same: processor time and the most memory, each of a process of its own. */

const users = 1_000_000;
const bounds = { times: 3, megabytes: 100 };

interface Usage {
  readonly seconds: number;
  readonly megabytes: number;
}

function used(...words: readonly string[]): Usage {
  const { status, stderr, output } = spawnSync(
    process.execPath,
    ['--import', resolve('test/bench/usage.mjs'), resolve('dist/cli.js'), ...words],
    { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe', 'pipe'] },
  );
  if (status !== 0) throw new Error(`umtopo ${words.join(' ')} ended with ${status}\n${stderr}`);
  return JSON.parse(output[3] ?? '') as Usage;
}

function sizeOf(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);
}

const folder = mkdtempSync(join(tmpdir(), 'umtopo-bench-'));
try {
  for (const [path, text] of generateDeployment(users)) {
    const file = join(folder, 'in', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const check = used('check', join(folder, 'in'));
  const exported = used('export', join(folder, 'in'), '--out', join(folder, 'out'), '--quiet');
  const line = ({ seconds, megabytes }: Usage): string =>
    `${seconds.toFixed(1).padStart(6)} s of a processor  ${megabytes.toFixed(0).padStart(6)} MB at most`;
  console.log(`${users.toLocaleString('en')} users, ${(sizeOf(join(folder, 'out')) / 2 ** 20).toFixed(0)} MB exported`);
  console.log(`  check   ${line(check)}`);
  console.log(`  export  ${line(exported)}`);
  const times = exported.seconds / check.seconds;
  const more = exported.megabytes - check.megabytes;
  const kept = times <= bounds.times && more <= bounds.megabytes;
  console.log(
    `  ${times.toFixed(1)} times the time (at most ${bounds.times}), ${more.toFixed(0)} MB more memory (at most ${bounds.megabytes}): ${kept ? 'kept' : 'NOT kept'}`,
  );
  process.exitCode = kept ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
