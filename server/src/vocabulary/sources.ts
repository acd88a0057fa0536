import type { Source } from './types';

const skypeDocs = 'OfficeDocs-SkypeForBusiness';
const exchangeDocs = 'OfficeDocs-Exchange';
const powershellDocs = 'office-docs-powershell';

const page = (key: string, title: string, repository: string, path: string): Source => ({
  key,
  title,
  location: `MicrosoftDocs/${repository}: ${path}`,
});

/** A page of the Lync Server 2013 documents. */
const lync = (key: string, title: string, topic: string) =>
  page(key, title, skypeDocs, `Lync/LyncServer/lync-server-2013-${topic}.md`);

/** A page of the Lync Server 2013 documents of which only the title is known. */
const lyncTopic = (key: string, title: string) => page(key, title, skypeDocs, `Lync/LyncServer (by its title)`);

/** The page of a Lync or Skype for Business cmdlet. */
const cs = (key: string, cmdlet: string, others = '') =>
  page(key, cmdlet + others, powershellDocs, `skype/skype-ps/SkypeForBusiness/${cmdlet}.md`);

/** The page of an Exchange cmdlet. */
const ex = (key: string, cmdlet: string, others = '') =>
  page(key, cmdlet + others, powershellDocs, `exchange/exchange-ps/ExchangePowerShell/${cmdlet}.md`);

const exchange2013 = (key: string, title: string, topic: string) =>
  page(key, title, exchangeDocs, `Exchange/ExchangeServer2013/${topic}-exchange-2013-help.md`);

const exchangeTopic = (key: string, title: string) =>
  page(key, title, exchangeDocs, 'Exchange/ExchangeServer2013 (by its title)');

const issue = (number: number, title: string, repository: string = skypeDocs): Source => ({
  key: `I-${number}`,
  title,
  location: `MicrosoftDocs/${repository}#${number}`,
});

const web = (key: string, title: string, location: string): Source => ({ key, title, location });

const hosted: readonly Source[] = [
  lync('SEED', 'Support for hosted Exchange UM integration', 'support-for-hosted-exchange-um-integration'),
  lync('ARCH', 'Hosted Exchange UM integration architecture', 'hosted-exchange-um-integration-architecture'),
  lync('ROUTE', 'Hosted Exchange UM routing', 'hosted-exchange-um-routing'),
  lync('POL', 'Hosted voice mail policies', 'hosted-voice-mail-policies'),
  lync('USER', 'Hosted Exchange user management', 'hosted-exchange-user-management'),
  lync('CONTACT', 'Hosted Exchange contact object management', 'hosted-exchange-contact-object-management'),
  lync(
    'PROC',
    'Deployment process for integrating hosted Exchange UM',
    'deployment-process-for-integrating-hosted-exchange-um',
  ),
  lync(
    'EDGE',
    'Configure the Edge Server for integration with hosted Exchange UM',
    'configure-the-edge-server-for-integration-with-hosted-exchange-um',
  ),
  lync(
    'DNSSRV',
    'Create a DNS SRV record for integration with hosted Exchange UM',
    'create-a-dns-srv-record-for-integration-with-hosted-exchange-um',
  ),
  lync('CREATEUSERPOL', 'Create a per-user hosted voice mail policy', 'create-a-per-user-hosted-voice-mail-policy'),
  lync('CREATESITEPOL', 'Create a site-level hosted voice mail policy', 'create-a-site-level-hosted-voice-mail-policy'),
  lync('GLOBALPOL', 'Modify the global hosted voice mail policy', 'modify-the-global-hosted-voice-mail-policy'),
  lync('ASSIGN', 'Assign a per-user hosted voice mail policy', 'assign-a-per-user-hosted-voice-mail-policy'),
  lync(
    'CREATECONTACT',
    'Create contact objects for hosted Exchange UM',
    'create-contact-objects-for-hosted-exchange-um',
  ),
  lync('ENABLEUSERS', 'Enable users for hosted voice mail', 'enable-users-for-hosted-voice-mail'),
  lync(
    'ONPREMEXO',
    'Configuring on-premises Lync Server integration with Exchange Online',
    'configuring-on-premises-lync-server-integration-with-exchange-online',
  ),
];

