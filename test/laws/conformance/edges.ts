import { both, type Fault, fault, more } from './faults';

/**
 * The conditions of rules at their edges, as the documents word them: the other halves of an "or", the values just beyond a limit, the objects that an example
 * doesn't show. One fault each, as in `faults.ts`.
 */
const long = (length: number): string => 'x'.repeat(length);

const form: Fault[] = [
  more('UM1001', 'moving', 'sipDomain intranet { }'),
  more('UM1001', 'moving', `sipDomain ${long(64)}.com { }`),
  more('UM1001', 'moving', 'tenant with_underscore.onmicrosoft.com { }'),
  more('UM1001', 'contosoAsia', 'publicProvider Other { proxyFqdn im-.example.com }'),
  fault('UM1001', 'fabrikam', 'pool medz.fabrikam.com', 'pool med_z.fabrikam.com'),
  fault('UM1002', 'contosoAsia', 'destination um.litware.com', `destination ${`${long(50)}.`.repeat(6)}com`),
  fault('UM1002', 'contosoAsia', 'destination um.litware.com', 'destination um..litware.com'),
  fault('UM1003', 'contosoAsia', 'destination um.litware.com', 'destination umservice'),
  fault('UM1004', 'contosoAsia', 'organization corp.litware.com', 'organization corp'),
  fault('UM1004', 'contosoAsia', 'organization corp.litware.com', 'organization "corp .litware.com"'),
  fault('UM1006', 'moving', 'alice@contoso.com  line', '@contoso.com  line'),
  fault('UM1007', 'moving', 'alice@contoso.com  line', '"al ice@contoso.com"  line'),
  fault('UM1007', 'moving', 'exUmContact aa@contoso.com', 'exUmContact aa@contoso.com:5061'),
  fault('UM1008', 'moving', 'line +14255550101', 'line +14255550101 privateLine +1425555CALL'),
  fault('UM1008', 'moving', 'line +14255550101', 'line "+14255550101;ext="'),
  fault('UM1009', 'moving', 'line +14255550101', 'line +14255550101 privateLine +1425555010112345'),
  fault('UM1010', 'moving', 'line +14255550101', 'line +14255550101 privateLine 14255550199'),
  fault('UM1011', 'contosoAsia', 'displayNumber +14255550181', 'displayNumber +1-4255550181'),
  fault('UM1012', 'fabrikam', 'subscriberAccessNumber +14255550100', 'subscriberAccessNumber 0425555010'),
  both(
    'UM1014',
    'moving',
    [
      ['umDialPlan Hosted {', 'umDialPlan "Hos;ted" {'],
      ['umMailboxPolicy Moved { umDialPlan Hosted', 'umMailboxPolicy Moved { umDialPlan "Hos;ted"'],
      ['umAutoAttendant Message { umDialPlan Hosted', 'umAutoAttendant Message { umDialPlan "Hos;ted"'],
    ],
    'umDialPlan "Hos;ted" { uriType',
  ),
  fault(
    'UM1016',
    'fabrikam',
    '  umIPGateway GwG {',
    `  umIPGateway ${long(65)} { address 203.0.113.9  umDialPlan Zurich  outcallsAllowed false }\n  umIPGateway GwG {`,
    long(65),
  ),
  both('UM1016', 'fabrikam', [['umHuntGroup HgZ {', `umHuntGroup ${long(65)} {`]], long(65)),
  fault(
    'UM1016',
    'fabrikam',
    '  umIPGateway GwG {',
    `  umAutoAttendant ${long(65)} { umDialPlan Zurich  status enabled }\n  umIPGateway GwG {`,
    long(65),
  ),
  fault(
    'UM1018',
    'moving',
    'countryOrRegionCode 1  accessTelephoneNumbers +14255550100',
    'countryOrRegionCode 12345  accessTelephoneNumbers +14255550100',
  ),
  fault('UM1020', 'moving', 'extensions 55121', 'extensions 55121 pinLength 5'),
  fault('UM1020', 'moving', 'extensions 55121', 'extensions 55121 pinLength 3'),
  fault('UM1021', 'fabrikam', 'maxLogonAttempts 5', 'maxLogonAttempts 0'),
  fault('UM1021', 'fabrikam', 'minPINLength 8  maxLogonAttempts 5', 'minPINLength 25  maxLogonAttempts 5'),
  fault(
    'UM1023',
    'contosoMixed',
    'exchange America { version 2010SP1  forest contoso.com',
    'exchange America { version 2010SP1  forest contoso.com\n  umAutoAttendant Aa { umDialPlan Plant  status enabled  pilotIdentifierList +14255550199;ext=123456 }',
    'umAutoAttendant Aa',
  ),
  fault('UM1024', 'fabrikam', 'simpleName "zrh_(main)+1.0-a"', `simpleName ${long(257)}`),
  fault('UM1025', 'moving', 'pstnVoicemailEscapeTimer 2000', 'pstnVoicemailEscapeTimer 9000'),
  fault(
    'UM1026',
    'moving',
    'ex02.contoso.com { umStartupMode dual',
    'ex02.contoso.com { sipTcpListeningPort 70000 umStartupMode dual',
  ),
  fault('UM1027', 'litware', 'outgoingTlsCountForFederatedPartners 4', 'outgoingTlsCountForFederatedPartners 0'),
  fault('UM1028', 'litware', 'ou "OU=Voice,DC=litware,DC=com"', 'ou "Voice,DC=litware,DC=com"'),
  fault('UM1029', 'fabrikam', 'umDialPlan Geneva  port 5061', 'umDialPlan Geneva  ipAddressFamily ipv5 port 5061'),
  fault('UM1029', 'moving', 'umDialPlan Redmond { uriType sipName', 'umDialPlan Redmond { uriType sip'),
  more(
    'UM1031',
    'litware',
    'hostingProvider LyncOnline { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification autodiscoverUrl "/Autodiscover/AutodiscoverService.svc/root" }',
  ),
];

