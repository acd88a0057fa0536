import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../server/src/import/importFile';
import { incompleteKinds } from '../../../server/src/import/missingFacts';
import { formatText } from '../../../server/src/syntax/format';
import { parse } from '../../../server/src/syntax/parse';
import { edgePorts, publishedTopology, type TestTopology } from './topologies';

const sample = readFileSync('test/data/published-topology.xml');

function imported(topology: TestTopology): { deployment: string; sites: string; notes: string[] } {
  const { files, notes } = importFile('t.xml', publishedTopology(topology));
  const [deployment, sites] = files.map(({ text }) => text);
  for (const { text } of files) expect(parse(text).items.flatMap(({ problems }) => problems)).toEqual([]);
  return { deployment: deployment ?? '', sites: sites ?? '', notes: notes.map(({ message }) => message) };
}

/** A file without its comments and blank lines. */
function bare(text: string): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(\/\/.*)?$/.test(line))
    .join('\n');
}

describe('a real published topology', () => {
  const { files, missing, notes } = importFile('published-topology.xml', sample);
  const text = (path: string) => files.find((file) => file.path === path)?.text ?? '';

  it('becomes a deployment that says what it does not know', () => {
    expect(files.map(({ path }) => path)).toEqual(['deployment.umtopo', 'sites.umtopo']);
    const deployment = bare(text('deployment.umtopo'));
    expect(deployment).toContain(`deployment contoso.com {
  server sfb2015
  cumulativeUpdate unknown
  mode unknown
  transitional unknown
  forest unknown
  incomplete `);
    expect(deployment).toMatch(/\bhostingProvider,.*\bexUmContact,.*\busers,/s);
    expect(deployment).toContain('\nsipDomain contoso.com { isDefault true }');
  });

  it('tells where it comes from and how to get the rest', () => {
    const doc = text('deployment.umtopo').split('deployment contoso.com')[0] ?? '';
    expect(doc).toContain('published-topology.xml');
    expect(doc).toContain('b2af3192-c411-44c8-93e5-30bced09eba1');
    for (const { what, how } of missing) expect(doc).toContain(`/// - ${what}:\n///   ${how}`);
    expect(doc).toContain('`Get-CsHostingProvider | Select-Object * | Export-Clixml hostingProviders.xml`');
  });

  it('becomes sites and pools', () => {
    expect(bare(text('sites.umtopo'))).toBe(`site TVP {
  siteId 1
  city Reading
  state Berkshire
  countryCode UK
  pool skypefe.contoso.com {
    role standardEdition
    edgePool Edge.contoso.com
    externalWebFqdn skypefe.contoso.com
  }
  pool Edge.contoso.com {
    role edge
    accessFqdn sip.contoso.com
    accessPort 5061
    webConferencingFqdn sip.contoso.com
    webConferencingPort 444
    avFqdn sip.contoso.com
    avPort 442
    externalAddress 1.1.1.1
    nextHopPool skypefe.contoso.com
    federationRoute true
  }
}`);
  });

  it('is formatted as fmt does', () => {
    for (const file of files) expect(formatText(file.text, parse(file.text))).toEqual([]);
  });

  it('keeps as comments what the language has no words for', () => {
    const sites = text('sites.umtopo');
    expect(sites).toContain('// SQL instance rtc: UserStore, ApplicationStore, CentralMgmtStore');
    expect(sites).toContain('// FileStore (\\\\skypefe.contoso.com\\LyncShare)');
    expect(sites).toContain('// CentralMgmt (IsActive true), depends on CentralMgmtStore, FileStore');
    expect(sites).toContain('External 50000-59999 TcpOrUdp MediaCommunication MediaRelayEdge as sip.contoso.com');
    expect(sites).toContain('External 4443 Https WebSite OCSWebSite published as 443');
    expect(sites).toContain('  // PSTN gateway sbc1.contoso.com, no pool in this language:');
    expect(sites).toContain('MediationServerPort 5068');
    expect(sites).toMatch(/\/\/ Inferred from .* line 321.*\n {4}federationRoute true/);
    for (const [, component] of sample.toString('utf8').matchAll(/ComponentName="(\w+)"/g)) {
      expect(sites).toContain(component);
    }
    for (const [, port] of sample.toString('utf8').matchAll(/ Port="(\d+)"/g)) expect(sites).toContain(`${port}`);
  });

  it('reads the same from UTF-8, UTF-16 of both orders, with and without byte order mark, and from text', () => {
    const content = sample.toString('utf8');
    const little = Buffer.from(`\ufeff${content}`, 'utf16le');
    const forms = [
      content,
      `\ufeff${content}`,
      Buffer.from(`\ufeff${content}`),
      little,
      little.subarray(2),
      Buffer.from(little).swap16(),
      Buffer.from(little).swap16().subarray(2),
    ];
    for (const form of forms) {
      const again = importFile('published-topology.xml', typeof form === 'string' ? form : new Uint8Array(form));
      expect(again).toEqual({ files, missing, notes });
    }
  });

  it('raises no doubt, and every kind that is incomplete is asked for', () => {
    expect(notes).toEqual([]);
    expect(incompleteKinds).not.toContain('pool');
    expect(incompleteKinds).toContain('umServer');
  });
});

