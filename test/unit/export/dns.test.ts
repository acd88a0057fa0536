import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { escapeName, txtData } from '../../../server/src/export/dns/record';
import type { ExportFile } from '../../../server/src/export/file';
import { checkZone, requireCheckZone } from './checkZone';
import { deploymentOf, exampleDeployment, filesOf, textOf } from './deployments';
import { everything } from './samples';

beforeAll(requireCheckZone, 120_000);

/** The records of a file, without comments, columns put together. */
function recordsOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '' && !/^[;$]/.test(line) && !/ (?:SOA|NS) /.test(line))
    .map((line) => line.replace(/ +/g, ' '));
}

function checkAll(files: readonly ExportFile[]): number {
  let zones = 0;
  for (const file of files) {
    const zone = /^dns\/[a-z]+\/(.+)\.zone$/.exec(file.path)?.[1];
    if (zone === undefined) continue;
    expect(checkZone(zone, file.text())).toMatch(/OK\s*$/);
    const records = textOf(files, file.path.replace(/zone$/, 'records'));
    expect(recordsOf(records)).toEqual(recordsOf(file.text()));
    // Added to a zone that has others of its own.
    const around = `$TTL 60\n@ IN SOA ns. admin. ( 7 1 1 1 1 )\n@ IN NS localhost.\n${records}\nwww IN A 203.0.113.99\n`;
    expect(checkZone(zone, around)).toMatch(/OK\s*$/);
    zones++;
  }
  return zones;
}

const cross = `
  deployment D { server lync2013  mode crossPremises }
  sipDomain contoso.com { isDefault true }
  sipDomain fabrikam.com
  site Redmond {
    pool pool01.contoso.com { role frontEnd  externalWebFqdn lsweb.contoso.com  internalWebFqdn lsint.contoso.com }
    pool edge01.contoso.com { role edge  accessFqdn access.contoso.com  accessPort 5061  externalAddress 203.0.113.10, 203.0.113.11, 2001:db8::1  webConferencingFqdn webcon.contoso.com  webConferencingPort 444  avFqdn av.contoso.com }
  }
  hostingProvider P { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true }
  tenant contoso.onmicrosoft.com { provider P  acceptedDomain contoso.com }
`;

describe('the records of a deployment that nobody declares zones of', () => {
  const files = filesOf(deploymentOf(cross));

  it('are what each SIP domain needs on the Internet', () => {
    expect(recordsOf(textOf(files, 'dns/public/contoso.com.records'))).toEqual([
      '_sipfederationtls._tcp 3600 IN SRV 0 0 5061 access.contoso.com.',
      '_sip._tls 3600 IN SRV 0 0 5061 access.contoso.com.',
      'access 3600 IN A 203.0.113.10',
      'access 3600 IN A 203.0.113.11',
      'access 3600 IN AAAA 2001:db8::1',
      'sip 3600 IN A 203.0.113.10',
      'sip 3600 IN A 203.0.113.11',
      'sip 3600 IN AAAA 2001:db8::1',
      'lyncdiscover 3600 IN CNAME lsweb.contoso.com.',
      'autodiscover 3600 IN CNAME autodiscover.outlook.com.',
      '@ 3600 IN MX 0 contoso-com.mail.protection.outlook.com.',
      '@ 3600 IN TXT "v=spf1 include:spf.protection.outlook.com -all"',
      'webcon 3600 IN A 203.0.113.10',
      'webcon 3600 IN A 203.0.113.11',
      'webcon 3600 IN AAAA 2001:db8::1',
      'av 3600 IN A 203.0.113.10',
      'av 3600 IN A 203.0.113.11',
      'av 3600 IN AAAA 2001:db8::1',
    ]);
    // The host of an SRV record has to lie in its own domain.
    expect(recordsOf(textOf(files, 'dns/public/fabrikam.com.records')).slice(0, 3)).toEqual([
      '_sipfederationtls._tcp 3600 IN SRV 0 0 5061 sip.fabrikam.com.',
      '_sip._tls 3600 IN SRV 0 0 5061 sip.fabrikam.com.',
      'sip 3600 IN A 203.0.113.10',
    ]);
  });

  it('are what clients and servers need inside, the external address of the Edge among it', () => {
    expect(recordsOf(textOf(files, 'dns/internal/contoso.com.records'))).toEqual([
      '_sipinternaltls._tcp 3600 IN SRV 0 0 5061 pool01.contoso.com.',
      'lyncdiscoverinternal 3600 IN CNAME lsint.contoso.com.',
      '_sipfederationtls._tcp 3600 IN SRV 0 0 5061 access.contoso.com.',
      '_sip._tls 3600 IN SRV 0 0 5061 access.contoso.com.',
      'access 3600 IN A 203.0.113.10',
      'access 3600 IN A 203.0.113.11',
    ]);
  });

  it('say why each is there', () => {
    expect(textOf(files, 'dns/public/contoso.com.zone')).toMatch(
      /; federation, shared address space and hosted UM: .*\n(?:; .*\n)*_sipfederationtls/,
    );
  });

  it('load', () => {
    expect(checkAll(files)).toBe(4);
  });

  it('take the time to live, the name server and the serial number of the options', () => {
    const zone = textOf(
      filesOf(deploymentOf(cross), { timeToLive: 300, nameServer: 'ns1.example.net', serial: 42 }),
      'dns/public/contoso.com.zone',
    );
    expect(zone).toContain('@ 300 IN SOA ns1.example.net. hostmaster.contoso.com. ( 42 ');
    expect(zone).toMatch(/^sip +300 IN A/m);
  });
});

