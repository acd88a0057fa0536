import type { Kind, Property } from '../types';
import { boolean, fqdn, ipAddress, number, oneOf, portLimits, reference, serverVersionValues, text } from './common';

const edge = ['edge'];

const edgeProperties: readonly Property[] = [
  {
    name: 'accessFqdn',
    doc: 'The external name of the Access Edge service: what the federation SRV record points to and the subject of the external certificate.',
    type: fqdn,
    fact: true,
    roles: edge,
    source: ['DNSEDGE', 'CERTEDGE'],
  },
  {
    name: 'accessPort',
    doc: 'The external port for remote clients (SipClient); the `_sip._tls` record must name the same one.',
    type: number,
    default: '443',
    fact: true,
    roles: edge,
    limits: portLimits,
    source: ['DNSEDGE', 'PORTEDGE'],
  },
  {
    name: 'webConferencingFqdn',
    doc: 'The external name of the Web Conferencing Edge service.',
    type: fqdn,
    fact: true,
    roles: edge,
    source: ['DNSEDGE'],
  },
  {
    name: 'webConferencingPort',
    doc: 'The external port of the Web Conferencing Edge service; services that share a name or address need different ports.',
    type: number,
    default: '443',
    fact: true,
    roles: edge,
    limits: portLimits,
    source: ['PORTEDGE', 'REAL2'],
  },
  {
    name: 'avFqdn',
    doc: 'The external name of the A/V Edge service, which relays the media of hosted voice mail.',
    type: fqdn,
    fact: true,
    roles: edge,
    source: ['DNSEDGE'],
  },
  {
    name: 'avPort',
    doc: 'The external TCP port of the A/V Edge service; services that share a name or address need different ports.',
    type: number,
    default: '443',
    fact: true,
    roles: edge,
    limits: portLimits,
    source: ['PORTEDGE', 'REAL2'],
  },
  {
    name: 'externalAddress',
    doc: 'The external IP addresses of the Access Edge service, one a computer; the public address records are written from them.',
    type: ipAddress,
    list: true,
    fact: true,
    roles: edge,
    source: ['DNSEDGE'],
  },
  {
    name: 'nextHopPool',
    doc: 'The Front End or Director pool that the Edge hands incoming SIP traffic to.',
    type: reference('pool'),
    fact: true,
    roles: edge,
    source: ['REAL2', 'PORTEDGE'],
  },
  {
    name: 'federationRoute',
    doc: 'This Edge pool carries federation, and with it the calls to hosted UM; at most one pool of a deployment may.',
    type: boolean,
    default: 'false',
    fact: true,
    roles: edge,
    source: ['PS-MOVE', 'I-9465'],
  },
];

export const pool: Kind = {
  name: 'pool',
  plural: 'pools',
  singular: 'pool',
  doc: "Computers of one site that run the same services. The home pool of a user or contact runs ExUM Routing, which chooses who answers, and decides which site's policy applies.",
  nameType: 'fqdn',
  nameDoc: 'The FQDN of the pool.',
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  nameImmutable: true,
  parents: ['site', 'branchSite'],
  cmdlets: { get: 'Get-CsPool' },
  madeBy: 'Topology Builder',
  group: 'topology',
  source: ['PS-POOL', 'ROUTE'],
  properties: [
    {
      name: 'role',
      doc: 'What the pool does; users and contacts have their home on Front End pools, Standard Edition servers and survivable branch appliances or servers.',
      type: oneOf(
        { value: 'frontEnd', doc: 'Enterprise Edition Front End pool: homes users and runs ExUM Routing.' },
        { value: 'standardEdition', doc: 'Standard Edition server: homes users and runs ExUM Routing.' },
        { value: 'director', doc: 'Director: authenticates and passes on; homes nobody.' },
        { value: 'edge', doc: 'Edge: the way to hosted UM.' },
        { value: 'mediation', doc: 'Mediation Server: the way to the telephone network; homes nobody.' },
        { value: 'survivableBranch', doc: 'Survivable Branch Appliance or Server: homes the users of a branch site.' },
        { value: 'trustedApplication', doc: 'Computers of a trusted application.' },
      ),
      required: true,
      fact: true,
      source: ['PS-POOL', 'BRANCH'],
    },
    {
      name: 'computers',
      doc: 'The computers of the pool.',
      type: fqdn,
      list: true,
      defaultDoc: 'the pool itself',
      fact: true,
      source: ['PS-POOL'],
    },
    {
      name: 'server',
      doc: 'The version of this pool, when it differs from that of the deployment; contacts for hosted UM need a pool newer than OCS 2007 R2.',
      type: oneOf(
        { value: 'ocs2007', doc: 'Office Communications Server 2007.' },
        { value: 'ocs2007R2', doc: 'Office Communications Server 2007 R2.' },
        ...serverVersionValues,
      ),
      defaultDoc: "the deployment's",
      fact: true,
      source: ['PS-NEWCON', 'EX-COEX'],
    },
    {
      name: 'edgePool',
      doc: 'The Edge pool that relays the media of this pool.',
      type: reference('pool'),
      fact: true,
      source: ['REAL2'],
    },
    {
      name: 'externalWebFqdn',
      doc: 'The name of its web services as published by the reverse proxy; `lyncdiscover` points to it.',
      type: fqdn,
      fact: true,
      source: ['AUTOD', 'AUTODDNS'],
    },
    {
      name: 'internalWebFqdn',
      doc: 'The name of its web services inside; `lyncdiscoverinternal` points to it.',
      type: fqdn,
      defaultDoc: 'the pool itself',
      fact: true,
      source: ['AUTODDNS'],
    },
    {
      name: 'trustedRootCAs',
      doc: 'The certification authorities that its computers trust; that of the UM servers must be among them, or TLS fails with error 1010.',
      type: text,
      list: true,
      fact: true,
      source: ['OP-CERT', 'OCER'],
    },
    ...edgeProperties,
  ],
  example: `site Redmond {
  pool pool01.contoso.com { role frontEnd  computers fe01.contoso.com, fe02.contoso.com  edgePool edge01.contoso.com }
  pool edge01.contoso.com {
    role edge
    accessFqdn sip.contoso.com
    externalAddress 203.0.113.10
    federationRoute true
  }
}`,
};
