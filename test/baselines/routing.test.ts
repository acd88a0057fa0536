import { describe, expect, it } from 'vitest';
import { waveOrder } from '../../server/src/model/waves';
import { evaluate } from '../../server/src/routing/expectations';
import { routeOfAddress, routeOfNumber } from '../../server/src/routing/route';
import { type CallEvent, callEvents } from '../../server/src/routing/types';
import { verdictMessage } from '../../server/src/routing/verdictMessage';
import { Baselines } from '../support/baseline';
import { deploymentOf, hostedParts, mixedBase } from '../support/deployment';
import { renderTrace } from '../support/render/trace';

/** What is put into a mixed deployment, whom a call is for, and at which events it is looked at (no answer, unless said). */
interface Scenario {
  readonly add: string;
  readonly change?: readonly (readonly [from: string | RegExp, to: string])[];
  readonly who: string;
  readonly on?: readonly CallEvent[];
}

const user = (row: string, pool = 'pool01.contoso.com'): string =>
  `users All {\n  pool ${pool}\n  u@contoso.com  line +14255550101  ${row}\n}\n`;
const contact = (rest: string): string =>
  `exUmContact c@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=V,DC=x"  ${rest} }\n`;
const hosted = user('mailbox hosted  policy Cloud');
const local = user('mailbox local  umDialPlan Redmond');
const branch = user('mailbox local  umDialPlan Redmond', 'sba01.contoso.com');
const who = 'u@contoso.com';
const number = '+14255550180';
const rerouting = (scope: string, rest: string): string => `voicemailReroutingConfiguration ${scope} { ${rest} }\n`;

