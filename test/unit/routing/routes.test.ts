import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { routeOfAddress, routeOfNumber } from '../../../server/src/routing/route';
import { type CallEvent, callEvents, type Route } from '../../../server/src/routing/types';
import { deploymentOf, hostedParts, mixedBase, mixedWith } from '../../support/deployment';

const alice =
  'users All {\n  pool pool01.contoso.com\n  alice@contoso.com  line +14255550101  mailbox hosted  policy Cloud\n}';
const carol =
  'users All {\n  pool pool01.contoso.com\n  carol@contoso.com  line +14255550121  mailbox local  umDialPlan Redmond\n}';

function route(deployment: Deployment, address: string, event: CallEvent = 'noAnswer', waves = 0): Route {
  const found = routeOfAddress(deployment, address, event, waves);
  if (!found) throw new Error(`nobody is ${address}`);
  return found;
}

const way = (found: Route): string =>
  found.hops.map((hop) => `${hop.role} ${hop.at}${hop.port ? `:${hop.port}` : ''}`).join(' > ');

describe('a hosted deposit', () => {
  it('goes by the Edge to the provider, with Destination and Organization of the policy', () => {
    const found = route(mixedWith(alice), 'alice@contoso.com');
    expect(found).toMatchObject({
      outcome: 'hosted',
      target: 'ExchangeOnline',
      policy: { name: 'Cloud', scope: 'user' },
      destination: 'exap.um.outlook.com',
      organization: ['contoso.onmicrosoft.com'],
      failure: null,
    });
    expect(way(found)).toBe(
      'frontEnd pool01.contoso.com:5061 > edge edge01.contoso.com:5061 > provider exap.um.outlook.com:5061 > tenant contoso.onmicrosoft.com > mailbox alice@contoso.com',
    );
  });

  it('says that the choice among several organizations is undocumented', () => {
    const policy =
      'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com  organization a.onmicrosoft.com, b.onmicrosoft.com }';
    const found = route(mixedWith(alice, { policy }), 'alice@contoso.com');
    expect(found.outcome).toBe('hosted');
    expect(found.decisions.find((decision) => decision.step === 'tenant')?.because).toContain('undocumented');
  });
});

describe('where a hosted call is lost, with the rule that says so', () => {
  const lost = (parts: Partial<typeof hostedParts>, users = alice): Route['failure'] => {
    const found = route(mixedWith(users, parts), 'alice@contoso.com');
    expect(found.outcome).toBe('failed');
    expect(found.target).toBeNull();
    return found.failure;
  };
  const provider = hostedParts.provider;

  it.each([
    [
      'UM2001',
      'no provider has the destination',
      { provider: provider.replace('exap.um.outlook.com', 'um.fabrikam.com') },
    ],
    ['UM2002', 'the provider is disabled', { provider: provider.replace('enabled true', 'enabled false') }],
    [
      'UM2003',
      'the provider is not in the shared address space',
      { provider: provider.replace('enabledSharedAddressSpace true', '') },
    ],
    ['UM4002', 'the Access Edge allows no federation, which is the default', { accessEdge: '' }],
    [
      'UM4003',
      'the Access Edge uses default routing',
      {
        accessEdge:
          'accessEdgeConfiguration { allowFederatedUsers true  useDefaultRouting true  defaultRouteFqdn edge.fabrikam.com }',
      },
    ],
    [
      'UM4009',
      'the policy has no destination',
      { policy: 'hostedVoicemailPolicy Cloud { organization contoso.onmicrosoft.com }' },
    ],
    [
      'UM2023',
      'the policy names no tenant at a destination of many',
      { policy: 'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com }' },
    ],
  ])('%s: %s', (code, _, parts) => {
    const failure = lost(parts);
    expect(failure?.code).toBe(code);
    expect(failure?.caller).not.toBe('');
    expect(failure?.symptom).not.toBe('');
  });

  it('UM4009: the global policy, which exists undeclared, has no destination', () => {
    expect(lost({}, alice.replace('  policy Cloud', ''))?.code).toBe('UM4009');
  });

  it('UM4001: there is no Edge', () => {
    const text = mixedBase.replace(/ {2}pool edge01.*\n/, '').replaceAll('  edgePool edge01.contoso.com', '');
    const deployment = deploymentOf(`${text}${Object.values(hostedParts).join('\n')}\n${alice}`);
    expect(route(deployment, 'alice@contoso.com').failure?.code).toBe('UM4001');
  });

  it('an organization is not needed where one tenant lives behind the name', () => {
    const parts = {
      policy: 'hostedVoicemailPolicy Cloud { destination um.fabrikam.com }',
      provider: provider.replace('exap.um.outlook.com', 'um.fabrikam.com'),
    };
    expect(route(mixedWith(alice, parts), 'alice@contoso.com').outcome).toBe('hosted');
  });
});

