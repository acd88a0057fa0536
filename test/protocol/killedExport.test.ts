import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Enough users that an export is still writing when the signal comes. */
const users = Array.from({ length: 50_000 }, (_, index) => `  user${index}@contoso.com`).join('\n');
const topology = `deployment Many { server lync2013  mode onPremises }
sipDomain contoso.com { isDefault true }
site Redmond { pool pool01.contoso.com { role frontEnd } }
users Everyone {
  pool pool01.contoso.com
  enterpriseVoiceEnabled false
  mailbox none
${users}
}
`;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'umtopo-'));
  mkdirSync(join(root, 'in'));
  writeFileSync(join(root, 'in', 'main.umtopo'), topology);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly err: string;
}

/** Exports into `out`; as soon as the temporary folder is there, the signal is sent. */
function exported(signal?: NodeJS.Signals): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve('bin/umtopo.js'), 'export', 'in', '--out', 'out'], { cwd: root });
    const watcher = watch(root, (_, name) => {
      if (signal && name?.startsWith('.out.umtopo-')) child.kill(signal);
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text;
    });
    child.stdout.resume();
    child.on('close', (code, by) => {
      watcher.close();
      done({ code, signal: by, err });
    });
  });
}

const names = () => readdirSync(root).sort();

describe.skipIf(process.platform === 'win32')('an export that is ended from outside', () => {
  it('leaves nothing when it is interrupted', async () => {
    expect(await exported('SIGINT')).toMatchObject({ code: 130 });
    expect(names()).toEqual(['in']);
  });

  it('leaves what stood there when it is killed; the next one writes all, and names what was left', async () => {
    expect(await exported()).toMatchObject({ code: 0, err: expect.not.stringContaining('killed') });
    const before = readFileSync(join(root, 'out', 'manifest.json'), 'utf8');
    writeFileSync(join(root, 'in', 'main.umtopo'), topology.replace('user7@', 'user7.more@'));

    expect(await exported('SIGKILL')).toMatchObject({ signal: 'SIGKILL' });
    expect(readFileSync(join(root, 'out', 'manifest.json'), 'utf8')).toBe(before);
    const [left] = names();
    expect(left).toMatch(/^\.out\.umtopo-/);

    const { code, err } = await exported();
    expect(code).toBe(0);
    expect(err).toContain(`${left} is of an export that was killed`);
    expect(readFileSync(join(root, 'out', 'manifest.json'), 'utf8')).not.toBe(before);
  });
});
