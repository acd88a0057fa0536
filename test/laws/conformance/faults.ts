import type { deployments } from './deployments';

/** One mistake in a deployment that is clean without it. */
export interface Fault {
  readonly code: string;
  readonly within: keyof typeof deployments;
  /** Texts of the deployment, each with what stands there instead. */
  readonly change: readonly (readonly [from: string, to: string])[];
  /** What stands in the line that is flagged; else the line of the (last) new text. */
  readonly at?: string;
}

export const fault = (code: string, within: Fault['within'], from: string, to: string, at?: string): Fault => ({
  code,
  within,
  change: [[from, to]],
  ...(at !== undefined && { at }),
});
/** A declaration more, before the SIP domain. */
export const more = (code: string, within: Fault['within'], text: string, at?: string): Fault => ({
  code,
  within,
  change: [[firstLine[within], `${text}\n${firstLine[within]}`]],
  at: at ?? (text.split('\n')[0] as string),
});
const firstLine: Record<Fault['within'], string> = {
  fabrikam: 'sipDomain fabrikam.com { isDefault true }',
  litware: 'SipDomain litware.com { IsDefault $true }',
  contosoAsia: 'sipDomain contoso.com { isDefault true }',
  contosoMixed: 'sipDomain contoso.com { isDefault true }',
  moving: 'sipDomain contoso.com { isDefault true }',
  inventory: '/**/sipDomain fabrikam.com{isDefault true}//x',
  woodgrove: 'sipDomain woodgrove.com { isDefault true }',
  adventure: 'sipDomain adventure-works.com { isDefault true }',
  northwind: 'sipDomain northwind.com { isDefault true }',
  little: 'sipDomain fabrikam.com { isDefault true }',
  littleLocal: 'sipDomain fabrikam.com { isDefault true }',
};
export const both = (code: string, within: Fault['within'], change: Fault['change'], at: string): Fault => ({
  code,
  within,
  change,
  at,
});

const language: Fault[] = [
  fault('UM0001', 'litware', 'description "for the head office"', 'description "for the head office'),
  fault(
    'UM0001',
    'moving',
    'carol@contoso.com  line +14255550121  extensions 55121',
    'carol@contoso.com  line +14255550121  extensions',
  ),
  fault('UM0001', 'moving', 'branchSite Spokane { centralSite Redmond ', 'branchSite Spokane { centralSite\n  '),
  fault(
    'UM0001',
    'moving',
    'to hosted policy Cloud }\nwave Branch',
    'hosted policy Cloud }\nwave Branch',
    'wave Pilot',
  ),
  fault('UM0002', 'moving', 'branchSite Spokane', 'branchsiet Spokane'),
  fault(
    'UM0002',
    'litware',
    'tenant litware.onmicrosoft.com {',
    'tenant litware.onmicrosoft.com { umIPGateway X { address 203.0.113.1 }',
  ),
  fault(
    'UM0003',
    'moving',
    'umStartupMode dual  dialPlans Redmond }\n  umServer ex02',
    'umStartupMode dual  colour red  dialPlans Redmond }\n  umServer ex02',
    'colour',
  ),
  fault(
    'UM0003',
    'fabrikam',
    'dialPlan site:Zurich { simpleName',
    'dialPlan site:Zurich { proxyFqdn a.fabrikam.com simpleName',
  ),
  fault('UM0004', 'moving', 'siteId 1', 'siteId one'),
  fault('UM0004', 'moving', 'isDefault true', 'isDefault maybe'),
  fault('UM0004', 'moving', 'date 2013-06-17', 'date 17.6.2013'),
  fault('UM0004', 'litware', 'a lyncdiscover ipv4Address 203.0.113.40', 'a lyncdiscover ipv4Address 203.0.113.400'),
  fault('UM0004', 'litware', 'a lyncdiscover ipv4Address 203.0.113.40', 'a lyncdiscover ipv4Address 2001:db8::40'),
  fault('UM0004', 'fabrikam', 'sipTlsListeningPort 5061', 'sipTlsListeningPort sips'),
  fault('UM1008', 'fabrikam', 'gus@fabrikam.com,tel:+14255550131,131,gva,', 'gus@fabrikam.com,n/a,131,gva,'),
  fault('UM0005', 'moving', 'displayNumber +14255550190  pool pool01.contoso.com ', 'displayNumber +14255550190 '),
  fault('UM0005', 'litware', 'role standardEdition  edgePool', 'edgePool', 'pool pool2.litware.com { edge'),
  fault('UM0005', 'moving', 'server lync2013  mode', 'mode'),
  fault(
    'UM0006',
    'moving',
    'numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100',
    'numberOfDigitsInExtension 5 numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100',
  ),
  fault(
    'UM0006',
    'moving',
    'alice@contoso.com  line',
    'alice@contoso.com  msExchUCVoiceMailSettings "CsHostedVoiceMail=1"  hostedVoiceMail true  line',
  ),
  fault('UM0007', 'moving', 'wave Pilot {', 'site redmond { siteId 3 }\nwave Pilot {', 'site redmond'),
  fault('UM0008', 'moving', 'centralSite Redmond', 'centralSite Redmund'),
  fault('UM0008', 'moving', 'after Pilot, Branch', 'after Pilot, Brunch'),
  fault(
    'UM0008',
    'moving',
    'erin@contoso.com   line +14255550123',
    'erin@contoso.com   voicePolicy Nowhere line +14255550123',
  ),
  fault(
    'UM0008',
    'fabrikam',
    'gus@fabrikam.com,tel:+14255550131,131,gva,',
    'gus@fabrikam.com,tel:+14255550131,131,Basel,',
  ),
  fault('UM0009', 'contosoMixed', 'mailbox local  umDialPlan Europe\\Plant\n', 'mailbox local  umDialPlan Plant\n'),
  more('UM0009', 'contosoMixed', 'expect dora@contoso.com reaches Plant'),
  more('UM0010', 'moving', 'deployment Other { server lync2013 mode onPremises }'),
  fault('UM0011', 'fabrikam', 'csv "geneva.csv"', 'csv "genève.csv"'),
  fault('UM0011', 'fabrikam', 'csv "geneva.csv"', 'csv "../../../geneva.csv"'),
  fault('UM0012', 'fabrikam', 'Mail,Phone,Ext,Plan,Department', 'Mail,Phone,Extension,Plan,Department'),
  fault(
    'UM0012',
    'fabrikam',
    'gus@fabrikam.com,tel:+14255550131,131,gva,',
    'gus@fabrikam.com,tel:+14255550131,131,gva,,,x',
  ),
  fault(
    'UM0013',
    'moving',
    'expect fay@contoso.com reaches local after Branch',
    'expect fay@contoso.com reaches hosted after Branch',
  ),
  fault('UM0014', 'moving', 'expect no user unreachable', 'expect every user with mailbox none reaches nothing'),
  fault(
    'UM0014',
    'moving',
    'move every user in pool sba01.contoso.com to',
    'move every user in pool sba01.contoso.com with mailbox none to',
  ),
  both('UM0015', 'moving', [['wave Pilot { date', 'wave Pilot { after Rest date']], 'wave Pilot {'),
  fault('UM0015', 'moving', 'wave Branch { date 2013-06-17', 'wave Branch { date 2013-08-17', 'after Pilot, Branch'),
  fault('UM0016', 'moving', 'users Finance {', '// umtopo-disable-next-line UM4025\nusers Finance {', 'umtopo-disable'),
  fault('UM0017', 'moving', 'deployment Contoso {', 'deployment Contoso { languageVersion 2 '),
];