const references: Fault[] = [
  fault('UM2001', 'litware', 'destination EXAP.um.outlook.com', 'destination exap.um.example.com'),
  fault('UM2002', 'contosoMixed', 'exap.um.outlook.com enabled true', 'exap.um.outlook.com enabled false'),
  fault('UM2004', 'litware', 'hostsOCSUsers false', 'hostsOCSUsers true', 'hostingProvider "Cloud Voicemail"'),
  fault('UM2006', 'litware', '  verificationLevel UseSourceVerification', '', 'hostingProvider "Cloud Voicemail"'),
  fault('UM2006', 'litware', 'verificationLevel UseSourceVerification', 'verificationLevel alwaysUnverifiable'),
  fault(
    'UM2010',
    'contosoAsia',
    'displayNumber +14255550181 pool pool.asia.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Partner',
    'displayNumber +14255550181 pool pool.asia.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Gone',
  ),
  fault('UM2010', 'moving', 'dan@contoso.com to hosted policy Cloud', 'dan@contoso.com to hosted policy Gone'),
  fault('UM2011', 'litware', 'kim@litware.com line', 'kim@litware.com policy "site:New York" line'),
  fault('UM2012', 'moving', 'exUmContact aa@contoso.com', 'exUmContact aa@fabrikam.com'),
  fault(
    'UM2013',
    'fabrikam',
    'pool poolg.fabrikam.com }\nusers Zug',
    'pool medz.fabrikam.com }\nusers Zug',
    'users Geneva',
  ),
  fault('UM2013', 'litware', '+14255550180  pool pool1.litware.com', '+14255550180  pool edge1.litware.com'),
  more(
    'UM2014',
    'litware',
    'site Old { siteId 99 pool old.litware.com { role frontEnd server ocs2007 edgePool edge1.litware.com } }\nexUmContact x@litware.com { displayNumber +14255550189 pool old.litware.com ou "OU=V,DC=litware,DC=com" }',
    'exUmContact x@',
  ),
  fault('UM2017', 'fabrikam', 'umHuntGroup HgZ { umDialPlan Zurich', 'umHuntGroup HgZ { umDialPlan Zuerich'),
  fault(
    'UM2018',
    'fabrikam',
    'umDialPlan Zurich  pilotIdentifierList +14255550110',
    'umDialPlan Zurich',
    'tool ocsUmUtil  displayNumber +14255550110',
  ),
  fault(
    'UM2019',
    'moving',
    'accessTelephoneNumbers +14255550180',
    'accessTelephoneNumbers +14255550181',
    'exUmContact ova@contoso.com',
  ),
  fault('UM2020', 'fabrikam', 'autoAttendantNumber +14255550110', 'autoAttendantNumber +14255550119'),
  fault('UM2020', 'moving', 'autoAttendantNumber +14255550190', 'autoAttendantNumber +14255550121'),
  fault('UM2024', 'contosoMixed', 'organization contoso.onmicrosoft.com', 'organization um.contoso.com'),
  fault(
    'UM2025',
    'litware',
    'provider "Cloud Voicemail"',
    'cloud china  provider "Cloud Voicemail"',
    'hostingProvider "Cloud Voicemail"',
  ),
];

