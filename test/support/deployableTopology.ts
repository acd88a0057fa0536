import { serverVersions } from '../../server/src/vocabulary';
import type { Random } from './random';

/**
 * A deployment as somebody could have written it, in the form that `fixture` reads: any mode and server, policies of every scope, users granted and not granted,
 * contacts of both tools, and waves that move some of them. Its names and values hang together; whether every route works is left to chance.
 */
export function deployableTopology(random: Random): string {
  const mode = random.pick(['onPremises', 'crossPremises', 'mixed'] as const);
  const server = random.pick(serverVersions);
  const hosted = mode !== 'onPremises';
  const local = mode !== 'crossPremises';
  const exchange = server === 'lync2010' || random.chance(0.3) ? '2010SP1' : random.pick(['2013', '2016']);
  const lines = [
    `deployment Contoso { server ${server}  mode ${mode}  forest contoso.com }`,
    'sipDomain contoso.com { isDefault true }',
    ...(random.chance(0.5) ? ['sipDomain emea.contoso.com'] : []),
    'site Redmond {',
    `  pool pool01.contoso.com { role frontEnd${hosted ? '  edgePool edge01.contoso.com' : ''} }`,
    ...(hosted
      ? [
          '  pool edge01.contoso.com { role edge  accessFqdn sip.contoso.com  externalAddress 203.0.113.10  federationRoute true }',
        ]
      : []),
    '}',
    `site Bangor { pool pool02.contoso.com { role standardEdition${hosted ? '  edgePool edge01.contoso.com' : ''} } }`,
    ...(random.chance(0.5) ? ['mediaConfiguration global { encryptionLevel supportEncryption }'] : []),
  ];
  const policies = hosted ? hostedHalf(random, lines) : [];
  const plans = local ? localHalf(random, lines, exchange) : [];
  const voicePolicies = random.chance(0.5) ? ['Mobile'] : [];
  for (const policy of voicePolicies)
    lines.push(
      `voicePolicy ${policy} { ${server === 'lync2010' ? 'description "for mobiles"' : 'pstnVoicemailEscapeTimer 2500'} }`,
    );
  const people = users(random, { policies, plans, voicePolicies, cloud: hosted && exchange === '2016' }, lines);
  contacts(random, policies, plans, lines);
  if (random.chance(0.7)) waves(random, people, policies, plans, lines);
  return `\n//- /main.umtopo\n${lines.join('\n')}\n`;
}

const destination = 'destination exap.um.outlook.com  organization contoso.onmicrosoft.com';

function hostedHalf(random: Random, lines: string[]): string[] {
  const policies = ['Cloud', 'Later'].filter(() => random.chance(0.8));
  lines.push(
    `accessEdgeConfiguration { allowFederatedUsers true${random.chance(0.5) ? '  enablePartnerDiscovery false' : ''} }`,
    'hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com  enabled true  enabledSharedAddressSpace true  verificationLevel useSourceVerification }',
    'tenant contoso.onmicrosoft.com { provider ExchangeOnline  sharedSipAddressSpace true  acceptedDomain contoso.com }',
    // Whoever is granted nothing falls back to it: the flag is refused where there is no destination.
    `hostedVoicemailPolicy global { ${destination} }`,
    ...(random.chance(0.4) ? [`hostedVoicemailPolicy site:Bangor { ${destination}  description "for Bangor" }`] : []),
    ...policies.map((policy) => `/// ${policy} of all.\nhostedVoicemailPolicy ${policy} { ${destination} }`),
    ...(random.chance(0.4) ? ['allowedDomain fabrikam.com { comment "supplier" }'] : []),
  );
  return policies;
}

