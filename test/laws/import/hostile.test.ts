import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ImportError } from '../../../server/src/import/importError';
import { importFile } from '../../../server/src/import/importFile';
import type { DeclarationNode } from '../../../server/src/syntax/ast';
import { formatText } from '../../../server/src/syntax/format';
import { parse } from '../../../server/src/syntax/parse';
import { edgePorts, publishedTopology, type TestTopology } from '../../unit/import/topologies';

/** Characters that mean something to XML, to the language, to comments or to PowerShell. */
const nasty = fc.string({
  unit: fc.constantFrom(
    ...'ab.Ü{}(),"/\\*\'<>&$`;:=-_ \n\r\t\u0085\u2028\u202e\ufeff',
    '//',
    '/*',
    '*/',
    'umtopo-disable',
  ),
  minLength: 1,
  maxLength: 12,
});
const name = fc.oneof(
  nasty,
  fc.constantFrom('contoso.com', 'pool', 'unknown', 'unset', 'site', '}', '{', '///', 'a.b'),
);
const number = fc.constantFrom('1', '2', '3', '', 'x"', '-1');
const role = fc.oneof(
  fc.constantFrom(
    'Registrar',
    'UserServices',
    'EdgeServer',
    'MediationServer',
    'PstnGateway',
    'FileStore',
    'WebServices',
  ),
  nasty,
);