const form: Fault[] = [
  fault(
    'UM1001',
    'fabrikam',
    'sipDomain fabrikam.local { }',
    'sipDomain -emea.fabrikam.local { } sipDomain fabrikam.local { }',
  ),
  fault('UM1001', 'contosoAsia', 'proxyFqdn im.example.com', 'proxyFqdn im_example.com'),
  fault('UM1001', 'litware', 'proxyFqdn sip.fabrikam.com', 'proxyFqdn sip'),
  fault('UM1002', 'contosoAsia', 'destination um.litware.com', 'destination um.litware.com:5061'),
  fault('UM1002', 'contosoAsia', 'destination um.litware.com', 'destination "https://um.litware.com"'),
  both(
    'UM1003',
    'contosoAsia',
    [
      ['destination um.litware.com', 'destination um_1.litware.com'],
      ['proxyFqdn um.litware.com', 'proxyFqdn um-1.litware.com'],
    ],
    'um_1',
  ),
  fault('UM1004', 'contosoAsia', 'organization corp.litware.com', 'organization user@corp.litware.com'),
  fault('UM1004', 'contosoAsia', 'organization corp.litware.com', 'organization "corp.litware.com;x"'),
  fault('UM1005', 'contosoAsia', 'organization corp.litware.com', 'organization corp.litware.com, CORP.litware.com'),
  fault('UM1006', 'moving', 'alice@contoso.com  line', 'al@ice@contoso.com  line'),
  fault('UM1006', 'moving', 'exUmContact aa@contoso.com', 'exUmContact aa'),
  fault('UM1007', 'moving', 'alice@contoso.com  line', 'alice@contoso.com:5061  line'),
  fault('UM1007', 'moving', 'alice@contoso.com  line', 'alice@contoso.com;transport=tls  line'),
  fault('UM1008', 'moving', 'line +14255550101', 'line +1-425-555-0101'),
  fault('UM1008', 'moving', 'line +14255550101', 'line +14255550101;x=101'),
  fault('UM1009', 'moving', 'line +14255550101', 'line +1425555010112345'),
  fault('UM1010', 'moving', 'line +14255550101', 'line 14255550101'),
  fault('UM1011', 'contosoAsia', 'displayNumber +14255550181', 'displayNumber +04255550181'),
  fault('UM1011', 'contosoAsia', 'displayNumber +14255550181', 'displayNumber "+1 425 555 0181"'),
  fault(
    'UM1012',
    'fabrikam',
    'enabled true  autoAttendantNumber +14255550110',
    'enabled true  autoAttendantNumber "tel:+1 425 555 0110"',
  ),
  both(
    'UM1013',
    'moving',
    [
      ['umDialPlan Hosted {', `umDialPlan ${'Hosted'.padEnd(50, 'x')} {`],
      ['umMailboxPolicy Moved { umDialPlan Hosted', `umMailboxPolicy Moved { umDialPlan ${'Hosted'.padEnd(50, 'x')}`],
      [
        'umAutoAttendant Message { umDialPlan Hosted',
        `umAutoAttendant Message { umDialPlan ${'Hosted'.padEnd(50, 'x')}`,
      ],
    ],
    'umDialPlan Hostedx',
  ),
  both(
    'UM1014',
    'moving',
    [
      ['umDialPlan Hosted {', 'umDialPlan "Hosted?" {'],
      ['umMailboxPolicy Moved { umDialPlan Hosted', 'umMailboxPolicy Moved { umDialPlan "Hosted?"'],
      ['umAutoAttendant Message { umDialPlan Hosted', 'umAutoAttendant Message { umDialPlan "Hosted?"'],
    ],
    'umDialPlan "Hosted?" { uriType',
  ),
  both(
    'UM1015',
    'moving',
    [
      ['umDialPlan Hosted {', 'umDialPlan "In the Cloud" {'],
      ['umMailboxPolicy Moved { umDialPlan Hosted', 'umMailboxPolicy Moved { umDialPlan "In the Cloud"'],
      ['umAutoAttendant Message { umDialPlan Hosted', 'umAutoAttendant Message { umDialPlan "In the Cloud"'],
    ],
    'umDialPlan "In the Cloud" { uriType',
  ),
  both(
    'UM1015',
    'fabrikam',
    [
      ['umAutoAttendant Reception {', 'umAutoAttendant "The Reception" {'],
      ['umAutoAttendant Reception\n', 'umAutoAttendant "The Reception"\n'],
    ],
    'umAutoAttendant "The Reception" {',
  ),
  fault(
    'UM1016',
    'fabrikam',
    '  umMailboxPolicy Strict {',
    '  umMailboxPolicy P23456789-123456789-123456789-123456789-123456789-123456789-12345 { umDialPlan Zurich }\n  umMailboxPolicy Strict {',
    'P23456789',
  ),
  fault(
    'UM1017',
    'moving',
    'numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550180',
    'numberOfDigitsInExtension 21  countryOrRegionCode 1  accessTelephoneNumbers +14255550180',
  ),
  fault(
    'UM1017',
    'moving',
    'numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100',
    'numberOfDigitsInExtension 0  countryOrRegionCode 1  accessTelephoneNumbers +14255550100',
  ),
  fault(
    'UM1018',
    'moving',
    'countryOrRegionCode 1  accessTelephoneNumbers +14255550100',
    'countryOrRegionCode +1  accessTelephoneNumbers +14255550100',
  ),
  fault(
    'UM1018',
    'moving',
    'countryOrRegionCode 1  accessTelephoneNumbers +14255550100',
    'accessTelephoneNumbers +14255550100',
  ),
  fault('UM1019', 'moving', 'extensions 55121', 'extensions 5512'),
  fault(
    'UM1019',
    'fabrikam',
    'gus@fabrikam.com,tel:+14255550131,131,gva,',
    'gus@fabrikam.com,tel:+14255550131,1131,gva,',
  ),
  fault('UM1020', 'fabrikam', 'pinLength 8', 'pinLength 7'),
  fault('UM1020', 'moving', 'extensions 55121', 'extensions 55121 pinLength 25'),
  fault('UM1021', 'fabrikam', 'minPINLength 8  maxLogonAttempts 5', 'minPINLength 8  maxLogonAttempts 1000'),
  fault(
    'UM1021',
    'fabrikam',
    '  umMailboxPolicy Strict {',
    '  umMailboxPolicy Weak { umDialPlan Zurich minPINLength 3 }\n  umMailboxPolicy Strict {',
    'Weak',
  ),
  fault(
    'UM1022',
    'moving',
    'accessTelephoneNumbers +14255550100',
    'accessTelephoneNumbers +14255550100, +14255550133;ext=12345678901234567890',
    'ext=12345678901234567890',
  ),
  fault(
    'UM1023',
    'contosoMixed',
    'countryOrRegionCode 1 phoneContext',
    'countryOrRegionCode 1 accessTelephoneNumbers +14255550199;ext=123456 phoneContext',
  ),
  fault('UM1024', 'fabrikam', 'simpleName "zrh_(main)+1.0-a"', 'simpleName "zrh/main"'),
  fault('UM1025', 'fabrikam', 'pstnVoicemailEscapeTimer 8000', 'pstnVoicemailEscapeTimer 8001'),
  fault('UM1026', 'fabrikam', 'umDialPlan Geneva  port 5061', 'umDialPlan Geneva  port 65536'),
  fault('UM1027', 'litware', 'outgoingTlsCountForFederatedPartners 4', 'outgoingTlsCountForFederatedPartners 5'),
  fault('UM1028', 'litware', 'ou "OU=Voice,DC=litware,DC=com"', 'ou Voice'),
  fault('UM1029', 'litware', 'verificationLevel UseSourceVerification', 'verificationLevel UseSourceVerify'),
  fault('UM1029', 'fabrikam', 'umStartupMode tls', 'umStartupMode ssl'),
  fault('UM1029', 'fabrikam', 'encryptionLevel supportEncryption', 'encryptionLevel support'),
  fault(
    'UM1030',
    'litware',
    'hostedVoicemailPolicy "site:New York" {',
    'hostedVoicemailPolicy service:Registrar:pool2.litware.com {',
  ),
  more(
    'UM1031',
    'litware',
    'hostingProvider LyncOnline { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification autodiscoverUrl "http://webdir.online.lync.com/x" }',
  ),
];

