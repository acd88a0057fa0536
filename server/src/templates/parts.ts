/** What the parts are written from. */
export interface Start {
  readonly name: string;
  readonly server: string;
  readonly mode: string;
  readonly domain: string;
  /** Voice mail in the cloud, voice mail on UM servers; both in mixed mode. */
  readonly hosted: boolean;
  readonly local: boolean;
}

/** The last version of Exchange with UM servers that a server of that time was deployed with. */
const exchangeVersions: Readonly<Record<string, string>> = { lync2010: '2010SP1', lync2013: '2013' };

/** In quotes where it isn't one plain word. */
function written(name: string): string {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(name) ? name : JSON.stringify(name);
}

function tenantOf({ domain }: Start): string {
  return `${domain.split('.')[0]}.onmicrosoft.com`;
}

export function deployment({ name, server, mode, domain }: Start): string {
  return `/// The folder is the deployment: this file is its root, and the files beside and below it belong to it.
/// Hover a word to read which cmdlet and parameter it stands for.
deployment ${written(name)} {
  server ${server}
  mode ${mode}
  forest ${domain}
}

sipDomain ${domain} { isDefault true }
`;
}

export function sites({ domain, hosted }: Start): string {
  const edge = `
  pool edge01.${domain} {
    role edge
    accessFqdn sip.${domain}
    externalAddress 203.0.113.10
    federationRoute true
  }`;
  return `site Headquarters {
  siteId 1

  pool pool01.${domain} {
    role frontEnd
    computers fe01.${domain}, fe02.${domain}, fe03.${domain}
    ${hosted ? `edgePool edge01.${domain}` : ''}
  }${hosted ? edge : ''}
}
`;
}

export function federation(start: Start): string {
  const { domain } = start;
  const tenant = tenantOf(start);
  return `// What leads to the voice mail of the tenant.

accessEdgeConfiguration {
  allowFederatedUsers true
  useDnsSrvRouting true
  enablePartnerDiscovery false
}

hostingProvider ExchangeOnline {
  proxyFqdn exap.um.outlook.com
  enabled true
  enabledSharedAddressSpace true
  verificationLevel useSourceVerification
}

tenant ${tenant} {
  provider ExchangeOnline
  acceptedDomain ${domain}
}

hostedVoicemailPolicy Cloud {
  destination exap.um.outlook.com
  organization ${tenant}
}
`;
}

export function exchange({ domain, server }: Start): string {
  return `exchange OnPrem {
  version ${exchangeVersions[server] ?? '2016'}
  forest ${domain}

  umServer ex01.${domain} { umStartupMode dual  dialPlans Headquarters }
  umServer ex02.${domain} { umStartupMode dual  dialPlans Headquarters }

  umDialPlan Headquarters {
    uriType sipName
    voIPSecurity secured
    numberOfDigitsInExtension 4
    countryOrRegionCode 1
    accessTelephoneNumbers +14255550190
  }
}
`;
}

/** A distinguished name's components for a domain. */
const components = (domain: string): string =>
  domain
    .split('.')
    .map((label) => `DC=${label}`)
    .join(',');

export function contacts({ domain, hosted, local }: Start): string {
  const ou = `"OU=Voice,${components(domain)}"`;
  const cloud = `/// What people dial to hear their messages in the cloud.
exUmContact voicemail@${domain} {
  displayNumber +14255550180
  pool pool01.${domain}
  ou ${ou}
  policy Cloud
}
`;
  const own = `/// What people dial to hear their messages on the UM servers; made with OcsUmUtil.
exUmContact voicemail-local@${domain} {
  tool ocsUmUtil
  displayNumber +14255550190
  pool pool01.${domain}
  ou ${ou}
  umDialPlan Headquarters
}
`;
  return [hosted ? cloud : '', local ? own : ''].filter((text) => text !== '').join('\n');
}

export function users({ domain, hosted, local, mode }: Start): string {
  const cloud = `users Cloud {
  pool pool01.${domain}
  mailbox hosted
  policy Cloud
  alice@${domain} line +14255550101
  bob@${domain} line +14255550102
}
`;
  const own = `users OnPremises {
  pool pool01.${domain}
  ${mode === 'mixed' ? 'mailbox local' : ''}
  umDialPlan Headquarters
  carol@${domain} line +14255550103 extensions 0103
  dan@${domain} line +14255550104 extensions 0104
}
`;
  const hint = `// A line a user. Many users are better kept in a file: users Sales { csv "sales.csv" … }\n\n`;
  const expectations = [
    hosted ? 'expect every user in group Cloud reaches ExchangeOnline' : '',
    local ? 'expect every user in group OnPremises reaches umDialPlan Headquarters' : '',
  ];
  return `${hint}${[hosted ? cloud : '', local ? own : '', `// umtopo test tells whether they hold.\n${expectations.filter((line) => line !== '').join('\n')}\n`].filter((text) => text !== '').join('\n')}`;
}
