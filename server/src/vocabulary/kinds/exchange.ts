import type { Kind } from '../types';
import { boolean, fqdn, ipAddressFamily, number, oneOf, portLimits, reference, text } from './common';

const exchangeVersion = oneOf(
  {
    value: '2007SP1',
    doc: 'Exchange Server 2007 SP1: UM role; the Lync dial plan must have the name of the UM dial plan.',
  },
  { value: '2010', doc: 'Exchange Server 2010: UM role; the Lync dial plan must have the name of the UM dial plan.' },
  { value: '2010SP1', doc: 'Exchange Server 2010 SP1 or later: UM role.' },
  { value: '2013', doc: 'Exchange Server 2013: UM call router on Client Access, UM service on Mailbox servers.' },
  { value: '2016', doc: 'Exchange Server 2016: UM call router and UM service on Mailbox servers.' },
  { value: '2019', doc: 'Exchange Server 2019: no Unified Messaging; its mailboxes need hosted voice mail.' },
);

export const exchange: Kind = {
  name: 'exchange',
  plural: 'Exchange organizations',
  singular: 'Exchange organization',
  doc: 'A local Exchange organization, or its servers of one version, with its UM servers, dial plans, gateways and auto attendants.',
  nameType: 'text',
  nameDoc: 'What you call it; others refer to its objects as `NAME\\object`.',
  parents: ['file'],
  cmdlets: {},
  madeBy: 'Exchange setup',
  group: 'exchange',
  source: ['OP-TOPO', 'SUPPORT'],
  properties: [
    {
      name: 'version',
      doc: 'The version of Exchange; decides whether there is Unified Messaging at all and which cmdlets and ports its servers use.',
      type: exchangeVersion,
      required: true,
      fact: true,
      source: ['SUPPORT', 'SFB-UM', 'UMMIG'],
    },
    {
      name: 'forest',
      doc: "The Active Directory forest of Exchange; part of the dial plans' phone contexts.",
      type: fqdn,
      defaultDoc: "the deployment's",
      fact: true,
      source: ['OP-TOPO', 'OP-UM'],
    },
    {
      name: 'mutualTrust',
      doc: 'This forest and that of Lync trust each other, which UM in another forest needs.',
      type: boolean,
      default: 'false',
      fact: true,
      source: ['OP-TOPO', 'OP-PROC'],
    },
  ],
  example: `exchange OnPrem {
  version 2013
  forest contoso.com
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
}`,
};

const umServerCmdlets = ['Set-UMService', 'Set-UMCallRouterSettings', 'Set-UMServer'];

export const umServer: Kind = {
  name: 'umServer',
  plural: 'UM servers',
  singular: 'UM server',
  doc: 'An Exchange server that answers calls. Lync finds the servers of SIP URI dial plans in Active Directory: they are no trusted application servers.',
  nameType: 'fqdn',
  nameDoc: 'The FQDN of the server; must be the subject of its UM certificate.',
  nameLimits: { maximumLength: 255, code: 'UM1001' },
  nameImmutable: true,
  parents: ['exchange'],
  inOrganization: true,
  cmdlets: { set: 'Set-UMService', get: 'Get-UMService' },
  madeBy: 'Exchange setup',
  group: 'exchange',
  source: ['PS-UMSVC', 'OWA'],
  properties: [
    {
      name: 'version',
      doc: "The version of this server, when it differs from the organization's; in a dial plan with several versions only the newest servers answer.",
      type: exchangeVersion,
      defaultDoc: "the organization's",
      fact: true,
      source: ['B-JENSTR', 'SUPPORT'],
    },
    {
      name: 'services',
      doc: 'What runs there: the UM call router takes the call and redirects it, the UM service answers.',
      type: oneOf(
        {
          value: 'umService',
          cmdletValue: 'UM',
          doc: 'The UM service (before Exchange 2013 the UM role): answers calls.',
        },
        {
          value: 'umCallRouter',
          cmdletValue: 'UMCallRouter',
          doc: 'The UM call router, from Exchange 2013 on: takes calls and redirects them to a UM service.',
        },
      ),
      list: true,
      defaultDoc: 'both; before Exchange 2013 umService',
      fact: true,
      source: ['OP-2013', 'EX-HUNT'],
    },
    {
      name: 'dialPlans',
      doc: 'The UM dial plans that it serves; every Exchange 2013 server has to be in every SIP URI dial plan that Lync uses.',
      type: reference('umDialPlan'),
      list: true,
      cmdlets: umServerCmdlets,
      source: ['EX-ADDSRV', 'PS-UMSVC'],
    },
    {
      name: 'umStartupMode',
      doc: 'What its services listen on; with Lync `dual`. A change takes a restart of MSExchangeUM and MSExchangeUMCR.',
      type: oneOf(
        { value: 'tcp', cmdletValue: 'TCP', doc: 'Plain TCP alone: secured dial plans get no calls.' },
        { value: 'tls', cmdletValue: 'TLS', doc: 'TLS alone.' },
        { value: 'dual', doc: 'TCP and TLS; the value for Lync.' },
      ),
      default: 'tcp',
      parameter: 'UMStartupMode',
      cmdlets: umServerCmdlets,
      source: ['OP-2013', 'PS-UMSVC'],
    },
    {
      name: 'sipAccessService',
      doc: 'The nearest Front End pool with its port, `pool01.contoso.com:5061`, for media when sites are far apart.',
      type: text,
      parameter: 'SIPAccessService',
      cmdlets: ['Set-UMService', 'Set-UMServer'],
      limits: {
        pattern: '^[A-Za-z0-9]([A-Za-z0-9.\\-]*[A-Za-z0-9])?:[0-9]{1,5}$',
        form: 'a name and a port, as in pool01.contoso.com:5061',
      },
      source: ['PS-UMSVC'],
    },
    {
      name: 'sipTcpListeningPort',
      doc: 'The TCP port of the UM call router (before Exchange 2013 of the UM server).',
      type: number,
      default: '5060',
      cmdlets: ['Set-UMCallRouterSettings', 'Set-UMServer'],
      limits: portLimits,
      source: ['PS-UMSVC', 'EX-PORTS'],
    },
    {
      name: 'sipTlsListeningPort',
      doc: 'The TLS port of the UM call router (before Exchange 2013 of the UM server); the firewall between Lync and Exchange must let it through.',
      type: number,
      default: '5061',
      cmdlets: ['Set-UMCallRouterSettings', 'Set-UMServer'],
      limits: portLimits,
      source: ['PS-UMSVC', 'EX-PORTS'],
    },
    {
      name: 'ipAddressFamily',
      doc: 'The IP versions that its services use.',
      type: ipAddressFamily,
      default: 'any',
      parameter: 'IPAddressFamily',
      cmdlets: ['Set-UMService', 'Set-UMCallRouterSettings'],
      source: ['PS-UMSVC'],
    },
    {
      name: 'maxCallsAllowed',
      doc: 'How many calls it takes at once; more are not answered.',
      type: number,
      default: '100',
      cmdlets: ['Set-UMService', 'Set-UMServer'],
      limits: { minimum: 0 },
      source: ['PS-UMSVC'],
    },
    {
      name: 'trustedRootCAs',
      doc: 'The certification authorities that the server trusts; that of the Lync pools must be among them, or TLS fails with error 1010.',
      type: text,
      list: true,
      fact: true,
      source: ['OP-CERT', 'OCER'],
    },
  ],
  example: `exchange OnPrem {
  version 2013
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
}`,
};