const onPremises: readonly Source[] = [
  lync(
    'OP-PROC',
    'Deployment process for integrating on-premises Unified Messaging',
    'deployment-process-for-integrating-on-premises-unified-messaging',
  ),
  lync(
    'OP-GUIDE',
    'Guidelines for integrating on-premises Unified Messaging',
    'guidelines-for-integrating-on-premises-unified-messaging',
  ),
  lync(
    'OP-TOPO',
    'Components and topologies for on-premises Unified Messaging',
    'components-and-topologies-for-on-premises-unified-messaging',
  ),
  lync(
    'OP-UM',
    'Configure Unified Messaging on Microsoft Exchange',
    'configure-unified-messaging-on-microsoft-exchange',
  ),
  lync(
    'OP-OCSUM',
    'Configure Lync Server 2013 to work with Unified Messaging on Microsoft Exchange Server',
    'configure-lync-server-2013-to-work-with-unified-messaging-on-microsoft-exchange-server',
  ),
  lync(
    'OP-CERT',
    'Configure certificates on the server running Microsoft Exchange Server Unified Messaging',
    'configure-certificates-on-the-server-running-microsoft-exchange-server-unified-messaging',
  ),
  lyncTopic(
    'OP-2013',
    'Configuring Microsoft Exchange Server 2013 Unified Messaging for Microsoft Lync Server 2013 voice mail',
  ),
  lync('SUPPORT', 'Exchange Unified Messaging (UM) support', 'exchange-unified-messaging-um-support'),
  lyncTopic('FEAT', 'Features of integrated Unified Messaging'),
  lync('ESCAPE', 'Configuring voice mail escape', 'configuring-voice-mail-escape'),
  lync('REROUTE', 'Configure voice mail rerouting settings', 'configure-voice-mail-rerouting-settings'),
  lync('BRANCH', 'Branch-site resiliency requirements', 'branch-site-resiliency-requirements'),
  lyncTopic('MOVEC', 'Move Exchange Unified Messaging contact objects'),
];

const natEdge = 'summary-scaled-consolidated-edge-dns-load-balancing-with-private-ip-addresses-using-nat';

const network: readonly Source[] = [
  lync('DNSEDGE', 'DNS summary: scaled consolidated edge with DNS load balancing and NAT', `dns-${natEdge}`),
  lync('PORTEDGE', 'Port summary: scaled consolidated edge with DNS load balancing and NAT', `port-${natEdge}`),
  lync(
    'CERTEDGE',
    'Certificate summary: scaled consolidated edge with DNS load balancing and NAT',
    `certificate-${natEdge}`,
  ),
  lync(
    'CERTEXT',
    'Certificate requirements for external user access',
    'certificate-requirements-for-external-user-access',
  ),
  lync('DNSSIGNIN', 'DNS requirements for automatic client sign-in', 'dns-requirements-for-automatic-client-sign-in'),
  lync('AUTOD', 'Hybrid and split-domain Autodiscover', 'hybrid-and-split-domain-autodiscover'),
  lync('AUTODDNS', 'DNS summary: Autodiscover', 'dns-summary-autodiscover'),
  lync('HYBRID', 'Planning for hybrid deployments', 'planning-for-hybrid-deployments'),
  lync('FEDLO', 'Configure federation with Lync Online', 'configure-federation-with-lync-online'),
  lync(
    'MOVEBACK',
    'Moving users from Lync Online to Lync on-premises',
    'moving-users-from-lync-online-to-lync-on-premises',
  ),
  lync('SCHEMA', 'Schema attributes and descriptions', 'schema-attributes-and-descriptions'),
  lyncTopic('OWA', 'Integrating Lync Server and Outlook Web App 2013'),
  lync(
    'EXPORTTOPO',
    'Export your topology and copy it to external media for Edge installation',
    'export-your-topology-and-copy-it-to-external-media-for-edge-installation',
  ),
  lync('ANNOUNCE', 'Configure unassigned phone numbers', 'configure-unassigned-phone-numbers'),
  cs('OUPERM', 'Grant-CsOUPermission'),
];

