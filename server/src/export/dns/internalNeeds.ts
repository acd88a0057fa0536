import { fold } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { listFact, placeOf, textFact } from '../facts';
import { federationEdge, federationTarget } from './edge';
import { dnsName, type NeededRecord, type RecordType } from './record';

const addressTypes: readonly RecordType[] = ['A', 'AAAA', 'CNAME'];

/** The records that the internal network has to see, for each SIP domain. [DNSSIGNIN] [AUTODDNS] [EDGE] */
export function internalNeeds(deployment: Deployment): NeededRecord[] {
  const needs: NeededRecord[] = [];
  const edge = federationEdge(deployment);
  const hosted = deployment.mode === 'crossPremises' || deployment.mode === 'mixed';
  for (const domain of deployment.all('sipDomain')) {
    needs.push(...signInNeeds(deployment, domain));
    if (hosted && edge) needs.push(...hiddenNeeds(edge, domain));
  }
  needs.push(...hostNeeds(deployment));
  return needs;
}

/** The pool that clients sign in to: a Director where there is one. */
function signInPool(deployment: Deployment): Declaration | undefined {
  const pools = deployment.all('pool');
  const withRole = (...roles: readonly string[]): Declaration | undefined =>
    pools.find((pool) => roles.includes(String(pool.fact('role'))));
  return withRole('director') ?? withRole('frontEnd', 'standardEdition');
}

function signInNeeds(deployment: Deployment, domain: Declaration): NeededRecord[] {
  const pool = signInPool(deployment);
  if (pool === undefined) return [];
  const d = fold(domain.name);
  const causes = [placeOf(domain), placeOf(pool)];
  return [
    {
      scope: 'internal',
      owner: `_sipinternaltls._tcp.${d}`,
      type: 'SRV',
      data: [`0 0 5061 ${dnsName(fold(pool.name))}`],
      why: 'automatic sign-in of clients inside',
      alike: ['SRV'],
      causes,
    },
    {
      scope: 'internal',
      owner: `lyncdiscoverinternal.${d}`,
      type: 'CNAME',
      data: [dnsName(fold(textFact(pool, 'internalWebFqdn') ?? pool.name))],
      why: 'autodiscovery of clients inside',
      alike: addressTypes,
      causes,
    },
  ];
}

/** Where internal DNS is authoritative for a SIP domain it hides the public records: these have to stand there too, with the external address. [EDGE] */
function hiddenNeeds(edge: Declaration, domain: Declaration): NeededRecord[] {
  const d = fold(domain.name);
  const target = federationTarget(edge, d);
  const causes = [placeOf(domain), placeOf(edge)];
  const port = edge.fact('accessPort');
  const why =
    'internal DNS that is authoritative for the domain hides the public one; needed before a provider shares the address space';
  const addresses = listFact(edge, 'externalAddress').filter((address) => !address.includes(':'));
  return [
    {
      scope: 'internal',
      owner: `_sipfederationtls._tcp.${d}`,
      type: 'SRV',
      data: [`0 0 5061 ${dnsName(target)}`],
      why,
      alike: ['SRV'],
      causes,
    },
    {
      scope: 'internal',
      owner: `_sip._tls.${d}`,
      type: 'SRV',
      data: [`0 0 ${typeof port === 'number' ? port : 443} ${dnsName(target)}`],
      why,
      alike: ['SRV'],
      causes,
    },
    {
      scope: 'internal',
      owner: target,
      type: 'A',
      data: addresses,
      why: 'the external address of the Access Edge, not the internal one',
      ...(addresses.length === 0 && {
        otherwise: `the address is not declared: give pool ${edge.name} its externalAddress`,
      }),
      alike: addressTypes,
      causes,
    },
  ];
}

/** Pools and their computers: their internal addresses are no part of a topology, so they are named and left to be filled in. [DNSEDGE] */
function hostNeeds(deployment: Deployment): NeededRecord[] {
  const owners = new Map<string, { pool: Declaration; what: string }>();
  for (const pool of deployment.all('pool')) {
    owners.set(fold(pool.name), {
      pool,
      what: pool.fact('role') === 'edge' ? 'the internal interface of the Edge' : 'the pool',
    });
    for (const computer of listFact(pool, 'computers'))
      if (!owners.has(fold(computer))) owners.set(fold(computer), { pool, what: `a computer of ${pool.name}` });
  }
  return [...owners].map(([owner, { pool, what }]) => ({
    scope: 'internal',
    owner,
    type: 'A',
    data: [],
    why: what,
    otherwise: 'its internal address is not declared: fill it in, or declare the record in internalDnsZone',
    alike: addressTypes,
    causes: [placeOf(pool)],
  }));
}
