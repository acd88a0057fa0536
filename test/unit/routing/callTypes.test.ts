import { describe, expect, it } from 'vitest';
import { waveOrder } from '../../../server/src/model/waves';
import { routeOfAddress, routeOfNumber } from '../../../server/src/routing/route';
import type { CallEvent, Route } from '../../../server/src/routing/types';
import { bases } from '../../support/cleanDeployment';
import { deploymentOf } from '../../support/deployment';

/** A rest that all three modes share: a branch with its rerouting, and a voice policy with an escape timer. */
const branch = (contact: string): string => `
branchSite Spokane { centralSite Redmond  pool sba01.contoso.com { role survivableBranch } }
voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550190  subscriberAccessNumber +14255550180 }
voicePolicy global { enableVoicemailEscapeTimer true }
${contact}
`;
const hostedAttendant =
  'exUmContact aa@contoso.com { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud  autoAttendant true }';
const localAttendant =
  'exUmContact aa@contoso.com { tool ocsUmUtil  displayNumber +14255550190  pool pool01.contoso.com  ou "OU=V,DC=x"  umDialPlan Redmond  autoAttendant true }';
const hostedBranch =
  'users Branch { pool sba01.contoso.com  mailbox hosted  policy Cloud\n  ben@contoso.com  line +14255550103\n}';
const localBranch =
  'users Branch { pool sba01.contoso.com  mailbox local  umDialPlan Redmond\n  ben@contoso.com  line +14255550123\n}';

const modes = {
  onPremises: `${bases.onPremises}${branch(localAttendant)}${localBranch}`,
  crossPremises: `${bases.crossPremises}${branch(hostedAttendant)}${hostedBranch}`,
  mixed: `${bases.mixed}${branch(hostedAttendant)}${localBranch}
wave Pilot { date 2013-06-03  move carol@contoso.com, ben@contoso.com to hosted policy Cloud }
wave Back { after Pilot  move carol@contoso.com to local
  move ben@contoso.com to none }`,
} as const;

function asked(mode: keyof typeof modes, who: string, event: CallEvent = 'noAnswer', waves = 0): Route {
  const deployment = deploymentOf(modes[mode]);
  const route = who.includes('@')
    ? routeOfAddress(deployment, who, event, waves)
    : routeOfNumber(deployment, who, waves);
  if (route === undefined) throw new Error(`nobody is ${who}`);
  return route;
}

const told = ({ outcome, target, contact }: Route): string =>
  [outcome, target, contact && `by ${contact}`].filter((part) => part !== null).join(' ');
const because = (route: Route, step: string): string =>
  route.decisions.find((decision) => decision.step === step)?.because ?? '';

const hosted = 'hosted ExchangeOnline';
const local = 'local Redmond';

describe('every type of call in every mode', () => {
  it.each<[CallEvent, string, string, string, string]>([
    // event, on-premises carol, cross-premises alice, mixed carol, mixed alice
    ['noAnswer', local, hosted, local, hosted],
    ['busy', local, hosted, local, hosted],
    ['forwarded', local, hosted, local, hosted],
    ['doNotDisturb', local, hosted, local, hosted],
    ['direct', local, hosted, local, hosted],
    ['callVoicemail', local, hosted, local, hosted],
    ['missedCall', local, hosted, local, hosted],
    ['mwi', local, hosted, local, hosted],
    ['playOnPhone', local, hosted, local, hosted],
    ['escape', local, hosted, local, hosted],
    ['wanOutage', local, hosted, local, hosted],
  ])('%s', (event, onPremises, crossPremises, mixedLocal, mixedHosted) => {
    expect(told(asked('onPremises', 'carol@contoso.com', event))).toBe(onPremises);
    expect(told(asked('crossPremises', 'alice@contoso.com', event))).toBe(crossPremises);
    expect(told(asked('mixed', 'carol@contoso.com', event))).toBe(mixedLocal);
    expect(told(asked('mixed', 'alice@contoso.com', event))).toBe(mixedHosted);
  });

  it.each<[keyof typeof modes, string, string]>([
    ['onPremises', '+14255550100', 'local Redmond by ova-local@contoso.com'],
    ['onPremises', '+14255550190', 'local Redmond by aa@contoso.com'],
    ['crossPremises', '+14255550180', 'hosted ExchangeOnline by ova@contoso.com'],
    ['crossPremises', '+14255550190', 'hosted ExchangeOnline by aa@contoso.com'],
    ['mixed', '+14255550100', 'local Redmond by ova-local@contoso.com'],
    ['mixed', '+14255550180', 'hosted ExchangeOnline by ova@contoso.com'],
  ])('%s: the number %s', (mode, number, answer) => {
    expect(told(asked(mode, number))).toBe(answer);
  });

  it.each<[keyof typeof modes, string]>([
    ['onPremises', 'local Redmond by aa@contoso.com'],
    ['crossPremises', 'hosted ExchangeOnline by aa@contoso.com'],
    // The branch's mailbox is local, the attendant hosted: the contact decides.
    ['mixed', 'hosted ExchangeOnline by aa@contoso.com'],
  ])('%s: a branch whose WAN is down is rerouted to the attendant', (mode, answer) => {
    const route = asked(mode, 'ben@contoso.com', 'wanOutage');
    expect(told(route)).toBe(answer);
    expect(route.hops.slice(0, 2).map(({ at, role }) => `${role} ${at}`)).toEqual([
      'survivableBranch sba01.contoso.com',
      'pstn +14255550190',
    ]);
    expect(because(route, 'reroute')).toContain('reroutes unanswered calls over the PSTN to +14255550190');
  });
});