const lyncCmdlets: readonly Source[] = [
  cs('PS-NEWHP', 'New-CsHostingProvider'),
  cs('PS-NEWPP', 'New-CsPublicProvider'),
  cs('PS-NEWHVP', 'New-CsHostedVoicemailPolicy'),
  cs('PS-SETHVP', 'Set-CsHostedVoicemailPolicy'),
  cs('PS-GRANTHVP', 'Grant-CsHostedVoicemailPolicy'),
  cs('PS-NEWCON', 'New-CsExUmContact'),
  cs('PS-SETCON', 'Set-CsExUmContact'),
  cs('PS-GETCON', 'Get-CsExUmContact'),
  cs('PS-MOVECON', 'Move-CsExUmContact'),
  cs('PS-SETUSER', 'Set-CsUser'),
  cs('PS-ENABLEUSER', 'Enable-CsUser'),
  cs('PS-MOVE', 'Move-CsUser'),
  cs('PS-AEC', 'Set-CsAccessEdgeConfiguration'),
  cs('PS-SIPDOM', 'New-CsSipDomain', ', Set-, Remove-CsSipDomain'),
  cs('PS-SITE', 'Get-CsSite'),
  cs('PS-POOL', 'Get-CsPool'),
  cs('PS-REROUTE', 'New-CsVoicemailReroutingConfiguration', ', Set-CsVoicemailReroutingConfiguration'),
  cs('PS-MEDIA', 'New-CsMediaConfiguration', ', Set-CsMediaConfiguration'),
  cs('PS-DIALPLAN', 'New-CsDialPlan'),
  cs('PS-VOICEPOL', 'New-CsVoicePolicy'),
  cs('PS-TOPO', 'Get-CsTopology'),
  cs('PS-EXPORT', 'Export-CsConfiguration'),
  cs('PS-ALLOWDOM', 'New-CsAllowedDomain', ', New-CsBlockedDomain'),
  cs('PS-TESTUM', 'Test-CsExUMVoiceMail', ', Test-CsExUMConnectivity'),
];

const exchangeCmdlets: readonly Source[] = [
  ex('PS-UMDP', 'New-UMDialPlan', ', Set-UMDialPlan'),
  ex('PS-UMMP', 'New-UMMailboxPolicy'),
  ex('PS-UMMPSET', 'Set-UMMailboxPolicy'),
  ex('PS-UMGW', 'New-UMIPGateway', ', Set-UMIPGateway'),
  ex('PS-UMHG', 'New-UMHuntGroup'),
  ex('PS-UMAA', 'New-UMAutoAttendant', ', Set-UMAutoAttendant'),
  ex('PS-UMSVC', 'Set-UMService', ', Set-UMCallRouterSettings'),
  ex('PS-ENUM', 'Enable-UMMailbox'),
  ex('PS-ACCDOM', 'New-AcceptedDomain'),
  ex('PS-EXCERT', 'Enable-ExchangeCertificate'),
];

const exchangeDocuments: readonly Source[] = [
  exchange2013('EX-DIAL', 'Create a UM dial plan', 'create-um-dial-plan'),
  exchangeTopic('EX-PORTS', 'UM protocols, ports, and services'),
  exchange2013(
    'EX-LYNC',
    'Deploying Exchange 2013 UM and Lync Server overview',
    'deploying-exchange-2013-um-and-lync-server-overview',
  ),
  exchangeTopic('EX-HUNT', 'UM hunt groups'),
  exchangeTopic('EX-GW', 'UM IP gateways'),
  exchangeTopic('EX-MWI', 'Allow message waiting indicator'),
  exchangeTopic('EX-SIP', 'Change a SIP address'),
  exchangeTopic('EX-ADDSRV', 'Add Mailbox and Client Access servers to a SIP URI dial plan'),
  exchangeTopic('EX-COEX', 'Coexistence of Exchange UM with Office Communications Server and Lync'),
  page(
    'EX-HYB',
    'Hybrid deployment prerequisites',
    exchangeDocs,
    'Exchange/ExchangeHybrid/hybrid-deployment-prerequisites.md',
  ),
  page(
    'EX-TEL',
    'Telephone system integration with UM',
    exchangeDocs,
    'Exchange/ExchangeOnline/voice-mail-unified-messaging',
  ),
];

