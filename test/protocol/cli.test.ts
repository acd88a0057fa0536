import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { afterAll, describe, expect, it } from 'vitest';
import { hostedParts, mixedBase } from '../support/deployment';
import { fixture } from '../support/fixture';

const program = resolve('bin/umtopo.js');
const temporary = mkdtempSync(join(tmpdir(), 'umtopo-cli-'));
afterAll(() => rmSync(temporary, { recursive: true, force: true }));

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

let folders = 0;

/** A new folder with a fixture's files. */
function folder(source: string): string {
  const root = join(temporary, `d${folders++}`);
  mkdirSync(root);
  for (const { path, text } of fixture(source).files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

function umtopo(cwd: string, ...words: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, out: stdout, err: stderr };
}

const clean = `${mixedBase}${Object.values(hostedParts).join('\n')}
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
}
`;
const broken = `//- /main.umtopo
${clean}
//- /users.umtopo
users Plant {
  pool pool01.contoso.com
  bob@contoso.com  line call-me  mailbox hosted
}
`;

describe('check', () => {
  it('exits with 0 where nothing is wrong', () => {
    const { code, out, err } = umtopo(
      folder(
        `//- /main.umtopo\nsipDomain contoso.com { isDefault true }\ndeployment D { server lync2013  mode onPremises }`,
      ),
      'check',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('No mistakes in 1 deployment');
  });

  it('exits with 1 and names file, line, column, code and way out', () => {
    const { code, out } = umtopo(folder(broken), 'check');
    expect(code).toBe(1);
    expect(out).toContain('users.umtopo:3:25 error UM1008');
    expect(out).toContain('  3 |   bob@contoso.com  line call-me  mailbox hosted\n');
  });

  it('prints one JSON document of the promised shape', () => {
    const { code, out } = umtopo(dirname(folder(broken)), 'check', `d${folders - 1}`, '--format', 'json');
    expect(code).toBe(1);
    const document = JSON.parse(out);
    expect(document.deployments).toEqual([
      { root: `d${folders - 1}`, name: 'Contoso', users: 2, ms: expect.any(Number) },
    ]);
    const found = document.diagnostics.find((diagnostic: { code: string }) => diagnostic.code === 'UM1008');
    expect(found).toMatchObject({
      deployment: `d${folders - 1}`,
      file: 'users.umtopo',
      line: 3,
      column: 25,
      endLine: 3,
      endColumn: 32,
      severity: 'error',
      fixes: [],
      related: [],
    });
    expect(document.summary).toMatchObject({ users: 2, files: 2 });
    expect(Array.isArray(document.notChecked)).toBe(true);
  });

  it('prints SARIF that its schema accepts', () => {
    const { out } = umtopo(folder(broken), 'check', '--format', 'sarif');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(readFileSync('test/data/sarif-2.1.0.json', 'utf8')));
    const document = JSON.parse(out);
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    expect(document.runs[0].results[0].locations[0].physicalLocation.region.startLine).toBeGreaterThan(0);
  });

  it('prints workflow commands for pull requests', () => {
    expect(umtopo(folder(broken), 'check', '--format', 'github').out).toContain(
      '::error file=users.umtopo,line=3,endLine=3,col=25,endColumn=32,title=UM1008::',
    );
  });

  it('takes the deployment that a folder below its root or a file belongs to', () => {
    const root = folder(
      `//- /main.umtopo\n${clean}\n//- /sub/users.umtopo\nusers B { pool nowhere.contoso.com  mailbox hosted  policy Cloud\n  b@contoso.com line +14255550102\n}`,
    );
    for (const [cwd, path] of [
      [join(root, 'sub'), '.'],
      [root, 'sub'],
      [root, 'sub/users.umtopo'],
    ] as const) {
      const { deployments } = JSON.parse(umtopo(cwd, 'check', path, '--format', 'json').out);
      expect(deployments.map((one: { users: number }) => one.users)).toEqual([2]);
    }
  });

  it('turns more warnings than allowed into 1', () => {
    const root = folder(
      `//- /main.umtopo\ndeployment D { server lync2013  mode onPremises }\nsipDomain contoso.com { isDefault true }\nusers U { csv "u.csv" }\n//- /u.csv\nSipAddress,LineURI\na@contoso.com,+14255550101,more\n`,
    );
    const { warnings } = JSON.parse(umtopo(root, 'check', '--format', 'json').out).summary;
    expect(warnings).toBeGreaterThan(0);
    expect(umtopo(root, 'check', '--max-warnings', String(warnings)).code).toBe(umtopo(root, 'check').code);
    expect(umtopo(root, 'check', '--max-warnings', String(warnings - 1)).code).toBe(1);
    const quiet = umtopo(root, 'check', '--quiet', '--max-warnings', String(warnings - 1));
    expect(quiet).toMatchObject({ code: 1, out: '' });
    expect(quiet.err).toContain('that --max-warnings allows');
  });
});

describe('route', () => {
  it('tells what of the answer hangs on a fact, though it is known who answers', () => {
    const text = clean
      .replace(/organization [^ ]+/, 'organization unknown')
      .replaceAll('exap.um.outlook.com', 'um.fabrikam.com');
    const asked = ['route', 'alice@contoso.com', '--format', 'json'];
    expect(JSON.parse(umtopo(folder(`//- /main.umtopo\n${text}`), ...asked).out)).toMatchObject({
      outcome: 'hosted',
      organization: [],
      needs: [],
      unsettled: { organization: ['organization'] },
    });
  });
  it('tells the way as JSON', () => {
    const { code, out } = umtopo(
      folder(`//- /main.umtopo\n${clean}`),
      'route',
      'sip:ALICE@contoso.com',
      '--format',
      'json',
    );
    expect(code).toBe(0);
    const document = JSON.parse(out);
    expect(document).toMatchObject({
      event: 'noAnswer',
      wave: null,
      outcome: 'hosted',
      target: 'ExchangeOnline',
      policy: { name: 'Cloud', scope: 'user' },
      destination: 'exap.um.outlook.com',
      organization: ['contoso.onmicrosoft.com'],
      umDialPlan: null,
      contact: null,
      needs: [],
      unsettled: {},
      failure: null,
    });
    expect(document.hops[0]).toEqual({
      at: 'pool01.contoso.com',
      role: 'frontEnd',
      port: 5061,
      protocol: 'mtls',
      file: 'main.umtopo',
      line: 5,
    });
    expect(document.decisions.find((one: { step: string }) => one.step === 'chooseUm')).toMatchObject({
      source: 'ROUTE',
      file: 'main.umtopo',
    });
  });
  it('tells it in words', () => {
    const { out } = umtopo(folder(`//- /main.umtopo\n${clean}`), 'route', 'alice@contoso.com', '--event', 'busy');
    expect(out).toContain('alice@contoso.com is busy: hosted voice mail at ExchangeOnline (exap.um.outlook.com)');
  });
  it.each([
    [['route', 'zoe@contoso.com'], 'there is no user and no contact zoe@contoso.com'],
    [['route', '+14255550199'], 'nobody has the number +14255550199'],
    [['route'], 'whose call?'],
    [['route', 'alice@contoso.com', '--wave', 'Pilot'], 'there is no wave "Pilot"'],
    [['route', 'alice@contoso.com', '--event', 'lunch'], '--event is noAnswer'],
  ])('%j exits with 2', (words, message) => {
    const { code, err } = umtopo(folder(`//- /main.umtopo\n${clean}`), ...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('test', () => {
  it('runs expectations and prints them as text, JSON and JUnit', () => {
    const root = folder(
      `//- /main.umtopo\n${clean}expect alice@contoso.com reaches ExchangeOnline\nexpect alice@contoso.com reaches local\n`,
    );
    const { code, out } = umtopo(root, 'test', '--format', 'json');
    expect(code).toBe(1);
    const document = JSON.parse(out);
    expect(document.summary).toEqual({ passed: 1, failed: 1, undecided: 0 });
    expect(document.expectations[1]).toMatchObject({
      file: 'main.umtopo',
      text: 'expect alice@contoso.com reaches local',
      passed: false,
      witness: 'alice@contoso.com',
      failing: 1,
      of: 1,
    });
    expect(umtopo(root, 'test', '--format', 'junit').out).toContain('<testsuites tests="2" failures="1" skipped="0">');
    expect(umtopo(root, 'test').out).toContain('✓ passed expect alice@contoso.com reaches ExchangeOnline');
  });
});

describe('fmt', () => {
  it('formats in place, keeps the encoding, and has nothing to do the second time', () => {
    const root = folder('//- /main.umtopo\nSIPDOMAIN   contoso.com {isDefault $true}');
    writeFileSync(join(root, 'wide.umtopo'), Buffer.from('\ufeffsipDomain   fabrikam.com', 'utf16le'));
    expect(umtopo(root, 'fmt', '--check').code).toBe(1);
    expect(umtopo(root, 'fmt').code).toBe(0);
    expect(readFileSync(join(root, 'main.umtopo'), 'utf8')).toBe('sipDomain contoso.com { isDefault true }\n');
    expect(readFileSync(join(root, 'wide.umtopo'), 'utf16le')).toBe('\ufeffsipDomain fabrikam.com\n');
    expect(umtopo(root, 'fmt', '--check').code).toBe(0);
  });
});

describe('preview', () => {
  it('writes a picture that stands alone', () => {
    const root = folder(`//- /main.umtopo\n${clean}`);
    expect(umtopo(root, 'preview', '--out', 'p.svg').code).toBe(0);
    expect(readFileSync(join(root, 'p.svg'), 'utf8')).toMatch(/^<svg [\s\S]*ExchangeOnline[\s\S]*<\/svg>\s*$/);
  });
  it('writes a call as a ladder', () => {
    const root = folder(`//- /main.umtopo\n${clean}`);
    expect(umtopo(root, 'preview', '--view', 'ladder', '--of', 'alice@contoso.com', '--out', 'p.svg')).toMatchObject({
      code: 0,
    });
    expect(readFileSync(join(root, 'p.svg'), 'utf8')).toMatch(/alice@contoso\.com does not answer[\s\S]*Diversion:/);
  });
  it('writes a PNG with the optional package that the folder has', () => {
    const root = folder(`//- /main.umtopo\n${clean}
//- /node_modules/@resvg/resvg-js/index.js
exports.Resvg = class {
  constructor(svg, { fitTo }) { this.told = JSON.stringify([svg.slice(0, 4), fitTo.value, /@media/.test(svg)]); }
  render() { return { asPng: () => Buffer.from(this.told) }; }
};`);
    expect(umtopo(root, 'preview', '--out', 'p.png')).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, 'p.png'), 'utf8')).toBe('["<svg",2,false]');
  });
});

describe('new', () => {
  it('writes a deployment that check has nothing to say about', () => {
    const root = folder('');
    rmSync(join(root, 'main.umtopo'));
    const made = umtopo(root, 'new', 'Fabrikam', '--mode', 'mixed', '--server', 'sfb2015', '--domain', 'fabrikam.com');
    expect(made).toMatchObject({ code: 0, err: expect.stringContaining('umtopo check Fabrikam') });
    expect(made.out.trim().split('\n')).toEqual(
      readdirSync(join(root, 'Fabrikam'))
        .map((name) => `Fabrikam/${name}`)
        .sort((a, b) => made.out.indexOf(a) - made.out.indexOf(b)),
    );
    expect(readFileSync(join(root, 'Fabrikam', 'deployment.umtopo'), 'utf8')).toContain(
      'deployment Fabrikam {\n  server sfb2015\n  mode mixed\n  forest fabrikam.com\n}',
    );
    const checked = JSON.parse(umtopo(root, 'check', 'Fabrikam', '--format', 'json').out);
    expect(checked.diagnostics).toEqual([]);
    expect(umtopo(root, 'test', 'Fabrikam').code).toBe(0);
    expect(umtopo(root, 'fmt', 'Fabrikam', '--check').code).toBe(0);
  });

  it('leaves alone what is there', () => {
    const root = folder(`//- /deep/down/main.umtopo\n${clean}\n//- /notes/readme.txt\nhello\n`);
    for (const dir of ['.', 'deep'])
      expect(umtopo(root, 'new', dir)).toMatchObject({ code: 2, err: expect.stringContaining('main.umtopo') });
    expect(umtopo(root, 'new', 'notes/readme.txt')).toMatchObject({
      code: 2,
      err: expect.stringContaining('is a file'),
    });
    expect(umtopo(root, 'new', 'notes', '--quiet')).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(root, 'notes', 'readme.txt'), 'utf8')).toBe('hello\n');
    expect(readdirSync(join(root, 'notes')).filter((name) => name.includes('tmp'))).toEqual([]);
  });

  it('says what it does not understand', () => {
    const root = folder('');
    expect(umtopo(root, 'new').err).toContain('which folder?');
    expect(umtopo(root, 'new', 'a', '--mode', 'hybrid').err).toContain('onPremises');
    expect(umtopo(root, 'new', 'a', '--domain', 'con toso').err).toContain('no domain');
    expect(existsSync(join(root, 'a'))).toBe(false);
  });
});

describe('explain', () => {
  it('shows the page of a rule', () => {
    const { code, out } = umtopo(temporary, 'explain', 'um2002');
    expect(code).toBe(0);
    expect(out).toContain('UM2002 Hosting provider is disabled (error)');
    expect(out).toContain('Basis');
  });
  it('does not know another code', () => {
    expect(umtopo(temporary, 'explain', 'UM9999')).toMatchObject({ code: 2 });
  });
});

describe('export', () => {
  const read = (root: string): Record<string, string> =>
    Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => [
          join(entry.parentPath, entry.name)
            .slice(root.length + 1)
            .replaceAll('\\', '/'),
          readFileSync(join(entry.parentPath, entry.name), 'latin1'),
        ]),
    );

  it('writes the same bytes each time, nothing temporary beside', () => {
    const root = folder('//- /note.txt\nx');
    const example = resolve('examples/mixed');
    const { code, out } = umtopo(root, 'export', example, '--out', 'one');
    expect(code).toBe(0);
    expect(umtopo(root, 'export', example, '--out', 'two').code).toBe(0);
    const files = read(join(root, 'one'));
    expect(files).toEqual(read(join(root, 'two')));
    expect(Object.keys(files).sort()).toEqual(
      out
        .trim()
        .split('\n')
        .map((line) => line.replace('one/', ''))
        .sort(),
    );
    expect(Object.keys(files)).toEqual(
      expect.arrayContaining([
        'README.md',
        'powershell/10-lync.ps1',
        'users.csv',
        'topology.json',
        'dns/public/contoso.com.zone',
      ]),
    );
  });

  it('writes nothing when there are errors, and names them', () => {
    const root = folder(broken);
    const { code, err } = umtopo(root, 'export', '--out', 'out');
    expect(code).toBe(1);
    expect(err).toContain('UM1008');
    expect(readdirSync(root).sort()).toEqual(['main.umtopo', 'users.umtopo']);
    expect(umtopo(root, 'export', '--out', 'out', '--force').code).toBe(0);
    expect(readFileSync(join(root, 'out/powershell/10-lync.ps1'), 'utf8')).toContain(
      'EXPORTED ALTHOUGH THE TOPOLOGY HAS',
    );
  });

  it('writes what a wave changes', () => {
    const root = folder('//- /note.txt\nx');
    expect(umtopo(root, 'export', resolve('examples/mixed'), '--out', 'pilot', '--wave', 'pilot').code).toBe(0);
    expect(readFileSync(join(root, 'pilot/waves/01-Pilot/users.csv'), 'utf8')).toContain('carol@contoso.com');
    expect(readFileSync(join(root, 'pilot/waves/01-Pilot/users.csv'), 'utf8')).not.toContain('alice@contoso.com');
  });

  it('takes the time to live and the name server of the zones', () => {
    const root = folder('//- /note.txt\nx');
    const words = ['--out', 'out', '--ttl', '300', '--name-server', 'NS1.contoso.com.'];
    expect(umtopo(root, 'export', resolve('examples/mixed'), '--target', 'dns', ...words).code).toBe(0);
    const zone = readFileSync(join(root, 'out/dns/public/contoso.com.zone'), 'utf8');
    expect(zone).toContain('$TTL 300\n');
    expect(zone).toContain('@ 300 IN NS NS1.contoso.com.\n');
    expect(readFileSync(join(root, 'out/dns/dns.ps1'), 'utf8')).toContain("-TimeToLive '0.00:05:00'");
  });

  it('removes what an earlier export wrote and this one does not, unless it was changed', () => {
    const root = folder('//- /note.txt\nx');
    const out = join(root, 'out');
    const example = resolve('examples/mixed');
    expect(umtopo(root, 'export', example, '--out', 'out').code).toBe(0);
    writeFileSync(join(out, 'powershell/30-online.ps1'), 'mine');
    writeFileSync(join(out, 'powershell/notes.txt'), 'mine');
    writeFileSync(join(root, 'outside.txt'), 'x');
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    const digest = createHash('sha256').update('x').digest('hex');
    manifest.files.push({ path: '../outside.txt', sha256: digest }, { path: 'powershell', sha256: digest }, 'odd');
    writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest));
    const { code, out: printed, err } = umtopo(root, 'export', resolve('examples/on-premises'), '--out', 'out');
    expect({ code, err }).toMatchObject({ code: 0 });
    const kept = ['powershell/30-online.ps1', 'powershell/notes.txt'];
    const written = printed
      .trim()
      .split('\n')
      .map((line) => line.replace('out/', ''));
    expect(Object.keys(read(out)).sort()).toEqual([...written, ...kept].sort());
    expect(readFileSync(join(out, kept[0] ?? ''), 'utf8')).toBe('mine');
    expect(existsSync(join(out, 'waves'))).toBe(false);
    expect(existsSync(join(root, 'outside.txt'))).toBe(true);
    expect(err).toContain(`out/${kept[0]} is of an earlier export and was changed since`);
    expect(err).not.toContain('notes.txt');
    expect(err).toMatch(/umtopo: \d+ files of an earlier export removed/);
  });

  it('never replaces a file that no export wrote or that was changed since, unless it is told to', () => {
    const root = folder('//- /out/README.md\nmine');
    const out = join(root, 'out');
    const example = resolve('examples/on-premises');
    const first = umtopo(root, 'export', example, '--out', 'out');
    expect(first).toMatchObject({ code: 1, out: '' });
    expect(first.err).toContain('out/README.md was not written by an export\n');
    expect(first.err).toContain('nothing was written: move this file away, name another folder by --out');
    expect(read(root)).toEqual({ 'out/README.md': 'mine' });
    expect(umtopo(root, 'export', example, '--out', 'out', '--overwrite').code).toBe(0);
    const whole = read(out);
    expect(whole['README.md']).not.toBe('mine');

    writeFileSync(join(out, 'powershell/10-lync.ps1'), 'mine');
    const second = umtopo(root, 'export', example, '--out', 'out');
    expect(second.code).toBe(1);
    expect(second.err).toContain('out/powershell/10-lync.ps1 was changed since it was exported\n');
    expect(read(out)).toEqual({ ...whole, 'powershell/10-lync.ps1': 'mine' });
    expect(umtopo(root, 'export', example, '--out', 'out', '--overwrite').code).toBe(0);
    expect(read(out)).toEqual(whole);
    expect(readdirSync(root)).toEqual(['out']);
  });

  it.skipIf(process.platform === 'win32')('follows no link out of its folder', () => {
    const root = folder('//- /elsewhere/note.txt\nx');
    mkdirSync(join(root, 'out'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'out/powershell'));
    const { code, err } = umtopo(root, 'export', resolve('examples/on-premises'), '--out', 'out', '--overwrite');
    expect(code).toBe(1);
    expect(err).toContain('out/powershell/10-lync.ps1 lies behind a link, and an export follows none');
    expect(read(join(root, 'elsewhere'))).toEqual({ 'note.txt': 'x' });
    expect(readdirSync(root).sort()).toEqual(['elsewhere', 'out']);
    expect(readdirSync(join(root, 'out'))).toEqual(['powershell']);
  });

  it('leaves everything as it was where a file cannot be moved into place', () => {
    const root = folder('//- /note.txt\nx');
    expect(umtopo(root, 'export', resolve('examples/on-premises'), '--out', 'note.txt')).toMatchObject({ code: 2 });
    expect(read(root)).toEqual({ 'note.txt': 'x' });
    expect(readdirSync(root)).toEqual(['note.txt']);
  });

  it('belongs to its topology until one of both changes', () => {
    const root = folder(clean);
    const against = (...words: readonly string[]): Ran => umtopo(root, 'check', '--against', 'out', ...words);
    expect(against()).toMatchObject({ code: 2 });
    expect(umtopo(root, 'export', '--out', 'out').code).toBe(0);
    expect(against()).toMatchObject({ code: 0 });
    expect(against().out).toContain('out belongs to this topology, and nothing in it was changed\n');
    // An unchanged folder is exported to again without a question.
    expect(umtopo(root, 'export', '--out', 'out').code).toBe(0);

    const script = join(root, 'out/powershell/10-lync.ps1');
    writeFileSync(script, `${readFileSync(script, 'utf8')}# mine\r\n`);
    rmSync(join(root, 'out/users.csv'));
    const changed = against();
    expect(changed.code).toBe(1);
    expect(changed.out).toContain('out/powershell/10-lync.ps1 was changed since\nout/users.csv is missing\n');
    expect(changed.out).toContain('out was exported of this topology, but 2 files differ\n');

    expect(umtopo(root, 'export', '--out', 'out', '--overwrite').code).toBe(0);
    const [main = ''] = readdirSync(root).filter((name) => name.endsWith('.umtopo'));
    writeFileSync(join(root, main), `${readFileSync(join(root, main), 'utf8')}\n// later\n`);
    const later = JSON.parse(against('--format', 'json').out);
    expect(later.against).toMatchObject({ belongs: false, sameSource: false, files: [] });
    expect(later.against.source).toEqual([{ path: main, state: 'changed' }]);
    // A part that is exported again leaves the others to the state of the topology that they were made of.
    expect(umtopo(root, 'export', '--out', 'out', '--target', 'dns').code).toBe(0);
    const parts = JSON.parse(against('--format', 'json').out).against;
    expect(parts).toMatchObject({ belongs: false, sameSource: true });
    expect(parts.files).toContainEqual({ path: 'powershell/10-lync.ps1', state: 'outdated' });
    expect(parts.files.some(({ path }: { path: string }) => path.startsWith('dns/'))).toBe(false);
    expect(umtopo(root, 'export', '--out', 'out').code).toBe(0);
    expect(against()).toMatchObject({ code: 0 });
  });

  it('leaves the rest of a whole export where only a part is written again, and changes nothing where nothing changed', () => {
    const root = folder('//- /note.txt\nx');
    cpSync('examples/mixed', join(root, 'in'), { recursive: true });
    const out = join(root, 'out');
    expect(umtopo(root, 'export', 'in', '--out', 'out').code).toBe(0);
    const before = read(out);
    for (const part of [
      ['--target', 'dns'],
      ['--wave', 'Pilot'],
    ]) {
      expect(umtopo(root, 'export', 'in', '--out', 'out', ...part).code).toBe(0);
      expect(read(out)).toEqual(before);
    }

    writeFileSync(join(root, 'in/later.umtopo'), '// later\n');
    expect(umtopo(root, 'export', 'in', '--out', 'out', '--target', 'dns').code).toBe(0);
    const after = read(out);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after['README.md']).toContain('Export all of it again before you run anything: ');
    expect(after['README.md']).toMatch(/before you run anything: .*`powershell\/10-lync\.ps1`/);
    expect(after['README.md']).not.toMatch(/before you run anything: .*`dns\/dns\.ps1`/);
    const lines = Object.keys(JSON.parse(after['source-map.json'] ?? '').files);
    expect(lines).toContain('dns/dns.ps1');
    expect(lines).not.toContain('powershell/10-lync.ps1');
  });

  it.each([
    [['--out', 'x', '--ttl', '1h'], '--ttl takes whole seconds from 0 to 2147483647, not "1h"'],
    [['--out', 'x', '--ttl', '2147483648'], '--ttl takes whole seconds'],
    [['--out', 'x', '--name-server', 'ns1;'], '--name-server takes a fully qualified name such as ns1.contoso.com'],
    [['--out', 'x', '--target', 'powershel'], 'did you mean powershell?'],
    [['--out', 'x', '--wave', 'Never'], 'There is no wave Never'],
    [[], '--out DIR is missing'],
  ])('%j exits with 2', (words, message) => {
    const { code, err } = umtopo(temporary, 'export', resolve('examples/mixed'), ...words);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('import', () => {
  it('makes of a topology.json the deployment that was exported', () => {
    const root = folder('//- /note.txt\nx');
    expect(umtopo(root, 'export', resolve('examples/mixed'), '--out', 'out').code).toBe(0);
    expect(umtopo(root, 'import', 'out/topology.json', '--out', 'again').code).toBe(0);
    expect(umtopo(root, 'fmt', '--check', 'again').code).toBe(0);
    expect(umtopo(root, 'export', 'again', '--out', 'twice').code).toBe(0);
    const once = readFileSync(join(root, 'out/topology.json'), 'utf8');
    expect(readFileSync(join(root, 'twice/topology.json'), 'utf8')).toBe(once);

    writeFileSync(join(root, 'evil.json'), once.replace('"path": "', '"path": "../'));
    const { code, err } = umtopo(root, 'import', 'evil.json', '--out', 'evil');
    expect(code).toBe(2);
    expect(err).toContain('is no .umtopo file below its folder');
    expect(existsSync(join(root, 'evil'))).toBe(false);
  });

  it('makes a deployment of a published topology that checks without an error, and overwrites nothing', () => {
    const root = folder('//- /note.txt\nx');
    const sample = resolve('test/data/published-topology.xml');
    expect(umtopo(root, 'import', sample, '--out', 'new').code).toBe(0);
    const { code, out } = umtopo(root, 'check', 'new', '--format', 'json');
    expect(JSON.parse(out).diagnostics.filter((one: { severity: string }) => one.severity === 'error')).toEqual([]);
    expect(code).toBe(0);
    const again = umtopo(root, 'import', sample, '--out', 'new');
    expect(again.code).toBe(2);
    expect(again.err).toContain('exists already');
  });
});

describe('bad input gets a sentence and exit code 2, never a stack trace', () => {
  const cases: [string, readonly string[], string | RegExp][] = [
    ['no command', [], /Usage: umtopo COMMAND/],
    ['an unknown command', ['chekc'], 'did you mean "check"?'],
    ['an unknown option', ['check', '--fromat', 'json'], 'there is no option --fromat; did you mean --format?'],
    ['an unknown format', ['check', '--format', 'xml'], '--format is text, json, sarif or github, not "xml"'],
    ['a missing value', ['check', '--format'], '--format needs a value'],
    ['a number that is none', ['check', '--max-warnings', 'few'], '--max-warnings takes a number'],
    ['a missing folder', ['check', 'nowhere'], 'there is no such file or folder'],
    ['a folder without topology', ['check', 'empty'], 'there is no .umtopo file here or below'],
    ['another file', ['check', 'empty/note.txt'], 'is no .umtopo file'],
    ['a missing --out', ['import', 'x.xml'], '--out DIR is missing'],
    ['a preview that is no picture', ['preview', '--out', 'p.pdf'], 'name a file that ends in .svg or .png'],
    ['a ladder of nobody', ['preview', 'd', '--out', 'p.svg', '--view', 'ladder'], 'whose call?'],
    [
      'a ladder of a stranger',
      ['preview', 'd', '--out', 'p.svg', '--of', 'x@y.z'],
      'there is no user and no contact x@y.z',
    ],
    ['a PNG without the package for it', ['preview', 'd', '--out', 'p.png'], 'npm install @resvg/resvg-js'],
  ];
  it.each(cases)('%s', (_, words, message) => {
    const root = folder('//- /d/main.umtopo\nsipDomain contoso.com\n//- /empty/note.txt\nx');
    const { code, err } = umtopo(root, ...words);
    expect(code).toBe(2);
    if (typeof message === 'string') expect(err).toContain(message);
    else expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it('a binary file is named, and the rest is checked', () => {
    const root = folder(
      '//- /main.umtopo\ndeployment D { server lync2013  mode onPremises }\nsipDomain contoso.com { isDefault true }',
    );
    writeFileSync(join(root, 'image.umtopo'), Buffer.from([0x89, 0x50, 0, 1, 2, 0xff]));
    const { code, out, err } = umtopo(root, 'check');
    expect(code).toBe(2);
    expect(err).toContain('image.umtopo: it is no text');
    expect(out).toContain('1 deployment');
  });

  it('empty files, one long line, CRLF and BOM are no trouble', () => {
    const root = folder('//- /empty.umtopo\n');
    writeFileSync(join(root, 'long.umtopo'), `sipDomain contoso.com ${'x '.repeat(200_000)}`);
    writeFileSync(
      join(root, 'windows.umtopo'),
      '\ufeffdeployment D { server lync2013  mode onPremises }\r\nsipDomain contoso.com { isDefault true }\r\n',
    );
    const { code, err } = umtopo(root, 'check', '--format', 'json');
    expect([0, 1]).toContain(code);
    expect(err).toBe('');
  });

  it('leaves no temporary file behind', () => {
    const left = readdirSync(temporary, { recursive: true })
      .map(String)
      .filter((name) => name.includes('umtopo-tmp'));
    expect(left).toEqual([]);
  });
});

describe('help', () => {
  it('of the whole and of each command goes to standard output', () => {
    const { code, out } = umtopo(temporary, '--help');
    expect(code).toBe(0);
    const commands = [...out.matchAll(/^ {2}(\w+) {2}/gm)].map((match) => match[1] ?? '');
    expect(commands).toContain('check');
    for (const command of commands) {
      const help = umtopo(temporary, command, '--help');
      expect(help.code).toBe(0);
      expect(help.out).toContain(`Usage: umtopo ${command}`);
    }
  });
  it('tells the version of the package', () => {
    expect(umtopo(temporary, '--version').out.trim()).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });
});

describe('memory', () => {
  it('is what somebody has said, and no other process is started for more', () => {
    const rows = Array.from(
      { length: 250_000 },
      (_, i) => `  user${i}@contoso.com  line +14255550100;ext=${10000 + i}`,
    );
    const root = folder(clean);
    writeFileSync(
      join(root, 'many.umtopo'),
      `users Many {\n  pool pool01.contoso.com\n  mailbox none\n${rows.join('\n')}\n}\n`,
    );
    // Where it would be asked for, it would be given again and again, as each process is told the same.
    const { status, stdout } = spawnSync(process.execPath, ['--max-old-space-size=120', program, 'check', root], {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect({ status, users: /(\d+) users/.exec(stdout)?.[1] }).toEqual({ status: 0, users: '250001' });
  });
});