const scenarios: Readonly<Record<string, Scenario>> = {
  'hosted-by-grant': { add: hosted, who, on: callEvents },
  'hosted-by-site': {
    add: `${user('mailbox hosted')}hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization a.onmicrosoft.com, b.onmicrosoft.com }`,
    who,
  },
  'hosted-by-global': {
    add: `${user('mailbox hosted', 'sba01.contoso.com')}hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }`,
    who,
  },
  'hosted-nothing-applies': { add: user('mailbox hosted'), who },
  'hosted-site-hides-global': {
    add: `${user('mailbox hosted')}hostedVoicemailPolicy site:Redmond { description x }\nhostedVoicemailPolicy global { destination exap.um.outlook.com }`,
    who,
  },
  'hosted-without-organization': { add: hosted, change: [['  organization contoso.onmicrosoft.com', '']], who },
  'hosted-partner-without-organization': {
    add: `${user('mailbox hosted  policy Partner')}hostedVoicemailPolicy Partner { destination um.fabrikam.com }\nhostingProvider Partner { proxyFqdn UM.fabrikam.com  enabled true  enabledSharedAddressSpace true }`,
    who,
  },
  'hosted-no-provider': { add: hosted, change: [['proxyFqdn exap.um.outlook.com', 'proxyFqdn um.fabrikam.com']], who },
  'hosted-disabled': { add: hosted, change: [['enabled true', 'enabled false']], who },
  'hosted-not-shared': { add: hosted, change: [['enabledSharedAddressSpace true', '']], who },
  'hosted-no-federation': { add: hosted, change: [['allowFederatedUsers true', 'allowFederatedUsers false']], who },
  'hosted-no-access-edge': { add: hosted, change: [[hostedParts.accessEdge, '']], who },
  'hosted-default-routing': {
    add: hosted,
    change: [['useDnsSrvRouting true', 'useDefaultRouting true  defaultRouteFqdn x.contoso.com']],
    who,
  },
  'hosted-no-edge': {
    add: hosted,
    change: [
      [/ {2}pool edge01.*\n/, ''],
      [/ {2}edgePool edge01\.contoso\.com/g, ''],
    ],
    who,
  },
  'hosted-edge-of-federation': {
    add: hosted,
    change: [
      [/ {2}edgePool edge01\.contoso\.com/g, ''],
      ['  pool edge01', '  pool edge00.contoso.com { role edge }\n  pool edge01'],
    ],
    who,
  },
  'hosted-only-edge': {
    add: hosted,
    change: [
      [/ {2}edgePool edge01\.contoso\.com/g, ''],
      ['  federationRoute true', ''],
    ],
    who,
  },
  'hosted-undeclared-pool': { add: user('mailbox hosted  policy Cloud', 'pool77.contoso.com'), who },
  'hosted-undeclared-tenant': { add: hosted, change: [[/tenant contoso.*\n/, '']], who },
  'attribute-raw': {
    add: user(
      'mailbox local  umDialPlan Redmond  policy Cloud  msExchUCVoiceMailSettings "ExchangeHostedVoiceMail=1", "CsHostedVoiceMail=1"',
    ),
    who,
  },
  'attribute-malformed': {
    add: user('mailbox local  msExchUCVoiceMailSettings "CsHostedVoiceMail=1", "CsHostedVoiceMail=0", "x=1"'),
    who,
  },
  'attribute-writers-disagree': {
    add: user('mailbox local  exchangeHostedVoiceMail true  hostedVoiceMail false'),
    who,
  },
  'attribute-off': { add: user('mailbox local  umDialPlan Redmond  hostedVoiceMail false'), who },
  'attribute-off-without-proxy': { add: user('mailbox local  exchangeHostedVoiceMail false'), who },
  'attribute-in-the-block': {
    add: `users All {\n  pool pool01.contoso.com  hostedVoiceMail true  policy Cloud\n  u@contoso.com  line +14255550101  mailbox local  msExchUCVoiceMailSettings unset  umDialPlan Redmond\n}`,
    who,
  },
  'attribute-in-the-row': {
    add: `users All {\n  pool pool01.contoso.com  msExchUCVoiceMailSettings unset  policy Cloud\n  u@contoso.com  line +14255550101  mailbox hosted  hostedVoiceMail true\n}`,
    who,
  },
  'cloud-voicemail-of-a-local-mailbox': {
    add: user('mailbox local  enableCloudVoiceMail true  umDialPlan Redmond  policy Cloud'),
    who,
  },
  'no-enterprise-voice': { add: user('mailbox hosted  policy Cloud  enterpriseVoice false'), who },
  'homed-online': { add: 'users All {\n  u@contoso.com  hostingProvider ExchangeOnline\n}', who },
  'nothing-at-all': { add: user('mailbox none'), who },
  local: { add: local, who, on: callEvents },
  'local-older-servers-too': {
    add: `${local}exchange Old { version 2010  umServer um10.contoso.com { dialPlans OnPrem\\Redmond } }`,
    who,
  },
  'local-exchange-2010': {
    add: local,
    change: [
      ['version 2013', 'version 2010SP1'],
      ['ex01.contoso.com { umStartupMode dual', 'ex01.contoso.com { umStartupMode dual  sipTlsListeningPort 5071'],
    ],
    who,
  },
  'local-exchange-2019': { add: local, change: [['version 2013', 'version 2019']], who },
  'local-one-server': { add: local, change: [[/ {2}umServer ex02.*\n/, '']], who },
  'local-services-apart': {
    add: local,
    change: [
      [
        'ex01.contoso.com { umStartupMode dual',
        'ex01.contoso.com { umStartupMode dual  services umCallRouter  sipTlsListeningPort 5071',
      ],
      ['ex02.contoso.com { umStartupMode dual', 'ex02.contoso.com { umStartupMode dual  services umService'],
    ],
    who,
  },
  'local-no-server': { add: local, change: [[/ {2}dialPlans Redmond/g, '']], who },
  'local-security-of-the-site': {
    add: `${local}mediaConfiguration site:Redmond { encryptionLevel supportEncryption }\nmediaConfiguration global { encryptionLevel requireEncryption }`,
    change: [['voIPSecurity secured', 'voIPSecurity sipSecured']],
    who,
  },
  'local-security-global': {
    add: `${local}mediaConfiguration global { encryptionLevel doNotSupportEncryption }`,
    change: [['voIPSecurity secured', 'voIPSecurity sipSecured']],
    who,
  },
  'local-insecure-plan': { add: local, change: [['  voIPSecurity secured', '']], who },
  'local-plan-too-secure': { add: `${local}mediaConfiguration global { encryptionLevel doNotSupportEncryption }`, who },
  'local-plan-of-two-organizations': {
    add: `${user('mailbox local  umDialPlan Redmond  exchange Europe')}exchange Europe { version 2013  umServer ex09.contoso.com { dialPlans Redmond }  umDialPlan Redmond { voIPSecurity secured  numberOfDigitsInExtension 4  countryOrRegionCode 49 } }`,
    who,
  },
  'mailbox-policy-forbids': {
    add: local,
    change: [
      [
        'umDialPlan Redmond {',
        'umMailboxPolicy "Redmond Default Policy" { umDialPlan Redmond  allowMissedCallNotifications false  allowMessageWaitingIndicator false  allowPlayOnPhone false }\n  umDialPlan Redmond {',
      ],
    ],
    who,
    on: ['noAnswer', 'missedCall', 'mwi', 'playOnPhone'],
  },
  'own-mailbox-policy-allows': {
    add: user('mailbox local  umDialPlan Redmond  umMailboxPolicy Own'),
    change: [
      [
        'umDialPlan Redmond {',
        'umMailboxPolicy "Redmond Default Policy" { umDialPlan Redmond  allowPlayOnPhone false }\n  umMailboxPolicy Own { umDialPlan Redmond }\n  umDialPlan Redmond {',
      ],
    ],
    who,
    on: ['playOnPhone'],
  },
  'gateways-without-mwi-and-outcalls': {
    add: local,
    change: [
      [
        'umDialPlan Redmond {',
        'umIPGateway G { address pool01.contoso.com  messageWaitingIndicatorAllowed false  outcallsAllowed false }\n  umHuntGroup H { umDialPlan Redmond  umIPGateway G }\n  umDialPlan Redmond {',
      ],
    ],
    who,
    on: ['mwi', 'playOnPhone'],
  },
  'one-of-two-gateways': {
    add: local,
    change: [
      [
        'umDialPlan Redmond {',
        'umIPGateway G { address pool01.contoso.com  umDialPlan Redmond  messageWaitingIndicatorAllowed false  outcallsAllowed false }\n  umIPGateway F { address sba01.contoso.com  umDialPlan Redmond  status disabled }\n  umIPGateway E { address sba01.contoso.com  umDialPlan Redmond }\n  umDialPlan Redmond {',
      ],
    ],
    who,
    on: ['mwi', 'playOnPhone'],
  },
  'only-a-disabled-gateway': {
    add: local,
    change: [
      [
        'umDialPlan Redmond {',
        'umIPGateway F { address sba01.contoso.com  umDialPlan Redmond  status disabled }\n  umDialPlan Redmond {',
      ],
    ],
    who,
    on: ['mwi', 'playOnPhone'],
  },
  'escape-of-the-site': {
    add: `${local}voicePolicy global { }\nvoicePolicy site:Redmond { enableVoicemailEscapeTimer true }`,
    who,
    on: ['escape'],
  },
  'escape-granted': {
    add: `${user('mailbox local  umDialPlan Redmond  voicePolicy Mobile')}voicePolicy Mobile { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 3000 }\nvoicePolicy global { }`,
    who,
    on: ['escape'],
  },
  'escape-off': { add: `${local}voicePolicy global { pstnVoicemailEscapeTimer 3000 }`, who, on: ['escape'] },
  'escape-undeclared': { add: local, who, on: ['escape'] },
  'branch-rerouted': {
    add: `${branch}${contact('policy Cloud  autoAttendant true')}${rerouting('site:Spokane', `enabled true  autoAttendantNumber ${number}`)}${rerouting('global', 'enabled false')}`,
    who,
    on: ['wanOutage', 'noAnswer'],
  },
  'branch-rerouted-globally': {
    add: `${branch}${contact('policy Cloud  autoAttendant true')}${rerouting('global', `enabled true  autoAttendantNumber ${number}`)}`,
    who,
    on: ['wanOutage'],
  },
  'branch-rerouting-off': {
    add: `${branch}${rerouting('site:Spokane', `enabled false  autoAttendantNumber ${number}`)}`,
    who,
    on: ['wanOutage'],
  },
  'branch-rerouting-without-number': {
    add: `${branch}${rerouting('site:Spokane', 'enabled true')}`,
    who,
    on: ['wanOutage'],
  },
  'branch-rerouted-to-nobody': {
    add: `${branch}${rerouting('site:Spokane', `enabled true  autoAttendantNumber ${number}`)}`,
    who,
    on: ['wanOutage'],
  },
  'branch-without-rerouting': { add: branch, who, on: ['wanOutage'] },
  'no-branch': { add: local, who, on: ['wanOutage'] },
  'contact-hosted': { add: contact('policy Cloud'), who: number },
  'contact-attendant': { add: contact('policy Cloud  autoAttendant true'), who: number },
  'contact-local': { add: contact('tool ocsUmUtil  umDialPlan Redmond'), who: number },
  'contact-without-voice': { add: contact('policy Cloud  enterpriseVoice false'), who: number },
  'contact-disabled': { add: contact('policy Cloud  enabled false'), who: number },
  'contact-without-policy': { add: contact(''), who: number },
  'attendant-disabled-by-number': {
    add: contact('tool ocsUmUtil  umDialPlan Redmond  autoAttendant true'),
    change: [
      [
        'umDialPlan Redmond {',
        `umAutoAttendant Other { umDialPlan Redmond  pilotIdentifierList +14255550188 }\n  umAutoAttendant Aa { umDialPlan Redmond  pilotIdentifierList +14255550187, ${number} }\n  umDialPlan Redmond {`,
      ],
    ],
    who: number,
  },
  'attendant-disabled-by-name': {
    add: contact('tool ocsUmUtil  umDialPlan Redmond  autoAttendant true  umAutoAttendant Aa'),
    change: [
      ['umDialPlan Redmond {', 'umAutoAttendant Aa { umDialPlan Redmond  status disabled }\n  umDialPlan Redmond {'],
    ],
    who: number,
  },
  'attendant-enabled': {
    add: contact('tool ocsUmUtil  umDialPlan Redmond  autoAttendant true'),
    change: [
      [
        'umDialPlan Redmond {',
        `umAutoAttendant Aa { umDialPlan Redmond  status enabled  pilotIdentifierList ${number} }\n  umDialPlan Redmond {`,
      ],
    ],
    who: number,
  },
  'attendant-of-the-other-half': {
    add: contact('policy Cloud  autoAttendant true'),
    change: [
      [
        'umDialPlan Redmond {',
        `umAutoAttendant Aa { umDialPlan Redmond  pilotIdentifierList ${number} }\n  umDialPlan Redmond {`,
      ],
    ],
    who: number,
  },
  'number-of-a-user': { add: local, who: 'tel:+14255550101' },
  'waves-of-a-user': {
    add: `${local}wave A { date 2013-06-03  move u@contoso.com to hosted policy Cloud }\nwave B { after A  move every user with policy Cloud to local umDialPlan Redmond policy unset }\nwave C { after B  move u@contoso.com to none }`,
    who,
  },
  'waves-of-a-contact': {
    add: `${contact('policy Cloud')}wave A { move c@contoso.com to local umDialPlan Redmond }\nwave B { after A  move c@contoso.com to hosted }\nwave C { after B  move c@contoso.com to none }`,
    who: number,
  },
  'unknown-mailbox': { add: user('mailbox unknown  policy Cloud'), who },
  'unknown-that-does-not-matter': { add: user('mailbox local  umDialPlan Redmond  policy unknown'), who },
  'unknown-pool': {
    add: `${user('mailbox hosted', 'unknown')}hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }`,
    who,
  },
  'unknown-organization': {
    add: hosted,
    change: [['organization contoso.onmicrosoft.com', 'organization unknown']],
    who,
  },
  'unknown-voice-policy': {
    add: `${user('mailbox local  umDialPlan Redmond  voicePolicy unknown')}voicePolicy global { }\nvoicePolicy Mobile { enableVoicemailEscapeTimer true }`,
    who,
    on: ['escape'],
  },
  ...Object.fromEntries(
    (
      [
        ['hostingProvider', hosted, [[hostedParts.provider, '']], who, 'noAnswer'],
        ['accessEdgeConfiguration', hosted, [[hostedParts.accessEdge, '']], who, 'noAnswer'],
        ['hostedVoicemailPolicy', user('mailbox hosted'), [], who, 'noAnswer'],
        ['hostedVoicemailPolicy', user('mailbox hosted  policy Gone'), [], who, 'noAnswer'],
        ['umServer', local, [[/ {2}umServer.*\n/g, '']], who, 'noAnswer'],
        ['umDialPlan', user('mailbox local  umDialPlan Gone'), [], who, 'noAnswer'],
        ['mediaConfiguration', local, [], who, 'noAnswer'],
        ['voicePolicy', local, [], who, 'escape'],
        ['voicePolicy', user('mailbox local  umDialPlan Redmond  voicePolicy Gone'), [], who, 'escape'],
        ['voicemailReroutingConfiguration', branch, [], who, 'wanOutage'],
        [
          'exUmContact',
          `${branch}${rerouting('global', `enabled true  autoAttendantNumber ${number}`)}`,
          [],
          who,
          'wanOutage',
        ],
        [
          'pool',
          hosted,
          [
            [/ {2}pool edge01.*\n/, ''],
            [/ {2}edgePool edge01\.contoso\.com/g, ''],
          ],
          who,
          'noAnswer',
        ],
      ] as const
    ).map(([kind, add, change, whom, event], i) => [
      `incomplete-${i + 1}-${kind}`,
      {
        add,
        change: [...change, ['mode mixed', `mode mixed  incomplete ${kind}`]],
        who: whom,
        on: [event],
      } as Scenario,
    ]),
  ),
  ...Object.fromEntries(
    [
      'policy Gone',
      'policy global',
      'umDialPlan Gone  hostedVoiceMail unset',
      'voicePolicy Gone  umDialPlan Redmond  hostedVoiceMail unset',
    ].map((row, i) => [
      `broken-${i + 1}`,
      { add: user(`mailbox hosted  ${row}`), who, on: ['escape', 'noAnswer'] } as Scenario,
    ]),
  ),
};