const references: Fault[] = [
  fault('UM2001', 'contosoAsia', 'destination um.litware.com', 'destination um2.litware.com'),
  fault('UM2002', 'contosoAsia', 'proxyFqdn um.litware.com enabled true', 'proxyFqdn um.litware.com enabled false'),
  fault(
    'UM2002',
    'contosoAsia',
    'proxyFqdn um.litware.com enabled true',
    'proxyFqdn um.litware.com',
    'proxyFqdn um.litware.com',
  ),
  fault(
    'UM2003',
    'contosoAsia',
    'um.litware.com enabled true enabledSharedAddressSpace true',
    'um.litware.com enabled true enabledSharedAddressSpace false',
  ),
  fault('UM2004', 'contosoAsia', 'um.litware.com enabled true', 'um.litware.com hostsOCSUsers true enabled true'),
  fault('UM2005', 'contosoAsia', 'um.litware.com enabled true', 'um.litware.com isLocal true enabled true'),
  fault(
    'UM2006',
    'contosoAsia',
    'um.litware.com enabled true enabledSharedAddressSpace true verificationLevel useSourceVerification',
    'um.litware.com enabled true enabledSharedAddressSpace true verificationLevel alwaysVerifiable',
  ),
  more('UM2007', 'contosoAsia', 'hostingProvider Odd { proxyFqdn odd.fabrikam.com enabled true hostsOCSUsers true }'),
  more(
    'UM2008',
    'contosoAsia',
    'hostingProvider Odd { proxyFqdn odd.fabrikam.com enabled true autodiscoverUrl "https://odd.fabrikam.com/root" }',
  ),
  fault('UM2009', 'litware', 'hostedVoicemailPolicy "site:New York"', 'hostedVoicemailPolicy "site:New Yorck"'),
  fault(
    'UM2010',
    'contosoAsia',
    'users Singapore { pool pool.asia.contoso.com  policy Partner',
    'users Singapore { pool pool.asia.contoso.com  policy Partners',
  ),
  fault('UM2011', 'litware', 'kim@litware.com line', 'kim@litware.com policy global line'),
  fault('UM2012', 'moving', 'fay@contoso.com ', 'fay@fabrikam.com '),
  fault('UM2013', 'moving', 'fay@contoso.com  ', 'fay@contoso.com  pool edge01.contoso.com '),
  fault(
    'UM2013',
    'fabrikam',
    'pool poolg.fabrikam.com }\nusers Zug',
    'pool dirz.fabrikam.com }\nusers Zug',
    'users Geneva',
  ),
  fault('UM2013', 'litware', '+14255550180  pool pool1.litware.com', '+14255550180  pool pool9.litware.com'),
  more(
    'UM2014',
    'litware',
    'site Old { siteId 99 pool old.litware.com { role frontEnd server ocs2007R2 edgePool edge1.litware.com } }\nexUmContact x@litware.com { displayNumber +14255550189 pool old.litware.com ou "OU=V,DC=litware,DC=com" }',
    'exUmContact x@',
  ),
  fault(
    'UM2015',
    'fabrikam',
    'umMailboxPolicy Strict { umDialPlan Zurich ',
    'umMailboxPolicy Strict { ',
    'umMailboxPolicy Strict',
  ),
  fault(
    'UM2015',
    'fabrikam',
    'umMailboxPolicy Strict { umDialPlan Zurich ',
    'umMailboxPolicy Strict { umDialPlan Basel ',
  ),
  fault('UM2016', 'fabrikam', 'umMailboxPolicy Strict  pinLength', 'umMailboxPolicy Strikt  pinLength'),
  fault(
    'UM2017',
    'fabrikam',
    'umHuntGroup HgZ { umDialPlan Zurich  umIPGateway GwZ',
    'umHuntGroup HgZ { umDialPlan Zurich  umIPGateway GwX',
  ),
  fault(
    'UM2018',
    'fabrikam',
    'umDialPlan Zurich  pilotIdentifierList +14255550110',
    'umDialPlan Zurich  pilotIdentifierList +14255550111',
    'tool ocsUmUtil  displayNumber +14255550110',
  ),
  fault(
    'UM2019',
    'fabrikam',
    'accessTelephoneNumbers +14255550101',
    'accessTelephoneNumbers +14255550102',
    'exUmContact sa-gva',
  ),
  fault('UM2020', 'fabrikam', 'subscriberAccessNumber +14255550100', 'subscriberAccessNumber +14255550109'),
  fault('UM2021', 'fabrikam', 'enabled true  autoAttendantNumber', 'enabled false  autoAttendantNumber'),
  fault(
    'UM2022',
    'fabrikam',
    "sipResourceIdentifier o'hara@fabrikam.local",
    'sipResourceIdentifier ohara@fabrikam.local',
  ),
  fault('UM2023', 'contosoAsia', '  organization corp.litware.com', '', 'hostedVoicemailPolicy Partner'),
  fault('UM2023', 'contosoAsia', '  organization contosocn.partner.onmschina.cn', '', 'hostedVoicemailPolicy Beijing'),
  fault('UM2024', 'inventory', 'organization fabrikam.onmicrosoft.com', 'organization fabrikam.com'),
  fault('UM2025', 'contosoAsia', '  cloud china', '', 'proxyFqdn exap.um.partner'),
];

