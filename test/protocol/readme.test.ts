import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

/** The outputs that the README shows are those of the built command line. `…` stands for lines that are left out. */
interface Shown {
  readonly command: string;
  readonly output: readonly string[];
}

const folder = mkdtempSync(join(tmpdir(), 'umtopo-readme-'));
afterAll(() => rmSync(folder, { recursive: true }));

function shownIn(path: string): Shown[] {
  const blocks = [...readFileSync(path, 'utf8').matchAll(/^```console\n\$ npx umtopo (.+)\n([\s\S]*?)^```$/gm)];
  return blocks.map(([, command = '', output = '']) => ({ command, output: output.trimEnd().split('\n') }));
}

/** What it prints, with the written files in a folder of their own. */
function printed(command: string): string[] {
  const words = command.split(' ').map((word) => (word === 'out' ? join(folder, 'out') : word));
  const { stdout } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...words, '--color', 'never'], {
    encoding: 'utf8',
  });
  return stdout
    .replaceAll(folder, '')
    .replaceAll('\n/out', '\nout')
    .replace(/^\/out/, 'out')
    .trimEnd()
    .split('\n');
}

/** Whether the lines are there in this order, without gaps but where a line is `…`. */
function matches(lines: readonly string[], pattern: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return lines.length === 0;
  if (first.trim() === '…') return lines.some((_, index) => matches(lines.slice(index), rest)) || rest.length === 0;
  return lines[0] === first && matches(lines.slice(1), rest);
}

describe('README.md', () => {
  const shown = shownIn('README.md');

  it('shows what the command line prints', () => expect(shown.length).toBeGreaterThanOrEqual(3));

  it.each(shown.map(({ command, output }) => [command, output] as const))('umtopo %s', (command, output) => {
    const lines = printed(command);
    if (!matches(lines, output)) expect(lines).toEqual(output);
  });
});
