import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../server/src/rules/checks';
import { rules } from '../../../server/src/rules/registry';
import type { ExampleBase } from '../../../server/src/rules/types';
import { Baselines } from '../../support/baseline';
import { renderFindings } from '../../support/render/findings';
import { analyzeFiles, exampleOf } from '../../support/ruleExample';

const baselines = new Baselines('test/baselines/situations');

const row = (text: string): string => `users Sales {\n  pool pool01.contoso.com\n  ${text}\n}\n`;
const plant = (carol: string, dan: string): string => `users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121  ${carol}
  dan@contoso.com    line +14255550122  extensions 55122  ${dan}
}
`;
const pilot = (rest: string): string => `wave Pilot { date 2013-06-03  ${rest} }\n`;
const later = (rest: string): string => `wave Later { date 2013-07-01  ${rest} }\n`;
const one = (rest = ''): string => pilot(`move carol@contoso.com to hosted policy Cloud ${rest}`);
const two = (rest = ''): string => later(`move dan@contoso.com to hosted policy Cloud ${rest}`);
const site2 = `site Dallas { siteId 2  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com } }\n`;
const sitePolicy = (site: string, organization: string): string =>
  `hostedVoicemailPolicy site:${site} { destination exap.um.outlook.com  organization ${organization} }\n`;
const noDestination = 'hostedVoicemailPolicy site:Dallas { description "later" }\n';
const old = (version: string, rest = ''): string =>
  `exchange OnPrem { version ${version}\n  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 ${rest} }\n}\n`;
const online = `hostingProvider LyncOnline { proxyFqdn sipfed.online.lync.com  enabled true  enabledSharedAddressSpace true  hostsOCSUsers true }
users Online {
  olga@contoso.com  hostingProvider LyncOnline
}
`;
const edge = (rest: string): string => `accessEdgeConfiguration { allowFederatedUsers true  ${rest} }\n`;
const tenant = (rest: string): string =>
  `tenant contoso.onmicrosoft.com { provider ExchangeOnline  acceptedDomain contoso.com { }  sharedSipAddressSpace true  ${rest} }\n`;
const mode = (rest: string): string => `deployment Contoso { ${rest}  mode mixed  forest contoso.com }\n`;
const branch = `branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch  edgePool edge01.contoso.com } }\n`;
const local = (pool: string): string =>
  `users Branch {\n  pool ${pool}\n  mailbox local\n  umDialPlan Redmond\n  ben@contoso.com  line +14255550125  extensions 55125\n}\n`;
const rerouting = (rest: string): string => `voicemailReroutingConfiguration site:Spokane { enabled true  ${rest} }\n`;
const attendant = (rest: string): string =>
  `exUmContact aa@contoso.com { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  autoAttendant true  ${rest} }\n`;