const topologies: fc.Arbitrary<TestTopology> = fc.record(
  {
    domains: fc.array(name, { maxLength: 3 }),
    sites: fc.array(
      fc.record(
        { id: number, name, element: fc.constantFrom('CentralSite', 'RemoteSite', 'Odd') },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
    clusters: fc.array(
      fc.record({ fqdn: name, site: number, number, machines: fc.array(name, { maxLength: 3 }) }, { requiredKeys: [] }),
      { maxLength: 4 },
    ),
    services: fc.array(
      fc.record(
        {
          role,
          site: number,
          instance: number,
          version: fc.constantFrom('7', '8', '99', 'x'),
          on: number,
          needs: fc.array(fc.tuple(role, number), { maxLength: 2 }),
          ports: fc.constantFrom('', edgePorts, '<Port />', '<Port Port="1" Range="x" />'),
          details: fc.constantFrom('', '<WebService><ExternalSettings Host="a b" /></WebService>'),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 6 },
    ),
  },
  { requiredKeys: [] },
);

/** The names of the declarations in a text, those inside others too. */
function declaredNames(node: DeclarationNode): string[] {
  const inner = node.body?.elements.flatMap((element) =>
    element.type === 'declaration' ? declaredNames(element) : [],
  );
  return [`${node.kind.text} ${node.name?.text ?? ''}`, ...(inner ?? [])];
}

describe('hostile topologies', () => {
  it('give text that reads back without a problem, formatted as fmt does, and the same each time', () => {
    fc.assert(
      fc.property(topologies, (topology) => {
        const text = publishedTopology(topology);
        const { files, notes } = importFile('t.xml', text);
        for (const file of files) {
          const tree = parse(file.text);
          const { items } = tree;
          expect(items.flatMap(({ problems }) => problems)).toEqual([]);
          expect(formatText(file.text, tree)).toEqual([]);
          const names = items.flatMap(({ node }) => (node?.type === 'declaration' ? declaredNames(node) : []));
          const folded = names.map((declared) => declared.toLowerCase());
          expect(new Set(folded).size).toBe(folded.length);
          const comments = file.text.split('\n').filter((line) => line.trimStart().startsWith('//'));
          expect(comments.join('\n')).not.toMatch(/umtopo-disable/i);
        }
        for (const { line } of notes) expect(line).toBeLessThanOrEqual(text.split('\n').length);
        expect(importFile('t.xml', text)).toEqual({ files, missing: expect.anything(), notes });
      }),
      { numRuns: 150 },
    );
  });

  it('keep every name that a pool or site has, as it is', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (site, domain, fqdn) => {
        const shown = (text: string) => text.trim();
        fc.pre([site, domain, fqdn].every((text) => shown(text) !== ''));
        const { files } = importFile(
          't.xml',
          publishedTopology({
            domains: [domain],
            sites: [{ id: '1', name: site }],
            clusters: [{ fqdn, number: '1' }],
            services: [
              { role: 'Registrar', on: '1' },
              { role: 'UserServices', on: '1' },
            ],
          }),
        );
        const names = files.flatMap(({ text }) =>
          parse(text).items.flatMap(({ node }) => (node?.type === 'declaration' ? declaredNames(node) : [])),
        );
        expect(names).toEqual([
          `deployment ${shown(domain)}`,
          `sipDomain ${shown(domain)}`,
          `site ${shown(site)}`,
          `pool ${shown(fqdn)}`,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('cut off anywhere, are refused with a line, never with a crash', () => {
    const text = publishedTopology({
      clusters: [{ fqdn: 'edge.contoso.com', number: '1' }],
      services: [{ role: 'EdgeServer', on: '1', ports: edgePorts }],
    });
    const lines = text.split('\n').length;
    for (let end = 0; end < text.length; end++) {
      let error: unknown;
      try {
        importFile('t.xml', text.slice(0, end));
      } catch (thrown) {
        error = thrown;
      }
      expect(error, `cut off at ${end}`).toBeInstanceOf(ImportError);
      if (end === 0) continue;
      expect((error as ImportError).line).toBeGreaterThan(0);
      expect((error as ImportError).line).toBeLessThanOrEqual(lines);
    }
  });

  it('with what stands twice or is missing are imported with notes', () => {
    const { files, notes } = importFile(
      't.xml',
      publishedTopology({
        sites: [{ id: '1', name: 'Redmond' }, { id: '1', name: 'REDMOND' }, { name: 'Nowhere' }, { id: '4' }],
        clusters: [
          { fqdn: 'fe.contoso.com', number: '1' },
          { fqdn: 'FE.contoso.com', number: '2' },
          { fqdn: 'other.contoso.com', number: '1' },
          { number: '3' },
          { fqdn: 'lost.contoso.com', site: '9', number: '1' },
        ],
        services: [
          { role: 'Registrar', on: '1', needs: [['EdgeServer', '7']] },
          { role: 'UserServices', on: '1' },
          { role: 'UserServices', on: '77', instance: '2' },
          { on: '1' },
        ],
      }),
    );
    const said = notes.map(({ message, line }) => `${line}: ${message}`).join('\n');
    expect(said).toBe(`8: SiteId 1 stands twice in the file; what refers to it means the first one
8: A second site is called REDMOND; it became REDMOND 2
9: A CentralSite has no SiteId: its pools can't be told
10: Site 4 has no Name; give it the one that policies use
14: Cluster FE.contoso.com stands twice in the file (first on line 13); the two were taken as one pool
15: The ClusterId of other.contoso.com stands twice in the file; what refers to it means the first one
16: A Cluster without Fqdn was left out, and the services on it have no place
17: Cluster lost.contoso.com belongs to site 9, which is not in the file; it was declared as Site 9
21: Service Registrar depends on what is not in the file: 1-EdgeServer-7
35: Service UserServices runs on nothing that is in the file
42: A Service without RoleName was left out`);
    expect(files[1]?.text).toContain('pool fe.contoso.com {');
  });
});

describe('large topologies take time in proportion', () => {
  const thousands = 10_000;
  const many = Array.from({ length: thousands }, (_, i) => i);
  const few = many.slice(0, 1500);

  it.each([
    ['clusters of one name', many.map((i) => ({ fqdn: 'one.contoso.com', number: `${i}` }))],
    ['clusters of one number', many.map((i) => ({ fqdn: `p${i}.contoso.com`, number: '1' }))],
    ['clusters of as many sites', many.map((i) => ({ fqdn: `p${i}.contoso.com`, site: `${i}`, number: '1' }))],
  ])('%s', (_, clusters) => {
    const { files } = importFile('t.xml', publishedTopology({ clusters }));
    expect(files).toHaveLength(2);
  });

  it('sites of one name', () => {
    const sites = many.map((i) => ({ id: `${i}`, name: 'Same' }));
    const { files } = importFile('t.xml', publishedTopology({ sites }));
    expect(files[1]?.text).toContain(`site "Same ${thousands}" {`);
  });

  it('services on one cluster, Edge pools that all may carry federation', () => {
    const clusters = [
      { fqdn: 'fe.contoso.com', number: '0' },
      ...few.slice(1).map((i) => ({ fqdn: `e${i}.contoso.com`, number: `${i}` })),
    ];
    const services = few.map((i) => ({ role: 'EdgeServer', on: `${i}`, instance: `${i}`, ports: edgePorts }));
    const registrar = { role: 'Registrar', on: '0', needs: few.map((i) => ['EdgeServer', `${i}`] as const) };
    const { files } = importFile('t.xml', publishedTopology({ clusters, services: [...services, registrar] }));
    expect(files[1]?.text).toContain('federationRoute unknown');
  });

  it('attributes of one element, text without an end', () => {
    const attributes = many.map((i) => `a${i}=""`).join(' ');
    const text = publishedTopology({}).replace('<Services>', `<Services ${attributes}>${'x'.repeat(1_000_000)}`);
    expect(importFile('t.xml', text).files).toHaveLength(2);
  });
});
