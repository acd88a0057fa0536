import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { exportDeployment } from '../../../server/src/export/export';
import { bytesOf, deploymentOf, exampleDeployment, filesOf, textOf } from './deployments';
import { everything } from './samples';

const error = {
  path: 'folder/main.umtopo',
  start: 0,
  end: 1,
  code: 'UM2001',
  severity: 'error',
  message: 'x',
  related: [],
  fixes: () => [],
} as const;
const warning = { ...error, severity: 'warning' } as const;

describe('an export', () => {
  it('is refused while there are errors, and writes nothing', () => {
    const deployment = deploymentOf(everything('lync2013', 'mixed'));
    const { refused, files } = exportDeployment(deployment, { diagnostics: [warning, error] });
    expect(files).toBeUndefined();
    expect(refused).toMatchObject({ reason: 'errors', message: 'Nothing was exported: the deployment has an error' });
    expect(refused?.errors).toEqual([error]);
    expect(exportDeployment(deployment, { diagnostics: [warning] }).refused).toBeUndefined();
  });

  it('says in the first lines of each file that it was forced', () => {
    const deployment = deploymentOf(everything('lync2013', 'mixed'));
    const { files = [] } = exportDeployment(deployment, { diagnostics: [error, error] }, { force: true });
    for (const file of files) {
      const head = file.text().split('\n').slice(0, 6).join('\n');
      if (file.path === 'manifest.json') expect(head).toContain('"forced": true');
      else if (!/schema|source-map/.test(file.path))
        expect(head, file.path).toContain('EXPORTED ALTHOUGH THE TOPOLOGY HAS 2 ERRORS');
    }
  });

  it('is refused without a deployment, and for a wave that is not there', () => {
    const alone = exportDeployment(deploymentOf('sipDomain contoso.com'), { diagnostics: [] });
    expect(alone.refused?.reason).toBe('noDeployment');
    const wave = exportDeployment(deploymentOf(everything('lync2013', 'mixed')), { diagnostics: [] }, { wave: 'Pilt' });
    expect(wave.refused).toMatchObject({ reason: 'noWave', message: 'There is no wave Pilt: there are Pilot, Rest' });
  });

  it.each(['on-premises', 'cross-premises', 'mixed', 'bulk'])(
    'of the example %s gives the same bytes each time',
    (name) => {
      const [first, second] = [filesOf(exampleDeployment(name)), filesOf(exampleDeployment(name))];
      expect(second.map((file) => file.path)).toEqual(first.map((file) => file.path));
      first.forEach((file, i) => {
        expect(second[i]?.digest(), file.path).toEqual(file.digest());
      });
    },
  );

  it('writes what is asked for', () => {
    const deployment = deploymentOf(everything('lync2013', 'mixed'));
    const paths = (options: Parameters<typeof filesOf>[1]): string[] =>
      filesOf(deployment, options).map((file) => file.path);
    expect(paths({ targets: ['csv'] })).toEqual([
      'README.md',
      'users.csv',
      'waves/01-Pilot/users.csv',
      'waves/02-Rest/users.csv',
      'source-map.json',
      'manifest.json',
    ]);
    expect(paths({ targets: ['powershell'] })).toEqual([
      'README.md',
      'powershell/10-lync.ps1',
      'powershell/rollback-10-lync.ps1',
      'powershell/20-exchange.ps1',
      'powershell/rollback-20-exchange.ps1',
      'powershell/30-online.ps1',
      'powershell/rollback-30-online.ps1',
      'powershell/verify.ps1',
      'users.csv',
      'waves/01-Pilot/10-lync.ps1',
      'waves/01-Pilot/rollback-10-lync.ps1',
      'waves/01-Pilot/20-exchange.ps1',
      'waves/01-Pilot/rollback-20-exchange.ps1',
      'waves/01-Pilot/users.csv',
      'waves/02-Rest/10-lync.ps1',
      'waves/02-Rest/rollback-10-lync.ps1',
      'waves/02-Rest/users.csv',
      'waves/02-Rest/previous-users.csv',
      'source-map.json',
      'manifest.json',
    ]);
    expect(paths({ targets: ['json'] })).toEqual([
      'README.md',
      'topology.json',
      'topology.schema.json',
      'source-map.json',
      'manifest.json',
    ]);
    expect(paths({ wave: 'pilot' })).toEqual([
      'README.md',
      'waves/01-Pilot/10-lync.ps1',
      'waves/01-Pilot/rollback-10-lync.ps1',
      'waves/01-Pilot/20-exchange.ps1',
      'waves/01-Pilot/rollback-20-exchange.ps1',
      'waves/01-Pilot/users.csv',
      'source-map.json',
      'manifest.json',
    ]);
  });
});

