import { addTo } from '../base/lists';
import type { Span } from '../base/span';
import { fold } from '../base/words';
import { type Declaration, type DeclaredRow, rowFact } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { INVALID, UNKNOWN, UnknownFact } from '../model/facts';
import { perDeployment } from '../model/perDeployment';
import { livePlace } from './livePlace';
import type { Place } from './types';

export type ZoneKind = 'publicDnsZone' | 'internalDnsZone';
export const zoneKinds: readonly ZoneKind[] = ['publicDnsZone', 'internalDnsZone'];

/** A record of a declared zone. */
export interface DnsRecord {
  readonly zone: Declaration;
  readonly row: DeclaredRow;
  /** The owner, absolute and folded. */
  readonly name: string;
}

export const federationService = '_sipfederationtls._tcp';
export const clientService = '_sip._tls';
/** The services by which the Edge is found from outside. */
export const edgeServices: readonly string[] = [federationService, clientService];

interface Records {
  readonly all: readonly DnsRecord[];
  /** By the owner, absolute and folded. */
  readonly named: ReadonlyMap<string, readonly DnsRecord[]>;
  readonly ofZone: ReadonlyMap<Declaration, readonly DnsRecord[]>;
}

const records = {
  publicDnsZone: perDeployment((deployment) => readRecords(deployment, 'publicDnsZone')),
  internalDnsZone: perDeployment((deployment) => readRecords(deployment, 'internalDnsZone')),
};

function readRecords(deployment: Deployment, kind: ZoneKind): Records {
  const all = deployment
    .all(kind)
    .flatMap((zone) => zone.rows.map((row) => ({ zone, row, name: fold(absoluteName(zone, row.owner)) })));
  const named = new Map<string, DnsRecord[]>();
  const ofZone = new Map<Declaration, DnsRecord[]>();
  for (const record of all) {
    addTo(named, record.name, record);
    addTo(ofZone, record.zone, record);
  }
  return { all, named, ofZone };
}

/** All records of the declared zones of a kind. */
export function recordsOf(deployment: Deployment, kind: ZoneKind): readonly DnsRecord[] {
  return records[kind](deployment).all;
}

export function recordsOfZone(deployment: Deployment, zone: Declaration): readonly DnsRecord[] {
  const kind = zone.kind.name === 'publicDnsZone' ? 'publicDnsZone' : 'internalDnsZone';
  return records[kind](deployment).ofZone.get(zone) ?? [];
}

function absoluteName(zone: Declaration, owner: string): string {
  return owner === '@' || owner === '' ? zone.name : `${owner}.${zone.name}`;
}

/** The declared zone that a name's records stand in: the one with the longest name. None where a nearer one may exist undeclared. */
export function zoneOf(deployment: Deployment, kind: ZoneKind, name: string): Declaration | undefined {
  const nearest = nearestZone(deployment, kind, name);
  const inside = nearest && ownerIn(nearest, name).includes('.');
  return inside && deployment.isIncomplete(kind) ? undefined : nearest;
}

function nearestZone(deployment: Deployment, kind: ZoneKind, name: string): Declaration | undefined {
  for (let domain = name; domain !== ''; domain = parentDomain(domain)) {
    const [zone] = deployment.named(kind, domain);
    if (zone) return zone;
  }
  return undefined;
}

/** `contoso.com` of `sip.contoso.com`; nothing of `com`. */
function parentDomain(name: string): string {
  const dot = name.indexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1);
}

/** The declared zone that a domain's records stand in; only its own one where others may exist undeclared. */
export function zoneOfDomain(deployment: Deployment, kind: ZoneKind, domain: string): Declaration | undefined {
  const zone = zoneOf(deployment, kind, domain);
  return zone?.key !== fold(domain) && deployment.isIncomplete(kind) ? undefined : zone;
}

/** Whether a name is a domain or lies in it. */
export function isWithin(name: string, domain: string): boolean {
  return fold(name) === fold(domain) || fold(name).endsWith(`.${fold(domain)}`);
}

/** A name as a zone's rows write it. */
export function ownerIn(zone: Declaration, name: string): string {
  return fold(name) === zone.key ? '@' : name.slice(0, -zone.name.length - 1);
}

/** A value of a row as text. @throws UnknownFact when it isn't known; silently when it is no value of its type. */
export function rowText({ zone, row }: DnsRecord, property: string): string | undefined {
  const fact = rowFact(row, property);
  if (fact === UNKNOWN || fact === INVALID) throw new UnknownFact(zone, property, fact === INVALID);
  return typeof fact === 'string' || typeof fact === 'number' ? String(fact) : undefined;
}

/** Where a row writes a value; the row's head where it doesn't. */
export function rowPlace({ zone, row }: { zone: Declaration; row: DeclaredRow }, property?: string): Place {
  const values = property === undefined ? undefined : row.written.get(property)?.node.values;
  const [first] = values ?? [];
  const last = values?.[values.length - 1];
  const span: Span =
    first && last
      ? { start: first.start, end: last.end }
      : { start: row.node.head.start, end: (row.node.owner ?? row.node.head).end };
  return livePlace(zone, () => zone.absolute(span));
}

/** The service and domain of an SRV record for the Edge. */
export function edgeServiceOf(record: DnsRecord): { service: string; domain: string } | undefined {
  if (record.row.kind.head !== 'srv') return undefined;
  const service = edgeServices.find((each) => record.name.startsWith(`${each}.`));
  return service === undefined ? undefined : { service, domain: record.name.slice(service.length + 1) };
}

/** The SRV records of a service for a domain. */
export function srvRecords(deployment: Deployment, kind: ZoneKind, service: string, domain: string): DnsRecord[] {
  return recordsNamed(deployment, kind, `${service}.${domain}`).filter(({ row }) => row.kind.head === 'srv');
}

export function recordsNamed(deployment: Deployment, kind: ZoneKind, name: string): readonly DnsRecord[] {
  return records[kind](deployment).named.get(fold(name)) ?? [];
}

export function hasAddress(deployment: Deployment, kind: ZoneKind, name: string): boolean {
  return recordsNamed(deployment, kind, name).some(({ row }) => row.kind.head === 'a' || row.kind.head === 'aaaa');
}

/** Names of Lync Online and Skype for Business Online. */
export function isOnlineName(name: string): boolean {
  return isWithin(name, 'online.lync.com');
}

export function zoneWords(kind: ZoneKind): string {
  return kind === 'publicDnsZone' ? 'public' : 'internal';
}