const baselines = new Baselines('test/baselines/routing');

describe('what is said of a call', () => {
  it.each(Object.entries(scenarios))('%s', (name, { add, change = [], who: whom, on = ['noAnswer'] }) => {
    let text = `${mixedBase}${Object.values(hostedParts).join('\n')}\n`;
    for (const [from, to] of change) {
      const changed = text.replace(from, () => to);
      expect(changed, String(from)).not.toBe(text);
      text = changed;
    }
    const deployment = deploymentOf(`${text}${add}\n`);
    const waves = waveOrder(deployment).waves.map((wave) => wave.name);
    const lines = ['before', ...waves].flatMap((wave, done) =>
      on.flatMap((event) => {
        const route = whom.includes('@')
          ? routeOfAddress(deployment, whom, event, done)
          : routeOfNumber(deployment, whom, done);
        const when = waves.length === 0 ? '' : done === 0 ? ' before the waves' : ` after ${wave}`;
        return [`${whom} ${event}${when}`, ...(route ? renderTrace(deployment, route) : ['nobody']), ''];
      }),
    );
    baselines.match(`${name}.txt`, lines.join('\n'));
  });

  const people = `users Two {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  a@contoso.com  line +14255550101
  b@contoso.com  line +14255550102
  c@contoso.com  line +14255550103  mailbox unknown
  d@contoso.com  line +14255550104  mailbox local  hostedVoiceMail true  exchangeHostedVoiceMail false
  e@contoso.com  line +14255550105  policy Gone
}
wave Pilot { move a@contoso.com to none }
`;
  it.each([
    'expect a@contoso.com reaches hosted',
    'expect a@contoso.com reaches local',
    'expect a@contoso.com, b@contoso.com reaches local',
    'expect c@contoso.com reaches local',
    'expect d@contoso.com reaches local',
    'expect e@contoso.com reaches local',
    'expect every user reaches hosted',
    'expect every user with mailbox hosted reaches nothing',
    'expect every user with mailbox none reaches nothing',
    'expect every user with policy Cloud reaches hosted after Pilot',
    'expect no user unreachable',
    'expect every user reaches hosted on escape',
    'expect call to +14255550199 reaches hosted',
  ])('of %s', (line) => {
    const deployment = deploymentOf(`${mixedBase}${Object.values(hostedParts).join('\n')}\n${people}${line}\n`);
    const [expectation] = deployment.expectations;
    if (expectation === undefined) throw new Error('no expectation');
    const verdict = evaluate(deployment, expectation);
    const { passed, witness, failing, of, needs, broken } = verdict;
    const facts = JSON.stringify({ passed, witness, failing, of, needs, broken });
    const name = line.replace(/[^\w]+/g, '-').toLowerCase();
    baselines.match(`${name}.txt`, `${line}\n${facts}\n${verdictMessage(verdict)}\n`);
  });

  it('has no baseline that nothing yields', () => expect(baselines.leftOver()).toEqual([]));
});