/** Situations beyond the examples, by the rule that is asked, and what there is in them. */
const situations: readonly (readonly [code: string, ...texts: string[]])[] = [
  [
    'UM7005',
    `${plant('delegates dan@contoso.com', '')}${one()}${two()}`,
    `${plant('delegates dan@contoso.com', 'delegates carol@contoso.com')}${two()}${later('').replace('Later', 'Last').replace('07', '08')}${one()}`,
    `${plant('delegates dan@contoso.com', '')}${one()}`,
    `${plant('delegates nobody@contoso.com, dan@contoso.com', '')}${two()}${pilot('move every user with mailbox local to hosted policy Cloud')}`,
    `${plant('delegates alice@contoso.com', '')}${one()}${two()}`,
    `${plant('delegates dan@contoso.com  wave A', 'wave B')}${pilot('move every user in wave A to hosted policy Cloud')}${later('move every user in wave B to hosted policy Cloud')}`,
    `rgsAgentGroup Help { agentsByUri carol@contoso.com, dan@contoso.com, alice@contoso.com }\n${one()}${two()}`,
    `rgsAgentGroup Help { agentsByUri dan@contoso.com, carol@contoso.com }\n${one()}${two()}`,
    `rgsAgentGroup Help { agentsByUri alice@contoso.com, carol@contoso.com }\n${one()}${two()}`,
    `${local('pool01.contoso.com')}rgsAgentGroup Help { agentsByUri ben@contoso.com, carol@contoso.com, dan@contoso.com }\n${pilot('move carol@contoso.com, dan@contoso.com to hosted policy Cloud')}${later('move ben@contoso.com to hosted policy Cloud')}`,
    `${local('pool01.contoso.com')}rgsAgentGroup Help { agentsByUri ben@contoso.com, carol@contoso.com, dan@contoso.com }\n${one()}${later('move ben@contoso.com, dan@contoso.com to hosted policy Cloud')}`,
  ],
  [
    'UM7005',
    // Where the later wave goes on without him, he can move with the others.
    `${plant('delegates dan@contoso.com', '')}${local('pool01.contoso.com')}${one()}${later('move dan@contoso.com, ben@contoso.com to hosted policy Cloud')}`,
    `${plant('delegates dan@contoso.com', '')}${local('pool01.contoso.com')}${pilot('move dan@contoso.com to hosted policy Cloud')}${later('move ben@contoso.com, carol@contoso.com to hosted policy Cloud')}`,
    `${local('pool01.contoso.com')}rgsAgentGroup Help { agentsByUri ben@contoso.com, carol@contoso.com }\n${one()}${later('move dan@contoso.com, ben@contoso.com to hosted policy Cloud')}`,
    `${local('pool01.contoso.com')}rgsAgentGroup Help { agentsByUri dan@contoso.com, carol@contoso.com, alice@contoso.com }\n${later('move dan@contoso.com, ben@contoso.com to hosted policy Cloud')}${one()}`,
  ],
  [
    'UM1023',
    `${old('2010SP1')}${attendant('tool ocsUmUtil  umDialPlan Redmond').replace('+14255550190', '+142555501901234567890')}`,
    `${attendant('tool ocsUmUtil  umDialPlan Redmond').replace('+14255550190', '+142555501901234567890')}`,
    `${old('2010SP1')}${attendant('policy Cloud').replace('+14255550190', '+142555501901234567890')}`,
    `${old('2010SP1')}${row('mailbox local  umDialPlan Redmond\n  erin@contoso.com  line +14255550105;ext=1234')}`,
    `${old('2010SP1')}${row('mailbox local  umDialPlan Redmond\n  erin@contoso.com  line +14255550105;ext=123')}`,
    `${row('mailbox local  umDialPlan Redmond\n  erin@contoso.com  line +14255550105;ext=1234')}exchange Old { version 2010 }`,
  ],
  [
    'UM7002',
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without accessEdgeConfiguration, tenant, hostingProvider, users Finance, exUmContact ova@contoso.com\n${one()}`,
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without users Finance, exUmContact ova@contoso.com\naccessEdgeConfiguration { allowFederatedUsers false }\n${one()}`,
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without users Finance, exUmContact ova@contoso.com\naccessEdgeConfiguration { useDefaultRouting true  defaultRouteFqdn x.contoso.com }\n${one()}`,
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without users Finance, exUmContact ova@contoso.com, hostingProvider\n${one()}`,
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without users Finance, exUmContact ova@contoso.com, pool edge01.contoso.com\n${one()}`,
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without users Finance, exUmContact ova@contoso.com\nhostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabledSharedAddressSpace true }\n${one()}${two()}`,
  ],
  [
    'UM0014',
    pilot('move every contact with policy Spare to hosted'),
    'expect every contact in pool pool02.contoso.com reaches hosted\nsite Dallas { siteId 2  pool pool02.contoso.com { role frontEnd } }',
    pilot('move carrol@contoso.com, ova@contoso.com, zzz@example.org to hosted'),
    `users Csv { csv unknown  pool pool01.contoso.com  mailbox local }\n${pilot('move zoe@contoso.com to hosted policy Cloud')}`,
    `users Csv { csv unknown  pool pool01.contoso.com  mailbox local }\n${pilot('move every user in group Csv to hosted policy Cloud')}`,
    `users Csv { csv "gone.csv"  pool pool01.contoso.com  mailbox local }\n${pilot('move every user in group Csv to hosted policy Cloud')}`,
    `users Csv { csv "gone.csv"  pool pool01.contoso.com  mailbox local }\nusers None { mailbox local }\n${pilot('move every user in group None to hosted policy Cloud')}`,
    `users Csv { csv "gone.csv"  pool pool01.contoso.com  mailbox local }\nexpect every user with mailbox none reaches nothing`,
    `${pilot('move every user with mailbox local to hosted policy Cloud')}${later('move every user with mailbox local to hosted policy Cloud')}`,
    `exchange Old { version 2010 }\nwave Empty { retire Old }\nwave Nothing { date 2013-07-01 }`,
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete users }\n${pilot('move zoe@contoso.com to hosted')}${later('move every user with mailbox none to hosted')}`,
    'expect every user with mailbox none reaches local',
    'expect every user in group Plant with mailbox local reaches local',
  ],
  [
    'UM1001',
    'sipDomain contoso_com { }',
    'sipDomain contoso.com. { }\npublicDnsZone contoso.com { a sip ipv4Address 203.0.113.1 }',
    'publicDnsZone contoso { a sip ipv4Address 203.0.113.1 }',
    'publicDnsZone contoso.con { a sip ipv4Address 203.0.113.1 }\npublicDnsZone "contoso com" { }',
    'internalDnsZone contoso_.com { }',
    'hostingProvider Other { proxyFqdn exap.um.outlook_com }',
    'publicProvider Other { proxyFqdn -exap.um.outlook.com- }',
    'tenant contoso { acceptedDomain contoso.com }',
    'site Redmond { pool "pool 02.contoso.com" { role frontEnd } }',
    'exchange OnPrem { umServer ex01 { dialPlans Redmond } }',
  ],
  [
    'UM8009',
    `${site2}${row('mailbox hosted\n  erin@contoso.com  line +14255550105')}${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${sitePolicy('Dallas', 'dallas.onmicrosoft.com')}${pilot('move erin@contoso.com to pool pool02.contoso.com')}`,
    `${site2}${row('mailbox hosted\n  erin@contoso.com  line +14255550105')}${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${noDestination}${pilot('move erin@contoso.com to pool pool02.contoso.com')}`,
    `${site2}${row('mailbox hosted\n  erin@contoso.com  line +14255550105')}${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${sitePolicy('Dallas', 'contoso.onmicrosoft.com')}${pilot('move erin@contoso.com to pool pool02.contoso.com')}`,
    `${site2}${row('mailbox hosted  policy Cloud\n  erin@contoso.com  line +14255550105')}${sitePolicy('Dallas', 'dallas.onmicrosoft.com')}${pilot('move erin@contoso.com to pool pool02.contoso.com')}`,
    `${site2}${row('mailbox hosted\n  erin@contoso.com  line +14255550105')}${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${sitePolicy('Dallas', 'dallas.onmicrosoft.com')}${pilot('move erin@contoso.com to pool pool02.contoso.com policy Cloud')}`,
    `${site2}${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${sitePolicy('Dallas', 'dallas.onmicrosoft.com')}${pilot('move carol@contoso.com to hosted pool pool02.contoso.com')}`,
    `${site2}exUmContact c@contoso.com { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x" }\n${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${sitePolicy('Dallas', 'dallas.onmicrosoft.com')}${pilot('move c@contoso.com to pool pool02.contoso.com')}`,
    `${site2}exUmContact c@contoso.com { tool ocsUmUtil  umDialPlan Redmond  displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x" }\n${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${sitePolicy('Dallas', 'dallas.onmicrosoft.com')}${pilot('move c@contoso.com to pool pool02.contoso.com')}`,
    `${site2}exUmContact c@contoso.com { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }\n${sitePolicy('Dallas', 'dallas.onmicrosoft.com')}${pilot('move c@contoso.com to pool pool02.contoso.com')}`,
    `${site2}${row('mailbox hosted  hostedVoiceMail unknown\n  erin@contoso.com  line +14255550105')}${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${sitePolicy('Dallas', 'dallas.onmicrosoft.com')}${pilot('move erin@contoso.com to pool pool02.contoso.com')}`,
  ],
  [
    'UM7002',
    `hostedVoicemailPolicy Other { destination um.example.com  organization um.example.com }\n${pilot('move carol@contoso.com to hosted policy Other')}`,
    `hostedVoicemailPolicy Other { destination um.example.com  organization um.example.com }\nhostingProvider Other { proxyFqdn um.example.com  enabledSharedAddressSpace true }\n${pilot('move carol@contoso.com to hosted policy Other')}`,
    `hostedVoicemailPolicy Other { destination um.example.com  organization um.example.com }\nhostingProvider Other { proxyFqdn um.example.com  enabled true }\n${pilot('move carol@contoso.com to hosted policy Other')}`,
    `hostedVoicemailPolicy Other { destination exap.um.outlook.com }\n${pilot('move carol@contoso.com to hosted policy Other')}`,
    `${pilot('move carol@contoso.com to hosted')}${later('move dan@contoso.com to hosted')}`,
    `hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\n${pilot('move carol@contoso.com to hosted')}`,
    `hostedVoicemailPolicy global { description x }\n${pilot('move every user with mailbox local to hosted')}`,
    `${pilot('move carol@contoso.com to hosted policy Gone')}`,
    `${pilot('move carol@contoso.com to hosted policy unknown')}`,
    `// Without accessEdgeConfiguration\n${one()}`,
    `publicDnsZone contoso.com { a sip ipv4Address 203.0.113.1 }\n${one()}`,
    `${pilot('move alice@contoso.com to local umDialPlan Redmond')}${later('move alice@contoso.com to hosted policy unset')}`,
  ],
  [
    'UM6012',
    `${old('2010')}dialPlan global { simpleName x }`,
    `${old('2010')}dialPlan global { simpleName redmond.contoso.com }`,
    `${old('2010', 'phoneContext redmond.um.contoso.com')}dialPlan global { simpleName redmond.contoso.com }`,
    `${old('2010SP1')}dialPlan global { simpleName x }`,
    `${old('2010', '')}dialPlan site:Redmond { simpleName y }\ndialPlan global { simpleName x }`,
    `${old('2007SP1')}dialPlan service:Registrar:pool01.contoso.com { simpleName z }\ndialPlan site:Redmond { simpleName y }`,
    `${old('2010')}dialPlan Own { simpleName w }\n${plant('dialPlan Own', '')}`,
    `${old('2010')}dialPlan Own { simpleName w }\n${plant('dialPlan Gone', '')}`,
    `${old('2010')}dialPlan global { description x }`,
    `${old('2010')}`,
    `${old('2010').replace('version 2010', 'version 2010  umServer ex03.contoso.com { version 2013  dialPlans Redmond }')}dialPlan global { simpleName x }`,
    `${old('2010').replace('version 2010', 'version 2010  forest unset')}dialPlan global { simpleName x }`,
  ],
  [
    'UM4031',
    `${online}${edge('enablePartnerDiscovery true')}${tenant('allowFederatedUsers true  allowedDomains fabrikam.com')}`,
    `${online}${edge('enablePartnerDiscovery false')}${tenant('allowFederatedUsers true  allowedDomains fabrikam.com')}allowedDomain fabrikam.com`,
    `${online}${edge('enablePartnerDiscovery false')}${tenant('allowFederatedUsers true  allowedDomains fabrikam.com, litware.com')}allowedDomain fabrikam.com`,
    `${online}${edge('enablePartnerDiscovery false')}${tenant('allowFederatedUsers true')}allowedDomain fabrikam.com`,
    `${online}${edge('enablePartnerDiscovery true')}${tenant('allowFederatedUsers true  blockedDomains litware.com')}blockedDomain Litware.com`,
    `${online}${edge('enablePartnerDiscovery true')}${tenant('allowFederatedUsers true  blockedDomains litware.com')}`,
    `${online}${edge('enablePartnerDiscovery true')}${tenant('allowFederatedUsers true')}blockedDomain litware.com`,
    `${online}${edge('enablePartnerDiscovery true')}${tenant('allowFederatedUsers true  blockedDomains unset')}blockedDomain litware.com`,
    `${online}${edge('enablePartnerDiscovery true')}${tenant('allowFederatedUsers false')}`,
    `${online}accessEdgeConfiguration { allowFederatedUsers false }\n${tenant('allowFederatedUsers true')}`,
    `${edge('enablePartnerDiscovery true')}${tenant('allowFederatedUsers false')}`,
    `${online}${tenant('allowFederatedUsers true  allowedDomains fabrikam.com')}tenant more.onmicrosoft.com { }`,
  ],
  [
    'UM0008',
    'expect every user in pool pool9.contoso.com reaches hosted',
    'expect every user in site Redmund reaches hosted',
    'expect every user in domain contoso.co reaches hosted',
    'expect every user in wave Pilot reaches hosted',
    'expect every user with policy Clod reaches hosted',
    'expect alise@contoso.com reaches hosted',
    'expect alice@contoso.com reaches ExchangeOnlin',
    'expect alice@contoso.com reaches umDialPlan Redmont',
    'expect alice@contoso.com reaches hosted after Pilto\nwave Pilot { move carol@contoso.com to hosted policy Cloud }',
    'expect call to +14255550199 reaches hosted',
    pilot('move every user in group Plnat to hosted policy Cloud'),
    'voicePolicy site:Redmnd { }',
    'voicePolicy "site:Redmnd " { }\nmediaConfiguration service:Registrar:pool9.contoso.com { }',
    row('erin@contoso.com  line +14255550105  mailbox hosted  policy Cloud  voicePolicy Redmond'),
    row('erin@contoso.com  line +14255550105  mailbox hosted  policy Cloud  wave Pliot'),
    'umServer ex1 { }\nexchange OnPrem { umServer ex01.contoso.com { dialPlans Redmund } }',
  ],
  [
    'UM1023',
    old('2010SP1', ', +14255550133;ext=1234567'),
    old('2010', 'pilotIdentifierList +14255550133;ext=1234567, +14255550134'),
    old('2013', ', +14255550133;ext=1234567'),
    old('2010SP1').replace(
      '\n}',
      '\n  umHuntGroup H { umDialPlan Redmond  umIPGateway G  pilotIdentifier "+14255550133;ext=1234567" }\n  umIPGateway G { address 203.0.113.7 }\n}',
    ),
    old('2010SP1').replace(
      '\n}',
      '\n  umAutoAttendant A { umDialPlan Redmond  pilotIdentifierList +14255550133;ext=123456, +1425555013312 }\n}',
    ),
    old('2010SP1').replace(
      'version 2010SP1',
      'version 2010SP1  umServer ex03.contoso.com { version 2013  dialPlans Redmond }',
    ),
    `${old('2010SP1')}${plant('line +14255550121;ext=12345678', '')}`,
  ],
  [
    'UM2025',
    tenant('cloud china'),
    'hostingProvider ExchangeOnline { proxyFqdn exap.um.partner.outlook.cn  enabled true  enabledSharedAddressSpace true }',
    `hostingProvider ExchangeOnline { proxyFqdn exap.um.partner.outlook.cn  enabled true  enabledSharedAddressSpace true }\n${tenant('cloud china')}`,
    `${tenant('cloud china')}tenant other.onmicrosoft.com { provider ExchangeOnline  cloud worldwide }`,
    'hostingProvider Partner { proxyFqdn um.example.com  enabled true }\ntenant cn.partner.onmschina.cn { provider Partner  cloud china }',
    `tenant cn.partner.onmschina.cn { cloud china }`,
    `hostingProvider China { proxyFqdn exap.um.partner.outlook.cn }\n${tenant('cloud china')}`,
    tenant('cloud unknown'),
  ],
  [
    'UM2011',
    row('erin@contoso.com  line +14255550105  mailbox hosted  policy global'),
    row('erin@contoso.com  line +14255550105  mailbox hosted  policy site:Redmond'),
    row('erin@contoso.com  line +14255550105  mailbox hosted  policy tag:global'),
    row('erin@contoso.com  line +14255550105  mailbox hosted  policy service:Registrar:pool01.contoso.com'),
    `hostedVoicemailPolicy Clouds { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\n${row('policy global\n  mailbox hosted\n  erin@contoso.com  line +14255550105\n  fred@contoso.com  line +14255550106')}`,
    pilot('move carol@contoso.com to hosted policy global'),
    attendant('policy site:Redmond'),
    `// Without hostedVoicemailPolicy\n${attendant('policy global')}`,
  ],
  [
    'UM4035',
    mode('server lync2010'),
    mode('server lync2010  cumulativeUpdate 2'),
    mode('server lync2010  cumulativeUpdate 3'),
    mode('server lync2013  cumulativeUpdate 1'),
    `${mode('server lync2010  cumulativeUpdate 2')}exchange OnPrem { version 2010SP1 }`,
    `${mode('server lync2010  cumulativeUpdate 2')}exchange OnPrem { version 2010SP1  umServer ex01.contoso.com { version 2013  dialPlans Redmond } }`,
    mode('server lync2010  cumulativeUpdate unknown'),
    `site Redmond { pool old.contoso.com { role frontEnd  server ocs2007R2 } }\n${mode('server lync2013')}`,
  ],
  [
    'UM4033',
    'exchange OnPrem { version 2019 }',
    'exchange OnPrem { version 2013  umServer ex01.contoso.com { version 2019  dialPlans Redmond } }',
    'exchange New { version 2019 }',
    `exchange New { version 2019  umDialPlan P { uriType sipName  numberOfDigitsInExtension 4  countryOrRegionCode 1 } }`,
    `${row('exchange New  mailbox local\n  erin@contoso.com  line +14255550105')}exchange New { version 2019 }`,
    row('exchange New  mailbox local  enableCloudVoiceMail true  policy Cloud\n  erin@contoso.com  line +14255550105') +
      'exchange New { version 2019 }',
  ],
  [
    'UM4034',
    `${mode('server sfb2019')}exchange OnPrem { version 2010SP1 }`,
    `${mode('server sfb2015')}exchange OnPrem { version 2016 }`,
    `${mode('server lync2010')}exchange OnPrem { version 2016 }`,
    `${mode('server sfb2015')}exchange OnPrem { version 2007SP1 }`,
    `${mode('server sfbSE')}exchange OnPrem { version 2013 }`,
    `${mode('server unknown')}exchange OnPrem { version 2016 }`,
  ],
  [
    'UM4026',
    '// Without exUmContact ova@contoso.com',
    '// Without exUmContact',
    '// Without exUmContact ova@contoso.com, users Finance',
    `// Without exUmContact ova@contoso.com\n${attendant('policy Cloud')}`,
    `// Without exUmContact ova@contoso.com\nexUmContact c@contoso.com { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  autoAttendant unknown  policy Cloud }`,
    'deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete exUmContact }\n// Without exUmContact ova@contoso.com',
    `// Without exUmContact ova@contoso.com\n${tenant('umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550188 }')}`,
  ],
  [
    'UM4037',
    `${tenant('voicemailService exchangeUM')}wave Late { date 2020-03-02  move carol@contoso.com to hosted policy Cloud }`,
    `${tenant('voicemailService exchangeUM')}wave Late { date 2020-03-02  move carol@contoso.com to hosted }`,
    `${tenant('voicemailService exchangeUM')}wave Late { date 2020-03-02  move alice@contoso.com to local umDialPlan Redmond }`,
    `${tenant('voicemailService exchangeUM  cloud china')}wave Late { date 2020-03-02  move carol@contoso.com to hosted policy Cloud }`,
    `${tenant('')}wave Late { date 2020-03-02  move carol@contoso.com to hosted policy Cloud }`,
    `${tenant('voicemailService cloudVoicemail')}wave Late { date 2020-03-02  move carol@contoso.com to hosted policy Cloud }`,
    `${mode('server sfb2019')}${tenant('')}wave Late { date 2020-03-02  move carol@contoso.com to hosted policy Cloud }`,
    `${mode('server sfb2019')}${tenant('voicemailService exchangeUM')}`,
    `${tenant('voicemailService exchangeUM')}wave Late { date 2020-01-31  move carol@contoso.com to hosted tag:Cloud }`,
  ],
  [
    'UM7003',
    `${tenant('umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 }  umMailboxPolicy M { umDialPlan H  sourceForestPolicyNames "Redmond Default Policy" }')}${one()}`,
    `${tenant('umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 }  umMailboxPolicy M { umDialPlan H }')}${one()}`,
    `${tenant('umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 }')}${one()}${two()}`,
    `${tenant('umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 }  umMailboxPolicy M { umDialPlan H  sourceForestPolicyNames unknown }')}${one()}`,
    `${tenant('umAutoAttendant A { umDialPlan H }  umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 }')}${row('mailbox local  exchange OnPrem\n  erin@contoso.com  line +14255550105')}${pilot('move erin@contoso.com to hosted policy Cloud')}`,
    `${plant('umMailboxPolicy Own', '')}exchange OnPrem { umMailboxPolicy Own { umDialPlan Redmond } }\n${tenant('umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 }  umMailboxPolicy M { umDialPlan H  sourceForestPolicyNames "Redmond Default Policy" }')}${one()}`,
  ],
  [
    'UM7008',
    `${mode('server sfb2019')}site Redmond { pool old.contoso.com { role frontEnd  server sfb2015 } }\nexchange New { version 2019 }\n${row('mailbox local  umDialPlan Redmond\n  erin@contoso.com  line +14255550105').replace('pool01', 'old')}${pilot('move erin@contoso.com to local exchange New enableCloudVoiceMail true policy Cloud')}${later('move erin@contoso.com to pool pool01.contoso.com')}`,
    `${mode('server sfb2019')}site Redmond { pool old.contoso.com { role frontEnd  server sfb2015 } }\nexchange New { version 2019 }\n${row('mailbox local  umDialPlan Redmond\n  erin@contoso.com  line +14255550105').replace('pool01', 'old')}${pilot('move erin@contoso.com to pool pool01.contoso.com')}${later('move erin@contoso.com to local exchange New enableCloudVoiceMail true policy Cloud')}`,
    `${mode('server sfb2019')}site Redmond { pool old.contoso.com { role frontEnd  server sfb2015 } }\nexchange New { version 2019 }\n${row('mailbox local  umDialPlan Redmond\n  erin@contoso.com  line +14255550105').replace('pool01', 'old')}${pilot('move erin@contoso.com to local exchange New enableCloudVoiceMail true policy Cloud')}`,
    `${mode('server sfb2019')}site Redmond { pool old.contoso.com { role frontEnd  server sfb2015 } }\nexchange New { version 2019 }\n${row('mailbox local  umDialPlan Redmond\n  erin@contoso.com  line +14255550105').replace('pool01', 'old')}${pilot('move erin@contoso.com to local exchange New pool pool01.contoso.com enableCloudVoiceMail true policy Cloud')}`,
  ],
  [
    'UM6019',
    `${branch}${local('sba01.contoso.com')}`,
    `${branch}${local('sba01.contoso.com')}voicemailReroutingConfiguration global { enabled true  autoAttendantNumber +14255550190 }\n${attendant('policy Cloud')}`,
    `${branch}${local('sba01.contoso.com')}voicemailReroutingConfiguration site:Spokane { enabled false }\n`,
    `${branch}${local('sba01.contoso.com')}${rerouting('')}`,
    `${branch}${local('pool01.contoso.com')}`,
    `${branch}${local('sba01.contoso.com')}${rerouting('autoAttendantNumber +14255550190')}${attendant('policy Cloud')}`,
    `${branch}${local('sba01.contoso.com')}${attendant('policy Cloud')}`,
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete voicemailReroutingConfiguration }\n${branch}${local('sba01.contoso.com')}`,
  ],
  [
    'UM6020',
    `${branch}${local('sba01.contoso.com')}${rerouting('autoAttendantNumber +14255550190')}${attendant('policy Cloud')}${tenant('umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 }  umAutoAttendant A { umDialPlan H  status enabled  pilotIdentifierList +14255550190 }')}`,
    `${branch}${local('sba01.contoso.com')}${rerouting('autoAttendantNumber +14255550190')}${attendant('policy Cloud')}${tenant('umDialPlan H { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1 }  umAutoAttendant A { umDialPlan H  status enabled  pilotIdentifierList +14255550190  callSomeoneEnabled false }')}`,
    `${branch}${rerouting('autoAttendantNumber +14255550190')}${attendant('tool ocsUmUtil  umDialPlan Redmond  umAutoAttendant A')}exchange OnPrem { umAutoAttendant A { umDialPlan Redmond  status enabled } }`,
    `${branch}voicemailReroutingConfiguration site:Spokane { enabled false  autoAttendantNumber +14255550190 }\n${attendant('tool ocsUmUtil  umDialPlan Redmond')}exchange OnPrem { umAutoAttendant A { umDialPlan Redmond  status enabled  pilotIdentifierList +14255550190 } }`,
  ],
  [
    'UM2023',
    'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com }',
    'hostedVoicemailPolicy Cloud { destination um.example.com }',
    'hostedVoicemailPolicy Cloud { destination exap.um.partner.outlook.cn  organization unset }',
    'hostedVoicemailPolicy global { destination exap.um.outlook.com }\ntenant more.onmicrosoft.com { }',
    'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization unknown }',
    'hostedVoicemailPolicy Cloud { description x }',
  ],
  [
    'UM2024',
    'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.com }',
    'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com, um.contoso.com }',
    'hostedVoicemailPolicy Cloud { destination um.example.com  organization contoso.com }',
    'tenant um.contoso.com { }\nhostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization um.contoso.com }',
    'tenant more.onmicrosoft.com { }\nhostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization um.contoso.com }',
    'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization x.onmicrosoft.com.example.org }',
  ],
  [
    'UM2014',
    `site Redmond { pool old.contoso.com { role frontEnd  server lync2010 } }\n${pilot('move ova@contoso.com to pool old.contoso.com')}`,
    `site Redmond { pool old.contoso.com { role frontEnd  server ocs2007R2 } }\n${pilot('move ova@contoso.com to pool old.contoso.com')}`,
    `site Redmond { pool old.contoso.com { role frontEnd  server lync2013 } }\n${pilot('move ova@contoso.com to pool old.contoso.com')}`,
    `site Redmond { pool old.contoso.com { role frontEnd  server lync2010 } }\n${attendant('policy Cloud').replace('pool01', 'old')}`,
    `${mode('server lync2010')}site Redmond { pool old.contoso.com { role frontEnd } }\n${pilot('move ova@contoso.com to pool old.contoso.com')}`,
    `site Redmond { pool old.contoso.com { role frontEnd  server unknown } }\n${attendant('policy Cloud').replace('pool01', 'old')}`,
  ],
  [
    'UM0015',
    'wave A { after B }\nwave B { after C }\nwave C { after A }\nwave D { after A }',
    'wave A { after A  move carol@contoso.com to hosted policy Cloud }',
    'wave A { date 2013-07-01 }\nwave B { date 2013-06-01  after A }\nwave C { date 2013-06-15  after B }',
    'wave A { date 2013-07-01 }\nwave B { after A }\nwave C { date 2013-06-15  after B }',
    'wave A { date 2013-07-01 }\nwave B { date 2013-07-01  after A }',
  ],
  [
    'UM1028',
    attendant('policy Cloud').replace('"OU=Voice,DC=contoso,DC=com"', 'Voice'),
    attendant('policy Cloud').replace('"OU=Voice,DC=contoso,DC=com"', '"HostedExUM Integration"'),
    attendant('policy Cloud').replace('"OU=Voice,DC=contoso,DC=com"', '"OU=Voice"'),
    `deployment Contoso { server lync2013  mode mixed  forest emea.contoso.com }\n${attendant('policy Cloud').replace('"OU=Voice,DC=contoso,DC=com"', '"a, b"')}`,
    `deployment Contoso { server lync2013  mode mixed }\n${attendant('policy Cloud').replace('"OU=Voice,DC=contoso,DC=com"', 'Voice')}`,
  ],
  [
    'UM7005',
    // A wave of which nothing would be left goes with its last move; one that retires a system, or that something names, stays.
    `${plant('delegates dan@contoso.com', '')}${one()}${two('')}`,
    `${plant('delegates dan@contoso.com', '')}${one()}${two().replace('date', 'retire OnPrem  date')}`,
    `${plant('delegates dan@contoso.com', '')}${one()}${two()}wave Last { after Later  move alice@contoso.com to none }`,
    `${plant('delegates dan@contoso.com', '')}${one()}${two()}expect dan@contoso.com reaches local before Later`,
    `${plant('delegates dan@contoso.com  wave Later', '')}${one()}${two()}`,
    `${plant('delegates dan@contoso.com', '')}${one()}${later('move every user with mailbox local to hosted policy Cloud')}`,
    // Moves of something else than the mailbox are no wave of his.
    `${plant('delegates dan@contoso.com', '')}${one()}${later('move dan@contoso.com to policy Cloud')}`,
    `rgsAgentGroup Help { agentsByUri carol@contoso.com, dan@contoso.com }\n${one()}${later('move dan@contoso.com to policy Cloud')}`,
    // Two who are named in one wave, and a delegate whom no wave names.
    `${plant('delegates dan@contoso.com', '')}${pilot('move carol@contoso.com, dan@contoso.com to hosted policy Cloud')}${later('move alice@contoso.com to none')}`,
    `${plant('delegates alice@contoso.com', '')}${one()}${later('move alice@contoso.com to none')}`,
    `rgsAgentGroup Help { agentsByUri unknown }\n${one()}${two()}`,
  ],
  [
    'UM7002',
    // One after the other, what a first wave out of on-premises mode lacks.
    ...[
      '// Without pool edge01.contoso.com',
      'accessEdgeConfiguration { allowFederatedUsers false }',
      'accessEdgeConfiguration { useDefaultRouting true  defaultRouteFqdn x.contoso.com }',
      '// Without hostingProvider ExchangeOnline',
      'hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabledSharedAddressSpace true }',
      'hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabled true }',
      'hostedVoicemailPolicy Cloud { organization contoso.onmicrosoft.com }',
      'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com }',
      'publicDnsZone contoso.com { a sip ipv4Address 203.0.113.1 }',
      'publicDnsZone contoso.com { a sip ipv4Address 203.0.113.1\n  srv _sipfederationtls._tcp port 5061 domainName sip.contoso.com\n}',
      'publicDnsZone contoso.com unknown',
      '',
    ].map(
      (lack) =>
        `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without users Finance, exUmContact ova@contoso.com\n${lack}\n${one()}`,
    ),
    // A mailbox that is given up needs nothing.
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without users Finance, exUmContact ova@contoso.com, hostingProvider ExchangeOnline\n${pilot('move carol@contoso.com to none')}`,
    // A move that names its policy isn't given another one; of several policies each is offered.
    `hostedVoicemailPolicy Second { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\n${pilot('move carol@contoso.com to hosted')}`,
    `hostedVoicemailPolicy Bare { organization contoso.onmicrosoft.com }\n${pilot('move carol@contoso.com to hosted policy Bare')}`,
  ],
  [
    'UM4010',
    `${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}users More { pool pool01.contoso.com  mailbox hosted\n  gus@contoso.com  line +14255550106\n}`,
    `hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\nusers More { pool pool01.contoso.com  mailbox hosted\n  gus@contoso.com  line +14255550106\n  hal@contoso.com  line +14255550107\n}`,
    `hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\nusers More { pool pool01.contoso.com  mailbox hosted\n  gus@contoso.com  line +14255550106\n}`,
    `hostedVoicemailPolicy site:Redmond { description x }\nusers More { pool pool01.contoso.com  mailbox hosted\n  gus@contoso.com  line +14255550106\n}`,
  ],
  [
    'UM4007',
    '// Without hostingProvider ExchangeOnline',
    'tenant contoso.partner.onmschina.cn { cloud china }\n// Without hostingProvider ExchangeOnline, hostedVoicemailPolicy Cloud, tenant contoso.onmicrosoft.com',
    'tenant contoso.onmicrosoft.com { cloud worldwide }\n// Without hostingProvider ExchangeOnline, hostedVoicemailPolicy Cloud',
    'hostedVoicemailPolicy Cloud { destination um.fabrikam.com  organization fabrikam.com }\n// Without hostingProvider ExchangeOnline',
    'hostedVoicemailPolicy Cloud { organization contoso.onmicrosoft.com }\n// Without hostingProvider ExchangeOnline',
    'publicProvider Exchange { proxyFqdn exap.um.outlook.com  enabled true }\n// Without hostingProvider ExchangeOnline',
    'deployment Contoso { server lync2013  mode mixed  incomplete hostingProvider }\n// Without hostingProvider ExchangeOnline',
  ],
  [
    'UM5015',
    // Nothing of the Edge is mentioned: that is another firewall.
    'firewall Other { allow from clients to umServer protocol udp ports 1024-65535 }',
    // What clients may do on the inside, Front Ends may.
    `firewall In {
  allow from frontEnd to edgeInternal protocol tcp ports 4443, 5061
  allow from edgeInternal to frontEnd protocol tcp ports 5061
  allow from clients to edgeInternal protocol tcp ports 443
  allow from clients to edgeInternal protocol udp ports 3478
}`,
    `firewall In {
  allow from frontEnd to edgeInternal protocol tcp ports 443, 5061
  allow from frontEnd to edgeInternal protocol udp ports 3478
  allow from edgeInternal to frontEnd protocol tcp ports 5061
  allow from clients to edgeInternal protocol tcp ports 443, 4443
}`,
    `firewall Out { allow from internet to accessEdge protocol tcp ports 5061 }\nfirewall In { allow from frontEnd to edgeInternal protocol tcp ports 5061 }`,
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\nfirewall Out { allow from internet to accessEdge protocol tcp ports 443 }`,
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete firewall }\nfirewall Out { allow from internet to accessEdge protocol tcp ports 443 }`,
  ],
  [
    'UM5004',
    'publicDnsZone contoso.com { a lyncdiscover ipv4Address 203.0.113.2\n  srv _sip._tls port 443 domainName sip.contoso.com\n  srv _sipfederationtls._tcp port 5061 domainName SIP.contoso.com\n}',
    'publicDnsZone contoso.com { aaaa sip ipv6Address "2001:db8::1"\n  srv _sip._tls port 443 domainName sip.contoso.com\n}',
    'publicDnsZone contoso.com { a access ipv4Address 203.0.113.2\n  srv _sip._tls port 443 domainName sip.fabrikam.com\n}',
    'publicDnsZone contoso.com { a sip ipv4Address 203.0.113.2\n  srv _sip._tls port 443 domainName sip.fabrikam.com\n}',
    'publicDnsZone contoso.com { a sip ipv4Address 203.0.113.2\n  srv _sip._tls port 443 domainName sip.emea.contoso.com\n}\npublicDnsZone emea.contoso.com { a other ipv4Address 203.0.113.3 }',
    'publicDnsZone contoso.com { a sip ipv4Address 203.0.113.2\n  srv _sip._tls port 443 domainName sipdir.online.lync.com\n}',
    'deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without hostingProvider ExchangeOnline\npublicDnsZone contoso.com { a sip ipv4Address 203.0.113.2\n  srv _sip._tls port 443 domainName sipdir.online.lync.com\n}',
    'publicDnsZone contoso.com { a sip ipv4Address 203.0.113.2\n  srv _sip._tls port 443 domainName unknown\n}',
  ],
  [
    'UM5008',
    'publicDnsZone contoso.com { cname sip hostNameAlias sipdir.online.lync.com\n  cname lyncdiscover hostNameAlias webdir.online.lync.com\n  cname www hostNameAlias webdir.online.lync.com\n}',
    'internalDnsZone contoso.com { cname lyncdiscoverinternal hostNameAlias webdir.online.lync.com\n  srv _sipinternaltls._tcp port 5061 domainName sipdir.online.lync.com\n}',
    'publicDnsZone fabrikam.com { cname lyncdiscover hostNameAlias webdir.online.lync.com }',
    'publicDnsZone contoso.com { srv _sip._tls port 443 domainName sipdir.online.lync.com\n  srv _xmpp-server._tcp port 5269 domainName sipdir.online.lync.com\n}',
    'deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n// Without hostingProvider ExchangeOnline\npublicDnsZone contoso.com { cname lyncdiscover hostNameAlias webdir.online.lync.com }',
    'deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\npublicDnsZone contoso.com { cname lyncdiscover hostNameAlias webdir.online.lync.com }',
    'publicDnsZone contoso.com { a sip ipv4Address 203.0.113.2\n  srv _sip._tls port 443 domainName sipdir.online.lync.com\n}',
  ],
  [
    'UM6006',
    ...[
      'umIPGateway A { address pool02.contoso.com  umDialPlan Redmond }',
      'umIPGateway A { address sba01.contoso.com  umDialPlan Redmond }\n  umIPGateway B { address pool01.contoso.com  umDialPlan Redmond  outcallsAllowed false }\n  umIPGateway C { address pool02.contoso.com  umDialPlan Redmond  outcallsAllowed false }',
      'umIPGateway A { address pool01.contoso.com  umDialPlan Redmond }',
      'umIPGateway A { address 192.0.2.9  umDialPlan Redmond }',
      'umIPGateway A { address pool02.contoso.com  umDialPlan Redmond }\n  umIPGateway B { address sba01.contoso.com  umDialPlan Redmond }',
    ].flatMap((gateway) => {
      const exchange = `exchange OnPrem { version 2013\n  ${gateway}\n}\n`;
      return [`${site2}${branch}${exchange}`, `${site2}${branch}${exchange}// Without users Plant`];
    }),
    // Where most of them are: two at Dallas, one at Redmond.
    `${site2}exchange OnPrem { version 2013\n  umIPGateway A { address pool01.contoso.com  umDialPlan Redmond }\n}\nusers Plant {\n  pool pool02.contoso.com\n  mailbox local\n  umDialPlan Redmond\n  carol@contoso.com  line +14255550121  extensions 55121\n  dan@contoso.com    line +14255550122  extensions 55122\n}\n${local('pool01.contoso.com')}`,
    `${site2}exchange OnPrem { version 2013\n  umIPGateway A { address pool01.contoso.com  umDialPlan Redmond }\n  umIPGateway B { address pool02.contoso.com  umDialPlan Redmond  outcallsAllowed false }\n}\nusers Plant {\n  pool pool02.contoso.com\n  mailbox local\n  umDialPlan Redmond\n  carol@contoso.com  line +14255550121  extensions 55121\n}`,
  ],
  [
    'UM2010',
    row('policy tag:Clout  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    row(
      'mailbox hosted\n  erin@contoso.com  line +14255550105  policy Zzz\n  finn@contoso.com  line +14255550106  policy Zzz',
    ),
    row('policy site:Nowhere  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    row('policy service:Registrar:pool01.contoso.com  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    row('policy siteplan  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    row('policy "my global"  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    `${attendant('policy Zzz')}`,
    `${pilot('move carol@contoso.com to hosted policy Zzz')}`,
    `deployment Contoso { server lync2013  mode mixed  incomplete hostedVoicemailPolicy }\n${row('policy Zzz  mailbox hosted\n  erin@contoso.com  line +14255550105')}`,
  ],
  [
    'UM2011',
    row('policy tag:global  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    row('policy globals  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    row('policy service:Registrar:pool01.contoso.com  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    row('policy site:Redmond  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    `hostedVoicemailPolicy Redmont { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\n${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}${row('policy site:Redmond  mailbox hosted\n  erin@contoso.com  line +14255550105')}`,
    `hostedVoicemailPolicy Other { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\n${row('policy global  mailbox hosted\n  erin@contoso.com  line +14255550105')}`,
    `// Without hostedVoicemailPolicy Cloud, users Finance, exUmContact ova@contoso.com\n${row('policy global  mailbox hosted\n  erin@contoso.com  line +14255550105')}`,
    `${attendant('policy global')}`,
    `${pilot('move carol@contoso.com to hosted policy global')}`,
  ],
  [
    'UM0005',
    row('erin@contoso.com  line +14255550105'),
    row(
      'umDialPlan Redmond\n  erin@contoso.com  line +14255550105\n  finn@contoso.com  line +14255550106  mailbox hosted',
    ),
    row('erin@contoso.com  line +14255550105  umDialPlan Redmond\n  finn@contoso.com  line +14255550106'),
    `exchange Second { version 2013  umDialPlan Other { voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 } }\n${row('erin@contoso.com  line +14255550105')}`,
    row('mailbox unset\n  erin@contoso.com  line +14255550105'),
    row('mailbox unknown\n  erin@contoso.com  line +14255550105'),
    `deployment Contoso { server lync2013  mode crossPremises  forest contoso.com }\n${row('erin@contoso.com  line +14255550105')}`,
    `deployment Contoso { server lync2013  mode onPremises  forest contoso.com }\n${row('erin@contoso.com  line +14255550105')}`,
    `${online}${row('enterpriseVoice false\n  erin@contoso.com')}`,
  ],
  [
    'UM0008',
    'expect every user in group Finanze reaches hosted',
    'expect every user in pool pool1.contoso.com in group Finance reaches hosted',
    'expect every user with policy Clod reaches hosted',
    'expect every user with policy global reaches hosted',
    'expect every user with mailbox cloud reaches hosted',
    'expect no user in site Redmund unreachable',
    'expect alice@contoso.com reaches ExchangeOnlin',
    'expect alice@contoso.com reaches contoso.onmicrosft.com',
    'expect carol@contoso.com reaches umDialPlan Redmont',
    'expect carol@contoso.com reaches ex1.contoso.com',
    'expect carol@contoso.com reaches umServer Redmond',
    'expect call to +14255550180 reaches ova2@contoso.com',
    'expect call to +14255550179 reaches hosted',
    'expect alise@contoso.com reaches hosted',
    'expect alice@contoso.com reaches hosted on lunch',
    'expect alice@contoso.com reaches users Finance',
    `${one()}expect alice@contoso.com reaches hosted after Pilott`,
    'deployment Contoso { server lync2013  mode mixed  incomplete hostingProvider }\nexpect alice@contoso.com reaches Nowhere',
    'deployment Contoso { server lync2013  mode mixed  incomplete users }\nexpect nobody@contoso.com reaches hosted',
    'deployment Contoso { server lync2013  mode mixed  incomplete pool }\nexpect every user in pool gone.contoso.com reaches hosted',
    pilot('move every user in group Plants to hosted policy Cloud'),
    pilot('move every user in wave Early to hosted policy Cloud'),
    'mediaConfiguration site:Redmund { encryptionLevel supportEncryption }',
    'voicePolicy site:Spokane { description x }',
    'deployment Contoso { server lync2013  mode mixed  incomplete site }\nvoicePolicy site:Spokane { description x }',
  ],
  [
    'UM6022',
    `exchange OnPrem { version 2013\n  umDialPlan Fax { uriType e164  voIPSecurity unsecured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }\n  umServer ex03.contoso.com { umStartupMode dual  dialPlans Redmond, Fax }\n}`,
    `exchange OnPrem { version 2013\n  umDialPlan Fax { uriType e164  voIPSecurity unsecured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }\n  umServer ex03.contoso.com { umStartupMode dual  dialPlans Fax }\n}`,
    `exchange OnPrem { version 2013\n  umDialPlan Fax { uriType e164  voIPSecurity unsecured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }\n  umMailboxPolicy Fax { umDialPlan Fax }\n  umServer ex03.contoso.com { umStartupMode dual  dialPlans Redmond, Fax }\n}`,
    `exchange OnPrem { version 2013\n  umDialPlan Fax { uriType e164  voIPSecurity unsecured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }\n  umServer ex03.contoso.com { umStartupMode dual  dialPlans Redmond, Fax }\n  umServer ex04.contoso.com { umStartupMode dual  dialPlans Redmond, Fax }\n}`,
    `exchange OnPrem { version 2010\n  umDialPlan Fax { uriType e164  voIPSecurity unsecured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }\n  umServer ex03.contoso.com { umStartupMode dual  dialPlans Redmond, Fax }\n}`,
    `exchange OnPrem { version 2010\n  umDialPlan Fax { uriType e164  voIPSecurity unsecured  numberOfDigitsInExtension 5  countryOrRegionCode 1 }\n  umServer ex03.contoso.com { version 2016  umStartupMode dual  dialPlans Fax, Redmond }\n}`,
  ],
  [
    'UM7008',
    ...['sfb2019', 'sfbSE', 'sfb2015'].map(
      (server) =>
        `deployment Contoso { server ${server}  mode mixed  forest contoso.com }\n${site2.replace('role frontEnd', 'role frontEnd  server sfb2015')}exchange New { version 2019 }\n${local('pool02.contoso.com')}${pilot('move ben@contoso.com to local exchange New')}${later('move ben@contoso.com to pool pool01.contoso.com')}`,
    ),
    `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }\n${site2.replace('role frontEnd', 'role frontEnd  server sfb2015')}exchange New { version 2019 }\n${local('pool02.contoso.com')}${pilot('move ben@contoso.com to pool pool01.contoso.com')}${later('move ben@contoso.com to local exchange New')}`,
    `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }\n${site2.replace('role frontEnd', 'role frontEnd  server sfb2015')}exchange New { version 2019 }\n${local('pool02.contoso.com')}${pilot('move ben@contoso.com to exchange New')}`,
    `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }\n${site2.replace('role frontEnd', 'role frontEnd  server unknown')}exchange New { version 2019 }\n${local('pool02.contoso.com')}${pilot('move ben@contoso.com to local exchange New')}`,
    `deployment Contoso { server sfb2019  mode mixed  forest contoso.com }\n${site2.replace('role frontEnd', 'role frontEnd  server sfb2015')}exchange New { version 2019 }\n${local('pool02.contoso.com')}${pilot('move ben@contoso.com to hosted policy Cloud')}`,
  ],
  [
    'UM4037',
    ...['2020-02-28', '2020-02-29', '2020-03-01', '2021-06-01'].map(
      (date) => `wave Pilot { date ${date}  move carol@contoso.com to hosted policy Cloud }`,
    ),
    'wave Pilot { date 2021-06-01  move alice@contoso.com to local umDialPlan Redmond }',
    'wave Pilot { date 2021-06-01  move carol@contoso.com to hosted policy tag:Cloud }',
    'hostedVoicemailPolicy Other { destination um.fabrikam.com  organization contoso.onmicrosoft.com }\nwave Pilot { date 2021-06-01  move carol@contoso.com to hosted policy Other }',
    'wave Pilot { date 2021-06-01  move carol@contoso.com to hosted }',
    `${tenant('voicemailService cloudVoicemail')}wave Pilot { date 2021-06-01  move carol@contoso.com to hosted policy Cloud }`,
    `${tenant('cloud china')}wave Pilot { date 2021-06-01  move carol@contoso.com to hosted policy Cloud }`,
    'wave Early { date 2013-06-01  move dan@contoso.com to hosted policy Cloud }\nwave Pilot { date 2021-06-01  move carol@contoso.com to hosted policy Cloud }',
  ],
  [
    'UM0014',
    // A label or a pool of which nothing is declared hides who is meant; one that is declared doesn't.
    `${plant('wave Gone', '')}${pilot('move every user in wave Pilot to hosted policy Cloud')}`,
    `${plant('wave Pilot', '')}${pilot('move every user in wave Pilot with mailbox hosted to hosted policy Cloud')}`,
    `${site2}${plant('pool gone.contoso.com', '')}${pilot('move every user in pool pool02.contoso.com to hosted policy Cloud')}`,
    `${site2}${pilot('move every user in pool pool02.contoso.com to hosted policy Cloud')}`,
    `${site2}${plant('pool gone.contoso.com', '')}${pilot('move every user in site Dallas to hosted policy Cloud')}`,
    `${site2}${pilot('move every user in site Dallas to hosted policy Cloud')}`,
    `${site2}${plant('pool gone.contoso.com  wave Gone', '')}${pilot('move every user in group Plant with mailbox hosted to hosted policy Cloud')}`,
    `${site2}${pilot('move every contact in pool pool02.contoso.com to hosted policy Cloud')}`,
    `${site2}${pilot('move every contact in pool pool01.contoso.com to hosted policy Cloud')}`,
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete exUmContact }\n${site2}${pilot('move every contact in pool pool02.contoso.com to hosted policy Cloud')}`,
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com  incomplete users }\n${site2}${pilot('move every user in pool pool02.contoso.com to hosted policy Cloud')}`,
    `users Csv { csv "no.csv"  pool pool01.contoso.com  mailbox local }\n${pilot('move every user in group Csv to hosted policy Cloud')}\n//- /no.csv\nMail,Phone\na@contoso.com,1`,
    `users Csv { csv "no.csv"  delimiter unknown  pool pool01.contoso.com  mailbox local }\n${pilot('move every user in group Csv to hosted policy Cloud')}\n//- /no.csv\nSipAddress,LineURI\na@contoso.com,+14255550177`,
    `users Csv { csv "ragged.csv"  pool pool01.contoso.com  mailbox hosted }\n${pilot('move every user in group Csv with mailbox local to hosted policy Cloud')}\n//- /ragged.csv\nSipAddress,LineURI\na@contoso.com,+14255550177,x`,
    pilot('move to hosted policy Cloud'),
    pilot('move carol to hosted policy Cloud'),
    'expect every user in group Plant in pool gone.contoso.com reaches nothing',
    'expect every user in group Plant reaches hosted\nexpect every user with mailbox none reaches hosted',
    'expect every contact with policy global reaches hosted\nexpect alice@contoso.com reaches hosted',
  ],
  [
    'UM0005',
    // The roles that a pool can have where it stands.
    'site Redmond { pool new.contoso.com { } }',
    'site Redmond { pool new.contoso.com { accessFqdn sip2.contoso.com } }',
    `site Redmond { pool new.contoso.com { computers a.contoso.com } }\n${local('new.contoso.com')}`,
    'site Redmond { pool new.contoso.com }\nexUmContact x@contoso.com { displayNumber +14255550182  pool new.contoso.com  ou "OU=V,DC=x" }',
    'branchSite Spokane { centralSite Redmond  pool new.contoso.com { } }',
    `branchSite Spokane { centralSite Redmond  pool new.contoso.com { } }\n${local('new.contoso.com')}`,
  ],
  [
    'UM0011',
    'users Csv { csv "sale.csv"  mailbox none }\nusers Good { csv "sales.csv"  mailbox none }\n//- /sales.csv\nSipAddress\nx@contoso.com',
    'users Csv { csv zzz.csv  mailbox none }\nusers Good { csv "sales.csv"  mailbox none }\n//- /sales.csv\nSipAddress\nx@contoso.com',
    'users Csv { csv "../up.csv"  mailbox none }',
    'users Csv { csv "main.umtopo"  mailbox none }',
    'users Csv { csv "sale.csv"  mailbox none }',
  ],
  [
    'UM1006',
    row('mailbox hosted  policy Cloud\n  sip:erin@home@contoso.com  line +14255550105'),
    row('mailbox hosted  policy Cloud\n  erin@@contoso.com  line +14255550105'),
    row('mailbox hosted  policy Cloud\n  @contoso.com  line +14255550105'),
    'exUmContact ova2 { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }',
    'exUmContact "sip:ova2" { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }',
    'exUmContact sips:ova2 { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }',
    'exUmContact "o v a@" { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }',
    'exUmContact "a@b@-" { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }',
    'exUmContact "<a>" { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }',
    'exUmContact "@@" { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }',
  ],
  [
    'UM7001',
    `${one()}${later('move carol@contoso.com to local umDialPlan Redmond')}wave Last { date 2013-09-01  move carol@contoso.com, dan@contoso.com to hosted policy Cloud }`,
    `${one()}${later('move carol@contoso.com to policy Cloud')}`,
    `${pilot('move carol@contoso.com to pool pool01.contoso.com')}${later('move carol@contoso.com to hosted policy Cloud')}`,
    `${pilot('move every user with mailbox local to hosted policy Cloud')}${later('move every user in group Plant to local umDialPlan Redmond')}`,
    `${pilot('move every user with mailbox local to hosted policy Cloud')}${later('move carol@contoso.com to local umDialPlan Redmond')}`,
  ],
  [
    'UM3006',
    'hostingProvider Second { proxyFqdn EXAP.um.outlook.com }\ntenant contoso.onmicrosoft.com { provider Second  acceptedDomain contoso.com }',
    'hostingProvider Second { proxyFqdn EXAP.um.outlook.com }\ntenant contoso.onmicrosoft.com { provider ExchangeOnline, Second  acceptedDomain contoso.com }',
    'publicProvider Second { proxyFqdn exap.um.outlook.com }',
    'publicProvider One { proxyFqdn im.example.com }\npublicProvider Two { proxyFqdn im.example.com }\nhostingProvider Three { proxyFqdn IM.example.com }',
    'hostingProvider Second { proxyFqdn unknown }',
  ],
  [
    'UM4009',
    `hostedVoicemailPolicy Bare { }\n${row('mailbox hosted  policy Bare\n  erin@contoso.com  line +14255550105\n  finn@contoso.com  line +14255550106  mailbox local  hostedVoiceMail true')}`,
    `hostedVoicemailPolicy Second { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }\n${row('mailbox hosted\n  erin@contoso.com  line +14255550105')}`,
    `hostedVoicemailPolicy site:Redmond { }\n${row('mailbox hosted\n  erin@contoso.com  line +14255550105')}`,
    `hostedVoicemailPolicy site:Redmond { }\nhostedVoicemailPolicy global { destination exap.um.outlook.com }\n${row('mailbox hosted\n  erin@contoso.com  line +14255550105')}`,
    `hostedVoicemailPolicy global { destination unknown }\n${row('mailbox hosted\n  erin@contoso.com  line +14255550105')}`,
    row('pool gone.contoso.com  mailbox hosted\n  erin@contoso.com  line +14255550105'),
    `${sitePolicy('Redmond', 'contoso.onmicrosoft.com')}users Lost { pool gone.contoso.com  mailbox hosted\n  erin@contoso.com  line +14255550105\n}`,
  ],
];

/** What a rule says, by itself, of situations that its examples don't show. */
describe('a rule by itself, in further situations', () => {
  it.each([...new Set(situations.map(([code]) => code))])('%s', (code) => {
    const texts = situations.flatMap(([of, ...some]) => (of === code ? some : []));
    const checks = checksOf(rules.filter((rule) => rule.code === code));
    const within: ExampleBase = 'mixed';
    const parts = texts.map((text, i) => {
      const { files } = exampleOf(text, within);
      const { diagnostics, notChecked } = analyzeFiles(files, undefined, checks);
      const found = renderFindings(
        files,
        diagnostics.filter((each) => each.code === code),
      );
      const open = notChecked
        .filter((each) => each.code === code)
        .map(({ users, needs }) => `not checked for ${users} users: needs ${needs.join(', ')}`);
      const said = [...found, ...open];
      return `${i + 1}\n${said.length > 0 ? said.join('\n') : 'nothing'}`;
    });
    baselines.match(`${code}.txt`, `${parts.join('\n\n')}\n`);
  });

  it('has no baseline that nothing yields', () => expect(baselines.leftOver()).toEqual([]));
});
