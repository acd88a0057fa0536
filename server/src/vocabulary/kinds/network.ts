import type { Kind, Property } from '../types';
import { boolean, oneOf, portRange, reference, text } from './common';

export const certificate: Kind = {
  name: 'certificate',
  plural: 'certificates',
  singular: 'certificate',
  doc: 'A certificate of a pool or of a UM server; exactly one of the two. One not declared is not checked.',
  nameType: 'text',
  nameDoc: 'What you call it; no cmdlet takes it.',
  parents: ['file'],
  cmdlets: { set: 'Enable-ExchangeCertificate', get: 'Get-CsCertificate' },
  madeBy: 'a certification authority',
  group: 'network',
  source: ['CERTEDGE', 'CERTEXT', 'OP-CERT'],
  properties: [
    {
      name: 'pool',
      doc: 'The pool whose computers have it; on an Edge pool with DNS load balancing the same certificate on each.',
      type: reference('pool'),
      fact: true,
      source: ['CERTEDGE'],
    },
    {
      name: 'umServer',
      doc: 'The UM server that has it.',
      type: reference('umServer'),
      parameter: 'Server',
      source: ['OP-CERT'],
    },
    {
      name: 'usage',
      doc: 'What it is assigned to.',
      type: oneOf(
        {
          value: 'edgeExternal',
          cmdletValue: 'AccessEdgeExternal',
          doc: 'The external interface of an Edge: public CA, all `sip.` names.',
        },
        {
          value: 'edgeInternal',
          cmdletValue: 'Internal',
          doc: 'The internal interface of an Edge: private CA will do.',
        },
        { value: 'default', cmdletValue: 'Default', doc: 'Front End, Director or other internal server.' },
        { value: 'um', cmdletValue: 'UM', doc: 'The UM service of Exchange.' },
        { value: 'umCallRouter', cmdletValue: 'UMCallRouter', doc: 'The UM call router of Exchange 2013 and later.' },
      ),
      list: true,
      required: true,
      fact: true,
      source: ['CERTEDGE', 'OP-CERT', 'OP-2013'],
    },
    {
      name: 'subject',
      doc: 'The common name: the Access Edge FQDN on the external edge; for UM the FQDN of the server, never a wildcard, or calls from Exchange to Lync are refused.',
      type: { type: 'fqdn', wildcard: true },
      required: true,
      fact: true,
      source: ['CERTEDGE', 'OP-CERT', 'B-WILD'],
    },
    {
      name: 'san',
      doc: 'The subject alternative names; on the external edge the subject again and `sip.` of every SIP domain.',
      type: { type: 'fqdn', wildcard: true },
      list: true,
      fact: true,
      source: ['CERTEDGE'],
    },
    {
      name: 'issuer',
      doc: 'The certification authority, by the name that `trustedRootCAs` uses.',
      type: text,
      fact: true,
      source: ['OP-CERT'],
    },
    {
      name: 'isSelfSigned',
      doc: 'Nobody but the server itself vouches for it; Lync does not accept such a one from a UM server.',
      type: boolean,
      default: 'false',
      fact: true,
      source: ['OP-CERT'],
    },
    {
      name: 'publicCA',
      doc: 'A public certification authority issued it; wanted on the external edge.',
      type: boolean,
      fact: true,
      source: ['CERTEXT'],
    },
    {
      name: 'thumbprint',
      doc: 'By what Enable-ExchangeCertificate finds it on the server: 40 hexadecimal digits.',
      type: text,
      cmdlets: ['Enable-ExchangeCertificate'],
      limits: { pattern: '^[0-9A-Fa-f]{40}$', form: '40 hexadecimal digits' },
      source: ['OP-CERT', 'PS-EXCERT'],
    },
  ],
  example: `certificate EdgeExternal {
  pool edge01.contoso.com
  usage edgeExternal
  subject sip.contoso.com
  san sip.contoso.com
  publicCA true
}`,
};

const segment = oneOf(
  { value: 'internet', doc: 'The Internet, hosting providers included.' },
  { value: 'accessEdge', doc: 'The external address of the Access Edge service.' },
  { value: 'avEdge', doc: 'The external address of the A/V Edge service.' },
  { value: 'edgeInternal', doc: 'The internal interface of the Edge.' },
  { value: 'frontEnd', doc: 'Front End and Director pools.' },
  { value: 'clients', doc: 'Clients in the internal network.' },
  { value: 'umServer', doc: 'Exchange UM servers.' },
);

const allowProperties: readonly Property[] = [
  {
    name: 'from',
    doc: 'Who opens the connection.',
    type: segment,
    required: true,
    fact: true,
    source: ['PORTEDGE'],
  },
  {
    name: 'to',
    doc: 'Who takes the connection.',
    type: segment,
    required: true,
    fact: true,
    source: ['PORTEDGE'],
  },
  {
    name: 'protocol',
    doc: 'The transport protocols.',
    type: oneOf({ value: 'tcp', cmdletValue: 'TCP', doc: 'TCP.' }, { value: 'udp', cmdletValue: 'UDP', doc: 'UDP.' }),
    list: true,
    required: true,
    fact: true,
    source: ['PORTEDGE', 'EX-PORTS'],
  },
  {
    name: 'ports',
    doc: 'The ports at the side that takes the connection, numbers or ranges.',
    type: portRange,
    list: true,
    required: true,
    fact: true,
    limits: { minimum: 0, maximum: 65535, code: 'UM1026' },
    source: ['PORTEDGE', 'EX-PORTS'],
  },
  {
    name: 'address',
    doc: 'The rule holds for these addresses alone; `exap.um.outlook.com` is not in the published list of addresses, so a rule by address may miss it.',
    type: { type: 'ipAddress', orNetwork: true },
    list: true,
    fact: true,
    source: ['I-8914'],
  },
];

export const firewall: Kind = {
  name: 'firewall',
  plural: 'firewalls',
  singular: 'firewall',
  doc: 'What a firewall lets through, one direction a row. A declared firewall holds all that it allows; without one ports are not checked.',
  nameType: 'text',
  nameDoc: 'What you call it.',
  parents: ['file'],
  cmdlets: {},
  madeBy: 'nothing: a fact about the network',
  group: 'network',
  source: ['PORTEDGE', 'EX-PORTS'],
  properties: [],
  rows: [{ head: 'allow', doc: 'Traffic that is let through, in one direction.', properties: allowProperties }],
  example: `firewall Perimeter {
  allow from internet to accessEdge protocol tcp ports 443, 5061
  allow from accessEdge to internet protocol tcp ports 5061
  allow from internet to avEdge protocol tcp, udp ports 443, 3478
  allow from avEdge to internet protocol tcp, udp ports 443, 3478, 50000-59999
}`,
};