const unique: Fault[] = [
  fault('UM3001', 'moving', 'fay@contoso.com ', 'ALICE@contoso.com '),
  fault('UM3001', 'moving', 'exUmContact aa@contoso.com', 'exUmContact alice@contoso.com', 'alice@contoso.com  line'),
  fault('UM3002', 'moving', 'line +14255550124', 'line +14255550121', 'fay@'),
  fault('UM3002', 'moving', 'line +14255550124', 'line +14255550190'),
  fault('UM3003', 'moving', 'line +14255550124', 'line +14255550121;ext=4', 'carol@contoso.com  line'),
  both('UM3004', 'contosoAsia', [['displayNumber +14255550181', 'displayNumber +14255550180']], 'exUmContact ova-sg'),
  fault('UM3005', 'contosoAsia', 'publicProvider Example', 'publicProvider LITWARE'),
  fault('UM3006', 'contosoAsia', 'proxyFqdn im.example.com', 'proxyFqdn um.litware.com', 'publicProvider'),
  fault('UM3007', 'moving', 'isDefault true', 'isDefault false', 'sipDomain contoso.com'),
  fault('UM3007', 'contosoAsia', 'sipDomain asia.contoso.com { }', 'sipDomain asia.contoso.com { isDefault true }'),
  more('UM3008', 'moving', 'sipDomain CONTOSO.com', 'sipDomain contoso.com { isDefault true }'),
  more(
    'UM3009',
    'contosoAsia',
    'hostedVoicemailPolicy partner { destination um.litware.com  organization corp.litware.com }',
    'hostedVoicemailPolicy Partner {',
  ),
  fault('UM3010', 'moving', 'extensions 55122', 'extensions 55121', 'dan@contoso.com  '),
  both(
    'UM3011',
    'moving',
    [['exUmContact ova-local@contoso.com', 'exUmContact ova@contoso.com']],
    'exUmContact ova@contoso.com {\n',
  ),
  fault('UM3012', 'litware', 'blockedDomain contoso.com', 'blockedDomain Fabrikam.com'),
  more('UM3013', 'litware', 'allowedDomain corp.litware.com { }'),
  fault(
    'UM3014',
    'moving',
    'siteId 1',
    'siteId 1 pool edge02.contoso.com { role edge accessFqdn sip2.contoso.com federationRoute true }',
    'pool edge01.contoso.com { role',
  ),
];