describe('what a cluster is', () => {
  const registrar = { role: 'Registrar', on: '1' };
  const users = { role: 'UserServices', on: '1' };
  const director = '<RegistrarService xmlns="urn:x" IsDirector="true" />';

  it.each([
    ['standardEdition', { fqdn: 'fe.contoso.com', machines: ['FE.contoso.com'] }, [registrar, users]],
    ['frontEnd', { fqdn: 'pool.contoso.com', machines: ['fe1.contoso.com'] }, [registrar, users]],
    ['director', { fqdn: 'dir.contoso.com' }, [{ ...registrar, details: director }]],
    ['edge', { fqdn: 'edge.contoso.com' }, [{ role: 'EdgeServer', on: '1', ports: edgePorts }]],
    ['mediation', { fqdn: 'med.contoso.com' }, [{ role: 'MediationServer', on: '1' }]],
    ['trustedApplication', { fqdn: 'app.contoso.com' }, [{ role: 'ExternalServer', on: '1' }]],
    ['unknown', { fqdn: 'odd.contoso.com' }, [registrar]],
  ])('%s', (role, cluster, services) => {
    const { sites } = imported({ clusters: [{ ...cluster, number: '1' }], services });
    expect(bare(sites)).toMatch(new RegExp(`pool ${cluster.fqdn.replaceAll('.', '\\.')} \\{\\s+role ${role}\\b`));
  });

  it('names the computers of a pool that has others than itself', () => {
    const machines = ['fe1.contoso.com', 'fe2.contoso.com'];
    const { sites } = imported({
      clusters: [{ fqdn: 'pool.contoso.com', number: '1', machines }],
      services: [registrar, users],
    });
    expect(sites).toContain('computers fe1.contoso.com, fe2.contoso.com');
  });

  it('reads a branch site, and its registrar as a survivable one', () => {
    const { sites, notes } = imported({
      sites: [
        { id: '1', name: 'New York' },
        { id: '2', name: 'Spokane', element: 'RemoteSite' },
      ],
      clusters: [{ fqdn: 'sba.contoso.com', site: '2', number: '1' }],
      services: [{ role: 'Registrar', site: '2', on: '1' }],
    });
    expect(bare(sites)).toBe(`site "New York" { siteId 1 }
branchSite Spokane {
  centralSite "New York"
  pool sba.contoso.com {
    role survivableBranch
  }
}`);
    expect(notes).toEqual([expect.stringContaining('<RemoteSite> was read as a branch site')]);
  });

  it('does not guess the central site when there are several', () => {
    const sites = [
      { id: '1', name: 'A' },
      { id: '2', name: 'B' },
      { id: '3', name: 'C', element: 'RemoteSite' },
    ];
    expect(imported({ sites }).sites).toContain('branchSite C { centralSite unknown }');
  });
});