function localHalf(random: Random, lines: string[], version: string): string[] {
  const plans = ['Redmond', 'Bangor'].filter((_, i) => i === 0 || random.chance(0.5));
  const first = plans[0];
  lines.push(
    'exchange OnPrem {',
    `  version ${version}  forest contoso.com`,
    ...plans.map(
      (plan, i) =>
        `  umDialPlan ${plan} { uriType sipName  voIPSecurity ${random.pick(['secured', 'sipSecured'])}  numberOfDigitsInExtension 5  countryOrRegionCode 1  accessTelephoneNumbers +1425555010${i} }`,
    ),
    ...['ex01', 'ex02'].map(
      (name) =>
        `  umServer ${name}.contoso.com { umStartupMode ${random.pick(['tls', 'dual'])}  dialPlans ${plans.join(', ')} }`,
    ),
    ...(random.chance(0.5) ? [`  umMailboxPolicy Strict { umDialPlan ${first}  minPINLength 8 }`] : []),
    ...(random.chance(0.5)
      ? [
          `  umIPGateway Pool01 { address pool01.contoso.com  umDialPlan ${first}  outcallsAllowed ${random.chance(0.5)} }`,
        ]
      : []),
    ...(random.chance(0.5)
      ? [
          `  umAutoAttendant Reception { umDialPlan ${first}  pilotIdentifierList +14255550190  status ${random.pick(['enabled', 'disabled'])} }`,
        ]
      : []),
    '}',
  );
  return plans;
}

interface Choices {
  readonly policies: readonly string[];
  readonly plans: readonly string[];
  readonly voicePolicies: readonly string[];
  readonly cloud: boolean;
}

function users(random: Random, { policies, plans, voicePolicies, cloud }: Choices, lines: string[]): string[] {
  const people: string[] = [];
  for (const pool of ['pool01.contoso.com', 'pool02.contoso.com']) {
    lines.push(`users "${pool}" {`, `  pool ${pool}`);
    const count = 1 + random.below(4);
    for (let i = 0; i < count; i++) {
      const address = `user${people.length}@contoso.com`;
      const isLocal = plans.length > 0 && (policies.length === 0 || random.chance(0.5));
      const parts = [address, `line +1425555${2000 + people.length}`];
      if (isLocal) {
        parts.push('mailbox local', `umDialPlan ${random.pick(plans)}`, `extensions ${55000 + people.length}`);
        if (cloud && random.chance(0.1)) parts.push('enableCloudVoiceMail true');
      } else if (plans.length > 0) parts.push('mailbox hosted');
      if (!isLocal && policies.length > 0 && random.chance(0.6)) parts.push(`policy ${random.pick(policies)}`);
      if (!isLocal && random.chance(0.2)) parts.push('exchangeHostedVoiceMail true', 'hostedVoiceMail true');
      if (voicePolicies.length > 0 && random.chance(0.4)) parts.push(`voicePolicy ${random.pick(voicePolicies)}`);
      if (random.chance(0.1)) parts.push('enterpriseVoice false');
      lines.push(`  ${parts.join('  ')}`);
      people.push(address);
    }
    lines.push('}');
  }
  return people;
}

function contacts(random: Random, policies: readonly string[], plans: readonly string[], lines: string[]): void {
  const place = 'pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"';
  if (policies.length > 0)
    lines.push(
      `exUmContact ova@contoso.com { displayNumber +14255550180  ${place}${random.chance(0.7) ? `  policy ${random.pick(policies)}` : ''} }`,
    );
  if (policies.length > 0 && random.chance(0.4))
    lines.push(`exUmContact menu@contoso.com { displayNumber +14255550181  ${place}  autoAttendant true }`);
  if (plans.length > 0)
    lines.push(
      `exUmContact local@contoso.com { tool ocsUmUtil  displayNumber +14255550100  ${place}  umDialPlan ${plans[0]} }`,
    );
}

function waves(
  random: Random,
  people: readonly string[],
  policies: readonly string[],
  plans: readonly string[],
  lines: string[],
): void {
  const left = [...people];
  for (const [i, name] of ['Pilot', 'Rest'].entries()) {
    const moved = left.splice(0, 1 + random.below(2));
    if (moved.length === 0) return;
    const toLocal = plans.length > 0 && (policies.length === 0 || random.chance(0.4));
    const hosted = policies.length > 0 && !toLocal;
    const when = random.pick(['', '  hostedVoiceMail before', '  hostedVoiceMail never']);
    const where = toLocal
      ? `local umDialPlan ${random.pick(plans)} policy unset`
      : hosted
        ? `hosted policy ${random.pick(policies)}`
        : 'pool pool02.contoso.com';
    lines.push(
      `wave ${name} {${i > 0 ? '  after Pilot' : ''}${when}  move ${moved.join(', ')} to ${where}${toLocal || hosted ? '' : ''} }`,
    );
  }
}
