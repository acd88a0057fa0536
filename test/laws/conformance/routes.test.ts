import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { waveNamed } from '../../../server/src/model/waves';
import { routeOfAddress, routeOfNumber } from '../../../server/src/routing/route';
import type { CallEvent, Route } from '../../../server/src/routing/types';
import { deploymentOf } from '../../support/deployment';
import { deployments } from './deployments';

type Name = keyof typeof deployments;

/** A deployment with texts changed, and a file more. */
function changed(name: Name, changes: readonly (readonly [string, string])[] = [], more = ''): Deployment {
  let source: string = deployments[name];
  for (const [from, to] of changes) {
    if (!source.includes(from)) throw new Error(`${name} has no ${from}`);
    source = source.replace(from, () => to);
  }
  return deploymentOf(
    more === ''
      ? source
      : source.replace(/^\/\/- (.*)main\.umtopo$/m, (header, folder) => `//- ${folder}more.umtopo\n${more}\n${header}`),
  );
}

function routed(deployment: Deployment, of: string, { event, wave }: { event?: CallEvent; wave?: string } = {}): Route {
  const waves = wave === undefined ? 0 : waveNamed(deployment, wave) + 1;
  const route = of.includes('@') ? routeOfAddress(deployment, of, event, waves) : routeOfNumber(deployment, of, waves);
  if (route === undefined) throw new Error(`nobody is ${of}`);
  return route;
}

/** What a route comes to, as one reads it aloud. */
function told({ outcome, target, needs }: Route): string {
  return [
    outcome,
    ...(target === null ? [] : [target]),
    ...(needs.length > 0 ? [`needs ${needs.join(', ')}`] : []),
  ].join(' ');
}

describe('the attribute and the proxies decide between hosted and local', () => {
  const E = '"ExchangeHostedVoiceMail=1"';
  const e = '"ExchangeHostedVoiceMail=0"';
  const C = '"CsHostedVoiceMail=1"';
  const c = '"CsHostedVoiceMail=0"';
  const proxy = 'umDialPlan Europe\\Plant';
  it.each([
    [`${proxy}`, 'local Europe\\Plant'],
    ['exchange Europe', 'none'],
    [`msExchUCVoiceMailSettings ${E}`, 'hosted ExchangeOnline'],
    [`msExchUCVoiceMailSettings ${E} ${proxy}`, 'hosted ExchangeOnline'],
    [`msExchUCVoiceMailSettings ${C}`, 'hosted ExchangeOnline'],
    [`msExchUCVoiceMailSettings ${C} ${proxy}`, 'hosted ExchangeOnline'],
    [`msExchUCVoiceMailSettings ${E}, ${C} ${proxy}`, 'hosted ExchangeOnline'],
    [`msExchUCVoiceMailSettings ${e} ${proxy}`, 'local Europe\\Plant'],
    [`msExchUCVoiceMailSettings ${e}, ${c} ${proxy}`, 'local Europe\\Plant'],
    [`msExchUCVoiceMailSettings ${c} ${proxy}`, 'local Europe\\Plant'],
    [`msExchUCVoiceMailSettings ${c}`, 'none'],
    [`msExchUCVoiceMailSettings ${e}, ${c}`, 'none'],
    [`msExchUCVoiceMailSettings ${E}, ${c} ${proxy}`, 'unknown'],
    [`msExchUCVoiceMailSettings ${e}, ${C} ${proxy}`, 'unknown'],
    [`msExchUCVoiceMailSettings ${E}, ${e} ${proxy}`, 'unknown'],
    [`msExchUCVoiceMailSettings ${C} enterpriseVoice false`, 'none'],
    ['umDialPlan America\\Plant', 'local America\\Plant'],
    // Facts that aren't known.
    [`exchangeHostedVoiceMail unknown hostedVoiceMail unset ${proxy}`, 'unknown needs exchangeHostedVoiceMail'],
    [`exchangeHostedVoiceMail unknown ${proxy}`, 'unknown needs exchangeHostedVoiceMail'],
    ['exchangeHostedVoiceMail true hostedVoiceMail unknown', 'unknown needs hostedVoiceMail'],
    ['hostedVoiceMail unknown exchange Europe', 'unknown needs hostedVoiceMail'],
    ['exchangeHostedVoiceMail false umDialPlan unknown', 'unknown needs umDialPlan'],
    ['exchangeHostedVoiceMail true umDialPlan unknown', 'hosted ExchangeOnline'],
    ['exchangeHostedVoiceMail true policy unknown', 'unknown needs policy'],
    ['exchangeHostedVoiceMail true policy unset', 'failed'],
    [`pool unknown ${proxy}`, 'local Europe\\Plant'],
    [`policy unknown ${proxy}`, 'local Europe\\Plant'],
    [`enterpriseVoice unknown ${proxy}`, 'unknown needs enterpriseVoice'],
    ['enterpriseVoice unknown exchange Europe', 'none'],
    ['msExchUCVoiceMailSettings unknown exchange Europe', 'unknown needs msExchUCVoiceMailSettings'],
  ])('%s: %s', (properties, outcome) => {
    const deployment = changed(
      'contosoMixed',
      [],
      `users Extra { pool pool01.contoso.com mailbox local policy Cloud\n  tia@contoso.com line +14255550150 ${properties} }`,
    );
    expect(told(routed(deployment, 'tia@contoso.com'))).toBe(outcome);
  });
});

