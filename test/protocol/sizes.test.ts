import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { listFiles, PackageManager } from '@vscode/vsce';
import { describe, expect, it } from 'vitest';
import { Client } from './client';

const KB = 1024;

describe('what is built stays small', () => {
  it('the server answers `initialize` with 450 KB, none of them of the engine', async () => {
    const read = await filesRead((client) => client.request('initialize', nobody));
    expect(read.map((file) => basename(file)).sort()).toEqual([
      'legend.js',
      'package.js',
      'protocol.js',
      'runtime.js',
      'server.js',
    ]);
    expect(sum(read.map((file) => statSync(file).size))).toBeLessThan(450 * KB);
  });

  it('the first diagnostics need the engine, and none of the features of an editor', async () => {
    const uri = 'untitled:Untitled-1';
    const read = await filesRead(async (client) => {
      await client.initialize({ textDocument: { diagnostic: {} } });
      client.open(uri, 'sipDomain contoso.com { isDefault true }\n');
      await client.request('textDocument/diagnostic', { textDocument: { uri } });
    });
    expect(read.map((file) => basename(file))).toContain('engine.js');
    expect(read.map((file) => basename(file))).not.toContain('editor.js');
  });

  it('what judges a topology is 590 KB: what is only shown is a file of its own', () => {
    expect(statSync('dist/shared/engine.js').size).toBeLessThan(590 * KB);
  });

  it('the extension is 700 KB as a package', async () => {
    const files = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
    expect(files).toContain('dist/shared/engine.js');
    // In the archive a file has two headers with its name each, beside its compressed text.
    const packed = files.map((file) => deflateRawSync(readFileSync(file)).length + 92 + 2 * `extension/${file}`.length);
    expect(sum(packed)).toBeLessThan(700 * KB);
  });
});

it('the package has every file that what runs in the editor reads, also those read late', async () => {
  const files = await listFiles({ cwd: process.cwd(), packageManager: PackageManager.None });
  const needed = new Set(['dist/server.js']);
  for (const file of needed)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(/require\("(\.[^"]+\.js)"\)/g))
      needed.add(join(dirname(file), name).replaceAll('\\', '/'));
  expect(needed).toContain('dist/shared/templates.js');
  expect([...needed].filter((file) => !files.includes(file))).toEqual([]);
});

const nobody = { processId: null, rootUri: null, capabilities: {} };

/** The files of the build that the server reads until something is done. */
async function filesRead(work: (client: Client) => Promise<unknown>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'umtopo-'));
  const watch = join(folder, 'watch.cjs');
  writeFileSync(
    watch,
    `const fs = require('node:fs');
     const read = fs.readFileSync;
     fs.readFileSync = (file, ...rest) => {
       if (/dist.*\\.js$/.test(file)) process.stderr.write(file + '\\n');
       return read(file, ...rest);
     };`,
  );
  const client = new Client([process.execPath, '-r', watch, 'dist/server.js', '--stdio']);
  await work(client);
  const read = new Set(client.stderr.split('\n').filter(Boolean));
  await client.request('shutdown');
  client.notify('exit');
  await client.exited;
  rmSync(folder, { recursive: true });
  return [...read];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