const unique: Fault[] = [
  both(
    'UM3002',
    'moving',
    [
      ['line +14255550124', 'line +14255550125;ext=7'],
      ['line +14255550122', 'line +14255550125;ext=7'],
    ],
    'fay@contoso.com  ',
  ),
  more(
    'UM3005',
    'contosoAsia',
    'hostingProvider china { proxyFqdn other.fabrikam.com  enabled true }',
    'hostingProvider China',
  ),
  more(
    'UM3006',
    'contosoAsia',
    'hostingProvider Twin { proxyFqdn UM.litware.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }',
    'hostingProvider Litware',
  ),
  more('UM3013', 'litware', 'allowedDomain LITWARE.com { }'),
];

const modes: Fault[] = [
  more('UM4004', 'fabrikam', 'accessEdgeConfiguration { useDefaultRouting true }'),
  more(
    'UM4005',
    'fabrikam',
    'accessEdgeConfiguration { useDefaultRouting true  defaultRouteFqdn x.fabrikam.com  beClearingHouse true }',
  ),
  fault(
    'UM4005',
    'contosoAsia',
    'allowFederatedUsers true',
    'allowFederatedUsers true useDnsSrvRouting true verificationLevel useSourceVerification',
  ),
  more(
    'UM4008',
    'fabrikam',
    'hostingProvider Online { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }',
  ),
  fault(
    'UM4009',
    'moving',
    'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com ',
    'hostedVoicemailPolicy Cloud { ',
    'hostedVoicemailPolicy Cloud',
  ),
  fault('UM4012', 'litware', 'kim@litware.com line', 'kim@litware.com enterpriseVoice false line'),
  fault(
    'UM4014',
    'contosoMixed',
    'msExchUCVoiceMailSettings "CsHostedVoiceMail=0"',
    'msExchUCVoiceMailSettings "CsHostedVoiceMail=0", "ExchangeHostedVoiceMail=1"',
  ),
  fault(
    'UM4016',
    'contosoMixed',
    'msExchUCVoiceMailSettings "CsHostedVoiceMail=0"',
    'msExchUCVoiceMailSettings "CsHostedVoiceMail=no"',
  ),
  fault('UM4018', 'moving', 'alice@contoso.com  line', 'alice@contoso.com  exchangeHostedVoiceMail false line'),
  fault('UM4019', 'moving', 'alice@contoso.com  line', 'alice@contoso.com  msExchUCVoiceMailSettings unset line'),
  fault(
    'UM4020',
    'contosoMixed',
    'msExchUCVoiceMailSettings "CsHostedVoiceMail=0"',
    'policy Cloud msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=1"',
  ),
  fault(
    'UM4022',
    'moving',
    'exUmContact aa@contoso.com  { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud',
    'exUmContact aa@contoso.com  { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"',
  ),
  fault(
    'UM4023',
    'contosoMixed',
    'exUmContact ova@contoso.com {',
    'exUmContact ova@contoso.com { tool ocsUmUtil umDialPlan Hosted',
  ),
  both(
    'UM4026',
    'contosoMixed',
    [
      [
        'exUmContact ova@contoso.com { displayNumber +14255550180 pool pool01.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Cloud }\n',
        '',
      ],
    ],
    'deployment',
  ),
  both(
    'UM4027',
    'contosoAsia',
    [['sipDomain contoso.com { isDefault true }', 'sipDomain contoso.com\nsipDomain contoso.corp { isDefault true }']],
    'contoso.corp',
  ),
  fault(
    'UM4028',
    'litware',
    'acceptedDomain litware.com { domainType authoritative }',
    'acceptedDomain litware.com { domainType externalRelay }',
  ),
  fault('UM4033', 'contosoMixed', 'umServer eu2.contoso.com {', 'umServer eu2.contoso.com { version 2019'),
  fault('UM4034', 'fabrikam', 'server sfb2015', 'server lync2013', 'version 2016'),
  both(
    'UM4037',
    'moving',
    [
      ['provider ExchangeOnline\n', 'provider ExchangeOnline  voicemailService exchangeUM\n'],
      ['wave Rest  { date 2013-07-01', 'wave Rest  { date 2020-03-02'],
    ],
    'wave Rest',
  ),
  fault('UM4038', 'contosoAsia', 'organization corp.litware.com', 'organization corp.litware.com, dev.litware.com'),
];