const modes: Fault[] = [
  both(
    'UM4001',
    'contosoAsia',
    [
      ['  edgePool edge.asia.contoso.com', ''],
      ['  pool edge.asia.contoso.com { role edge  accessFqdn sip.asia.contoso.com  federationRoute true }\n', ''],
    ],
    'deployment',
  ),
  fault('UM4002', 'contosoAsia', 'allowFederatedUsers true', 'allowFederatedUsers false'),
  fault('UM4002', 'contosoAsia', 'accessEdgeConfiguration { allowFederatedUsers true }\n', '', 'deployment'),
  fault(
    'UM4003',
    'contosoAsia',
    'allowFederatedUsers true',
    'allowFederatedUsers true useDefaultRouting true defaultRouteFqdn x.contoso.com',
  ),
  fault('UM4004', 'contosoAsia', 'allowFederatedUsers true', 'allowFederatedUsers true defaultRouteFqdn x.contoso.com'),
  fault(
    'UM4005',
    'contosoAsia',
    'allowFederatedUsers true',
    'allowFederatedUsers true useDnsSrvRouting true isPublicProvider true',
  ),
  fault('UM4006', 'contosoAsia', 'allowFederatedUsers true', 'allowFederatedUsers true enablePartnerDiscovery true'),
  fault(
    'UM4008',
    'fabrikam',
    'voicePolicy global {',
    'hostedVoicemailPolicy global { destination exap.um.outlook.com organization fabrikam.onmicrosoft.com }\nvoicePolicy global {',
    'hostedVoicemailPolicy',
  ),
  fault(
    'UM4009',
    'contosoAsia',
    'tan@contoso.com line +14255550103',
    'tan@contoso.com line +14255550103\n}\nusers Others { pool pool.asia.contoso.com\nx@contoso.com line +14255550109',
    'x@contoso.com',
  ),
  fault(
    'UM4012',
    'moving',
    'alice@contoso.com  line +14255550101',
    'alice@contoso.com  line +14255550101 enterpriseVoice false',
  ),
  fault('UM4013', 'moving', 'fay@contoso.com    line +14255550124', 'fay@contoso.com    '),
  fault(
    'UM4013',
    'moving',
    'fay@contoso.com    line +14255550124',
    'fay@contoso.com    line +14255550124 audioVideoDisabled true',
  ),
  fault(
    'UM4014',
    'litware',
    'exchangeHostedVoiceMail true hostedVoiceMail unset',
    'exchangeHostedVoiceMail true hostedVoiceMail false',
  ),
  fault(
    'UM4015',
    'litware',
    'exchangeHostedVoiceMail true hostedVoiceMail unset',
    'exchangeHostedVoiceMail true hostedVoiceMail true',
  ),
  fault('UM4016', 'litware', '"ExchangeHostedVoiceMail=1"', '"ExchangeHostedVoiceMail=2"'),
  fault('UM4016', 'litware', '"ExchangeHostedVoiceMail=1"', '"ExchangeHostedVoiceMail=1", "ExchangeHostedVoiceMail=0"'),
  fault('UM4016', 'litware', '"ExchangeHostedVoiceMail=1"', '"ExchangeHostedVoiceMail=1", "VoiceMail=1"'),
  fault(
    'UM4018',
    'litware',
    'lee@corp.litware.com line +14255550102;ext=102 hostedVoiceMail true',
    'lee@corp.litware.com line +14255550102;ext=102 hostedVoiceMail false',
  ),
  fault(
    'UM4019',
    'litware',
    'lee@corp.litware.com line +14255550102;ext=102 hostedVoiceMail true',
    'lee@corp.litware.com line +14255550102;ext=102 hostedVoiceMail unset',
  ),
  fault(
    'UM4020',
    'contosoMixed',
    'extensions 55112 hostedVoiceMail unset',
    'extensions 55112 hostedVoiceMail true policy Cloud',
  ),
  fault(
    'UM4021',
    'contosoMixed',
    'emil@contoso.com line +14255550112 extensions 55112 hostedVoiceMail unset',
    'emil@contoso.com line +14255550112 umDialPlan unset exchange Europe',
  ),
  fault(
    'UM4022',
    'contosoAsia',
    'displayNumber +14255550181 pool pool.asia.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Partner',
    'displayNumber +14255550181 pool pool.asia.contoso.com ou "OU=Voice,DC=contoso,DC=com"',
  ),
  fault(
    'UM4023',
    'litware',
    'exUmContact ova@litware.com {',
    'exUmContact ova2@litware.com { tool ocsUmUtil displayNumber +14255550181 pool pool1.litware.com ou "OU=Voice,DC=litware,DC=com" umDialPlan unknown }\nexUmContact ova@litware.com {',
    'exUmContact ova2',
  ),
  fault(
    'UM4024',
    'fabrikam',
    'exUmContact sa-gva@fabrikam.com { tool ocsUmUtil',
    'exUmContact sa-gva@fabrikam.com { tool newCsExUmContact',
  ),
  more(
    'UM4025',
    'contosoAsia',
    'hostedVoicemailPolicy Spare { destination um.litware.com  organization corp.litware.com }',
  ),
  both(
    'UM4026',
    'contosoAsia',
    [
      [
        'exUmContact ova-cn@asia.contoso.com { displayNumber +14255550180 pool pool.asia.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Beijing }\n',
        '',
      ],
      [
        'exUmContact ova-sg@contoso.com { displayNumber +14255550181 pool pool.asia.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Partner }\n',
        '',
      ],
    ],
    'deployment',
  ),
  both(
    'UM4027',
    'litware',
    [
      ['san sip.litware.com, webcon', 'san sip.litware.local, sip.litware.com, webcon'],
      ['SipDomain litware.com { IsDefault $true }', 'SipDomain litware.com sipDomain litware.local { isDefault true }'],
    ],
    'litware.local',
  ),
  fault('UM4028', 'litware', '  acceptedDomain corp.litware.com', '', 'tenant'),
  fault(
    'UM4028',
    'litware',
    'acceptedDomain corp.litware.com',
    'acceptedDomain corp.litware.com { domainType internalRelay }',
  ),
  fault('UM4033', 'contosoMixed', 'exchange Europe { version 2013', 'exchange Europe { version 2019'),
  fault('UM4034', 'contosoMixed', 'exchange Europe { version 2013', 'exchange Europe { version 2016'),
  fault('UM4035', 'contosoMixed', 'server lync2013', 'server lync2010 cumulativeUpdate 2'),
  both(
    'UM4036',
    'contosoAsia',
    [
      [
        'hostingProvider Litware { proxyFqdn um.litware.com enabled true enabledSharedAddressSpace true verificationLevel useSourceVerification }',
        'publicProvider Litware { proxyFqdn um.litware.com enabled true }',
      ],
    ],
    'publicProvider Litware',
  ),
  fault(
    'UM4038',
    'litware',
    'hostedVoicemailPolicy "site:New York" { destination EXAP.um.outlook.com  organization litware.onmicrosoft.com',
    'hostedVoicemailPolicy "site:New York" { destination EXAP.um.outlook.com  organization litware.onmicrosoft.com, woodgrove.onmicrosoft.com',
  ),
  fault(
    'UM4011',
    'litware',
    'hostedVoicemailPolicy "site:New York" { destination EXAP.um.outlook.com  organization litware.onmicrosoft.com  description "for the head office" }',
    'hostedVoicemailPolicy site:Dallas { description x }',
    'site:Dallas',
  ),
];