describe('the policy of the user, of the site, or the global one', () => {
  it.each<[Name, string, string, Route['policy']]>([
    ['litware', 'kim@litware.com', 'hosted Cloud Voicemail', { name: 'site:New York', scope: 'site' }],
    ['litware', 'max@litware.com', 'hosted Cloud Voicemail', { name: 'global', scope: 'global' }],
    ['litware', 'old@litware.com', 'none', null],
    ['litware', 'off@litware.com', 'none', null],
    ['contosoAsia', 'li@asia.contoso.com', 'hosted China', { name: 'Beijing', scope: 'user' }],
    ['contosoAsia', 'sip:TAN@contoso.com', 'hosted Litware', { name: 'Partner', scope: 'user' }],
    ['fabrikam', 'hans@fabrikam.local', 'local Zurich', null],
    ['fabrikam', 'gina@fabrikam.com', 'local Geneva', null],
    ['inventory', 'a@fabrikam.com', 'unknown needs hostedVoiceMail, accessEdgeConfiguration', null],
    ['inventory', 'b@fabrikam.com', 'unknown needs hostedVoicemailPolicy', null],
  ])('%s, %s: %s', (name, address, outcome, policy) => {
    const route = routed(changed(name), address);
    expect(told(route)).toBe(outcome);
    expect(route.policy).toEqual(policy);
  });
});

describe('what a hosted call needs on its way', () => {
  const provider = 'proxyFqdn exap.um.outlook.com enabled true enabledSharedAddressSpace true';
  it.each<[string, [string, string], string]>([
    ['nothing changed', ['lync2013', 'lync2013'], 'hosted ExchangeOnline'],
    [
      'a disabled provider',
      [provider, 'proxyFqdn exap.um.outlook.com enabled false enabledSharedAddressSpace true'],
      'failed',
    ],
    ['no shared address space', [provider, 'proxyFqdn exap.um.outlook.com enabled true'], 'failed'],
    ['another proxy', [provider, provider.replace('outlook', 'example')], 'failed'],
    [
      'a provider whose state is not known',
      [provider, provider.replace('enabled true', 'enabled unknown')],
      'unknown needs enabled',
    ],
    [
      'a provider whose proxy is not known',
      [provider, provider.replace('exap.um.outlook.com', 'unknown')],
      'unknown needs proxyFqdn',
    ],
    [
      'a Destination that is not known',
      ['{ destination exap.um.outlook.com ', '{ destination unknown '],
      'unknown needs destination',
    ],
    ['no Destination', ['{ destination exap.um.outlook.com ', '{ '], 'failed'],
    ['no Organization', ['  organization contoso.onmicrosoft.com', ''], 'failed'],
    ['no federation', ['allowFederatedUsers true', 'allowFederatedUsers false'], 'failed'],
  ])('%s', (_, change, outcome) => {
    expect(told(routed(changed('contosoMixed', [change]), 'alice@contoso.com'))).toBe(outcome);
  });
  it('tells the tenant only to a service that has many', () => {
    const deployment = changed('contosoAsia', [['  organization corp.litware.com', '']]);
    expect(told(routed(deployment, 'tan@contoso.com'))).toBe('hosted Litware');
  });
});

describe('what a local call needs on its way', () => {
  it.each<[string, [string, string], string]>([
    ['nothing changed', ['lync2013', 'lync2013'], 'local Europe\\Plant'],
    [
      'a plan less secure than the pool asks',
      [
        'voIPSecurity secured numberOfDigitsInExtension 5 countryOrRegionCode 44',
        'voIPSecurity sipSecured numberOfDigitsInExtension 5 countryOrRegionCode 44',
      ],
      'failed',
    ],
    [
      'Exchange without Unified Messaging',
      ['exchange Europe { version 2013', 'exchange Europe { version 2019'],
      'failed',
    ],
  ])('%s', (_, change, outcome) => {
    expect(told(routed(changed('contosoMixed', [change]), 'dora@contoso.com'))).toBe(outcome);
  });
  it('leaves no call to a plan that no server lists', () => {
    const deployment = changed('contosoMixed', [
      [
        'umServer eu1.contoso.com { umStartupMode dual  dialPlans Plant }',
        'umServer eu1.contoso.com { umStartupMode dual }',
      ],
      [
        'umServer eu2.contoso.com { umStartupMode dual  dialPlans Plant }',
        'umServer eu2.contoso.com { umStartupMode dual }',
      ],
    ]);
    expect(told(routed(deployment, 'dora@contoso.com'))).toBe('failed');
  });
  it('asks the servers of the newest version alone', () => {
    const deployment = changed('contosoMixed', [
      ['umServer eu2.contoso.com {', 'umServer eu2.contoso.com { version 2010SP1 '],
    ]);
    expect(routed(deployment, 'dora@contoso.com').umServers).toEqual(['eu1.contoso.com']);
  });
});