const network: Fault[] = [
  fault(
    'UM5001',
    'litware',
    '  srv _sipfederationtls._tcp port 5061 domainName sip.corp.litware.com\n',
    '',
    'publicDnsZone corp',
  ),
  fault(
    'UM5002',
    'litware',
    'srv _sipfederationtls._tcp port 5061 domainName sip.corp',
    'srv _sipfederationtls._tcp port 443 domainName sip.corp',
  ),
  fault(
    'UM5003',
    'moving',
    'accessFqdn sip.contoso.com ',
    'accessFqdn sip.contoso.com accessPort 5061 ',
    'srv _sip._tls',
  ),
  fault(
    'UM5006',
    'moving',
    'srv _sip._tls              port 443   domainName sip.contoso.com',
    'srv _sip._tls              port 443   domainName sip.contoso.com\n  srv _sip._tls priority 5 port 443 domainName sip.contoso.com',
    'priority 5',
  ),
  more(
    'UM5007',
    'moving',
    'internalDnsZone contoso.com {\na lyncdiscoverinternal ipv4Address 192.0.2.1\na pool01 ipv4Address 192.0.2.1\na sip ipv4Address 203.0.113.10\na fe01 ipv4Address 192.0.2.2\na fe02 ipv4Address 192.0.2.3\na edge01 ipv4Address 192.0.2.4\na sba01 ipv4Address 192.0.2.5\nsrv _sipinternaltls._tcp port 5061 domainName pool01.contoso.com\nsrv _sipfederationtls._tcp port 5061 domainName sip.contoso.com\n}',
  ),
  fault(
    'UM5008',
    'litware',
    'srv _sip._tls port 443 domainName sip.litware.com',
    'srv _sip._tls port 443 domainName sipdir.online.lync.com',
  ),
  more(
    'UM5009',
    'moving',
    'internalDnsZone contoso.com {\na pool01 ipv4Address 192.0.2.1\na sip ipv4Address 203.0.113.10\na fe01 ipv4Address 192.0.2.2\na fe02 ipv4Address 192.0.2.3\na edge01 ipv4Address 192.0.2.4\na sba01 ipv4Address 192.0.2.5\nsrv _sipinternaltls._tcp port 5061 domainName pool01.contoso.com\nsrv _sipfederationtls._tcp port 5061 domainName sip.contoso.com\nsrv _sip._tls port 443 domainName sip.contoso.com\n}',
  ),
  fault(
    'UM5010',
    'litware',
    'san sip.litware.com, webcon.litware.com, sip.corp.litware.com',
    'san sip.litware.com, webcon.litware.com, sip.corp.litware.co',
  ),
  fault('UM5012', 'fabrikam', 'subject ex1.fabrikam.com', 'subject mail.fabrikam.com'),
  fault(
    'UM5014',
    'fabrikam',
    'sip.fabrikam.com, sip.fabrikam.local\n  issuer "Fabrikam Root CA"',
    'sip.fabrikam.com, sip.fabrikam.local\n  issuer "Other CA"',
    'issuer "Other CA"',
  ),
  fault(
    'UM5015',
    'litware',
    'protocol tcp ports 443, 4443, 5061, 5062, 8057',
    'protocol tcp ports 443, 5061, 5062, 8057',
    'firewall Perimeter',
  ),
  fault(
    'UM5015',
    'litware',
    'allow from avEdge to internet protocol udp ports 3478, 50000-59999',
    'allow from avEdge to internet protocol udp ports 3478, 50000-58000',
    'firewall Perimeter',
  ),
  fault(
    'UM5016',
    'fabrikam',
    'allow from umServer to frontEnd protocol tcp ports 5061, 5063, 5066, 5068',
    'allow from umServer to frontEnd protocol tcp ports 5061, 5066, 5068',
    'allow from umServer to frontEnd',
  ),
  fault('UM5018', 'litware', 'avFqdn av.litware.com', 'avFqdn sip.litware.com'),
];

