import type { Random } from './random';

const providers = ['ExchangeOnline', 'Fabrikam', 'Litware'] as const;
const plans = ['Redmond', 'Plant', 'Dallas'] as const;

/**
 * A small deployment in which about everything can be so or otherwise: parts left out, switched off, unknown, in conflict; users of every sort, contacts, waves. Its text
 * is sound, its calls end anywhere.
 */
export function randomDeployment(random: Random): string {
  const maybe = (text: string, probability = 0.8): string => (random.chance(probability) ? text : '');
  const several = <T>(items: readonly T[]): T[] => items.filter(() => random.chance(0.6));
  const pools = ['pool01', 'pool02', 'sba01'].map((name) => `${name}.contoso.com`);
  const [pool1, pool2, branch] = pools;
  const own = several(providers);
  const known = several(plans);
  const policies = ['Cloud', 'Partner', ...maybe('Empty', 0.3).split(' ').filter(Boolean)];
  const policy = () => random.pick([...policies, ...(random.chance(0.2) ? ['unset'] : [])]);
  const state = () => random.pick(['true', 'true', 'true', 'false', 'unknown']);
  const lines = [
    `deployment Contoso { server lync2013  mode mixed  forest contoso.com ${maybe('incomplete hostingProvider', 0.1)} }`,
    'sipDomain contoso.com { isDefault true }',
    `site Redmond { siteId 1`,
    `  pool ${pool1} { role frontEnd ${maybe('edgePool edge01.contoso.com')} }`,
    `  pool ${pool2} { role frontEnd }`,
    maybe('  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  federationRoute true }', 0.9),
    '}',
    `branchSite Spokane { centralSite Redmond  pool ${branch} { role survivableBranch } }`,
    maybe(`accessEdgeConfiguration { allowFederatedUsers ${state()}  useDnsSrvRouting true }`, 0.9),
    maybe('voicemailReroutingConfiguration global { enabled true  autoAttendantNumber +14255550190 }', 0.6),
    maybe('voicePolicy global { enableVoicemailEscapeTimer true }', 0.5),
    maybe(
      `mediaConfiguration global { encryptionLevel ${random.pick(['requireEncryption', 'supportEncryption'])} }`,
      0.4,
    ),
    ...own.map(
      (name) =>
        `hostingProvider ${name} { proxyFqdn um.${name.toLowerCase()}.com  enabled ${state()}  enabledSharedAddressSpace ${state()}  verificationLevel useSourceVerification }`,
    ),
    ...own.flatMap((name) =>
      maybe(`tenant contoso.${name.toLowerCase()}.com { provider ${name}  acceptedDomain contoso.com }`),
    ),
    ...policies.map((name) => {
      const provider = random.pick(providers).toLowerCase();
      const tenants = [`contoso.${provider}.com`, ...(random.chance(0.2) ? ['second.contoso.com'] : [])];
      const organization = maybe(`organization ${tenants.join(', ')}`, 0.85);
      return `hostedVoicemailPolicy ${name} { ${name === 'Empty' ? '' : `destination um.${provider}.com`} ${organization} }`;
    }),
    maybe(`hostedVoicemailPolicy site:Redmond { destination um.fabrikam.com  organization contoso.fabrikam.com }`, 0.3),
    'exchange OnPrem {',
    `  version ${random.pick(['2010SP1', '2013', '2013', '2016'])}  forest contoso.com`,
    `  umServer ex01.contoso.com { umStartupMode dual  ${random.chance(0.1) ? 'dialPlans unknown' : known.length > 0 ? `dialPlans ${known.join(', ')}` : ''} }`,
    maybe(`  umServer ex02.contoso.com { umStartupMode dual  ${known[0] ? `dialPlans ${known[0]}` : ''} }`, 0.5),
    ...plans.map(
      (name) =>
        `  umDialPlan ${name} { uriType sipName  voIPSecurity ${random.pick(['secured', 'secured', 'sipSecured', 'unsecured'])}  numberOfDigitsInExtension 5  countryOrRegionCode 1 }`,
    ),
    '}',
    `exUmContact ova@contoso.com { displayNumber +14255550180  pool ${random.pick(pools)}  ou "OU=Voice,DC=contoso,DC=com"  policy ${random.pick(policies)} ${maybe('enabled false', 0.1)} }`,
    `exUmContact aa@contoso.com { displayNumber +14255550190  pool ${random.pick(pools)}  ou "OU=Voice,DC=contoso,DC=com"  autoAttendant true  tool ocsUmUtil  umDialPlan ${random.pick(plans)} }`,
    ...['One', 'Two', 'Three'].map((group) => {
      const rows = Array.from(
        { length: 1 + random.below(4) },
        (_, i) => `  ${group.toLowerCase()}${i}@contoso.com${userFacts(random, policy)}`,
      );
      return `users ${group} { pool ${random.pick(pools)}  mailbox ${random.pick(['local', 'hosted', 'none'])}  umDialPlan ${random.pick(plans)}\n${rows.join('\n')}\n}`;
    }),
    maybe(
      `wave Pilot { date 2013-06-03  move one0@contoso.com, two0@contoso.com to hosted policy ${random.pick(policies)} }`,
    ),
    maybe(
      `wave Rest { date 2013-07-01  move every user with mailbox local to ${random.pick(['hosted', 'none'])} policy ${random.pick(policies)} }`,
    ),
    maybe(`wave Back { date 2013-08-01  move every user in group Three to local pool ${random.pick(pools)} }`, 0.5),
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}

function userFacts(random: Random, policy: () => string): string {
  const facts: readonly (readonly [number, () => string])[] = [
    [0.5, () => `policy ${policy()}`],
    [0.3, () => `mailbox ${random.pick(['local', 'hosted', 'none', 'unknown'])}`],
    [0.2, () => `umDialPlan ${random.pick([...plans, 'unset', 'unknown'])}`],
    [0.15, () => `exchangeHostedVoiceMail ${random.pick(['true', 'false', 'unknown', 'unset'])}`],
    [0.15, () => `hostedVoiceMail ${random.pick(['true', 'false', 'unset'])}`],
    [0.1, () => 'enterpriseVoice false'],
    [0.1, () => `pool ${random.pick(['pool02.contoso.com', 'gone.contoso.com'])}`],
  ];
  return facts.flatMap(([probability, text]) => (random.chance(probability) ? [`  ${text()}`] : [])).join('');
}
