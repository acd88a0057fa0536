import { fold } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { listFact, placeOf, textFact } from '../facts';
import { federationEdge, federationTarget } from './edge';
import { dnsName, type NeededRecord, type RecordType, txtData } from './record';

const addressTypes: readonly RecordType[] = ['A', 'AAAA', 'CNAME'];

/** The records that the Internet has to see, for each SIP domain. [DNSSRV] [DNSEDGE] [AUTODDNS] [ONPREMEXO] */
export function publicNeeds(deployment: Deployment): NeededRecord[] {
  const needs: NeededRecord[] = [];
  const edge = federationEdge(deployment);
  for (const domain of deployment.all('sipDomain')) {
    if (edge) needs.push(...edgeNeeds(deployment, edge, domain));
    needs.push(lyncdiscover(deployment, domain));
    needs.push(...mailNeeds(deployment, domain));
  }
  if (edge) needs.push(...serviceNeeds(edge));
  return needs;
}

function federates(deployment: Deployment): boolean {
  if (deployment.mode === 'crossPremises' || deployment.mode === 'mixed') return true;
  return deployment.all('accessEdgeConfiguration').some((edge) => edge.fact('allowFederatedUsers') === true);
}

function edgeNeeds(deployment: Deployment, edge: Declaration, domain: Declaration): NeededRecord[] {
  const d = fold(domain.name);
  const target = federationTarget(edge, d);
  const causes = [placeOf(domain), placeOf(edge)];
  const needs: NeededRecord[] = [];
  if (federates(deployment)) {
    needs.push({
      scope: 'public',
      owner: `_sipfederationtls._tcp.${d}`,
      type: 'SRV',
      data: [`0 0 5061 ${dnsName(target)}`],
      why: 'federation, shared address space and hosted UM: the provider looks up this record of every SIP domain before it takes a call',
      alike: ['SRV'],
      causes,
    });
  }
  const port = edge.fact('accessPort');
  needs.push({
    scope: 'public',
    owner: `_sip._tls.${d}`,
    type: 'SRV',
    data: [`0 0 ${typeof port === 'number' ? port : 443} ${dnsName(target)}`],
    why: 'automatic sign-in of remote clients; the port is that of the Access Edge for clients',
    alike: ['SRV'],
    causes,
  });
  for (const owner of new Set([target, `sip.${d}`]))
    needs.push(...accessAddress(edge, owner, 'the Access Edge, which the SRV records point to', [placeOf(domain)]));
  return needs;
}

/** Address records of the Access Edge: one an address, so that several computers share the load. */
function accessAddress(
  edge: Declaration,
  owner: string,
  why: string,
  more: NeededRecord['causes'] = [],
): NeededRecord[] {
  const addresses = listFact(edge, 'externalAddress');
  const causes = [placeOf(edge), ...more];
  const need = (type: RecordType, data: readonly string[]): NeededRecord => ({
    scope: 'public',
    owner,
    type,
    data,
    why,
    alike: addressTypes,
    causes,
    ...(data.length === 0 && { otherwise: `the address is not declared: give pool ${edge.name} its externalAddress` }),
  });
  const version4 = addresses.filter((address) => !address.includes(':'));
  const version6 = addresses.filter((address) => address.includes(':'));
  if (addresses.length === 0) return [need('A', [])];
  return [
    ...(version4.length > 0 ? [need('A', version4)] : []),
    ...(version6.length > 0 ? [{ ...need('AAAA', version6), alike: ['AAAA', 'CNAME'] as const }] : []),
  ];
}