const network: Fault[] = [
  fault(
    'UM5001',
    'moving',
    '  srv _sipfederationtls._tcp port 5061  domainName sip.contoso.com\n',
    '',
    'publicDnsZone',
  ),
  fault('UM5002', 'moving', '_sipfederationtls._tcp port 5061', '_sipfederationtls._tcp port 5060'),
  fault('UM5003', 'moving', '_sip._tls              port 443', '_sip._tls              port 5061'),
  fault(
    'UM5004',
    'litware',
    'srv _sip._tls port 443 domainName sip.corp.litware.com',
    'srv _sip._tls port 443 domainName web.litware.com',
  ),
  both(
    'UM5004',
    'litware',
    [
      [
        'srv _sipfederationtls._tcp port 5061 domainName sip.litware.com',
        'srv _sipfederationtls._tcp port 5061 domainName access.litware.com',
      ],
    ],
    'access.litware.com',
  ),
  both(
    'UM5005',
    'litware',
    [
      [
        'srv _sip._tls port 443 domainName sip.corp',
        'cname acc hostNameAlias sip.corp.litware.com\n  srv _sip._tls port 443 domainName acc.corp',
      ],
    ],
    'cname acc',
  ),
  fault(
    'UM5006',
    'moving',
    'srv _sipfederationtls._tcp port 5061  domainName sip.contoso.com',
    'srv _sipfederationtls._tcp port 5061  domainName sip.contoso.com\n  srv _sipfederationtls._tcp priority 10 port 5061  domainName sip.contoso.com',
    'priority 10',
  ),
  more(
    'UM5007',
    'moving',
    'internalDnsZone contoso.com {\na lyncdiscoverinternal ipv4Address 192.0.2.1\na pool01 ipv4Address 192.0.2.1\na sip ipv4Address 203.0.113.10\na fe01 ipv4Address 192.0.2.2\na fe02 ipv4Address 192.0.2.3\na edge01 ipv4Address 192.0.2.4\na sba01 ipv4Address 192.0.2.5\nsrv _sipinternaltls._tcp port 5061 domainName pool01.contoso.com\n}',
  ),
  both(
    'UM5008',
    'litware',
    [['cname lyncdiscover hostNameAlias web.litware.com', 'cname lyncdiscover hostNameAlias webdir.online.lync.com']],
    'webdir',
  ),
  fault('UM5009', 'moving', '  a lyncdiscover             ipv4Address 203.0.113.20\n', '', 'publicDnsZone'),
  fault(
    'UM5010',
    'litware',
    'san sip.litware.com, webcon.litware.com, sip.corp.litware.com',
    'san sip.litware.com, webcon.litware.com',
  ),
  fault('UM5011', 'litware', 'subject sip.litware.com', 'subject access.litware.com', 'san sip.litware.com'),
  fault('UM5012', 'fabrikam', 'subject ex1.fabrikam.com', 'subject *.fabrikam.com'),
  fault(
    'UM5012',
    'fabrikam',
    'subject ex1.fabrikam.com  issuer "Fabrikam Root CA"',
    'subject ex1.fabrikam.com  isSelfSigned true',
  ),
  fault('UM5013', 'litware', 'publicCA true', 'publicCA false'),
  fault(
    'UM5014',
    'fabrikam',
    'subject ex1.fabrikam.com  issuer "Fabrikam Root CA"',
    'subject ex1.fabrikam.com  issuer "Litware CA"',
  ),
  fault('UM5015', 'litware', '  allow from internet to avEdge protocol udp ports 3478\n', '', 'firewall Perimeter'),
  fault('UM5015', 'litware', '  allow from accessEdge to internet protocol tcp ports 5061\n', '', 'firewall Perimeter'),
  fault(
    'UM5016',
    'fabrikam',
    'allow from frontEnd to umServer protocol tcp ports 5061, 5063, 5066, 5068',
    'allow from frontEnd to umServer protocol tcp ports 5061, 5063, 5066',
    'allow from frontEnd to umServer',
  ),
  fault(
    'UM5017',
    'litware',
    'allow from accessEdge to internet protocol tcp ports 5061',
    'allow from accessEdge to internet protocol tcp ports 5061 address 52.112.0.1',
  ),
  fault('UM5018', 'litware', 'webConferencingFqdn webcon.litware.com', 'webConferencingFqdn sip.litware.com'),
];