describe('a declared zone', () => {
  const files = filesOf(
    deploymentOf(`
      deployment D { server lync2013  mode mixed }
      sipDomain contoso.com { isDefault true }
      sipDomain emea.contoso.com
      site Redmond {
        pool pool01.contoso.com { role frontEnd }
        pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10 }
      }
      publicDnsZone contoso.com {
        a sip ipv4Address 203.0.113.77 timeToLive 60
        cname lyncdiscover hostNameAlias web.example.net
        a lyncdiscover ipv4Address 203.0.113.1
        mx @ preference 10 mailExchange mail.contoso.com
        txt @ descriptiveText "say \\"hi\\" \\\\ \\u00e4"
        srv _x._tcp port unknown domainName sip.contoso.com
        aaaa sip ipv6Address 2001:db8::2
      }
    `),
  );
  const text = textOf(files, 'dns/public/contoso.com.zone');

  it('stays as it is declared, what is missing is added and marked', () => {
    expect(recordsOf(text)).toEqual([
      'sip 60 IN A 203.0.113.77',
      'lyncdiscover 3600 IN CNAME web.example.net.',
      '@ 3600 IN MX 10 mail.contoso.com.',
      '@ 3600 IN TXT "say \\"hi\\" \\\\ \\195\\164"',
      'sip 3600 IN AAAA 2001:db8::2',
      '_sipfederationtls._tcp 3600 IN SRV 0 0 5061 sip.contoso.com.',
      '_sip._tls 3600 IN SRV 0 0 443 sip.contoso.com.',
      '_sipfederationtls._tcp.emea 3600 IN SRV 0 0 5061 sip.emea.contoso.com.',
      '_sip._tls.emea 3600 IN SRV 0 0 443 sip.emea.contoso.com.',
      'sip.emea 3600 IN A 203.0.113.10',
    ]);
    expect(text).toContain('; missing in the declared zone: federation');
  });

  it('writes as a comment what no server would load or nobody knows', () => {
    expect(text).toMatch(/a CNAME stands alone\n; lyncdiscover +3600 IN A +203\.0\.113\.1\n/);
    expect(text).toMatch(/; not written as a record: its values are not known\n; _x\._tcp +IN SRV/);
  });

  it('loads', () => {
    expect(checkAll(files)).toBe(2);
  });
});

it.each(['on-premises', 'cross-premises', 'mixed', 'bulk', 'mistakes'])('the zones of the example %s load', (name) => {
  expect(checkAll(filesOf(exampleDeployment(name)))).toBeGreaterThan(0);
});

it('the zones of one of everything load', () => {
  for (const mode of ['onPremises', 'crossPremises', 'mixed'] as const)
    checkAll(filesOf(deploymentOf(everything('sfb2015', mode))));
});

it('names and texts of any characters load', () => {
  const owner = fc.string({ minLength: 1, maxLength: 80, unit: 'binary' });
  const text = fc.string({ maxLength: 600, unit: 'binary' });
  const rows = fc.array(fc.tuple(owner, text), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(rows, (pairs) => {
      const quote = (value: string): string =>
        `"${value.replace(/["\\]/g, '\\$&').replace(/[^ -~]/gu, (c) =>
          [...c]
            .flatMap((part) => part.split(''))
            .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
            .join(''),
        )}"`;
      const lines = pairs.map(([name, value]) => `txt ${quote(name)} descriptiveText ${quote(value)}`);
      const deployment = deploymentOf(
        `deployment D { server lync2013  mode onPremises }\npublicDnsZone contoso.com {\n${lines.join('\n')}\n}`,
      );
      expect(checkAll(filesOf(deployment))).toBe(1);
    }),
    { numRuns: 10 },
  );
});

it('escapes what a zone file would look at', () => {
  expect(escapeName('a b;"$(x)\n\u00e9')).toBe('a\\032b\\059\\034\\036\\040x\\041\\010\\195\\169');
  expect(txtData('x'.repeat(300))).toBe(`"${'x'.repeat(255)}" "${'x'.repeat(45)}"`);
});