describe('the policy that applies', () => {
  const policies = `
hostedVoicemailPolicy global { destination exap.um.outlook.com  organization global.onmicrosoft.com }
hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com  organization redmond.onmicrosoft.com }
users All {
  mailbox hosted
  byName@contoso.com  line +14255550101  pool pool01.contoso.com  policy Cloud
  bySite@contoso.com  line +14255550102  pool pool01.contoso.com
  branch@contoso.com  line +14255550103  pool sba01.contoso.com
}`;
  it.each([
    ['byName', 'user', 'Cloud', 'contoso.onmicrosoft.com'],
    ['bySite', 'site', 'site:Redmond', 'redmond.onmicrosoft.com'],
    // A branch site's users don't get the central site's policy: undocumented, the project goes to global.
    ['branch', 'global', 'global', 'global.onmicrosoft.com'],
  ])('of %s is of %s scope', (user, scope, name, organization) => {
    expect(route(mixedWith(policies), `${user}@contoso.com`)).toMatchObject({
      policy: { name, scope },
      organization: [organization],
    });
  });

  it('of a site hides a complete global one: nothing is merged', () => {
    const text = policies.replace(
      'hostedVoicemailPolicy site:Redmond { destination exap.um.outlook.com ',
      'hostedVoicemailPolicy site:Redmond {',
    );
    expect(route(mixedWith(text), 'bySite@contoso.com').failure?.code).toBe('UM4009');
  });
});

describe('a local deposit', () => {
  it('goes by the call router to the UM service and its worker', () => {
    const found = route(mixedWith(carol), 'carol@contoso.com');
    expect(found).toMatchObject({
      outcome: 'local',
      target: 'Redmond',
      umDialPlan: 'Redmond',
      umServers: ['ex01.contoso.com', 'ex02.contoso.com'],
      policy: null,
    });
    expect(way(found)).toBe(
      'frontEnd pool01.contoso.com:5061 > umCallRouter ex01.contoso.com:5061 > umService ex01.contoso.com:5063 > umWorker ex01.contoso.com:5066 > mailbox carol@contoso.com',
    );
  });

  it('leaves older servers out', () => {
    const older = `exchange Old { version 2010  umServer um10.contoso.com { dialPlans OnPrem\\Redmond } }`;
    expect(route(mixedWith(`${carol}\n${older}`), 'carol@contoso.com').umServers).toEqual([
      'ex01.contoso.com',
      'ex02.contoso.com',
    ]);
  });

  it('is dropped when all servers of the plan only route calls', () => {
    const routers = `${mixedBase}${carol}`.replaceAll(
      'umStartupMode dual',
      'umStartupMode dual  services umCallRouter',
    );
    const found = route(deploymentOf(routers), 'carol@contoso.com');
    expect(found).toMatchObject({ outcome: 'failed', failure: { at: 'umServers', code: 'UM6010' } });
    const one = routers.replace('services umCallRouter', 'services umService');
    expect(route(deploymentOf(one), 'carol@contoso.com').outcome).toBe('local');
    const open = routers.replace('server lync2013', 'server lync2013  incomplete umServer');
    expect(route(deploymentOf(open), 'carol@contoso.com')).toMatchObject({ outcome: 'unknown', needs: ['umServer'] });
  });

  it('is dropped when no server lists the plan', () => {
    const text = mixedBase.replaceAll('  dialPlans Redmond', '');
    const found = route(deploymentOf(`${text}${carol}`), 'carol@contoso.com');
    expect(found.failure?.at).toBe('umServers');
  });

  it.each([
    ['requireEncryption', 'unsecured', 'UM6002'],
    ['requireEncryption', 'sipSecured', 'UM6002'],
    ['requireEncryption', 'secured', undefined],
    ['supportEncryption', 'unsecured', 'UM6003'],
    ['supportEncryption', 'sipSecured', undefined],
    ['supportEncryption', 'secured', undefined],
    ['doNotSupportEncryption', 'unsecured', 'UM6003'],
    ['doNotSupportEncryption', 'sipSecured', undefined],
    ['doNotSupportEncryption', 'secured', 'UM6003'],
  ])('%s with %s: %s', (level, security, code) => {
    const text = mixedBase.replace('voIPSecurity secured', `voIPSecurity ${security}`);
    const found = route(
      deploymentOf(`${text}mediaConfiguration global { encryptionLevel ${level} }\n${carol}`),
      'carol@contoso.com',
    );
    expect(found.failure?.code).toBe(code);
  });

  it('takes the media configuration of the site before the global one', () => {
    const media =
      'mediaConfiguration global { encryptionLevel supportEncryption }\nmediaConfiguration site:Redmond { encryptionLevel requireEncryption }';
    const text = mixedBase.replace('voIPSecurity secured', 'voIPSecurity sipSecured');
    expect(route(deploymentOf(`${text}${media}\n${carol}`), 'carol@contoso.com').failure?.code).toBe('UM6002');
  });

  it('names the organization where two have a plan of the name', () => {
    const other =
      'exchange Europe { version 2013  umServer ex09.contoso.com { dialPlans Redmond }  umDialPlan Redmond { voIPSecurity secured  numberOfDigitsInExtension 4  countryOrRegionCode 49 } }';
    const text = carol.replace('umDialPlan Redmond', 'umDialPlan Europe\\Redmond');
    expect(route(mixedWith(`${other}\n${text}`), 'carol@contoso.com')).toMatchObject({
      target: 'Europe\\Redmond',
      umServers: ['ex09.contoso.com'],
    });
  });
});

