import fc from 'fast-check';

/**
 * A deployment as plain data, from which the text is printed and the answers are worked out by hand (`slowEvaluator.ts`). What is left out of a value isn't
 * written. Small on purpose: few names, so that they meet.
 */
export interface World {
  readonly policies: readonly Policy[];
  readonly providers: readonly Provider[];
  readonly access: Access | undefined;
  readonly edge: boolean;
  readonly media: Readonly<Record<string, Level>>;
  readonly plans: readonly Plan[];
  readonly servers: readonly Server[];
  readonly users: readonly User[];
  readonly contacts: readonly Contact[];
  readonly waves: readonly Wave[];
}

export type Level = 'requireEncryption' | 'supportEncryption' | 'doNotSupportEncryption';
type Pair = boolean | null | 'unknown' | undefined;

interface Policy {
  readonly name: 'global' | 'site:Redmond' | 'site:Spokane' | 'Cloud' | 'Partner';
  readonly destination: string | undefined;
  readonly organization: readonly string[];
}
interface Provider {
  readonly name: string;
  readonly proxy: string;
  readonly enabled: boolean | 'unknown';
  readonly shared: boolean;
}
interface Access {
  readonly federated: boolean;
  readonly defaultRouting: boolean;
}
interface Plan {
  readonly name: 'Redmond' | 'Plant';
  readonly security: 'unsecured' | 'sipSecured' | 'secured';
}
interface Server {
  readonly name: string;
  readonly version: '2010' | '2013' | '2019';
  readonly plans: readonly string[];
}
export interface User {
  readonly address: string;
  readonly pool: 'pool01.contoso.com' | 'sba01.contoso.com';
  readonly enterpriseVoice: boolean | undefined;
  readonly mailbox: 'local' | 'hosted' | 'none' | 'unknown';
  /** `null` is written as `unset`; `undefined` isn't written. */
  readonly exchangePair: Pair;
  readonly lyncPair: Pair;
  readonly plan: 'Redmond' | 'Plant' | 'unknown' | undefined;
  readonly policy: 'Cloud' | 'Partner' | 'unknown' | undefined;
}
interface Contact {
  readonly address: string;
  readonly number: string;
  readonly tool: 'newCsExUmContact' | 'ocsUmUtil';
  readonly pool: User['pool'];
  readonly enterpriseVoice: boolean;
  readonly policy: User['policy'];
  readonly plan: 'Redmond' | 'Plant';
}
export interface Wave {
  readonly name: string;
  readonly after: string | undefined;
  readonly moves: readonly Move[];
}
export interface Move {
  /** Addresses, or everybody whose mailbox is there. */
  readonly who: readonly string[] | 'local' | 'hosted';
  readonly to: 'hosted' | 'local' | 'none';
  readonly policy: 'Cloud' | 'Partner' | undefined;
  readonly plan: 'Redmond' | 'Plant' | undefined;
}

const destinations = ['exap.um.outlook.com', 'um.fabrikam.com'] as const;
const addresses = ['a@contoso.com', 'b@contoso.com', 'c@contoso.com', 'd@contoso.com'] as const;
const pools = ['pool01.contoso.com', 'sba01.contoso.com'] as const;
const mostly = <T>(usual: T, ...other: T[]): fc.Arbitrary<T> => fc.constantFrom(usual, usual, usual, usual, ...other);

const policy = fc.record({
  destination: mostly<string | undefined>(destinations[0], destinations[1], undefined),
  organization: mostly<readonly string[]>(
    ['contoso.onmicrosoft.com'],
    [],
    ['contoso.onmicrosoft.com', 'b.example.com'],
  ),
});
const pair = fc.constantFrom<Pair>(true, false, null, undefined, undefined);