const local: Fault[] = [
  fault('UM6001', 'moving', 'umDialPlan Redmond { uriType sipName', 'umDialPlan Redmond { uriType telExtn'),
  fault(
    'UM6002',
    'moving',
    'umDialPlan Redmond { uriType sipName  voIPSecurity secured',
    'umDialPlan Redmond { uriType sipName  voIPSecurity sipSecured',
  ),
  fault(
    'UM6003',
    'fabrikam',
    'encryptionLevel supportEncryption',
    'encryptionLevel doNotSupportEncryption',
    'voIPSecurity secured  numberOfDigitsInExtension 4',
  ),
  fault(
    'UM6004',
    'fabrikam',
    '  umIPGateway GwG {',
    '  umIPGateway GwY { address 203.0.113.9  umDialPlan Zurich }\n  umIPGateway GwG {',
    'GwY',
  ),
  fault('UM6004', 'fabrikam', 'umIPGateway GwZ { address', 'umIPGateway GwZ { outcallsAllowed false address'),
  fault(
    'UM6005',
    'fabrikam',
    'umIPGateway GwZ { address poolz.fabrikam.com',
    'umIPGateway GwZ { address dirz.fabrikam.com',
  ),
  fault(
    'UM6006',
    'fabrikam',
    'umIPGateway GwG { address poolg.fabrikam.com',
    'umIPGateway GwG { address poolz.fabrikam.com',
  ),
  fault('UM6008', 'fabrikam', 'umStartupMode tls', 'umStartupMode tcp'),
  fault('UM6008', 'fabrikam', 'umStartupMode tls ', '', 'umServer ex2'),
  fault(
    'UM6009',
    'fabrikam',
    'ex1.fabrikam.com { umStartupMode dual  dialPlans Zurich, Geneva',
    'ex1.fabrikam.com { umStartupMode dual  dialPlans Zurich',
  ),
  fault(
    'UM6010',
    'contosoMixed',
    '  umServer eu2.contoso.com { umStartupMode dual  dialPlans Plant }\n',
    '',
    'umDialPlan Plant { uriType sipName voIPSecurity secured numberOfDigitsInExtension 5 countryOrRegionCode 44',
  ),
  fault(
    'UM6011',
    'contosoMixed',
    'umServer eu2.contoso.com {',
    'umServer eu3.contoso.com { version 2010 umStartupMode dual dialPlans Plant }\n  umServer eu2.contoso.com {',
    'countryOrRegionCode 44',
  ),
  both(
    'UM6012',
    'contosoMixed',
    [
      ['exchange America { version 2010SP1', 'exchange America { version 2010'],
      ['users America {', 'dialPlan global { simpleName x }\nusers America {'],
    ],
    'dialPlan global',
  ),
  fault('UM6013', 'moving', 'umServer ex02.contoso.com', 'umServer fe02.contoso.com'),
  fault(
    'UM6014',
    'moving',
    'siteId 1',
    'siteId 1\n  pool ex01.contoso.com { role trustedApplication }',
    'role trustedApp',
  ),
  fault('UM6015', 'fabrikam', 'pilotIdentifier Zurich', 'pilotIdentifier Zuerich'),
  both(
    'UM6016',
    'contosoMixed',
    [
      [
        'umServer eu1.contoso.com { umStartupMode dual  dialPlans Plant',
        'umServer eu1.contoso.com { umStartupMode dual  dialPlans Plant, Office',
      ],
      [
        'umServer eu2.contoso.com { umStartupMode dual  dialPlans Plant',
        'umServer eu2.contoso.com { umStartupMode dual  dialPlans Plant, Office',
      ],
      ['exchange America {', 'exchange More { version 2013 }\nexchange America {'],
      [
        'accessTelephoneNumbers +14255550100 }',
        'accessTelephoneNumbers +14255550100 }\numDialPlan Office { uriType sipName voIPSecurity secured numberOfDigitsInExtension 5 countryOrRegionCode 44 }\numIPGateway G { address pool01.contoso.com umDialPlan Plant }\numHuntGroup H1 { umDialPlan Plant umIPGateway G pilotIdentifier Plant }\numHuntGroup H2 { umDialPlan Office umIPGateway G }',
      ],
    ],
    'umIPGateway G {',
  ),
  fault(
    'UM6017',
    'fabrikam',
    'umMailboxPolicy Strict { umDialPlan Zurich',
    'umMailboxPolicy Strict { allowMessageWaitingIndicator false umDialPlan Zurich',
  ),
  fault(
    'UM6018',
    'moving',
    'version 2013\n  forest contoso.com',
    'version 2013\n  forest exchange.contoso.com',
    'forest exchange.contoso.com',
  ),
  fault(
    'UM6019',
    'fabrikam',
    'voicemailReroutingConfiguration "site:Zug Office" { enabled true  autoAttendantNumber +14255550110  subscriberAccessNumber +14255550100 }\n',
    '',
    'pool sbaz',
  ),
  fault('UM6020', 'fabrikam', 'callSomeoneEnabled false', 'callSomeoneEnabled true'),
  fault('UM6021', 'fabrikam', 'status enabled  callSomeone', 'callSomeone'),
  fault(
    'UM6022',
    'fabrikam',
    '  umMailboxPolicy Strict {',
    '  umDialPlan Fax { uriType telExtn voIPSecurity unsecured numberOfDigitsInExtension 4 countryOrRegionCode 41 }\n  umServer ex3.fabrikam.com { umStartupMode dual dialPlans Zurich, Geneva, Fax }\n  umMailboxPolicy Strict {',
    'umServer ex3',
  ),
  fault('UM6024', 'fabrikam', 'receiverSipAddress bert@fabrikam.com', 'receiverSipAddress anna@fabrikam.com'),
];

