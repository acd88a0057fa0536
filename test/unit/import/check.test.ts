import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../server/src/import/importFile';
import { Workspace } from '../../../server/src/model/workspace';
import { type Analysis, Analyzer } from '../../../server/src/rules/analyze';
import { edgePorts, publishedTopology, type TestCluster, type TestService, type TestTopology } from './topologies';

/** The rules' opinion of what import makes of a file. */
function analysis(content: string | Uint8Array, change = (text: string) => text): Analysis {
  const workspace = new Workspace();
  for (const { path, text } of importFile('topology.xml', content).files) workspace.set(`/d/${path}`, change(text));
  workspace.refresh();
  const [deployment, ...others] = workspace.deployments;
  expect(others).toEqual([]);
  return new Analyzer(deployment!).analyze();
}

function said({ diagnostics }: Analysis): string[] {
  return diagnostics.map(({ code, severity, message }) => `${code} ${severity} ${message}`);
}

const sample = readFileSync('test/data/published-topology.xml');

describe('an imported topology', () => {
  it('checks without a diagnostic, and says what could not be checked', () => {
    const found = analysis(sample);
    expect(said(found)).toEqual([]);
    expect(found.notChecked).toContainEqual(expect.objectContaining({ code: 'UM4001', needs: ['mode'] }));
  });

  it.each(['onPremises', 'crossPremises', 'mixed'])(
    'draws no conclusion from what it does not hold, once the mode is said: %s',
    (mode) => {
      expect(said(analysis(sample, (text) => text.replace('mode unknown', `mode ${mode}`)))).toEqual([]);
    },
  );

  it('refers without fault to what was not exported', () => {
    const users = `
users All {
  pool skypefe.contoso.com
  policy Cloud
  alice@contoso.com  line +14255550101  mailbox hosted
  bob@contoso.com    line +14255550102  mailbox unknown  umDialPlan Redmond
}
`;
    expect(said(analysis(sample, (text) => (text.includes('deployment ') ? text + users : text)))).toEqual([]);
  });
});

interface Place {
  readonly kind: 'frontEnd' | 'standardEdition' | 'edge' | 'mediation' | 'gateway' | 'trustedApplication';
  readonly computers: number;
  readonly site: number;
}

/** A topology as Topology Builder would make one: every pool has what it needs, whatever its size. */
function realistic(siteCount: number, places: readonly Place[], domains: readonly string[]): TestTopology {
  const clusters: TestCluster[] = [];
  const services: TestService[] = [];
  places.forEach(({ kind, computers, site }, i) => {
    const fqdn = `pool${i}.contoso.com`;
    const number = `${i + 1}`;
    const own = `${(site % siteCount) + 1}`;
    const single = kind === 'standardEdition' || kind === 'gateway';
    const machines = single ? [fqdn] : Array.from({ length: computers }, (_, k) => `host${i}-${k}.contoso.com`);
    const interfaces = '<NetInterface InterfaceSide="External" InterfaceNumber="1" IPAddress="203.0.113.9" />';
    clusters.push({ fqdn, site: own, number, machines, interfaces });
    const service = (role: string, more: Partial<TestService> = {}) =>
      services.push({ role, site: own, on: number, instance: number, ...more });
    if (kind === 'frontEnd' || kind === 'standardEdition') {
      service('Registrar');
      service('UserServices');
    } else if (kind === 'edge') service('EdgeServer', { ports: edgePorts });
    else if (kind === 'mediation') service('MediationServer');
    else service(kind === 'gateway' ? 'PstnGateway' : 'ExternalServer');
  });
  const sites = Array.from({ length: siteCount }, (_, i) => ({ id: `${i + 1}`, name: `Site ${i + 1}` }));
  return { sites, clusters, services, domains };
}

describe('topologies in all shapes', () => {
  const place: fc.Arbitrary<Place> = fc.record({
    kind: fc.constantFrom('frontEnd', 'standardEdition', 'edge', 'mediation', 'gateway', 'trustedApplication'),
    computers: fc.integer({ min: 1, max: 3 }),
    site: fc.nat(3),
  });
  const domains = fc.subarray(['contoso.com', 'fabrikam.com', 'litware.com'], { minLength: 1 });

  it('check without an error', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4 }),
        fc.array(place, { maxLength: 6 }),
        domains,
        (sites, places, names) => {
          const { diagnostics } = analysis(publishedTopology(realistic(sites, places, names)));
          expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