describe('versions', () => {
  const pool = (number: string) => ({ fqdn: `p${number}.contoso.com`, number });
  const services = (number: string, version: string) => [
    { role: 'Registrar', on: number, instance: number, version },
    { role: 'UserServices', on: number, instance: number, version },
  ];

  it.each([
    ['5', 'lync2010', true],
    ['6', 'lync2013', true],
    ['7', 'sfb2015', false],
    ['8', 'sfb2019', false],
  ])('ServiceVersion %s is %s', (version, server, inferred) => {
    const { deployment } = imported({ clusters: [pool('1')], services: services('1', version) });
    expect(bare(deployment)).toContain(`  server ${server}\n`);
    expect(/Inferred from the ServiceVersion.*\n {2}server/.test(deployment)).toBe(inferred);
  });

  it('takes the newest, and says it at a pool that is older', () => {
    const { deployment, sites } = imported({
      clusters: [pool('1'), pool('2')],
      services: [...services('1', '6'), ...services('2', '8')],
    });
    expect(bare(deployment)).toContain('server sfb2019');
    expect(bare(sites)).toMatch(/pool p1\.contoso\.com \{\s+role standardEdition\s+server lync2013/);
    expect(bare(sites)).not.toMatch(/pool p2\.contoso\.com \{\s+role standardEdition\s+server/);
  });

  it('does not know the version of a number that is not known', () => {
    const { deployment, notes } = imported({ clusters: [pool('1')], services: services('1', '12') });
    expect(deployment).toContain('server unknown');
    expect(notes).toEqual([expect.stringContaining('ServiceVersion 12 is not known')]);
  });
});

describe('an Edge pool', () => {
  const edge = (interfaces: string, extra: Partial<TestTopology> = {}) =>
    imported({
      clusters: [{ fqdn: 'edge.contoso.com', number: '1', interfaces }, ...(extra.clusters ?? [])],
      services: [{ role: 'EdgeServer', on: '1', ports: edgePorts }, ...(extra.services ?? [])],
    });
  const external = (address: string, configured?: string, number = '1') =>
    `<NetInterface InterfaceSide="External" InterfaceNumber="${number}" IPAddress="${address}"${configured ? ` ConfiguredIPAddress="${configured}"` : ''} />`;

  it('has a name and port for each service', () => {
    expect(bare(edge(external('203.0.113.10')).sites)).toContain(`    accessFqdn sip.contoso.com
    accessPort 443
    webConferencingFqdn webcon.contoso.com
    webConferencingPort 443
    avFqdn av.contoso.com
    avPort 443
    externalAddress 203.0.113.10
    federationRoute true`);
  });

  it('takes the address of the interface that the Access Edge service listens on', () => {
    const { sites } = edge(external('203.0.113.30', undefined, '3') + external('203.0.113.10', undefined, '1'));
    expect(sites).toContain('externalAddress 203.0.113.10');
  });

  it('takes the address that is configured for address translation', () => {
    expect(edge(external('10.0.0.1', '203.0.113.10')).sites).toContain('externalAddress 203.0.113.10');
  });

  it.each(['10.0.0.1', '172.20.1.1', '192.168.1.1', '0.0.0.0', 'fd00::1'])(
    'does not publish %s: no public address',
    (address) => {
      const { sites, notes } = edge(external(address));
      expect(sites).toContain('externalAddress unknown');
      expect(notes).toEqual([expect.stringContaining('fill in `externalAddress`')]);
    },
  );

  it('does not say which of two carries federation', () => {
    const { sites, notes } = edge(external('203.0.113.10'), {
      clusters: [{ fqdn: 'edge2.contoso.com', number: '2', interfaces: external('203.0.113.20') }],
      services: [{ role: 'EdgeServer', on: '2', instance: '2', ports: edgePorts }],
    });
    expect(sites.match(/federationRoute unknown/g)).toHaveLength(2);
    expect(sites).not.toContain('federationRoute true');
    expect(notes).toHaveLength(2);
  });

  it('is the one that the pools depend on, and hands on to its own next hop', () => {
    const { sites } = edge(external('203.0.113.10'), {
      clusters: [{ fqdn: 'fe.contoso.com', number: '2' }],
      services: [
        { role: 'Registrar', on: '2', needs: [['UserServices', '1']] },
        { role: 'UserServices', on: '2' },
        { role: 'MediationServer', on: '2', needs: [['EdgeServer', '1']] },
        { role: 'EdgeServer', on: '1', instance: '2', needs: [['Registrar', '1']] },
      ],
    });
    expect(bare(sites)).toMatch(/pool fe\.contoso\.com \{\s+role standardEdition\s+edgePool edge\.contoso\.com/);
    expect(bare(sites)).toMatch(/nextHopPool fe\.contoso\.com/);
  });
});

describe('SIP domains', () => {
  it('has one default', () => {
    const { deployment } = imported({ domains: ['a.com', 'b.com'], defaultDomain: 'B.com' });
    expect(deployment).toContain('\nsipDomain a.com\nsipDomain b.com { isDefault true }\n');
  });

  it('declares a default that is not listed, and none twice', () => {
    const { deployment, notes } = imported({ domains: ['a.com', 'A.com'], defaultDomain: 'c.com' });
    expect(deployment.match(/^sipDomain .*/gm)).toEqual(['sipDomain c.com { isDefault true }', 'sipDomain a.com']);
    expect(notes).toEqual([
      expect.stringContaining('No service has a ServiceVersion'),
      'The default SIP domain c.com is not among the internal domains; it was declared',
      'SIP domain A.com stands twice in the file',
    ]);
  });
});
