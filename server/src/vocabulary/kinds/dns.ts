import type { Kind, Property, RowKind } from '../types';
import { fqdn, number, text } from './common';

const ipv4 = { type: 'ipAddress', version: 4 } as const;
const ipv6 = { type: 'ipAddress', version: 6 } as const;
const uint16 = { minimum: 0, maximum: 65535 } as const;

const timeToLive: Property = {
  name: 'timeToLive',
  doc: 'How long resolvers may keep the record, in seconds.',
  type: number,
  defaultDoc: "the zone's",
  limits: { minimum: 0, maximum: 2147483647 },
  source: ['DNSEDGE'],
};

const rows: readonly RowKind[] = [
  {
    head: 'srv',
    owner: true,
    doc: 'A service record: where federation and clients find the Edge.',
    properties: [
      {
        name: 'priority',
        doc: 'The lowest is tried first; several Edge records with different priorities are no supported failover.',
        type: number,
        default: '0',
        limits: uint16,
        source: ['DNSEDGE', 'I-2048'],
      },
      {
        name: 'weight',
        doc: 'The share among records of one priority.',
        type: number,
        default: '0',
        limits: uint16,
        source: ['DNSEDGE'],
      },
      {
        name: 'port',
        doc: 'The port of the service: 5061 for federation, the port of the Access Edge for clients.',
        type: number,
        required: true,
        limits: { ...uint16, code: 'UM1026' },
        source: ['DNSSRV', 'DNSEDGE'],
      },
      {
        name: 'domainName',
        doc: 'The computer that offers the service; must own an address record in the same domain, or partners refuse it with error 1009.',
        type: fqdn,
        required: true,
        source: ['DNSSRV', 'OCER'],
      },
      timeToLive,
    ],
  },
  {
    head: 'a',
    owner: true,
    doc: 'The IPv4 addresses of a name; several for DNS load balancing, one an Edge computer.',
    properties: [
      {
        name: 'ipv4Address',
        doc: 'The addresses.',
        type: ipv4,
        list: true,
        required: true,
        parameter: 'IPv4Address',
        source: ['DNSEDGE'],
      },
      timeToLive,
    ],
  },
  {
    head: 'aaaa',
    owner: true,
    doc: 'The IPv6 addresses of a name.',
    properties: [
      {
        name: 'ipv6Address',
        doc: 'The addresses.',
        type: ipv6,
        list: true,
        required: true,
        parameter: 'IPv6Address',
        source: ['DNSEDGE'],
      },
      timeToLive,
    ],
  },
  {
    head: 'cname',
    owner: true,
    doc: 'An alias, as for `lyncdiscover`; an SRV record may not point to one.',
    properties: [
      {
        name: 'hostNameAlias',
        doc: 'The name that it stands for.',
        type: fqdn,
        required: true,
        source: ['AUTODDNS'],
      },
      timeToLive,
    ],
  },
  {
    head: 'mx',
    owner: true,
    doc: 'Where mail goes, and voice messages with it.',
    properties: [
      {
        name: 'preference',
        doc: 'The lowest is tried first.',
        type: number,
        default: '0',
        limits: uint16,
        source: ['ONPREMEXO'],
      },
      { name: 'mailExchange', doc: 'The mail server.', type: fqdn, required: true, source: ['ONPREMEXO'] },
      timeToLive,
    ],
  },
  {
    head: 'txt',
    owner: true,
    doc: 'Text, such as the SPF record of the senders of mail.',
    properties: [
      {
        name: 'descriptiveText',
        doc: 'The text, without the quotes of a zone file.',
        type: text,
        required: true,
        source: ['ONPREMEXO'],
      },
      timeToLive,
    ],
  },
];

const cmdlets = {
  new: 'Add-DnsServerResourceRecord',
  get: 'Get-DnsServerResourceRecord',
  remove: 'Remove-DnsServerResourceRecord',
} as const;

export const publicDnsZone: Kind = {
  name: 'publicDnsZone',
  plural: 'public DNS zones',
  singular: 'public DNS zone',
  doc: 'The records that the Internet sees of a domain. A declared zone holds all that it holds; one not declared is not checked, and export writes what is needed.',
  nameType: 'fqdn',
  nameDoc: 'The zone.',
  nameParameter: 'ZoneName',
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  parents: ['file'],
  cmdlets,
  group: 'network',
  source: ['DNSSRV', 'DNSEDGE'],
  properties: [],
  rows,
  example: `publicDnsZone contoso.com {
  a sip                      ipv4Address 203.0.113.10
  srv _sipfederationtls._tcp port 5061  domainName sip.contoso.com
  srv _sip._tls              port 443   domainName sip.contoso.com
}`,
};

export const internalDnsZone: Kind = {
  name: 'internalDnsZone',
  plural: 'internal DNS zones',
  singular: 'internal DNS zone',
  doc: 'The records that the internal network sees of a domain. A declared zone makes internal DNS authoritative for it: what it does not hold does not resolve, the federation SRV record included.',
  nameType: 'fqdn',
  nameDoc: 'The zone.',
  nameParameter: 'ZoneName',
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  parents: ['file'],
  cmdlets,
  group: 'network',
  source: ['EDGE', 'DNSSIGNIN'],
  properties: [],
  rows,
  example: `internalDnsZone contoso.com {
  a sip                      ipv4Address 203.0.113.10
  srv _sipinternaltls._tcp   port 5061  domainName pool01.contoso.com
  srv _sipfederationtls._tcp port 5061  domainName sip.contoso.com
  srv _sip._tls              port 443   domainName sip.contoso.com
}`,
};
