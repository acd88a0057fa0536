import { serverVersions } from '../../../server/src/vocabulary';
import type { ServerVersion } from '../../../server/src/vocabulary/types';

export { serverVersions };

/** A deployment that has one of everything that the shells make. */
export function everything(
  server: ServerVersion,
  mode: 'onPremises' | 'crossPremises' | 'mixed',
  exchange: '2010SP1' | '2013' | '2016' = '2013',
): string {
  const later = serverVersions.indexOf(server) > serverVersions.indexOf('lync2010');
  return `
//- /main.umtopo
/// All of it.
deployment Contoso { server ${server}  mode ${mode} }
sipDomain contoso.com { isDefault true }
sipDomain emea.contoso.com
site Redmond {
  pool pool01.contoso.com { role frontEnd  computers fe01.contoso.com, fe02.contoso.com  edgePool edge01.contoso.com  externalWebFqdn web.contoso.com }
  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10, 203.0.113.11  federationRoute true }
}
branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
accessEdgeConfiguration { allowFederatedUsers true  allowOutsideUsers true  outgoingTlsCountForFederatedPartners 3 }
hostingProvider "Exchange's Online" { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }
publicProvider Messenger { proxyFqdn federation.messenger.example  enabled true ${later ? ' iconUrl "https://messenger.example/i.png"' : ''} }
allowedDomain fabrikam.com { comment "supplier"  proxyFqdn sip.fabrikam.com  markForMonitoring true  ${server.startsWith('sfb') ? 'verificationLevel useSourceVerification' : ''} }
blockedDomain litwareinc.com
mediaConfiguration global
mediaConfiguration site:Redmond { encryptionLevel supportEncryption }
hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com, fabrikam.onmicrosoft.com }
hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
/// First wave,
/// then the rest.
hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
voicePolicy global { enableVoicemailEscapeTimer true }
voicePolicy Mobile { pstnVoicemailEscapeTimer 2500  description "escapes" }
dialPlan site:Redmond { simpleName Redmond.contoso.com }
exchange OnPrem {
  version ${exchange}
  forest exchange.example
  umDialPlan Redmond { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550100  pilotIdentifierList +14255550105  generateUMMailboxPolicy true }
  umMailboxPolicy Short { umDialPlan OnPrem\\Redmond  minPINLength 4  allowPlayOnPhone false }
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Redmond  sipAccessService "pool01.contoso.com:5061"  maxCallsAllowed 50  sipTlsListeningPort 5061 }
  umServer ex02.contoso.com { umStartupMode tls  dialPlans Redmond  services umService }
  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  port 5061  outcallsAllowed false  status enabled }
  umHuntGroup Pool01 { umDialPlan Redmond  umIPGateway Pool01  pilotIdentifier Redmond }
  umAutoAttendant Reception { umDialPlan Redmond  pilotIdentifierList +14255550199, +14255550198  status enabled  callSomeoneEnabled false }
}
certificate Um { umServer ex01.contoso.com  usage um, umCallRouter  subject ex01.contoso.com  thumbprint 0123456789abcdef0123456789abcdef01234567 }
tenant contoso.onmicrosoft.com {
  provider "Exchange's Online"
  sharedSipAddressSpace true
  allowedDomains fabrikam.com
  acceptedDomain contoso.com
  acceptedDomain emea.contoso.com { domainType internalRelay }
  umDialPlan Hosted { uriType sipName  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +14255550180 }
}
users Staff {
  pool pool01.contoso.com
  mailbox hosted
  alice@contoso.com line +14255550101 policy Cloud
  carol@contoso.com line +14255550104 mailbox local umDialPlan Redmond extensions 55104, 55105
  dan@contoso.com line +14255550106 mailbox local umDialPlan OnPrem\\Redmond${exchange === '2016' ? ' enableCloudVoiceMail true' : ''}
  bob@emea.contoso.com line +14255550102;ext=102 voicePolicy Mobile dialPlan "Redmond" privateLine +14255550103 audioVideoDisabled false enabled true
}
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud }
exUmContact aa@contoso.com { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  autoAttendant true  enterpriseVoice false  description "the \\"bell\\"" }
exUmContact local@contoso.com { tool ocsUmUtil  displayNumber +14255550100  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  umDialPlan Redmond }
voicemailReroutingConfiguration global { enabled true  autoAttendantNumber +14255550190 }
voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550190  subscriberAccessNumber +14255550180 }
wave Pilot { move alice@contoso.com to local pool sba01.contoso.com umDialPlan Redmond policy unset
  move ova@contoso.com to local umDialPlan Redmond }
wave Rest { after Pilot  hostedVoiceMail before  retire OnPrem  move every user in pool sba01.contoso.com to hosted policy Cloud
  move local@contoso.com to hosted policy Cloud }
`;
}
