import { Random } from '../support/random';
import { address, displayName, line } from './people';

/**
 * What is unusual: very long rows; a policy for each user; a placement for each user, with a fault each or without; a CSV file as other systems write it, with more
 * columns, in another order, all cells quoted.
 */
export type Variety = 'long rows' | 'own policies' | 'own placements' | 'own facts' | 'other columns';

/** Files of a deployment by their path. */
export type GeneratedDeployment = ReadonlyMap<string, string>;

export interface ProviderOptions {
  readonly users: number;
  /** Files with users; 20 unless said, fewer for a few users. */
  readonly files?: number;
  readonly form?: 'umtopo' | 'csv';
  readonly variety?: Variety;
  /** Share of users whose row has a mistake; 0.001 unless said. */
  readonly mistakes?: number;
  /** Among how many policies the hosted users are divided; ten unless said. */
  readonly policies?: number;
}

export const domains = ['contoso.com', 'fabrikam.com', 'adatum.com', 'litware.com'] as const;
export const sites = ['Redmond', 'Dallas', 'Chicago', 'Boston', 'Denver', 'Tampa', 'Austin', 'Tulsa'] as const;
/** Policies that users are given by name: of ten, each stands at a tenth of the hosted ones. */
const policies = Array.from({ length: 10 }, (_, index) => `Tenant${index + 1}`);

/**
 * A hosting provider's deployment: several SIP domains, a site and a pool for each office, ten policies of hosted voice mail, an Exchange organization, and users of
 * whom most are plain, some have a name, extension, delegate or comment, and one in a thousand a mistake. The same options give the same bytes.
 */
export function generateProvider(options: ProviderOptions): GeneratedDeployment {
  const { users, form = 'umtopo', mistakes = 0.001, variety } = options;
  const count = Math.max(1, Math.min(options.files ?? 20, Math.ceil(users / 2)));
  const random = new Random(users + (form === 'csv' ? 1 : 0));
  const granted = policies.slice(0, options.policies);
  const more = variety === 'own facts' ? '  incomplete dialPlan' : '';
  const files = new Map([['deployment.umtopo', topology(granted, more)]]);
  for (let file = 0, next = 0; file < count; file++) {
    const to = Math.floor((users * (file + 1)) / count);
    const rows = Array.from({ length: to - next }, (_, i) =>
      varied(person(random, next + i, file, granted, variety ? 0 : mistakes), next + i, variety),
    );
    const site = sites[file % sites.length] as string;
    const name = `Group${String(file + 1).padStart(2, '0')}`;
    if (form === 'csv') {
      const [header, record] = variety === 'other columns' ? [otherHeader, otherRow] : [csvHeader, csvRow];
      files.set(`users/${name}.csv`, `${header}\n${rows.map(record).join('\n')}\n`);
      files.set(`users/${name}.umtopo`, block(name, site, [`  csv "${name}.csv"`]));
    } else files.set(`users/${name}.umtopo`, block(name, site, rows.map(topologyRow)));
    next = to;
  }
  if (variety === 'own policies') files.set('policies.umtopo', ownPolicies(users));
  return files;
}

interface Row {
  readonly address: string;
  readonly line: string;
  readonly mailbox?: string;
  readonly policy?: string;
  readonly displayName?: string;
  readonly delegate?: string;
  readonly comment?: string;
  readonly facts?: string;
}

/** Slower than usual is fine; what grows faster than the users is not. */
function varied(row: Row, index: number, variety: Variety | undefined): Row {
  switch (variety) {
    case 'long rows':
      return { ...row, displayName: `${displayName(index)} ${'of an office with a long name '.repeat(20)}` };
    case 'own policies':
      return { ...row, mailbox: 'hosted', policy: `Own${index}` };
    case 'own placements':
      return { ...row, address: row.address.replace('@', `@d${index}.`) };
    case 'own facts':
      return { ...row, facts: ownFacts(index) };
    default:
      return row;
  }
}

/** A combination of what may be said in a row that no other user has, each value as it should be: the dial plan of Lync takes any name. */
function ownFacts(index: number): string {
  return `dialPlan Plan${index}  audioVideoDisabled false`;
}

function ownPolicies(users: number): string {
  const policy = (index: number): string =>
    `hostedVoicemailPolicy Own${index} { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }`;
  return `${Array.from({ length: users }, (_, index) => policy(index)).join('\n')}\n`;
}

function person(random: Random, index: number, file: number, granted: readonly string[], mistakes: number): Row {
  const domain = domains[(index + file) % domains.length] as string;
  const hosted = random.chance(0.5);
  const row: Row = {
    address: `${address(index)}@${domain}`,
    line: line(index),
    ...(hosted && { mailbox: 'hosted', policy: random.pick(granted) }),
    ...(random.chance(0.1) && { displayName: displayName(index) }),
    ...(random.chance(0.02) && { comment: 'came over from another office' }),
  };
  const before = index - 1 - random.below(20);
  const delegate = random.chance(0.01) && before >= 0;
  const own = delegate ? { ...row, delegate: `${address(before)}@${domains[(before + file) % domains.length]}` } : row;
  return random.chance(mistakes) ? mistaken(random, own, index) : own;
}

