/**
 * Whole deployments as administrators write them, each in its own style, in the form that `fixture` reads. By the documents of the field nothing is wrong with
 * any of them: no error, no warning. The faults of `faults.ts` are changes of these texts.
 */
import { furtherDeployments } from './furtherDeployments';

export const deployments = {
  ...furtherDeployments,
  /** Two offices and a branch with local UM; users from CSV with columns, long rows, certificates, a firewall. */
  fabrikam: `
//- /main.umtopo
/* Fabrikam: two offices and a branch, all voice mail at home. */
deployment "Fabrikam Europe" {
  server sfb2015  mode onPremises  forest fabrikam.com
  senderSipAddress anna@fabrikam.com  receiverSipAddress bert@fabrikam.com
  columns { sipAddress "Mail"  line "Phone"  extensions "Ext"  umDialPlan "Plan" { Zurich "ZRH", "Zürich"  Geneva "GVA" } }
}
sipDomain fabrikam.com { isDefault true }  sipDomain fabrikam.local { }

site Zurich {
  siteId 1  city "Zürich"  countryCode CH
  pool poolz.fabrikam.com {
    role frontEnd
    computers fez1.fabrikam.com,
      fez2.fabrikam.com
    trustedRootCAs "Fabrikam Root CA"
  }
  pool dirz.fabrikam.com { role director }
  pool medz.fabrikam.com { role mediation }
}
site Geneva { siteId 2  pool poolg.fabrikam.com { role standardEdition  trustedRootCAs "Fabrikam Root CA" } }
branchSite "Zug Office" { centralSite Zurich  pool sbaz.fabrikam.com { role survivableBranch  trustedRootCAs "Fabrikam Root CA" } }
voicemailReroutingConfiguration "site:Zug Office" { enabled true  autoAttendantNumber +14255550110  subscriberAccessNumber +14255550100 }
mediaConfiguration "site:Zug Office" { encryptionLevel supportEncryption }
voicePolicy global { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 8000 }
voicePolicy Mobile { pstnVoicemailEscapeTimer 0 }
dialPlan site:Zurich { simpleName "zrh_(main)+1.0-a" }

//- /um/exchange.umtopo
exchange Swiss {
  version 2016
  forest fabrikam.com
  umServer ex1.fabrikam.com { umStartupMode dual  dialPlans Zurich, Geneva  trustedRootCAs "Fabrikam Root CA" }
  umServer ex2.fabrikam.com { umStartupMode tls   dialPlans Zurich, Geneva  trustedRootCAs "Fabrikam Root CA"  sipTlsListeningPort 5061 }
  umDialPlan Zurich {
    uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 4  countryOrRegionCode 41
    accessTelephoneNumbers +14255550100
  }
  umDialPlan Geneva {
    uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 3  countryOrRegionCode 41
    accessTelephoneNumbers +14255550101
  }
  umMailboxPolicy Strict { umDialPlan Zurich  minPINLength 8  maxLogonAttempts 5 }
  umIPGateway GwZ { address poolz.fabrikam.com  umDialPlan Zurich }
  umIPGateway GwG { address poolg.fabrikam.com  umDialPlan Geneva  port 5061 }
  umHuntGroup HgZ { umDialPlan Zurich  umIPGateway GwZ  pilotIdentifier Zurich }
  umHuntGroup HgG { umDialPlan Geneva  umIPGateway GwG  pilotIdentifier Geneva }
  umAutoAttendant Reception { umDialPlan Zurich  pilotIdentifierList +14255550110  status enabled  callSomeoneEnabled false }
}
certificate Ex1 { umServer ex1.fabrikam.com  usage um, umCallRouter  subject ex1.fabrikam.com  issuer "Fabrikam Root CA" }
certificate PoolZ {
  pool poolz.fabrikam.com
  usage default
  subject poolz.fabrikam.com
  san poolz.fabrikam.com, fez1.fabrikam.com, fez2.fabrikam.com, sip.fabrikam.com, sip.fabrikam.local
  issuer "Fabrikam Root CA"
}
firewall Voice {
  allow from frontEnd to umServer protocol tcp ports 5061, 5063, 5066, 5068
  allow from umServer to frontEnd protocol tcp ports 5061, 5063, 5066, 5068
  allow from clients  to umServer protocol udp ports 1024-65535
  allow from umServer to clients  protocol udp ports 1024-65535
}

//- /people/users.umtopo
users Board {
  pool poolz.fabrikam.com
  umDialPlan Swiss\\Zurich
  anna@fabrikam.com { line tel:+14255550120;ext=1201
    extensions "1201"  displayName "Anna, the \\"boss\\""   // her assistant follows
    delegates bert@fabrikam.com }
  sip:bert@fabrikam.com  line +14255550121  extensions 1202  umMailboxPolicy Strict  pinLength 8  voicePolicy Mobile
  o'hara@fabrikam.local  line +14255550122  extensions 1203  sipResourceIdentifier o'hara@fabrikam.local
}
users Geneva { csv "geneva.csv"  pool poolg.fabrikam.com }
users Zug { pool sbaz.fabrikam.com  umDialPlan Zurich  zoe@fabrikam.com line +14255550140 extensions 1240 }
users NoVoice { pool poolz.fabrikam.com  enterpriseVoice false  mailbox none  guest@fabrikam.com }
/// The number for Outlook Voice Access.
exUmContact sa-zrh@fabrikam.com { tool ocsUmUtil  displayNumber +14255550100  pool poolz.fabrikam.com  ou "OU=UM,DC=fabrikam,DC=com"  umDialPlan Zurich }
exUmContact sa-gva@fabrikam.com { tool ocsUmUtil  displayNumber +14255550101  pool poolg.fabrikam.com  ou "OU=UM,DC=fabrikam,DC=com"  umDialPlan Geneva }
exUmContact desk@fabrikam.com {
  tool ocsUmUtil  displayNumber +14255550110  pool poolz.fabrikam.com  ou "OU=UM,DC=fabrikam,DC=com"
  umDialPlan Zurich  autoAttendant true  umAutoAttendant Reception
}
expect anna@fabrikam.com reaches umDialPlan Zurich
expect every user in group Geneva in domain fabrikam.com reaches umDialPlan Geneva
expect call to +14255550110 reaches local
expect no contact unreachable

//- /people/geneva.csv
Mail,Phone,Ext,Plan,Department
gina@fabrikam.com,+14255550130,130,GVA,"Sales, West"
gus@fabrikam.com,tel:+14255550131,131,gva,

hans@fabrikam.local,+14255550132,1132,Zürich,Ops
`,

  /** Everything hosted: Cloud Voicemail, a global and a site policy, two SIP domains, complete zones, a firewall. */
  litware: `
//- /main.umtopo
DEPLOYMENT Litware { SERVER SFB2019 MODE crosspremises FOREST litware.com }
SipDomain litware.com { IsDefault $true }
sipDomain corp.litware.com {}
site "New York" {
  siteId 10
  pool pool1.litware.com { role FrontEnd  edgePool edge1.litware.com }
  pool edge1.litware.com {
    role edge  accessFqdn sip.litware.com  webConferencingFqdn webcon.litware.com  avFqdn av.litware.com
    externalAddress 203.0.113.30  federationRoute true
  }
}
site Dallas { siteId 11  pool pool2.litware.com { role standardEdition  edgePool edge1.litware.com } }
accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true  enablePartnerDiscovery false  outgoingTlsCountForFederatedPartners 4 }
allowedDomain fabrikam.com { proxyFqdn sip.fabrikam.com  comment "partner"  verificationLevel alwaysVerifiable }
blockedDomain contoso.com { }
hostingProvider "Cloud Voicemail" { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  hostsOCSUsers false  isLocal false  verificationLevel UseSourceVerification }
tenant litware.onmicrosoft.com { provider "Cloud Voicemail"  acceptedDomain litware.com { domainType authoritative }  acceptedDomain corp.litware.com }
hostedVoicemailPolicy global { destination exap.um.outlook.com  organization litware.onmicrosoft.com }
hostedVoicemailPolicy "site:New York" { destination EXAP.um.outlook.com  organization litware.onmicrosoft.com  description "for the head office" }

//- /dns.umtopo
publicDnsZone litware.com {
  a sip ipv4Address 203.0.113.30
  a webcon ipv4Address 203.0.113.31
  a av ipv4Address 203.0.113.32
  cname lyncdiscover hostNameAlias web.litware.com
  a web ipv4Address 203.0.113.40
  srv _sipfederationtls._tcp port 5061 domainName sip.litware.com priority 0 weight 0 timeToLive 3600
  srv _sip._tls port 443 domainName sip.litware.com
  mx @ mailExchange litware-com.mail.protection.outlook.com
  txt @ descriptiveText "v=spf1 include:spf.protection.outlook.com -all"
}
publicDnsZone corp.litware.com {
  a sip ipv4Address 203.0.113.30
  a lyncdiscover ipv4Address 203.0.113.40
  srv _sipfederationtls._tcp port 5061 domainName sip.corp.litware.com
  srv _sip._tls port 443 domainName sip.corp.litware.com
}
certificate Edge {
  pool edge1.litware.com  usage edgeExternal  subject sip.litware.com
  san sip.litware.com, webcon.litware.com, sip.corp.litware.com  publicCA true
}
firewall Perimeter {
  allow from internet to accessEdge protocol tcp ports 443, 5061
  allow from accessEdge to internet protocol tcp ports 5061
  allow from internet to avEdge protocol tcp ports 443
  allow from internet to avEdge protocol udp ports 3478
  allow from avEdge to internet protocol tcp ports 443, 50000-59999
  allow from avEdge to internet protocol udp ports 3478, 50000-59999
  allow from frontEnd to edgeInternal protocol tcp ports 443, 4443, 5061, 5062, 8057
  allow from frontEnd to edgeInternal protocol udp ports 3478
  allow from edgeInternal to frontEnd protocol tcp ports 5061
  allow from clients to edgeInternal protocol tcp ports 443
  allow from clients to edgeInternal protocol udp ports 3478
}

//- /users.umtopo
users Office { pool pool1.litware.com
  kim@litware.com line +14255550101
  lee@corp.litware.com line +14255550102;ext=102 hostedVoiceMail true
}
users Dallas { pool pool2.litware.com
  max@litware.com line +14255550103 msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=1"
  ned@litware.com line +14255550104 exchangeHostedVoiceMail true hostedVoiceMail unset
  old@litware.com line +14255550105 mailbox none
  off@litware.com enterpriseVoice false mailbox none
}
exUmContact ova@litware.com { displayNumber +14255550180  pool pool1.litware.com  ou "OU=Voice,DC=litware,DC=com" }
expect every user with policy global with mailbox hosted reaches hosted
`,

  /** Hosted at two places: 21Vianet for one group, a partner for another; nothing said about DNS, certificates, firewalls. */
  contosoAsia: `
//- /main.umtopo
deployment "Contoso Asia" { server lync2013 mode crossPremises forest contoso.com }
sipDomain contoso.com { isDefault true }
sipDomain asia.contoso.com { }
site Singapore {
  siteId 5
  pool pool.asia.contoso.com { role frontEnd  edgePool edge.asia.contoso.com }
  pool edge.asia.contoso.com { role edge  accessFqdn sip.asia.contoso.com  federationRoute true }
}
accessEdgeConfiguration { allowFederatedUsers true }
hostingProvider China { proxyFqdn exap.um.partner.outlook.cn enabled true enabledSharedAddressSpace true verificationLevel useSourceVerification }
hostingProvider Litware { proxyFqdn um.litware.com enabled true enabledSharedAddressSpace true verificationLevel useSourceVerification }
publicProvider Example { proxyFqdn im.example.com  enabled true }
tenant contosocn.partner.onmschina.cn { provider China  cloud china  acceptedDomain asia.contoso.com }
hostedVoicemailPolicy Beijing { destination exap.um.partner.outlook.cn  organization contosocn.partner.onmschina.cn }
hostedVoicemailPolicy Partner { destination um.litware.com  organization corp.litware.com }
users Beijing { pool pool.asia.contoso.com  policy Beijing
  li@asia.contoso.com  line +14255550101  enterpriseVoiceEnabled true
  wu@asia.contoso.com  lineURI tel:+14255550102  hostedVoicemailPolicy Beijing
}
users Singapore { pool pool.asia.contoso.com  policy Partner
  tan@contoso.com line +14255550103
}
exUmContact ova-cn@asia.contoso.com { displayNumber +14255550180 pool pool.asia.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Beijing }
exUmContact ova-sg@contoso.com { displayNumber +14255550181 pool pool.asia.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Partner }
`,

  /** Mixed for good: two local organizations that have a plan of the same name, one tenant; every user's half is said. */
  contosoMixed: `
//- /contoso/main.umtopo
deployment Contoso { server lync2013  mode mixed  forest contoso.com }
sipDomain contoso.com { isDefault true }
site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  edgePool edge01.contoso.com }
  pool pool02.contoso.com { role frontEnd  edgePool edge01.contoso.com }
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
}
accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true }
hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com enabled true enabledSharedAddressSpace true verificationLevel useSourceVerification }
tenant contoso.onmicrosoft.com { provider ExchangeOnline  voicemailService exchangeUM  acceptedDomain contoso.com
  umDialPlan Hosted { uriType sipName voIPSecurity secured numberOfDigitsInExtension 5 countryOrRegionCode 1 accessTelephoneNumbers +14255550180 }
  umAutoAttendant Front { umDialPlan Hosted pilotIdentifierList +14255550190 status enabled }
}
hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
exchange Europe { version 2013  forest contoso.com
  umServer eu1.contoso.com { umStartupMode dual  dialPlans Plant }
  umServer eu2.contoso.com { umStartupMode dual  dialPlans Plant }
  umDialPlan Plant { uriType sipName voIPSecurity secured numberOfDigitsInExtension 5 countryOrRegionCode 44 accessTelephoneNumbers +14255550100 }
}
exchange America { version 2010SP1  forest contoso.com
  umServer us1.contoso.com { umStartupMode dual  dialPlans Plant }
  umServer us2.contoso.com { umStartupMode dual  dialPlans Plant }
  umDialPlan Plant { uriType sipName voIPSecurity secured numberOfDigitsInExtension 5 countryOrRegionCode 1 phoneContext plant.us.contoso.com }
}
users Cloud { pool pool01.contoso.com  mailbox hosted  policy Cloud
  alice@contoso.com line +14255550101
  bob@contoso.com   line +14255550102 umDialPlan Europe\\Plant   /* left from before */
  cleo@contoso.com  line +14255550103 mailbox local enableCloudVoiceMail true
}
users Europe { pool pool01.contoso.com  mailbox local  umDialPlan Europe\\Plant
  dora@contoso.com line +14255550111 extensions 55111
  emil@contoso.com line +14255550112 extensions 55112 hostedVoiceMail unset
  finn@contoso.com line +14255550113 extensions 55113 msExchUCVoiceMailSettings "CsHostedVoiceMail=0"
}
users America { pool pool02.contoso.com  mailbox local  umDialPlan "America\\\\Plant"
  gail@contoso.com line +14255550121 extensions 55121
  hugo@contoso.com line +14255550122 extensions 55122, 55123
}
exUmContact ova@contoso.com { displayNumber +14255550180 pool pool01.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Cloud }
exUmContact front@contoso.com { displayNumber +14255550190 pool pool01.contoso.com ou "OU=Voice,DC=contoso,DC=com" policy Cloud autoAttendant true }
exUmContact ova-eu@contoso.com { tool ocsUmUtil displayNumber +14255550100 pool pool01.contoso.com ou "OU=Voice,DC=contoso,DC=com" umDialPlan Europe\\Plant }
expect every user in group Europe reaches Europe\\Plant
expect alice@contoso.com reaches hosted on busy
expect no user unreachable
`,

  /** On the way to the cloud: the two halves, and the waves between them. */
  moving: `
//- /main.umtopo
deployment Contoso { server lync2013  mode mixed  transitional true  forest contoso.com }
sipDomain contoso.com { isDefault true }
site Redmond {
  siteId 1
  pool pool01.contoso.com { role frontEnd  computers fe01.contoso.com, fe02.contoso.com  edgePool edge01.contoso.com }
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
}
branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch  edgePool edge01.contoso.com } }
voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550190  subscriberAccessNumber +14255550180 }
voicePolicy global { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 2000 }
accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true  enablePartnerDiscovery false }
publicDnsZone contoso.com {
  a sip                      ipv4Address 203.0.113.10
  a lyncdiscover             ipv4Address 203.0.113.20
  srv _sipfederationtls._tcp port 5061  domainName sip.contoso.com
  srv _sip._tls              port 443   domainName sip.contoso.com
}
hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com enabled true enabledSharedAddressSpace true verificationLevel useSourceVerification }
tenant contoso.onmicrosoft.com {
  provider ExchangeOnline
  acceptedDomain contoso.com
  umDialPlan Hosted { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550180 }
  umMailboxPolicy Moved { umDialPlan Hosted  sourceForestPolicyNames "Redmond Default Policy" }
  umAutoAttendant Message { umDialPlan Hosted  pilotIdentifierList +14255550190  status enabled  callSomeoneEnabled false }
}
hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
exchange OnPrem {
  version 2013
  forest contoso.com
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Redmond }
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100 }
}
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121  extensions 55121  delegates dan@contoso.com
  dan@contoso.com    line +14255550122  extensions 55122
  erin@contoso.com   line +14255550123  extensions 55123  pool sba01.contoso.com
  fay@contoso.com    line +14255550124  extensions 55124
}
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud }
exUmContact aa@contoso.com  { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud  autoAttendant true }
exUmContact ova-local@contoso.com {
  tool ocsUmUtil  displayNumber +14255550100  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  umDialPlan Redmond
}
rgsAgentGroup HelpDesk { agentsByUri fay@contoso.com }
wave Pilot { date 2013-06-03  move carol@contoso.com, dan@contoso.com to hosted policy Cloud }
wave Branch { date 2013-06-17  move every user in pool sba01.contoso.com to hosted policy Cloud }
wave Rest  { date 2013-07-01  after Pilot, Branch  retire OnPrem  move every user with mailbox local to hosted policy Cloud }
expect carol@contoso.com reaches Redmond before Pilot
expect carol@contoso.com reaches ExchangeOnline after Pilot
expect fay@contoso.com reaches local after Branch
expect every user in group Plant reaches contoso.onmicrosoft.com after Rest
expect no user unreachable
`,

  /** What is known half-way through an inventory: `unknown`, `unset`, `incomplete`, and the oddest layout the grammar allows. */
  inventory: `
//- /main.umtopo
deployment Fabrikam{server lync2013 mode mixed forest fabrikam.com incomplete hostingProvider, exUmContact ,accessEdgeConfiguration,  hostedVoicemailPolicy}
//- /rest.umtopo
/**/sipDomain fabrikam.com{isDefault true}//x
site/* a comment */Hub/**/{siteId 1 pool pool.fabrikam.com{role frontEnd edgePool edge.fabrikam.com}pool edge.fabrikam.com{role edge accessFqdn sip.fabrikam.com}}
/// Where voice mail goes
/// after the move.
hostedVoicemailPolicy "Far Away"{"destination" "exap.um.outlook.com" organization fabrikam.onmicrosoft.com}
users users{pool pool.fabrikam.com policy "Far Away" mailbox unknown hostedVoiceMail unknown umDialPlan unknown
  a@fabrikam.com line +14255550101}users policy{pool pool.fabrikam.com mailbox hosted policy NotSeenYet
  b@fabrikam.com line +14255550102
  c@fabrikam.com line unknown
}
users kind { pool unknown  mailbox hosted policy "far away" d@fabrikam.com line +14255550104 }
`,
} as const;
