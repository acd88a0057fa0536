/** Three small deployments that no rule has anything to say about. */
/** Everything hosted. */
export const hosted = (
  server = 'lync2013',
): string => `deployment Tailspin { server ${server}  mode crossPremises  forest tailspintoys.com }
sipDomain tailspintoys.com { isDefault true }
site Paris {
  siteId 1
  pool fe.tailspintoys.com { role frontEnd  computers fe1.tailspintoys.com, fe2.tailspintoys.com  edgePool edge.tailspintoys.com }
  pool edge.tailspintoys.com { role edge  accessFqdn sip.tailspintoys.com  externalAddress 203.0.113.5  federationRoute true }
}
accessEdgeConfiguration { allowFederatedUsers true  enablePartnerDiscovery false  useDnsSrvRouting true }
hostingProvider EXO {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}
tenant tailspintoys.onmicrosoft.com { provider EXO  acceptedDomain tailspintoys.com }
hostedVoicemailPolicy global { destination exap.um.outlook.com  organization tailspintoys.onmicrosoft.com }
users Staff {
  pool fe.tailspintoys.com
  ann@tailspintoys.com line +33199001001
  bob@tailspintoys.com line +33199001002;ext=1002
}
exUmContact sa@tailspintoys.com { displayNumber +33199001900  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com" }
`;
const local = (version: string): string => `exchange Ex {
  version ${version}
  forest tailspintoys.com
  umServer um1.tailspintoys.com { umStartupMode dual  dialPlans Paris }
  umServer um2.tailspintoys.com { umStartupMode dual  dialPlans Paris }
  umDialPlan Paris {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 4
    countryOrRegionCode 33
    accessTelephoneNumbers +33199001901
  }
}
users Plant {
  pool fe.tailspintoys.com
  umDialPlan Paris
  mailbox local
  cat@tailspintoys.com line +33199001003 extensions 1003
  dan@tailspintoys.com line +33199001004 extensions 1004
}
exUmContact sal@tailspintoys.com { tool ocsUmUtil  displayNumber +33199001901  pool fe.tailspintoys.com  ou "OU=UM,DC=tailspintoys,DC=com"  umDialPlan Paris }
`;
/** Everything local. */
export const onPremises = (
  server = 'sfb2015',
  version = '2016',
): string => `deployment Tailspin { server ${server}  mode onPremises  forest tailspintoys.com }
sipDomain tailspintoys.com { isDefault true }
site Paris {
  siteId 1
  pool fe.tailspintoys.com { role standardEdition }
}
${local(version)}`;
/** The two together. */
export const mixed = (server = 'lync2013', version = '2013'): string =>
  hosted(server)
    .replace('crossPremises', 'mixed')
    .replace('  pool fe.tailspintoys.com\n  ann', '  pool fe.tailspintoys.com\n  mailbox hosted\n  ann') +
  local(version);

export type Changes = readonly (readonly [from: string, to: string])[];

/** Changes of a deployment, and the one line that is flagged then: by what stands in it, or `staff.csv:3`. Without one nothing is to be said. */
export interface Row {
  readonly code: string;
  readonly base: string;
  readonly changes: Changes;
  readonly at?: string | undefined;
  readonly csv?: string | undefined;
}

export const speaks = (code: string, base: string, changes: Changes, at: string, csv?: string): Row => ({
  code,
  base,
  changes,
  at,
  csv,
});

export const isSilent = (code: string, base: string, changes: Changes, csv?: string): Row => ({
  code,
  base,
  changes,
  csv,
});

/** More text before a text. */
export const before = (text: string, more: string): Changes => [[text, `${more}\n${text}`]];