const laterDocuments: readonly Source[] = [
  page(
    'SFB-UM',
    'Plan for Exchange Unified Messaging integration in Skype for Business Server',
    skypeDocs,
    'Skype/SfbServer/plan-your-deployment/integrate-with-exchange/unified-messaging.md',
  ),
  page('CVM', 'Configure Cloud Voicemail', skypeDocs, 'Skype/SfbHybrid/hybrid/configure-cloud-voicemail.md'),
  page('UMMIG', 'Plan for the migration from Exchange UM', skypeDocs, 'Skype/SfbHybrid/hybrid/plan-um-migration.md'),
  web('UCPROP', 'Category userProperties: exumURL, exumEnabled', 'learn.microsoft.com'),
  web('UMATTR', 'List of UM recipient attributes (copy of the Exchange 2007 help)', 'unifiedpeople.ru'),
  web('AADC-ATTR', 'Azure AD Connect: attributes synchronized and written back', 'learn.microsoft.com'),
  web('AADC-HIST', 'Azure AD Connect: version release history, 1.2.65.0', 'learn.microsoft.com'),
  web('OCER', '[MS-OCER] Client Error Reporting: ms-diagnostics', 'learn.microsoft.com, openspecs'),
  web('MS-EUMR', '[MS-EUMR] Routing to Exchange UM Extensions (front page)', 'learn.microsoft.com, openspecs'),
  web(
    'MS-OCEXUM',
    '[MS-OCEXUM] Call Control for Exchange UM Extensions (front page)',
    'learn.microsoft.com, openspecs',
  ),
];

const blogs: readonly Source[] = [
  web('B-JENSTR', 'ExUM Routing enhancements, 17 September 2010', 'blogs.technet.com/jenstr'),
  web('B-PERF', 'The default SIP domain and hosted UM, 19 August 2015', 'blogs.perficient.com'),
  web('B-MIRAZON', 'When Lync UM integration broke, 23 October 2014', 'mirazon.com'),
  web('B-PEI', 'Lync and Exchange 2010 UM', 'pei.com'),
  web('B-AHAS2', 'Hosted voice mail, part 2', 'blog.ahasayen.com'),
  web('B-AHASCF', 'UM voice mail, Outlook Voice Access and auto attendants', 'blog.ahasayen.com'),
  web('B-NAMES', 'Name look-ups', 'ucgeek.co'),
  web('B-MSXFAQ', 'Cloud voice mail; Cloud Voicemail with Exchange 2016 and Skype for Business 2015', 'msxfaq.de'),
  web('B-WILD', 'Exchange UM and Lync issue using wildcard certificate, 5 January 2012', 'eightwone.com'),
  web('B-SHRIMP', 'Multiple Exchange UM servers, 19 March 2012', 'therealshrimp.blogspot.com'),
  web('B-EV1109', 'Event 1109 (copy of the Microsoft help)', 'intelligentsystemsmonitoring.com'),
];

const reports: readonly Source[] = [
  issue(457, 'A SIP domain must be present on both sides of a split domain'),
  issue(1876, 'Where the commands for the Edge are to be run'),
  issue(2048, 'Priorities of Edge SRV records are no supported failover'),
  issue(2957, 'Tenant cannot be used on-premises'),
  issue(3058, 'Exchange Online UM or Cloud Voicemail'),
  issue(3685, 'Where the provider is to be created'),
  issue(3844, 'Grant-CsHostedVoicemailPolicy and the pipeline'),
  issue(4774, 'HostedVoiceMail is blanked by directory synchronization'),
  issue(5130, 'Where the commands for the Edge are to be run'),
  issue(8914, 'exap.um.outlook.com is missing from the published endpoints', 'microsoft-365-docs'),
  issue(8918, 'The Teams module shadows Grant-CsHostedVoicemailPolicy', powershellDocs),
  issue(8939, 'The Teams module and cmdlets of the server', powershellDocs),
  issue(9465, 'Move-CsUser with two federated Edge pools', powershellDocs),
  issue(9881, 'SharedSipAddressSpace'),
];

const samples: readonly Source[] = [
  web('CODE-HOST', 'A provisioning script that sets otherIpPhone of UM contacts', 'a public repository'),
  web('REAL1', 'A Topology Builder file', 'a public repository'),
  web('REAL2', 'A published topology', 'a public repository'),
  web('REAL3', 'A fragment of anchored XML', 'a public repository'),
  web('RFC2782', 'A DNS RR for specifying the location of services (DNS SRV)', 'rfc-editor.org'),
];

/** The documents, cmdlet pages, reports and samples that facts are taken from. */
export const sources: readonly Source[] = [
  ...hosted,
  ...onPremises,
  ...network,
  ...lyncCmdlets,
  ...exchangeCmdlets,
  ...exchangeDocuments,
  ...laterDocuments,
  ...blogs,
  ...reports,
  ...samples,
];

const table = new Map(sources.map((source) => [source.key, source]));

/** The source that a key names. */
export function sourceOf(key: string): Source | undefined {
  return table.get(key);
}