const user = fc.record({
  pool: mostly(...pools),
  enterpriseVoice: mostly<boolean | undefined>(undefined, true, false),
  mailbox: fc.constantFrom<User['mailbox']>('local', 'hosted', 'none'),
  exchangePair: pair,
  lyncPair: pair,
  plan: fc.constantFrom<User['plan']>('Redmond', 'Plant', undefined),
  policy: fc.constantFrom<User['policy']>('Cloud', 'Partner', undefined),
});
const contact = fc.record({
  tool: fc.constantFrom<Contact['tool']>('newCsExUmContact', 'ocsUmUtil'),
  pool: mostly(...pools),
  enterpriseVoice: mostly(true, false),
  policy: fc.constantFrom<User['policy']>('Cloud', 'Partner', undefined),
  plan: fc.constantFrom<Contact['plan']>('Redmond', 'Plant'),
});
const move = fc.record({
  who: fc.oneof(
    fc.subarray([...addresses, 'ova@contoso.com'], { minLength: 1 }),
    fc.constantFrom<'local' | 'hosted'>('local', 'hosted'),
  ),
  to: fc.constantFrom<Move['to']>('hosted', 'local', 'none'),
  policy: fc.constantFrom<Move['policy']>('Cloud', 'Partner', undefined),
  plan: fc.constantFrom<Move['plan']>('Redmond', undefined),
});

export const worlds: fc.Arbitrary<World> = fc
  .record({
    policies: fc.tuple(policy, policy, policy, policy, policy, fc.subarray([0, 1, 2])),
    providers: fc.tuple(
      fc.record({ enabled: mostly(true, false), shared: mostly(true, false) }),
      fc.record({ enabled: mostly(true, false), shared: mostly(true, false) }),
      mostly(2, 1, 0),
    ),
    access: mostly<Access | undefined>(
      { federated: true, defaultRouting: false },
      { federated: false, defaultRouting: false },
      { federated: true, defaultRouting: true },
      undefined,
    ),
    edge: mostly(true, false),
    media: fc.dictionary(
      fc.constantFrom('global', 'site:Redmond', 'site:Spokane'),
      fc.constantFrom<Level>('requireEncryption', 'supportEncryption', 'doNotSupportEncryption'),
    ),
    security: fc.tuple(
      mostly<Plan['security']>('secured', 'sipSecured', 'unsecured'),
      mostly<Plan['security']>('sipSecured', 'secured'),
    ),
    servers: fc.array(
      fc.record({
        version: mostly<Server['version']>('2013', '2010', '2019'),
        plans: mostly<readonly string[]>(['Redmond', 'Plant'], ['Redmond'], []),
      }),
      { maxLength: 3 },
    ),
    users: fc.array(user, { minLength: 1, maxLength: addresses.length }),
    contacts: fc.tuple(contact, contact),
    waves: fc.array(fc.array(move, { maxLength: 2 }), { maxLength: 3 }),
    backwards: fc.boolean(),
  })
  .map(({ policies, providers, access, edge, media, security, servers, users, contacts, waves, backwards }) => {
    const names = ['global', 'site:Redmond', 'site:Spokane', 'Cloud', 'Partner'] as const;
    const scoped: readonly number[] = policies[5];
    const kept = names
      .map((name, i) => ({
        name,
        ...(policies[i] as { destination: string | undefined; organization: readonly string[] }),
      }))
      .filter((_, i) => i > 2 || scoped.includes(i));
    const [first, second] = contacts;
    return {
      policies: kept,
      providers: [providers[0], providers[1]]
        .slice(0, providers[2])
        .map((each, i) => ({ name: ['Online', 'Partner'][i] as string, proxy: destinations[i] as string, ...each })),
      access,
      edge,
      media,
      plans: [
        { name: 'Redmond', security: security[0] },
        { name: 'Plant', security: security[1] },
      ],
      servers: servers.map((each, i) => ({ name: `ex0${i + 1}.contoso.com`, ...each })),
      users: users.map((each, i) => ({ address: addresses[i] as string, ...each })),
      contacts: [
        { address: 'ova@contoso.com', number: '+14255550180', ...first },
        { address: 'aa@contoso.com', number: '+14255550190', ...second },
      ],
      // Named so that the order of names is the other one, where `after` says the order.
      waves: waves.map((moves, i) => ({
        name: backwards ? `W${9 - i}` : `W${i}`,
        after: backwards && i > 0 ? `W${9 - i + 1}` : undefined,
        moves,
      })),
    } satisfies World;
  });

