import { fold } from '../../base/words';
import { type Declaration, type DeclaredRow, rowFact } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { isFqdn } from '../../model/values';
import type { Place } from '../../rules/types';
import { placeOf } from '../facts';
import { internalNeeds } from './internalNeeds';
import { publicNeeds } from './publicNeeds';
import {
  type DnsRecord,
  dnsName,
  isDnsName,
  type NeededRecord,
  type RecordType,
  txtData,
  type ZoneScope,
} from './record';

/** One entry of a zone: records, or a comment where a record can't be written. */
export interface ZoneEntry {
  readonly records: readonly DnsRecord[];
  /** Comment lines above. */
  readonly why: readonly string[];
  /** The records are written as comments: why. */
  readonly disabled?: string;
  readonly owner: string;
  readonly type: RecordType;
  readonly causes: readonly Place[];
}

export interface Zone {
  readonly scope: ZoneScope;
  /** In lower case, without the dot at its end. */
  readonly name: string;
  readonly declared: boolean;
  readonly entries: readonly ZoneEntry[];
  readonly causes: readonly Place[];
}

/** The zones of a deployment: those declared, as they are declared, with what is missing; and one for each SIP domain that none of them holds. */
export function zonesOf(deployment: Deployment): Zone[] {
  return (['public', 'internal'] as const).flatMap((scope) => zonesOfScope(deployment, scope));
}

function zonesOfScope(deployment: Deployment, scope: ZoneScope): Zone[] {
  const declarations = deployment
    .all(scope === 'public' ? 'publicDnsZone' : 'internalDnsZone')
    .filter((zone) => isFqdn(zone.name));
  const needs = (scope === 'public' ? publicNeeds : internalNeeds)(deployment);
  const names = new Set(declarations.map((zone) => fold(zone.name)));
  // A SIP domain below another, or below a declared zone, stands in that one's zone; who has parted them declares both.
  const domains = deployment.all('sipDomain').map((domain) => fold(domain.name));
  for (const name of domains.sort((a, b) => a.length - b.length))
    if (isFqdn(name) && zoneOf(name, names) === undefined) names.add(name);
  // An Edge whose name lies in none of them has a zone of its own on the Internet.
  if (scope === 'public') {
    for (const { owner, data } of needs)
      if (data.length > 0 && zoneOf(owner, names) === undefined) names.add(owner.slice(owner.indexOf('.') + 1));
  }
  return [...names].sort().map((name): Zone => {
    const own = declarations.filter((zone) => fold(zone.name) === name);
    const domains = deployment.all('sipDomain').filter((domain) => fold(domain.name) === name);
    const declaredEntries = withoutConflicts(own.flatMap((zone) => zone.rows.map((row) => declaredEntry(zone, row))));
    const needed = needs.filter((need) => zoneOf(need.owner, names) === name);
    return {
      scope,
      name,
      declared: own.length > 0,
      entries: [...declaredEntries, ...neededEntries(needed, declaredEntries, own.length > 0)],
      causes: [...own, ...domains].map(placeOf),
    };
  });
}

/** The zone that holds a name: the longest that is a part of it. */
function zoneOf(name: string, zones: ReadonlySet<string>): string | undefined {
  return [...zones].filter((zone) => name === zone || name.endsWith(`.${zone}`)).sort((a, b) => b.length - a.length)[0];
}

function neededEntries(
  needs: readonly NeededRecord[],
  declared: readonly ZoneEntry[],
  isDeclared: boolean,
): ZoneEntry[] {
  const there = new Set(declared.flatMap((entry) => (entry.disabled ? [] : [`${entry.owner} ${entry.type}`])));
  const entries: ZoneEntry[] = [];
  for (const need of needs) {
    if (need.alike.some((type) => there.has(`${need.owner} ${type}`))) continue;
    const disabled = need.otherwise ?? (isDnsName(need.owner) ? undefined : 'this is no name of the DNS');
    if (disabled === undefined) there.add(`${need.owner} ${need.type}`);
    else if (entries.some((entry) => entry.disabled && entry.owner === need.owner && entry.type === need.type))
      continue;
    const marked = isDeclared && disabled === undefined ? 'missing in the declared zone: ' : '';
    entries.push({
      records: need.data.map((data) => ({ owner: need.owner, type: need.type, data, causes: need.causes })),
      why: [`${marked}${need.why}`],
      ...(disabled !== undefined && { disabled }),
      owner: need.owner,
      type: need.type,
      causes: need.causes,
    });
  }
  return entries;
}

