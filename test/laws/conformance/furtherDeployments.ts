/** More deployments in the form of `deployments.ts`: other versions, other modes, more in CSV files and on the blocks around rows. Nothing is wrong with any of them either. */
export const furtherDeployments = {
  /** Hosted at home of a Standard Edition server: one address for all Edge services, both zones declared, users from a CSV file with the cmdlets' headers. */
  woodgrove: `
//- /deployment/main.umtopo
deployment Woodgrove {
  server sfb2015
  mode crossPremises
  forest woodgrove.com
}
sipDomain woodgrove.com { isDefault true }
site Seattle {
  siteId 3
  city Seattle
  state WA
  countryCode US
  pool se01.woodgrove.com {
    role standardEdition
    edgePool edge.woodgrove.com
    externalWebFqdn web.woodgrove.com
    internalWebFqdn se01.woodgrove.com
  }
  pool edge.woodgrove.com {
    role edge
    computers edge1.woodgrove.com, edge2.woodgrove.com
    accessFqdn sip.woodgrove.com
    accessPort 5061
    webConferencingFqdn sip.woodgrove.com
    webConferencingPort 444
    avFqdn sip.woodgrove.com
    avPort 443
    externalAddress 198.51.100.10
    nextHopPool se01.woodgrove.com
    federationRoute true
  }
}
accessEdgeConfiguration {
  allowFederatedUsers true
  allowOutsideUsers true
  useDnsSrvRouting true
  enablePartnerDiscovery false
}
allowedDomain litware.com
blockedDomain example.com { comment "spam" }
hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers false
  isLocal false
  verificationLevel useSourceVerification
}
tenant woodgrove.onmicrosoft.com {
  provider ExchangeOnline
  voicemailService cloudVoicemail
  acceptedDomain woodgrove.com { domainType authoritative }
}
hostedVoicemailPolicy site:Seattle {
  destination exap.um.outlook.com
  organization woodgrove.onmicrosoft.com
}

//- /deployment/dns.umtopo
publicDnsZone woodgrove.com {
  srv _sipfederationtls._tcp  priority 0  weight 0  port 5061  domainName sip.woodgrove.com
  srv _sip._tls               priority 0  weight 0  port 5061  domainName sip.woodgrove.com
  a sip           ipv4Address 198.51.100.10
  a web           ipv4Address 198.51.100.20
  cname lyncdiscover  hostNameAlias web.woodgrove.com
}
internalDnsZone woodgrove.com {
  srv _sipinternaltls._tcp    port 5061  domainName se01.woodgrove.com
  srv _sipfederationtls._tcp  port 5061  domainName sip.woodgrove.com
  srv _sip._tls               port 5061  domainName sip.woodgrove.com
  a sip    ipv4Address 198.51.100.10
  a se01   ipv4Address 192.0.2.11
  a edge   ipv4Address 192.0.2.21
  a edge1  ipv4Address 192.0.2.21
  a edge2  ipv4Address 192.0.2.22
  a lyncdiscoverinternal  ipv4Address 192.0.2.11
  a lyncdiscover  ipv4Address 198.51.100.20
}
certificate EdgeExternal {
  pool edge.woodgrove.com
  usage edgeExternal
  subject sip.woodgrove.com
  san sip.woodgrove.com
  publicCA true
}

//- /deployment/users.umtopo
users Everybody {
  csv "people/users.csv"  delimiter ";"
  pool se01.woodgrove.com
}
users Board {
  pool se01.woodgrove.com
  hostedVoiceMail true
  mailbox hosted
  ceo@woodgrove.com  line +12065550101;ext=101  privateLine +12065550199
  cfo@woodgrove.com  line +12065550102;ext=102
}
exUmContact ova@woodgrove.com {
  displayNumber +12065550180
  pool se01.woodgrove.com
  ou "OU=UM Contacts,DC=woodgrove,DC=com"
  description "Outlook Voice Access"
}
exUmContact reception@woodgrove.com {
  displayNumber +12065550190
  pool se01.woodgrove.com
  ou "OU=UM Contacts,DC=woodgrove,DC=com"
  autoAttendant true
}
expect every user in group Everybody reaches hosted
expect call to +12065550190 reaches woodgrove.onmicrosoft.com

//- /deployment/people/users.csv
SipAddress;DisplayName;LineURI;EnterpriseVoiceEnabled;HostedVoiceMail
sip:amy.adams@woodgrove.com;Adams, Amy;tel:+12065550111;True;True
sip:ben.baker@woodgrove.com;Baker, Ben;tel:+12065550112;True;True
sip:cat.cole@woodgrove.com;Cole, Cat;tel:+12065550113;True;True
`,

  /** Local UM of two plans with gateways and hunt groups of their own, Exchange 2010 SP1, a branch, encryption that is only supported. */
  adventure: `
//- /deployment/adventure.umtopo
deployment AdventureWorks { server lync2010  cumulativeUpdate 4  mode onPremises  forest adventure-works.com }
sipDomain adventure-works.com { isDefault true }
sipDomain cycling.adventure-works.com
site Bothell {
  siteId 1
  pool fe.adventure-works.com { role frontEnd  computers fe1.adventure-works.com, fe2.adventure-works.com }
  pool dir.adventure-works.com { role director }
  pool med.adventure-works.com { role mediation }
}
site Paris { siteId 2  pool fep.adventure-works.com { role frontEnd } }
branchSite Lyon { centralSite Paris  pool sba.adventure-works.com { role survivableBranch } }
mediaConfiguration global { encryptionLevel supportEncryption }
voicePolicy global { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 3000 }
voicePolicy site:Paris { enableVoicemailEscapeTimer false }
dialPlan global { simpleName Default }
dialPlan site:Paris { simpleName Paris-33 }
voicemailReroutingConfiguration site:Lyon { enabled true  autoAttendantNumber +33155550190  subscriberAccessNumber +33155550100 }

exchange Corp {
  version 2010SP1
  forest adventure-works.com
  umServer um1.adventure-works.com { umStartupMode dual  dialPlans Bothell, Paris  maxCallsAllowed 200 }
  umServer um2.adventure-works.com { umStartupMode dual  dialPlans Bothell, Paris }
  umDialPlan Bothell {
    uriType sipName
    voIPSecurity sipSecured
    numberOfDigitsInExtension 5
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550100
  }
  umDialPlan Paris {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 4
    countryOrRegionCode 33
    accessTelephoneNumbers +33155550100
  }
  umMailboxPolicy Executives { umDialPlan Bothell  minPINLength 6  maxLogonAttempts 10 }
  umIPGateway FE { address fe.adventure-works.com  umDialPlan Bothell  port 5061 }
  umIPGateway FEP { address fep.adventure-works.com  umDialPlan Paris  port 5061 }
  umIPGateway SBA { address sba.adventure-works.com  umDialPlan Paris  port 5061  outcallsAllowed false }
  umHuntGroup FE { umDialPlan Bothell  umIPGateway FE  pilotIdentifier Bothell }
  umHuntGroup FEP { umDialPlan Paris  umIPGateway FEP  pilotIdentifier Paris }
  umHuntGroup SBA { umDialPlan Paris  umIPGateway SBA  pilotIdentifier Paris }
  umAutoAttendant Welcome { umDialPlan Paris  pilotIdentifierList +33155550190  status enabled  callSomeoneEnabled false }
}
users Bothell {
  pool fe.adventure-works.com
  umDialPlan Bothell
  pinLength 6
  ada@adventure-works.com   line +14255550101  extensions 50101
  bob@adventure-works.com   line +14255550102  extensions 50102  umMailboxPolicy Executives
  cyd@cycling.adventure-works.com  line +14255550103  extensions 50103
}
users Paris { csv "paris.csv"  pool fep.adventure-works.com  umDialPlan Paris }
users Lyon { pool sba.adventure-works.com  umDialPlan Paris
  luc@adventure-works.com  line +33155550131  extensions 5131
}
exUmContact sa-us@adventure-works.com { tool ocsUmUtil  displayNumber +14255550100  pool fe.adventure-works.com  ou "OU=Contacts,DC=adventure-works,DC=com"  umDialPlan Bothell }
exUmContact sa-fr@adventure-works.com { tool ocsUmUtil  displayNumber +33155550100  pool fep.adventure-works.com  ou "OU=Contacts,DC=adventure-works,DC=com"  umDialPlan Paris }
exUmContact aa-fr@adventure-works.com {
  tool ocsUmUtil
  displayNumber +33155550190
  pool fep.adventure-works.com
  ou "OU=Contacts,DC=adventure-works,DC=com"
  umDialPlan Paris
  autoAttendant true
  umAutoAttendant Welcome
}
expect every user reaches local
expect luc@adventure-works.com reaches umDialPlan Paris

//- /deployment/paris.csv
sipAddress,line,extensions
eva@adventure-works.com,+33155550111,5111
guy@adventure-works.com,+33155550112,5112
`,

  /** From Skype for Business Server 2019 to Cloud Voicemail in waves by label and group, beside users who are homed online already. */
  northwind: `
//- /deployment/northwind.umtopo
deployment Northwind { server sfb2019  mode mixed  transitional true  forest northwind.com }
sipDomain northwind.com { isDefault true }
site Oslo {
  siteId 1
  pool pool.northwind.com { role frontEnd  computers fe1.northwind.com  edgePool edge.northwind.com }
  pool edge.northwind.com { role edge  accessFqdn sip.northwind.com  externalAddress 203.0.113.50  federationRoute true }
}
site Bergen { siteId 2  pool bergen.northwind.com { role standardEdition  edgePool edge.northwind.com } }
accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true  enablePartnerDiscovery true }
hostingProvider "Cloud Voicemail" { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }
hostingProvider SkypeOnline {
  proxyFqdn sipfed.online.lync.com
  enabled true
  enabledSharedAddressSpace true
  hostsOCSUsers true
  verificationLevel useSourceVerification
  autodiscoverUrl "https://webdir.online.lync.com/Autodiscover/AutodiscoverService.svc/root"
}
tenant northwind.onmicrosoft.com {
  provider "Cloud Voicemail", SkypeOnline
  sharedSipAddressSpace true
  allowFederatedUsers true
  azureADConnectVersion "1.4.38.0"
  exchangeHybridWriteback true
  acceptedDomain northwind.com
}
hostedVoicemailPolicy CloudVM { destination exap.um.outlook.com  organization northwind.onmicrosoft.com }
exchange Local {
  version 2016
  forest northwind.com
  umServer ex1.northwind.com { umStartupMode dual  dialPlans Norway }
  umServer ex2.northwind.com { umStartupMode dual  dialPlans Norway }
  umDialPlan Norway { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 4  countryOrRegionCode 47  accessTelephoneNumbers +4755550100 }
}

//- /deployment/people.umtopo
users Oslo {
  pool pool.northwind.com
  mailbox local
  umDialPlan Norway
  wave Oslo
  anne@northwind.com  line +4755550111  extensions 0111  delegates bodil@northwind.com
  bodil@northwind.com  line +4755550112  extensions 0112
}
users Bergen {
  pool bergen.northwind.com
  mailbox local
  umDialPlan Norway
  dag@northwind.com  line +4755550121  extensions 0121
  else@northwind.com  line +4755550122  extensions 0122
}
users Moved {
  pool pool.northwind.com
  mailbox hosted
  policy CloudVM
  exchangeHostedVoiceMail true
  finn@northwind.com  line +4755550131  umDialPlan Norway
  gro@northwind.com   line +4755550132
}
users Online { hostingProvider SkypeOnline  hans@northwind.com }
exUmContact sa@northwind.com { displayNumber +4755550180  pool pool.northwind.com  ou "OU=UM,DC=northwind,DC=com"  policy CloudVM }
exUmContact sa-local@northwind.com { tool ocsUmUtil  displayNumber +4755550100  pool pool.northwind.com  ou "OU=UM,DC=northwind,DC=com"  umDialPlan Norway }

//- /deployment/waves.umtopo
wave Oslo { date 2019-10-01  move every user in wave Oslo to hosted policy CloudVM }
wave Bergen { date 2019-11-01  after Oslo  retire Local  move every user in group Bergen to hosted policy CloudVM }
expect anne@northwind.com reaches Norway before Oslo
expect every user in group Oslo reaches "Cloud Voicemail" after Oslo
expect every user in group Bergen reaches hosted after Bergen
`,

  /** As little as hosted voice mail can be. */
  little: `
deployment Little { server lync2013  mode crossPremises }
sipDomain fabrikam.com { isDefault true }
site Main {
  pool pool.fabrikam.com { role frontEnd }
  pool edge.fabrikam.com { role edge }
}
accessEdgeConfiguration { allowFederatedUsers true }
hostingProvider Exchange { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }
hostedVoicemailPolicy global { destination exap.um.outlook.com  organization fabrikam.onmicrosoft.com }
users All {
  pool pool.fabrikam.com
  ann@fabrikam.com line +14255550101
  bob@fabrikam.com line +14255550102
}
exUmContact ova@fabrikam.com { displayNumber +14255550180  pool pool.fabrikam.com  ou "OU=X,DC=fabrikam,DC=com" }
`,

  /** As little as local voice mail can be. */
  littleLocal: `
deployment Little { server lync2013  mode onPremises }
sipDomain fabrikam.com { isDefault true }
site Main { pool pool.fabrikam.com { role frontEnd } }
exchange Own {
  version 2013
  umServer ex1.fabrikam.com { umStartupMode dual  dialPlans Main }
  umServer ex2.fabrikam.com { umStartupMode dual  dialPlans Main }
  umDialPlan Main { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 4  countryOrRegionCode 1 }
}
users All {
  pool pool.fabrikam.com
  umDialPlan Main
  ann@fabrikam.com line +14255550101 extensions 5101
  bob@fabrikam.com line +14255550102 extensions 5102
}
`,
} as const;
