import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type DnsRecord, hasAddress, isWithin, ownerIn, type ZoneKind, zoneOf } from './dns';
import { edgePools } from './edges';
import type { FixEdit } from './types';

/** Adds rows behind the last one of a zone. */
export function addRows(zone: Declaration, lines: readonly string[]): FixEdit {
  const { path, node, item } = zone;
  const { body } = node;
  if (body === undefined) {
    const at = item.start + (node.name ?? node.kind).end;
    return { path, start: at, end: at, text: ` {\n${lines.map((line) => `  ${line}\n`).join('')}}` };
  }
  const last = body.elements[body.elements.length - 1];
  const at = item.start + (last ? last.end : body.start + 1);
  return { path, start: at, end: at, text: lines.map((line) => `\n${line}`).join(''), rows: true };
}

/** Takes a row away, with the blanks and the line end before it. */
export function removeRow(deployment: Deployment, { zone, row }: DnsRecord): FixEdit {
  const { start, end } = zone.absolute(row.node);
  const before = /\s*$/.exec(deployment.textOf(zone.path).slice(0, start))?.[0].length ?? 0;
  return { path: zone.path, start: start - before, end, text: '' };
}

/** The name that an SRV record of a domain should lead to: the Access Edge's where it lies in the domain, else `sip.`. */
export function edgeName(deployment: Deployment, domain: string): string {
  const names = edgePools(deployment).map((edge) => edge.fact('accessFqdn'));
  const own = names.find((name) => typeof name === 'string' && isWithin(name, domain));
  return typeof own === 'string' ? own : `sip.${domain}`;
}

/** A row with the Edge's external addresses for a name. */
export function addressRow(deployment: Deployment, zone: Declaration, name: string): string {
  const [addresses] = edgePools(deployment)
    .map((edge) => edge.fact('externalAddress'))
    .filter((fact) => Array.isArray(fact));
  const texts = Array.isArray(addresses) ? addresses.map(String) : [];
  const v4 = texts.filter((text) => !text.includes(':'));
  const owner = ownerIn(zone, name);
  if (v4.length === 0 && texts.length > 0) return `aaaa ${owner}  ipv6Address ${texts.join(', ')}`;
  return `a ${owner}  ipv4Address ${v4.join(', ') || 'unknown'}`;
}

/** The rows by which the Edge is found for a service of a domain; with an address row where the name has none. */
export function serviceRows(
  deployment: Deployment,
  kind: ZoneKind,
  zone: Declaration,
  service: string,
  domain: string,
  port: number,
): string[] {
  const target = edgeName(deployment, domain);
  const srv = `srv ${ownerIn(zone, `${service}.${domain}`)}  port ${port}  domainName ${target}`;
  const holder = zoneOf(deployment, kind, target);
  return hasAddress(deployment, kind, target) || holder !== zone ? [srv] : [addressRow(deployment, zone, target), srv];
}