describe('before, between and after the waves', () => {
  it.each<[string, CallEvent, string[]]>([
    ['carol@contoso.com', 'noAnswer', [local, hosted, local]],
    ['carol@contoso.com', 'callVoicemail', [local, hosted, local]],
    ['carol@contoso.com', 'mwi', [local, hosted, local]],
    ['ben@contoso.com', 'noAnswer', [local, hosted, 'none']],
    ['ben@contoso.com', 'missedCall', [local, hosted, 'none']],
    ['alice@contoso.com', 'noAnswer', [hosted, hosted, hosted]],
  ])('%s %s', (who, event, answers) => {
    const waves = waveOrder(deploymentOf(modes.mixed)).waves.length;
    expect(waves).toBe(2);
    expect([0, 1, 2].map((done) => told(asked('mixed', who, event, done)))).toEqual(answers);
  });
});

describe('a trace says', () => {
  it.each<[CallEvent, string]>([
    [
      'noAnswer',
      'The diversion header names sip:alice@contoso.com with reason no-answer: UM matches it to a UM-enabled mailbox of the tenant and plays that greeting',
    ],
    [
      'busy',
      'The diversion header names sip:alice@contoso.com with reason user-busy: UM matches it to a UM-enabled mailbox of the tenant and plays that greeting',
    ],
    [
      'direct',
      'The request URI sip:alice@contoso.com;opaque=app:voicemail names the mailbox: UM matches it to a UM-enabled mailbox of the tenant',
    ],
    [
      'callVoicemail',
      'sip:alice@contoso.com is caller and called: UM knows the owner of the mailbox by it, without a PIN',
    ],
    [
      'missedCall',
      'The diversion header names sip:alice@contoso.com with reason no-answer: UM matches it to a UM-enabled mailbox of the tenant and notes the call there',
    ],
    ['mwi', ''],
    ['playOnPhone', ''],
  ])('what names the mailbox: %s', (event, text) => {
    expect(because(asked('mixed', 'alice@contoso.com', event), 'mailbox')).toBe(text);
  });

  it('what names it at local UM, and to Outlook Voice Access', () => {
    expect(because(asked('mixed', 'carol@contoso.com'), 'mailbox')).toBe(
      'The diversion header names sip:carol@contoso.com with reason no-answer: UM matches it to the SIP EUM proxy address and plays that greeting',
    );
    expect(because(asked('mixed', '+14255550180'), 'mailbox')).toContain('caller ID');
    expect(because(asked('mixed', '+14255550190'), 'mailbox')).toBe('');
  });

  it('whom a call from the PSTN comes from, for the hosted service alone', () => {
    expect(because(asked('mixed', 'alice@contoso.com'), 'caller')).toContain('the default SIP domain contoso.com');
    expect(because(asked('mixed', 'carol@contoso.com'), 'caller')).toBe('');
    expect(because(asked('mixed', 'alice@contoso.com', 'callVoicemail'), 'caller')).toBe('');
  });

  it('the way of the voice', () => {
    expect(because(asked('mixed', 'alice@contoso.com'), 'media')).toContain('50000-59999');
    expect(because(asked('mixed', 'carol@contoso.com'), 'media')).toContain('1024-65535/UDP');
    expect(because(asked('mixed', 'alice@contoso.com', 'mwi'), 'media')).toBe('');
  });

  it('what was decided against', () => {
    const text = `${modes.mixed}\nusers Moved { pool pool01.contoso.com  mailbox hosted  policy Cloud  umDialPlan Redmond\n  eve@contoso.com  line +14255550109\n}`;
    const route = routeOfAddress(deploymentOf(text), 'eve@contoso.com');
    if (route === undefined) throw new Error('nobody is eve');
    expect(because(route, 'chooseUm')).toContain('wins over the EUM proxy addresses of UM dial plan Redmond');
    expect(because(route, 'effectivePolicy')).toContain('wins over the policies of site and global scope');
  });
});