/** What people do wrong in rows: a number somebody has already, one that is none, a policy that isn't there, one for a mailbox on the premises, an address twice. */
function mistaken(random: Random, row: Row, index: number): Row {
  switch (random.below(5)) {
    case 0:
      return { ...row, line: line(Math.max(0, index - 7)) };
    case 1:
      return { ...row, line: `0${row.line.slice(2, 10)}` };
    case 2:
      return { ...row, mailbox: 'hosted', policy: `Tenat${1 + random.below(9)}` };
    case 3:
      return { ...row, mailbox: 'local', policy: policies[0] as string };
    default:
      return { ...row, address: `${address(Math.max(0, index - 4))}@${row.address.split('@')[1]}` };
  }
}

function topologyRow({ address, line, mailbox, policy, displayName, delegate, comment, facts }: Row): string {
  const parts = [`  ${address}`, `line ${line}`];
  if (mailbox !== undefined) parts.push(`mailbox ${mailbox}`);
  if (policy !== undefined) parts.push(`policy ${policy}`);
  if (displayName !== undefined) parts.push(`displayName "${displayName}"`);
  if (delegate !== undefined) parts.push(`delegates ${delegate}`);
  if (facts !== undefined) parts.push(facts);
  if (comment !== undefined) parts.push(`// ${comment}`);
  return parts.join('  ');
}

const csvHeader = 'SipAddress,DisplayName,LineURI,MailboxLocation,HostedVoicemailPolicy,Delegates';

function csvRow({ address, line, mailbox, policy, displayName, delegate }: Row): string {
  const name = displayName === undefined ? '' : `"${displayName}"`;
  return `sip:${address},${name},tel:${line},${mailbox ?? 'local'},${policy ?? ''},${delegate ?? ''}`;
}

const otherHeader =
  '"Department","HostedVoicemailPolicy","DistinguishedName","LineURI","whenChanged","SipAddress","MailboxLocation","Notes"';

/** As a directory writes it: columns that mean nothing here, every cell in quotes, some with delimiters, quotes and line ends in them. */
function otherRow({ address, line, mailbox, policy }: Row): string {
  const cells = [
    'Sales, "West"',
    policy ?? '',
    `CN=${address.split('@')[0]},OU=Users,DC=contoso,DC=com`,
    `tel:${line}`,
  ];
  const others = ['2024-05-01 12:00:00Z', `sip:${address}`, mailbox ?? 'local', 'first line\nsecond line'];
  return [...cells, ...others].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
}

function block(name: string, site: string, lines: readonly string[]): string {
  const head = [`  pool pool-${site.toLowerCase()}.contoso.com`, '  mailbox local', '  umDialPlan Contoso'];
  return `users ${name} {\n${[...head, ...lines].join('\n')}\n}\n`;
}

/** @param more what else the deployment says */
function topology(granted: readonly string[], more: string): string {
  const pools = sites.map(
    (site, index) =>
      `site ${site} { siteId ${index + 1}  pool pool-${site.toLowerCase()}.contoso.com { role frontEnd  edgePool edge.contoso.com } }`,
  );
  const tenants = granted.map(
    (policy) =>
      `hostedVoicemailPolicy ${policy} { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }`,
  );
  return `deployment Provider { server lync2013  mode mixed  forest contoso.com${more} }
${domains.map((domain, index) => `sipDomain ${domain} { isDefault ${index === 0} }`).join('\n')}
${pools.join('\n')}
site Edge {
  siteId 99
  pool edge.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }
}
accessEdgeConfiguration { allowFederatedUsers true  useDnsSrvRouting true }
hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }
tenant contoso.onmicrosoft.com { provider ExchangeOnline  ${domains.map((domain) => `acceptedDomain ${domain}`).join('  ')} }
${tenants.join('\n')}
exchange OnPrem {
  version 2013
  forest contoso.com
  umServer ex01.contoso.com { umStartupMode dual  dialPlans Contoso }
  umServer ex02.contoso.com { umStartupMode dual  dialPlans Contoso }
  umDialPlan Contoso { uriType sipName  voIPSecurity secured  numberOfDigitsInExtension 7  countryOrRegionCode 1 }
}
${granted.map((policy, index) => `exUmContact ova-${policy.toLowerCase()}@contoso.com { displayNumber +1425556${String(index).padStart(4, '0')}  pool pool-${(sites[index % sites.length] as string).toLowerCase()}.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy ${policy} }`).join('\n')}
expect every user with mailbox local reaches local
`;
}

/** Many small deployments in folders beside each other, as a provider keeps its tenants. */
export function generateTenants(tenants: number, users: number): GeneratedDeployment {
  const files = new Map<string, string>();
  for (let tenant = 0; tenant < tenants; tenant++)
    for (const [path, text] of generateProvider({ users, files: 1 }))
      files.set(`tenant${String(tenant).padStart(4, '0')}/${path}`, text);
  return files;
}