const waves: Fault[] = [
  fault(
    'UM7001',
    'moving',
    'move every user in pool sba01.contoso.com to',
    'move erin@contoso.com, dan@contoso.com to',
  ),
  fault(
    'UM7003',
    'moving',
    'sourceForestPolicyNames "Redmond Default Policy"',
    'sourceForestPolicyNames "Other Policy"',
    'wave Pilot',
  ),
  fault(
    'UM7005',
    'moving',
    'move carol@contoso.com, dan@contoso.com to',
    'move carol@contoso.com to',
    'carol@contoso.com  line',
  ),
  fault('UM7006', 'moving', '  retire OnPrem', '', 'transitional true'),
  fault('UM7007', 'moving', 'wave Branch { date 2013-06-17', 'wave Branch { date 2013-06-17 hostedVoiceMail before'),
  fault(
    'UM7009',
    'moving',
    'contoso.onmicrosoft.com {\n  provider',
    'contoso.onmicrosoft.com { exchangeHybridWriteback true azureADConnectVersion "1.1.0.0"\n  provider',
  ),
  fault('UM8007', 'contosoAsia', 'hostedVoicemailPolicy Beijing\n', 'hostedVoicemailPolicy tag:Beijing\n'),
  fault(
    'UM8008',
    'contosoAsia',
    'hostedVoicemailPolicy Partner {',
    'hostedVoicemailPolicy Partner { tenant 00000000-0000-0000-0000-000000000000 ',
  ),
];

/** Some users are homed online: what the two sides have to agree about. */
const online = `hostingProvider LyncOnline { proxyFqdn sipfed.online.lync.com enabled true enabledSharedAddressSpace true hostsOCSUsers true verificationLevel useSourceVerification }
users Online { hostingProvider LyncOnline  olga@contoso.com }
users Cloud {`;
const hybrid = (code: string, from: string, to: string, at?: string): Fault =>
  both(
    code,
    'contosoMixed',
    [
      ['users Cloud {', online],
      [from, to],
    ],
    at ?? to,
  );

const hybrids: Fault[] = [
  hybrid('UM4029', 'site Redmond {', 'sipDomain emea.contoso.com\nsite Redmond {', 'sipDomain emea.contoso.com'),
  hybrid(
    'UM4030',
    'hostedVoicemailPolicy Cloud {',
    'tenant more.onmicrosoft.com { acceptedDomain contoso.com }\nhostedVoicemailPolicy Cloud {',
    'tenant more',
  ),
  hybrid('UM4031', 'voicemailService exchangeUM', 'voicemailService exchangeUM allowFederatedUsers false'),
  hybrid('UM4031', 'voicemailService exchangeUM', 'voicemailService exchangeUM blockedDomains fabrikam.com'),
  hybrid('UM4032', 'voicemailService exchangeUM', 'voicemailService exchangeUM sharedSipAddressSpace false'),
];

const rest: Fault[] = [
  both(
    'UM4007',
    'litware',
    [
      [
        'hostingProvider "Cloud Voicemail" { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  hostsOCSUsers false  isLocal false  verificationLevel UseSourceVerification }\n',
        '',
      ],
      ['provider "Cloud Voicemail"  ', ''],
    ],
    'DEPLOYMENT',
  ),
  fault(
    'UM6007',
    'fabrikam',
    '  umIPGateway GwG {',
    `${Array.from({ length: 200 }, (_, i) => `  umIPGateway G${i} { address 203.0.113.${i + 1}  umDialPlan Geneva  outcallsAllowed false }\n`).join('')}  umIPGateway GwG {`,
    'umDialPlan Geneva {',
  ),
  fault('UM7002', 'moving', 'in pool sba01.contoso.com to hosted policy Cloud', 'in pool sba01.contoso.com to hosted'),
  both(
    'UM7004',
    'moving',
    [
      [
        'wave Branch { date 2013-06-17',
        'wave Branch { date 2013-06-17  move ova-local@contoso.com to hosted policy Cloud\n',
      ],
    ],
    'wave Pilot',
  ),
];

export const faults: readonly Fault[] = [
  ...language,
  ...form,
  ...references,
  ...unique,
  ...modes,
  ...network,
  ...local,
  ...waves,
  ...hybrids,
  ...rest,
];