describe('facts that are not known', () => {
  const one = (row: string, more = '') =>
    route(
      mixedWith(`${more}\nusers All {\n  pool pool01.contoso.com\n  u@contoso.com  line +14255550101  ${row}\n}`),
      'u@contoso.com',
    );

  it('leave the route open, and are named', () => {
    expect(one('mailbox unknown  policy Cloud')).toMatchObject({ outcome: 'unknown', needs: ['mailbox'] });
  });
  it('are of no account where every value gives the same answer', () => {
    expect(one('mailbox hosted  umDialPlan unknown  policy Cloud').outcome).toBe('hosted');
    expect(one('mailbox local  umDialPlan Redmond  policy unknown').outcome).toBe('local');
    expect(
      one(
        'mailbox hosted  hostedVoiceMail true  exchangeHostedVoiceMail unset  policy unknown',
        'hostedVoicemailPolicy global { destination exap.um.outlook.com  organization contoso.onmicrosoft.com }',
      ).outcome,
    ).toBe('hosted');
  });
  it('the Exchange pair decides when Lync has set its own: 0 would contradict', () => {
    expect(one('mailbox hosted  hostedVoiceMail true  exchangeHostedVoiceMail unknown  policy Cloud')).toMatchObject({
      outcome: 'unknown',
      needs: ['exchangeHostedVoiceMail'],
    });
  });
  it('an undeclared provider may exist when the list is incomplete', () => {
    const text = mixedBase.replace('mode mixed', 'mode mixed  incomplete hostingProvider');
    const deployment = deploymentOf(`${text}${hostedParts.accessEdge}\n${hostedParts.policy}\n${alice}`);
    expect(route(deployment, 'alice@contoso.com')).toMatchObject({ outcome: 'unknown', needs: ['hostingProvider'] });
  });
  it('an undeclared Access Edge is unknown rather than default when it says so', () => {
    const text = mixedBase.replace('mode mixed', 'mode mixed  incomplete accessEdgeConfiguration');
    const deployment = deploymentOf(`${text}${hostedParts.provider}\n${hostedParts.policy}\n${alice}`);
    expect(route(deployment, 'alice@contoso.com')).toMatchObject({
      outcome: 'unknown',
      needs: ['accessEdgeConfiguration'],
    });
  });
  it('contradicting writers are open without any fact missing', () => {
    expect(one('mailbox hosted  hostedVoiceMail true  exchangeHostedVoiceMail false  policy Cloud')).toMatchObject({
      outcome: 'unknown',
      needs: [],
    });
  });
});

describe('numbers', () => {
  const contacts = `
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud }
exUmContact aa@contoso.com { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud  autoAttendant true }
exUmContact local@contoso.com { tool ocsUmUtil  displayNumber +14255550100  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  umDialPlan Redmond }
`;
  const call = (number: string, text = contacts) => routeOfNumber(mixedWith(`${text}\n${carol}`), number);

  it('of a hosted contact follow its policy', () => {
    expect(call('+14255550180')).toMatchObject({
      outcome: 'hosted',
      target: 'ExchangeOnline',
      contact: 'ova@contoso.com',
    });
  });
  it('of a local contact go to the UM dial plan stored with it', () => {
    expect(call('tel:+14255550100')).toMatchObject({
      outcome: 'local',
      target: 'Redmond',
      contact: 'local@contoso.com',
    });
  });
  it('of a contact without Enterprise Voice are answered by nobody', () => {
    expect(
      call(
        '+14255550180',
        contacts.replace(
          'ou "OU=Voice,DC=contoso,DC=com"  policy',
          'ou "OU=Voice,DC=contoso,DC=com"  enterpriseVoice false  policy',
        ),
      )?.outcome,
    ).toBe('none');
  });
  it('of a disabled attendant are lost', () => {
    const attendant =
      'tenant fabrikam.onmicrosoft.com { umDialPlan H { numberOfDigitsInExtension 4  countryOrRegionCode 1 }  umAutoAttendant A { umDialPlan H  pilotIdentifierList +14255550190 } }';
    expect(call('+14255550190', `${contacts}${attendant}`)).toMatchObject({
      outcome: 'failed',
      failure: { code: 'UM6021' },
    });
  });
  it('of a user ring him, and follow his voice mail', () => {
    expect(call('+14255550121')).toMatchObject({ outcome: 'local', contact: null });
  });
  it('of nobody are not found', () => {
    expect(call('+14255550199')).toBeUndefined();
  });
});

