import { firstNames, lastNames } from '../../scripts/generate/names';
import { Random } from '../support/random';

/** Files of a deployment by their path. */
export type GeneratedDeployment = ReadonlyMap<string, string>;

const offices = ['Redmond', 'Dallas', 'Chicago', 'Boston', 'Denver', 'Tampa', 'Austin', 'Tulsa'] as const;

/**
 * A clean deployment with as many users as asked for, as one finds them: eight offices with a pool each, groups of a few hundred, most rows short, some with a policy,
 * an extension or delegates of their own, every third group in a CSV file. The same number gives the same bytes.
 */
export function generateDeployment(users: number): GeneratedDeployment {
  const random = new Random(users);
  const files = new Map([['deployment.umtopo', topology()]]);
  let index = 0;
  for (let group = 0; index < users; group++) {
    const size = Math.min(users - index, 200 + random.below(600));
    const office = offices[group % offices.length] as string;
    if (group % 3 === 2) {
      files.set(`groups/group${group}.csv`, csvRows(random, index, size));
      files.set(`groups/group${group}.umtopo`, block(group, office, [`  csv "group${group}.csv"`]));
    } else files.set(`groups/group${group}.umtopo`, block(group, office, rows(random, index, size)));
    index += size;
  }
  return files;
}

function block(group: number, office: string, lines: readonly string[]): string {
  const head = [`  pool pool-${office.toLowerCase()}.contoso.com`, '  mailbox local', '  umDialPlan Contoso'];
  return `/// An office.\nusers Group${group} {\n${[...head, ...lines].join('\n')}\n}\n`;
}

function rows(random: Random, from: number, count: number): string[] {
  const lines: string[] = [];
  for (let index = from; index < from + count; index++) {
    const parts = [`  ${address(index)}`, `line ${line(index)}`];
    if (random.chance(0.4)) parts.push('mailbox hosted', `policy ${random.pick(['Cloud', 'Partner'])}`);
    if (random.chance(0.1)) parts.push(`displayName "${name(index)}"`);
    if (random.chance(0.02)) parts.push(`delegates ${address(from)}`);
    if (random.chance(0.02)) lines.push('  // came over from another office');
    lines.push(parts.join('  '));
  }
  return lines;
}

function csvRows(random: Random, from: number, count: number): string {
  const lines = ['SipAddress,DisplayName,LineURI,MailboxLocation,HostedVoicemailPolicy'];
  for (let index = from; index < from + count; index++) {
    const hosted = random.chance(0.4);
    const where = hosted ? `hosted,${random.pick(['Cloud', 'Partner'])}` : 'local,';
    lines.push(`sip:${address(index)},"${name(index)}",tel:${line(index)},${where}`);
  }
  return `${lines.join('\n')}\n`;
}

function address(index: number): string {
  const [first, last] = names(index);
  return `${first}.${last}${index < firstNames.length * lastNames.length ? '' : index}@contoso.com`;
}

function name(index: number): string {
  const [first, last] = names(index);
  return `${last}, ${first}`;
}

function names(index: number): readonly [string, string] {
  const first = index % firstNames.length;
  const last = (Math.floor(index / firstNames.length) + first * 37) % lastNames.length;
  return [firstNames[first] as string, lastNames[last] as string];
}

function line(index: number): string {
  return `+1425555010${index % 8};ext=${10_000 + index}`;
}

function topology(): string {
  const sites = offices.map(
    (office, index) =>
      `site ${office} { siteId ${index + 1}  pool pool-${office.toLowerCase()}.contoso.com { role frontEnd  edgePool edge.contoso.com } }`,
  );
  return `deployment Contoso { server lync2013  mode mixed  forest contoso.com }
sipDomain contoso.com { isDefault true }
${sites.join('\n')}
site Edge {
  siteId 99
  pool edge.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
}
accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true }
hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }
hostingProvider Fabrikam { proxyFqdn exum.fabrikam.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }
tenant contoso.onmicrosoft.com { provider ExchangeOnline  acceptedDomain contoso.com }
tenant contoso.fabrikam.com { provider Fabrikam  acceptedDomain contoso.com }
hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }
hostedVoicemailPolicy Partner { destination exum.fabrikam.com  organization contoso.fabrikam.com }
exchange OnPrem {
  version 2013
  forest contoso.com
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Contoso }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Contoso }
  umDialPlan Contoso { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 6  countryOrRegionCode 1 }
}
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool-redmond.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud }
exUmContact ova-partner@contoso.com { displayNumber +14255550181  pool pool-dallas.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Partner }
expect every user with mailbox local reaches local
expect no user unreachable
`;
}
