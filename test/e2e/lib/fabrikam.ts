/** A small deployment without an error, for tests that change it: two users, voice mail hosted for both. */
export const fabrikam = `deployment Fabrikam { server lync2013  mode crossPremises  forest fabrikam.com }
sipDomain fabrikam.com { isDefault true }
site Seattle {
  siteId 1
  pool pool01.fabrikam.com { role frontEnd  edgePool edge01.fabrikam.com }
  pool edge01.fabrikam.com { role edge  accessFqdn sip.fabrikam.com  externalAddress 203.0.113.30  federationRoute true }
}
accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true }
hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
tenant fabrikam.onmicrosoft.com { provider ExchangeOnline  acceptedDomain fabrikam.com }
hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization fabrikam.onmicrosoft.com }
users Everyone {
  pool pool01.fabrikam.com
  policy Cloud
  alice@fabrikam.com  line +14255550161
  bob@fabrikam.com  line +14255550162
}
`;

/** The line, from 1, on which a text first stands. */
export function lineOf(text: string): number {
  return fabrikam.slice(0, fabrikam.indexOf(text)).split('\n').length;
}