describe('events', () => {
  const deposits: readonly CallEvent[] = [
    'noAnswer',
    'busy',
    'forwarded',
    'doNotDisturb',
    'direct',
    'callVoicemail',
    'missedCall',
    'mwi',
  ];
  it.each(deposits)('%s goes where voice mail is', (event) => {
    expect(route(mixedWith(alice), 'alice@contoso.com', event).outcome).toBe('hosted');
    expect(route(mixedWith(carol), 'carol@contoso.com', event).outcome).toBe('local');
  });
  it('every event has an outcome for every user', () => {
    const deployment = mixedWith(carol);
    for (const event of callEvents)
      expect(route(deployment, 'carol@contoso.com', event).decisions.length).toBeGreaterThan(0);
  });
  it('escape: only a voice policy with a timer pulls the call back', () => {
    expect(route(mixedWith(carol), 'carol@contoso.com', 'escape').outcome).toBe('none');
    const timed = `voicePolicy global { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 2000 }\n${carol}`;
    expect(route(mixedWith(timed), 'carol@contoso.com', 'escape').outcome).toBe('local');
  });
  it('missedCall: a UM mailbox policy can forbid it', () => {
    const text = `${carol}\nexchange More { version 2013 }`;
    const forbids = mixedBase.replace(
      'umDialPlan Redmond {',
      'umMailboxPolicy "Redmond Default Policy" { umDialPlan Redmond  allowMissedCallNotifications false }\n  umDialPlan Redmond {',
    );
    expect(route(deploymentOf(`${forbids}${text}`), 'carol@contoso.com', 'missedCall').outcome).toBe('none');
  });
  it('playOnPhone: needs a gateway that may place out-calls', () => {
    const closed = mixedBase.replace(
      'umDialPlan Redmond {',
      'umIPGateway G { address pool01.contoso.com  umDialPlan Redmond  outcallsAllowed false }\n  umDialPlan Redmond {',
    );
    expect(route(deploymentOf(`${closed}${carol}`), 'carol@contoso.com', 'playOnPhone').failure?.code).toBe('UM6004');
    expect(route(mixedWith(carol), 'carol@contoso.com', 'playOnPhone').outcome).toBe('local');
  });
  it('wanOutage: a branch without rerouting loses the call, one with it goes over the PSTN', () => {
    const branch = carol.replace('pool01', 'sba01');
    expect(route(mixedWith(branch), 'carol@contoso.com', 'wanOutage').failure?.code).toBe('UM6019');
    const contact =
      'exUmContact aa@contoso.com { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud  autoAttendant true }';
    const rerouting = 'voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550190 }';
    const found = route(mixedWith(`${branch}\n${contact}\n${rerouting}`), 'carol@contoso.com', 'wanOutage');
    expect(found).toMatchObject({ outcome: 'hosted', contact: 'aa@contoso.com' });
    expect(route(mixedWith(carol), 'carol@contoso.com', 'wanOutage').outcome).toBe('local');
  });
});

describe('waves', () => {
  const text = `
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
  erin@contoso.com   line +14255550123
}
wave Rest  { date 2013-07-01  after Pilot  move every user with mailbox local to hosted policy Cloud }
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Back  {
  after Rest
  move dan@contoso.com to local
  move erin@contoso.com to none
}
`;
  const later = (address: string, waves: number) => route(mixedWith(text), address, 'noAnswer', waves);

  it('follow `after`, then the date', () => {
    expect([0, 1, 2, 3].map((waves) => later('carol@contoso.com', waves).outcome)).toEqual([
      'local',
      'hosted',
      'hosted',
      'hosted',
    ]);
    expect([0, 1, 2, 3].map((waves) => later('dan@contoso.com', waves).outcome)).toEqual([
      'local',
      'local',
      'hosted',
      'local',
    ]);
  });
  it('to none takes the EUM proxies too', () => {
    expect([2, 3].map((waves) => later('erin@contoso.com', waves).outcome)).toEqual(['hosted', 'none']);
  });
});
