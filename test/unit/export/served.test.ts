import type { Resolver } from 'node:dns/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportFile } from '../../../server/src/export/file';
import { deploymentOf, exampleDeployment, filesOf, textOf } from './deployments';
import { NameServer, requireNamed, type Served } from './nameServer';
import { everything } from './samples';

/** A record as a zone file has it. */
interface Written {
  readonly owner: string;
  readonly seconds: number;
  readonly type: string;
  readonly data: string;
}

/** A zone that somebody has had for years, with the exported records included in it. */
function around(name: string): string {
  return [
    `$ORIGIN ${name}.`,
    '$TTL 60',
    '@ IN SOA ns.example.net. admin.example.net. ( 7 1 1 1 1 )',
    '@ IN NS ns.example.net.',
    'before IN A 203.0.113.98',
    '$INCLUDE "records"',
    'after IN A 203.0.113.99',
    '',
  ].join('\n');
}

function recordsOf(text: string): Written[] {
  return text.split('\n').flatMap((line): Written[] => {
    const match = /^([^;$\s]\S*)\s+(\d+)\s+IN\s+(SRV|A|AAAA|CNAME|MX|TXT)\s+(.*)$/.exec(line);
    if (!match) return [];
    const [, owner = '', seconds, type = '', data = ''] = match;
    return [{ owner, seconds: Number(seconds), type, data }];
  });
}

const sources: Readonly<Record<string, readonly ExportFile[]>> = {
  ...Object.fromEntries(
    ['on-premises', 'cross-premises', 'mixed'].map((name) => [name, filesOf(exampleDeployment(name))]),
  ),
  everything: filesOf(deploymentOf(everything('sfb2015', 'crossPremises'))),
  odd: filesOf(
    deploymentOf(`
      deployment D { server lync2013  mode crossPremises }
      sipDomain contoso.com { isDefault true }
      publicDnsZone contoso.com {
        a sip ipv4Address 203.0.113.7, 203.0.113.8 timeToLive 60
        aaaa sip ipv6Address 2001:db8::2
        srv _sipfederationtls._tcp priority 1 weight 2 port 5061 domainName sip.contoso.com
        mx @ preference 10 mailExchange mail.contoso.com
        txt @ descriptiveText "say \\"hi\\" \\\\ ; $x \\u00e4"
        txt long descriptiveText "${'long '.repeat(70)}"
      }
    `),
  ),
};

interface Asked {
  readonly title: string;
  readonly zone: string;
  readonly records: readonly Written[];
  readonly set: number;
  readonly included: boolean;
}

const sets: Served[] = [];
const asked: Asked[] = [];
for (const [source, files] of Object.entries(sources)) {
  for (const { path } of files) {
    const [, scope, zone] = /^dns\/([a-z]+)\/(.+)\.zone$/.exec(path) ?? [];
    if (zone === undefined) continue;
    const text = textOf(files, path);
    const records = textOf(files, path.replace(/zone$/, 'records'));
    const one = { zone, records: recordsOf(text) };
    asked.push({ ...one, title: `${source}, ${scope} ${zone}`, set: sets.length, included: false });
    sets.push({ zones: [{ name: zone, text }] });
    asked.push({ ...one, title: `${source}, ${scope} ${zone}, included`, set: sets.length, included: true });
    sets.push({
      zones: [{ name: zone, text: around(zone).replace('"records"', `"${sets.length}/records"`) }],
      files: [{ name: 'records', text: records }],
    });
  }
}

let server: NameServer;
beforeAll(async () => {
  requireNamed();
  server = await NameServer.serve(sets);
}, 180_000);
afterAll(() => server?.end());

async function answers(resolver: Resolver, name: string, type: string): Promise<string[]> {
  switch (type) {
    case 'SRV':
      return (await resolver.resolveSrv(name)).map((srv) => `${srv.priority} ${srv.weight} ${srv.port} ${srv.name}.`);
    case 'A':
      return (await resolver.resolve4(name, { ttl: true })).map(({ address, ttl }) => `${address} for ${ttl}`);
    case 'AAAA':
      return (await resolver.resolve6(name, { ttl: true })).map(({ address, ttl }) => `${address} for ${ttl}`);
    case 'CNAME':
      return (await resolver.resolveCname(name)).map((target) => `${target}.`);
    case 'MX':
      return (await resolver.resolveMx(name)).map(({ priority, exchange }) => `${priority} ${exchange}.`);
    default:
      return (await resolver.resolveTxt(name)).map((parts) => parts.join(''));
  }
}

/** What a record of a zone file is to be answered with. */
function expected({ data, seconds, type }: Written): string {
  if (type === 'A' || type === 'AAAA') return `${data} for ${seconds}`;
  if (type !== 'TXT') return data;
  // Bytes beyond ASCII are read as they come.
  return [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)]
    .map(([, text = '']) =>
      text.replace(/\\(\d{3})/g, (_, code) => String.fromCharCode(Number(code))).replace(/\\(.)/g, '$1'),
    )
    .join('');
}

it('there is something to ask', () => {
  expect(asked.length).toBeGreaterThan(15);
  expect(asked.reduce((sum, { records }) => sum + records.length, 0)).toBeGreaterThan(100);
});

it.each(asked)('every record of $title is answered', async ({ zone, records, set, included }) => {
  const resolver = server.resolvers[set] as Resolver;
  const full = (owner: string): string =>
    owner === '@' ? zone : owner.endsWith('.') ? owner.slice(0, -1) : `${owner}.${zone}`;
  const byQuestion = new Map<string, Written[]>();
  for (const record of records) {
    const key = `${full(record.owner)} ${record.type}`;
    byQuestion.set(key, [...(byQuestion.get(key) ?? []), record]);
  }
  for (const [key, group] of byQuestion) {
    const [name = '', type = ''] = key.split(' ');
    const found = (await answers(resolver, name, type)).map((text) => Buffer.from(text, 'utf8').toString());
    expect(found.sort(), key).toEqual(group.map(expected).sort());
  }
  if (!included) return;
  expect(await resolver.resolve4(`before.${zone}`, { ttl: true })).toEqual([{ address: '203.0.113.98', ttl: 60 }]);
  expect(await resolver.resolve4(`after.${zone}`, { ttl: true })).toEqual([{ address: '203.0.113.99', ttl: 60 }]);
});