const written = (name: string, value: unknown): string =>
  value === undefined ? '' : `  ${name} ${value === null ? 'unset' : String(value)}`;

/** The declarations of a world, each a text of its own: their order has no meaning. */
export function declarations(world: World): string[] {
  const { policies, providers, access, edge, media, plans, servers, users, contacts, waves } = world;
  const pool = (fqdn: string, role: string): string =>
    `pool ${fqdn} { role ${role}${edge ? '  edgePool edge01.contoso.com' : ''} }`;
  const edgePool = edge ? '  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com }' : '';
  return [
    'deployment Contoso { server lync2013  mode mixed  forest contoso.com }',
    'sipDomain contoso.com { isDefault true }',
    `site Redmond { siteId 1  ${pool('pool01.contoso.com', 'frontEnd')}${edgePool} }`,
    `branchSite Spokane { centralSite Redmond  ${pool('sba01.contoso.com', 'survivableBranch')} }`,
    ...(access
      ? [
          access.defaultRouting
            ? `accessEdgeConfiguration { allowFederatedUsers ${access.federated}  useDefaultRouting true  defaultRouteFqdn edge.example.com }`
            : `accessEdgeConfiguration { allowFederatedUsers ${access.federated} }`,
        ]
      : []),
    ...providers.map(
      ({ name, proxy, enabled, shared }) =>
        `hostingProvider ${name} { proxyFqdn ${proxy}  enabled ${enabled}  enabledSharedAddressSpace ${shared}  verificationLevel useSourceVerification }`,
    ),
    ...policies.map(
      ({ name, destination, organization }) =>
        `hostedVoicemailPolicy ${name} {${written('destination', destination)}${written('organization', organization.length > 0 ? organization.join(', ') : undefined)} }`,
    ),
    ...Object.entries(media).map(([scope, level]) => `mediaConfiguration ${scope} { encryptionLevel ${level} }`),
    [
      'exchange OnPrem {\n  version 2013\n  forest contoso.com',
      ...plans.map(
        ({ name, security }) =>
          `  umDialPlan ${name} { uriType sipName  voIPSecurity ${security}  numberOfDigitsInExtension 5  countryOrRegionCode 1 }`,
      ),
      ...servers.map(
        ({ name, version, plans: of }) =>
          `  umServer ${name} { version ${version}${written('dialPlans', of.length > 0 ? of.join(', ') : undefined)} }`,
      ),
      '}',
    ].join('\n'),
    `users All {\n${users.map(userRow).join('\n')}\n}`,
    ...contacts.map(
      ({ address, number, tool, pool: home, enterpriseVoice, policy: granted, plan }) =>
        `exUmContact ${address} { tool ${tool}  displayNumber ${number}  pool ${home}  ou "OU=Voice,DC=contoso,DC=com"  enterpriseVoice ${enterpriseVoice}${written('policy', granted)}  umDialPlan ${plan} }`,
    ),
    ...waves.map(
      ({ name, after, moves }) => `wave ${name} {${written('after', after)}\n${moves.map(moveLine).join('\n')}\n}`,
    ),
  ];
}

function userRow({
  address,
  pool,
  enterpriseVoice,
  mailbox,
  exchangePair,
  lyncPair,
  plan,
  policy: granted,
}: User): string {
  return `  ${address}  pool ${pool}  line +1425555010${address.charCodeAt(0) - 97}  mailbox ${mailbox}${written('enterpriseVoice', enterpriseVoice)}${written('exchangeHostedVoiceMail', exchangePair)}${written('hostedVoiceMail', lyncPair)}${written('umDialPlan', plan)}${written('policy', granted)}`;
}

function moveLine({ who, to, policy: granted, plan }: Move): string {
  const selected = typeof who === 'string' ? `every user with mailbox ${who}` : who.join(', ');
  return `  move ${selected} to ${to}${written('policy', granted)}${written('umDialPlan', plan)}`;
}