describe('manifest.json', () => {
  it('has the digests of the files and of the topology', () => {
    const source = everything('lync2013', 'mixed');
    const files = filesOf(deploymentOf(source));
    const manifest = JSON.parse(textOf(files, 'manifest.json'));
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    for (const file of files) {
      if (file.path === 'manifest.json') continue;
      const bytes = bytesOf(file);
      expect(manifest.files).toContainEqual({ path: file.path, sha256: digest(bytes), size: bytes.length });
    }
    expect(manifest.files.length).toBe(files.length - 1);
    const [main] = manifest.source.files;
    expect(main.path).toBe('main.umtopo');
    expect(textOf(files, 'powershell/10-lync.ps1')).toContain(manifest.source.sha256);
    expect(manifest.source.sha256).toBe(digest(Buffer.from(`${main.sha256}  main.umtopo\n`)));
  });
});

describe('source-map.json', () => {
  const deployment = exampleDeployment('mixed');
  const files = filesOf(deployment);
  const map = JSON.parse(textOf(files, 'source-map.json')) as {
    files: Record<
      string,
      { from: number; to: number; each?: true; causes: { file: string; line: number; endLine: number }[] }[]
    >;
  };

  it('leads every line of every file to a line of the topology', () => {
    for (const file of files) {
      const runs = map.files[file.path];
      if (/^(?:manifest|source-map)\.json$/.test(file.path)) continue;
      const lines = file.text().split(/\r\n?|\n/).length - 1;
      let next = 1;
      for (const run of runs ?? []) {
        expect(run.from).toBe(next);
        expect(run.causes.length).toBeGreaterThan(0);
        for (const { file: source, line, endLine } of run.causes) {
          const length = deployment.source(`examples/mixed/${source}`)?.lines.lineCount ?? 0;
          expect(line).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeLessThanOrEqual(length);
        }
        next = run.to + 1;
      }
      expect(next - 1, file.path).toBe(lines);
    }
  });

  it('tells users one by one, and a list of them in one run', () => {
    const big = deploymentOf(
      `//- /main.umtopo\ndeployment D { server lync2013  mode crossPremises }\nusers A { csv "u.csv" }\n//- /u.csv\nSipAddress\n${Array.from({ length: 500 }, (_, i) => `u${i}@contoso.com`).join('\n')}`,
    );
    const runs = JSON.parse(textOf(filesOf(big, { targets: ['csv'] }), 'source-map.json')).files['users.csv'];
    expect(runs).toEqual([
      { from: 1, to: 1, causes: [{ file: 'main.umtopo', line: 1, endLine: 1 }] },
      { from: 2, to: 501, each: true, causes: [{ file: 'u.csv', line: 2, endLine: 501 }] },
    ]);
  });

  it('leads the lines of a step to its declaration', () => {
    const lines = textOf(files, 'powershell/10-lync.ps1').split('\r\n');
    const at = lines.findIndex((line) => line.includes('New-CsHostingProvider -Identity')) + 1;
    const run = map.files['powershell/10-lync.ps1']?.find(({ from, to }) => from <= at && at <= to);
    const [cause] = run?.causes ?? [];
    const source = deployment.textOf(`examples/mixed/${cause?.file}`).split('\n');
    expect(source[(cause?.line ?? 0) - 1]).toMatch(/hostingProvider ExchangeOnline/);
  });
});