const local: Fault[] = [
  fault('UM6001', 'moving', 'umDialPlan Redmond { uriType sipName', 'umDialPlan Redmond { uriType e164'),
  fault('UM6001', 'moving', 'umDialPlan Redmond { uriType sipName', 'umDialPlan Redmond {'),
  fault(
    'UM6002',
    'moving',
    'umDialPlan Redmond { uriType sipName  voIPSecurity secured',
    'umDialPlan Redmond { uriType sipName',
  ),
  both(
    'UM6003',
    'moving',
    [
      ['voicePolicy global {', 'mediaConfiguration global { encryptionLevel supportEncryption }\nvoicePolicy global {'],
      [
        'umDialPlan Redmond { uriType sipName  voIPSecurity secured',
        'umDialPlan Redmond { uriType sipName  voIPSecurity unsecured',
      ],
    ],
    'voIPSecurity unsecured',
  ),
  fault(
    'UM6006',
    'fabrikam',
    'umIPGateway GwZ { address poolz.fabrikam.com',
    'umIPGateway GwZ { address sbaz.fabrikam.com',
  ),
  fault(
    'UM6009',
    'moving',
    'umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond',
    'umServer ex02.contoso.com { umStartupMode dual',
  ),
  fault('UM6013', 'fabrikam', '  umServer ex2.fabrikam.com {', '  umServer medz.fabrikam.com {'),
  fault(
    'UM6017',
    'fabrikam',
    'umIPGateway GwZ { address',
    'umIPGateway GwZ { messageWaitingIndicatorAllowed false address',
  ),
  fault(
    'UM6022',
    'fabrikam',
    '  umMailboxPolicy Strict {',
    '  umDialPlan Fax { uriType e164 voIPSecurity unsecured numberOfDigitsInExtension 4 countryOrRegionCode 41 }\n  umServer ex3.fabrikam.com { umStartupMode dual dialPlans Zurich, Geneva, Fax }\n  umMailboxPolicy Strict {',
    'umServer ex3',
  ),
  fault('UM6024', 'fabrikam', 'receiverSipAddress bert@fabrikam.com', 'receiverSipAddress ANNA@fabrikam.com'),
];

const waves: Fault[] = [
  both(
    'UM7002',
    'moving',
    [
      [
        'hostedVoicemailPolicy Cloud {',
        'hostedVoicemailPolicy Other { destination um.example.com  organization um.example.com }\nhostedVoicemailPolicy Cloud {',
      ],
      ['in pool sba01.contoso.com to hosted policy Cloud', 'in pool sba01.contoso.com to hosted policy Other'],
    ],
    'wave Branch',
  ),
  fault(
    'UM7005',
    'moving',
    'agentsByUri fay@contoso.com',
    'agentsByUri fay@contoso.com, erin@contoso.com',
    'rgsAgentGroup',
  ),
  fault(
    'UM8007',
    'moving',
    'users Finance {\n  pool pool01.contoso.com\n  mailbox hosted\n  policy Cloud',
    'users Finance {\n  pool pool01.contoso.com\n  mailbox hosted\n  policy tag:Cloud',
    'tag:Cloud',
  ),
];

export const edges: readonly Fault[] = [...form, ...references, ...unique, ...modes, ...network, ...local, ...waves];