function declaredEntry(zone: Declaration, row: DeclaredRow): ZoneEntry {
  const type = row.kind.head.toUpperCase() as RecordType;
  const owner = ownerName(row.owner, zone.name);
  const causes: Place[] = [{ path: zone.path, ...zone.absolute(row.node) }];
  const timeToLive = rowFact(row, 'timeToLive');
  const data = rowData(row, type);
  const disabled =
    data === undefined ? 'its values are not known' : isDnsName(owner) ? undefined : 'this is no name of the DNS';
  return {
    records: (data ?? []).map((text) => ({
      owner,
      type,
      data: text,
      ...(typeof timeToLive === 'number' && { timeToLive }),
      causes,
    })),
    why: [],
    ...(disabled !== undefined && { disabled }),
    owner,
    type,
    causes,
  };
}

/** An owner is relative to its zone, `@` the zone itself; with a dot at its end it stands for itself. */
function ownerName(owner: string, zone: string): string {
  if (owner === '@' || owner === '') return fold(zone);
  return fold(owner.endsWith('.') ? owner.slice(0, -1) : `${owner}.${zone}`);
}

/** The data of a declared row, one text a record; `undefined` when something of it isn't known. */
function rowData(row: DeclaredRow, type: RecordType): readonly string[] | undefined {
  const number = (property: string): number | undefined => {
    const fact = rowFact(row, property);
    return typeof fact === 'number' ? fact : undefined;
  };
  const text = (property: string): string | undefined => {
    const fact = rowFact(row, property);
    return typeof fact === 'string' ? fact : undefined;
  };
  const join = (...parts: readonly (string | number | undefined)[]): readonly string[] | undefined =>
    parts.includes(undefined) ? undefined : [parts.join(' ')];
  const name = (property: string): string | undefined => {
    const value = text(property);
    return value === undefined || !isDnsName(value.replace(/\.$/, '')) ? undefined : dnsName(value);
  };
  switch (type) {
    case 'SRV':
      return join(number('priority'), number('weight'), number('port'), name('domainName'));
    case 'A':
    case 'AAAA': {
      const fact = rowFact(row, type === 'A' ? 'ipv4Address' : 'ipv6Address');
      if (!Array.isArray(fact)) return undefined;
      const addresses = fact.map(String);
      return addresses.every((address) => address.includes(':') === (type === 'AAAA')) ? addresses : undefined;
    }
    case 'CNAME':
      return join(name('hostNameAlias'));
    case 'MX':
      return join(number('preference'), name('mailExchange'));
    case 'TXT': {
      const value = text('descriptiveText');
      return value === undefined ? undefined : [txtData(value)];
    }
  }
}

/** A name with a CNAME has nothing else, or no server loads the zone: the first record counts. [RFC 1034] */
function withoutConflicts(entries: readonly ZoneEntry[]): ZoneEntry[] {
  const first = new Map<string, ZoneEntry>();
  return entries.map((entry) => {
    const before = first.get(entry.owner);
    if (entry.disabled) return entry;
    if (before === undefined) {
      first.set(entry.owner, entry);
      return entry;
    }
    const conflict = (before.type === 'CNAME' || entry.type === 'CNAME') && before !== entry;
    return conflict
      ? { ...entry, disabled: `${entry.owner} has a ${before.type} record: a CNAME stands alone` }
      : entry;
  });
}
