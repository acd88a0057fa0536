import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Client } from './client';

/** What is kept of a start for the next one: see scripts/lib/nodeModules.mjs. */

let root: string;
let kept: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'umtopo-code-'));
  kept = join(root, 'kept');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function run(words: readonly string[], env: NodeJS.ProcessEnv = {}, dist = resolve('dist')) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...words], {
    encoding: 'utf8',
    env: { ...process.env, UMTOPO_CODE_CACHE: kept, ...env },
  });
  return { status, stdout, stderr };
}

const explain = ['explain', 'UM1004'];
const engine = () => readdirSync(kept).filter((name) => /^cli-explain-engine-[0-9a-f]+\.code$/.test(name));
const engineFile = () => join(kept, engine()[0] as string);

/** A file is written under another name and renamed: who wrote it last is told by its inode. */
const written = () => statSync(engineFile()).ino;

describe('the code of an earlier start', () => {
  it('is kept by the first, used by the next, and the same is said', () => {
    const first = run(explain);
    expect(first).toMatchObject({ status: 0, stderr: '' });
    expect(engine()).toHaveLength(1);
    const before = written();
    expect(run(explain)).toEqual(first);
    expect(written()).toBe(before);
  });

  it('is compiled and kept again when it is damaged', () => {
    const first = run(explain);
    const whole = readFileSync(engineFile());
    for (const damage of [
      whole.subarray(0, 1000),
      Buffer.concat([whole.subarray(0, whole.length - 9), Buffer.alloc(9, 7)]),
      Buffer.alloc(0),
    ]) {
      writeFileSync(engineFile(), damage);
      expect(run(explain)).toEqual(first);
      expect(readFileSync(engineFile()).length).toBeGreaterThan(1000);
    }
  });

  it('is not taken for another source of the same length, which is all that V8 compares', () => {
    run(explain);
    const dist = join(root, 'project', 'dist');
    cpSync(resolve('dist'), dist, { recursive: true, filter: (path) => !path.endsWith('.map') });
    const file = join(dist, 'shared', 'engine.js');
    const source = readFileSync(file, 'utf8');
    const changed = source.replace('Usage', 'usage').replace('sipDomain', 'sipdomain');
    expect(changed.length).toBe(source.length);
    expect(changed).not.toBe(source);
    writeFileSync(file, changed);
    const before = written();
    run(explain, {}, dist);
    expect(written()).not.toBe(before);
  });

  it.each([
    ['UMTOPO_CODE_CACHE=off', { UMTOPO_CODE_CACHE: 'off' }],
    ['NODE_DISABLE_COMPILE_CACHE', { NODE_DISABLE_COMPILE_CACHE: '1' }],
  ])('is not kept with %s', (_, env) => {
    const home = join(root, 'home');
    mkdirSync(home);
    const ran = run(explain, { ...env, HOME: home, XDG_CACHE_HOME: '', LOCALAPPDATA: home });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(home)).toEqual([]);
    expect(existsSync(kept)).toBe(false);
  });

  it('lies in the folder that the system has for such files', () => {
    const home = join(root, 'home');
    const env = { UMTOPO_CODE_CACHE: '', HOME: home, XDG_CACHE_HOME: join(home, 'xdg'), LOCALAPPDATA: home };
    expect(run(explain, env)).toMatchObject({ status: 0 });
    const folder =
      { win32: 'umtopo/Cache', darwin: 'Library/Caches/umtopo' }[process.platform as string] ?? 'xdg/umtopo';
    expect(readdirSync(join(home, folder)).join()).toContain('cli-explain-engine');
  });

  it('is no fault where nothing can be written', () => {
    writeFileSync(kept, 'a file is in the way');
    expect(run(explain)).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(kept, 'utf8')).toBe('a file is in the way');
  });

  it('goes when nobody has written it for a month; what others have there stays', () => {
    run(explain);
    const old = (Date.now() - 31 * 24 * 60 * 60 * 1000) / 1000;
    const [ofAnOldNode, ofOthers] = [join(kept, 'cli-check-engine-0.code'), join(kept, 'notes.txt')];
    for (const file of [ofAnOldNode, ofOthers]) {
      writeFileSync(file, '');
      utimesSync(file, old, old);
    }
    run(['check', join(root, 'nothing')]);
    expect(readdirSync(kept)).toContain('notes.txt');
    expect(readdirSync(kept)).not.toContain('cli-check-engine-0.code');
  });

  it('is kept by the server when the first diagnostics are told', async () => {
    const client = new Client(undefined, { ...process.env, UMTOPO_CODE_CACHE: kept });
    await client.initialize({ textDocument: { diagnostic: {} } });
    client.open('untitled:One', 'sipDomain contoso.com { isDefault true }\n');
    await client.request('textDocument/diagnostic', { textDocument: { uri: 'untitled:One' } });
    await client.request('textDocument/hover', {
      textDocument: { uri: 'untitled:One' },
      position: { line: 0, character: 2 },
    });
    const names = readdirSync(kept).map((name) => name.replace(/-[0-9a-f]+\.code$/, ''));
    expect(names).toEqual(expect.arrayContaining(['server-engine', 'server-protocol']));
    await client.close();
    await client.exited;
    expect(readdirSync(kept).join()).toContain('server-editor-');
  });
});