/** The other services of the Edge. They share the Access Edge's addresses where all ports differ; else their own are nowhere declared. [DNSEDGE] [REAL2] */
function serviceNeeds(edge: Declaration): NeededRecord[] {
  const access = textFact(edge, 'accessFqdn');
  const ports = ['accessPort', 'webConferencingPort', 'avPort'].map((port) => edge.fact(port));
  const shared = new Set(ports).size === ports.length;
  const needs: NeededRecord[] = [];
  if (access !== undefined) needs.push(...accessAddress(edge, fold(access), 'the Access Edge'));
  for (const [property, why] of [
    ['webConferencingFqdn', 'the Web Conferencing Edge'],
    ['avFqdn', 'the A/V Edge, which relays the media of hosted voice mail'],
  ] as const) {
    const name = textFact(edge, property);
    if (name === undefined || (access !== undefined && fold(name) === fold(access))) continue;
    if (shared) needs.push(...accessAddress(edge, fold(name), why));
    else
      needs.push({
        scope: 'public',
        owner: fold(name),
        type: 'A',
        data: [],
        why,
        otherwise: 'its address is not declared: fill it in, or declare the record in publicDnsZone',
        alike: addressTypes,
        causes: [placeOf(edge)],
      });
  }
  return needs;
}

function lyncdiscover(deployment: Deployment, domain: Declaration): NeededRecord {
  const pools = deployment.all('pool').filter((pool) => pool.fact('role') !== 'edge');
  const web =
    pools.find((pool) => pool.fact('role') === 'director' && textFact(pool, 'externalWebFqdn')) ??
    pools.find((pool) => textFact(pool, 'externalWebFqdn'));
  const name = web && textFact(web, 'externalWebFqdn');
  return {
    scope: 'public',
    owner: `lyncdiscover.${fold(domain.name)}`,
    type: 'CNAME',
    data: name === undefined ? [] : [dnsName(name)],
    why: 'autodiscovery of clients; on-premises also where the SIP domains are shared with a provider',
    ...(name === undefined && {
      otherwise: 'the name of the reverse proxy is not declared: give the pool its externalWebFqdn',
    }),
    alike: addressTypes,
    causes: [placeOf(domain), ...(web ? [placeOf(web)] : [])],
  };
}

/** What Exchange Online wants of a domain; voice messages arrive as mail. The values are those of its general set-up, not of a document about UM. */
function mailNeeds(deployment: Deployment, domain: Declaration): NeededRecord[] {
  if (deployment.mode !== 'crossPremises' && deployment.mode !== 'mixed') return [];
  const tenant = deployment
    .all('tenant')
    .find((candidate) =>
      candidate.children.some((child) => child.kind.name === 'acceptedDomain' && child.key === domain.key),
    );
  const exchangeOnline = deployment
    .all('hostingProvider')
    .find((provider) => /^exap\.um\./i.test(textFact(provider, 'proxyFqdn') ?? ''));
  if (tenant === undefined || exchangeOnline === undefined) return [];
  const china = tenant.fact('cloud') === 'china';
  const suffix = china ? 'partner.outlook.cn' : 'outlook.com';
  const d = fold(domain.name);
  const causes = [placeOf(tenant), placeOf(domain)];
  const fronted =
    deployment.mode === 'mixed'
      ? 'while mailboxes are on both sides it usually stays with the local Exchange; change it when the last mailbox has moved'
      : undefined;
  const need = (owner: string, type: RecordType, data: string, why: string): NeededRecord => ({
    scope: 'public',
    owner,
    type,
    data: [data],
    why,
    ...(fronted !== undefined && { otherwise: fronted }),
    alike: type === 'CNAME' ? addressTypes : [type],
    causes,
  });
  const mail = china ? 'mail.protection.partner.outlook.cn' : 'mail.protection.outlook.com';
  const spf = china ? 'spf.protection.partner.outlook.cn' : 'spf.protection.outlook.com';
  return [
    need(`autodiscover.${d}`, 'CNAME', dnsName(`autodiscover.${suffix}`), 'Outlook finds the mailbox'),
    need(d, 'MX', `0 ${dnsName(`${d.replaceAll('.', '-')}.${mail}`)}`, 'mail, and voice messages with it'),
    need(d, 'TXT', txtData(`v=spf1 include:${spf} -all`), 'the senders of mail; add your own'),
  ];
}