describe('numbers belong to contacts', () => {
  it.each<[Name, string, string, string]>([
    ['contosoMixed', '+14255550180', 'hosted ExchangeOnline', 'ova@contoso.com'],
    ['contosoMixed', 'tel:+14255550190', 'hosted ExchangeOnline', 'front@contoso.com'],
    ['contosoMixed', '+14255550100', 'local Europe\\Plant', 'ova-eu@contoso.com'],
    ['fabrikam', '+14255550110', 'local Zurich', 'desk@fabrikam.com'],
    ['contosoAsia', '+14255550181', 'hosted Litware', 'ova-sg@contoso.com'],
  ])('%s, %s: %s by %s', (name, number, outcome, contact) => {
    const route = routed(changed(name), number);
    expect(told(route)).toBe(outcome);
    expect(route.contact).toBe(contact);
  });
  it('and a contact without Enterprise Voice answers nobody', () => {
    expect(
      told(
        routed(
          changed('contosoMixed', [
            ['exUmContact ova@contoso.com {', 'exUmContact ova@contoso.com { enterpriseVoice false '],
          ]),
          '+14255550180',
        ),
      ),
    ).toBe('none');
  });
  it('and a disabled attendant loses the call', () => {
    expect(told(routed(changed('fabrikam', [['status enabled  callSomeone', 'callSomeone']]), '+14255550110'))).toBe(
      'failed',
    );
  });
  it('and a hosted contact without a policy loses it, too', () => {
    expect(
      told(
        routed(
          changed('contosoMixed', [['policy Cloud }\nexUmContact front', '}\nexUmContact front']]),
          '+14255550180',
        ),
      ),
    ).toBe('failed');
  });
  it('which nobody has', () => {
    expect(routeOfNumber(changed('fabrikam'), '+14255550199', 0)).toBeUndefined();
  });
});

describe('events', () => {
  it.each<[Name, string, CallEvent, string]>([
    ['contosoMixed', 'alice@contoso.com', 'busy', 'hosted ExchangeOnline'],
    ['contosoMixed', 'alice@contoso.com', 'forwarded', 'hosted ExchangeOnline'],
    ['contosoMixed', 'alice@contoso.com', 'callVoicemail', 'hosted ExchangeOnline'],
    ['contosoMixed', 'dora@contoso.com', 'doNotDisturb', 'local Europe\\Plant'],
    ['contosoMixed', 'dora@contoso.com', 'direct', 'local Europe\\Plant'],
    ['contosoMixed', 'dora@contoso.com', 'missedCall', 'local Europe\\Plant'],
    ['contosoMixed', 'dora@contoso.com', 'mwi', 'local Europe\\Plant'],
    ['contosoMixed', 'dora@contoso.com', 'playOnPhone', 'local Europe\\Plant'],
    ['fabrikam', 'zoe@fabrikam.com', 'wanOutage', 'local Zurich'],
    ['moving', 'erin@contoso.com', 'wanOutage', 'hosted ExchangeOnline'],
    ['moving', 'alice@contoso.com', 'escape', 'hosted ExchangeOnline'],
  ])('%s, %s on %s: %s', (name, address, event, outcome) => {
    expect(told(routed(changed(name), address, { event }))).toBe(outcome);
  });
});

describe('waves', () => {
  it.each<[string, string | undefined, string]>([
    ['carol@contoso.com', undefined, 'local Redmond'],
    ['carol@contoso.com', 'pilot', 'hosted ExchangeOnline'],
    ['erin@contoso.com', 'Pilot', 'local Redmond'],
    ['erin@contoso.com', 'Branch', 'hosted ExchangeOnline'],
    ['fay@contoso.com', 'Branch', 'local Redmond'],
    ['fay@contoso.com', 'Rest', 'hosted ExchangeOnline'],
    ['alice@contoso.com', 'Rest', 'hosted ExchangeOnline'],
    ['+14255550100', 'Branch', 'local Redmond'],
    ['+14255550180', 'Rest', 'hosted ExchangeOnline'],
  ])('%s after %s: %s', (of, wave, outcome) => {
    expect(told(routed(changed('moving'), of, wave === undefined ? {} : { wave }))).toBe(outcome);
  });
  it('back to local UM clears the attribute and finds the proxies', () => {
    const before = changed(
      'moving',
      [],
      'wave Back { date 2013-06-01 move alice@contoso.com to local umDialPlan Redmond }',
    );
    expect(told(routed(before, 'alice@contoso.com', { wave: 'Back' }))).toBe('local Redmond');
  });
  it('to none takes the proxies, too', () => {
    const deployment = changed('moving', [], 'wave Gone { date 2013-06-01 move fay@contoso.com to none }');
    expect(told(routed(deployment, 'fay@contoso.com', { wave: 'Gone' }))).toBe('none');
  });
});
