import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { buildLadder } from '../../../server/src/preview/ladder/buildLadder';
import type { Ladder } from '../../../server/src/preview/ladder/ladder';
import { causeOf, ladderTable } from '../../../server/src/preview/ladder/ladderTable';
import { asked } from '../../../server/src/routing/asked';
import type { CallEvent } from '../../../server/src/routing/types';
import { mixedWith } from '../../support/deployment';
import { renderLadder } from '../../support/render/ladder';

const people = `
voicePolicy global { enableVoicemailEscapeTimer true  pstnVoicemailEscapeTimer 2000 }
voicemailReroutingConfiguration site:Spokane { enabled true  autoAttendantNumber +14255550190  subscriberAccessNumber +14255550180 }
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud }
exUmContact aa@contoso.com { displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud  autoAttendant true }
users Finance { pool pool01.contoso.com  mailbox hosted  policy Cloud
  alice@contoso.com line +14255550101 }
users Plant { pool pool01.contoso.com  mailbox local  umDialPlan Redmond
  carol@contoso.com line +14255550121  extensions 55121 }
users Branch { pool sba01.contoso.com  mailbox hosted  policy Cloud
  erin@contoso.com line +14255550131 }
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
`;

function ladderOf(deployment: Deployment, of: string, event?: CallEvent, waves = 0): Ladder {
  const ladder = buildLadder(deployment, asked(of, event), waves);
  if (ladder === undefined) throw new Error(`nobody is ${of}`);
  return ladder;
}

/** The messages and notes, without their details. */
function told(of: string, event?: CallEvent, text = people, parts = {}): string[] {
  return renderLadder(ladderOf(mixedWith(text, parts), of, event), { details: false });
}

const clients = {
  alice: ['Caller -> pool01.contoso.com:5061: INVITE · sip:alice@contoso.com [ROUTE]'],
};

describe('a deposit to hosted voice mail', () => {
  it('goes through the Edge to the provider; how its indication comes back no document says', () => {
    expect(told('alice@contoso.com')).toEqual([
      ...clients.alice,
      'pool01.contoso.com:5061 -> alice@contoso.com: INVITE · sip:alice@contoso.com [ROUTE]',
      'alice@contoso.com .. pool01.contoso.com:5061: No answer [ROUTE]',
      'pool01.contoso.com:5061: ExUM Routing: hosted voice mail [ROUTE]',
      'pool01.contoso.com:5061 -> edge01.contoso.com:5061: INVITE · at exap.um.outlook.com · MTLS 5061 [PROC]',
      'edge01.contoso.com:5061 -> exap.um.outlook.com:5061: INVITE · exap.um.outlook.com:5061 · MTLS [EDGE]',
      'exap.um.outlook.com:5061: Tenant contoso.onmicrosoft.com [POL]',
      'exap.um.outlook.com:5061 <- edge01.contoso.com:5061: 200 OK [RFC 3261]',
      'edge01.contoso.com:5061 <- pool01.contoso.com:5061: 200 OK [RFC 3261]',
      'pool01.contoso.com:5061 <- Caller: 200 OK [RFC 3261]',
      'Caller <=> exap.um.outlook.com:5061: SRTP [PORTEDGE]',
      'exap.um.outlook.com:5061 .. alice@contoso.com: Message is stored [ROUTE]',
      'exap.um.outlook.com:5061 -> edge01.contoso.com:5061: NOTIFY · message waiting (undocumented)',
      'edge01.contoso.com:5061 -> pool01.contoso.com:5061: NOTIFY · message waiting (undocumented)',
      'pool01.contoso.com:5061 -> alice@contoso.com: NOTIFY · message waiting (undocumented)',
    ]);
  });

  it('carries Destination, Organization and Diversion, each with its source', () => {
    const ladder = ladderOf(mixedWith(people), 'alice@contoso.com');
    const invite = ladder.steps.find((step) => step.type === 'message' && step.to === 'edge');
    expect(invite?.details.map(({ text, source, certainty }) => [text, source ?? certainty])).toEqual([
      [
        "The INVITE's request URI carries Destination exap.um.outlook.com and organization contoso.onmicrosoft.com of policy Cloud",
        'POL',
      ],
      ['how the request URI spells them', 'undocumented'],
      ['Diversion: <sip:alice@contoso.com>;reason=no-answer', 'B-EV1109'],
      ["Lync's own equivalents, History-Info among them", 'undocumented'],
      ["From: a PSTN caller's address is in the default SIP domain, contoso.com", 'B-PERF'],
      ['Signed and time-stamped: the clocks must agree', 'B-MIRAZON'],
    ]);
  });
});

describe('a deposit to local UM', () => {
  it('is redirected to 5063 and to 5066, and ends with a NOTIFY', () => {
    expect(told('carol@contoso.com').slice(3)).toEqual([
      'pool01.contoso.com:5061: ExUM Routing: local UM, dial plan Redmond [ROUTE]',
      'pool01.contoso.com:5061 -> ex01.contoso.com:5061: INVITE · ex01.contoso.com:5061 · TLS [EX-PORTS]',
      'ex01.contoso.com:5061 <- pool01.contoso.com:5061: 302 Moved Temporarily · to ex01.contoso.com:5063 · TLS [EX-PORTS]',
      'pool01.contoso.com:5061 -> ex01.contoso.com:5063: INVITE · ex01.contoso.com:5063 · TLS [EX-PORTS]',
      'ex01.contoso.com:5063 <- pool01.contoso.com:5061: 302 Moved Temporarily · to ex01.contoso.com:5066 · TLS [EX-PORTS]',
      'pool01.contoso.com:5061 -> ex01.contoso.com:5066: INVITE · ex01.contoso.com:5066 · TLS [EX-PORTS]',
      'ex01.contoso.com:5066 <- pool01.contoso.com:5061: 200 OK [RFC 3261]',
      'pool01.contoso.com:5061 <- Caller: 200 OK [RFC 3261]',
      'Caller <=> ex01.contoso.com:5066: SRTP [EX-PORTS]',
      'ex01.contoso.com:5066 .. carol@contoso.com: Message is stored [ROUTE]',
      'ex01.contoso.com:5063 -> pool01.contoso.com:5061: NOTIFY · message-summary · TLS 5061 [EX-MWI]',
      'pool01.contoso.com:5061 -> carol@contoso.com: NOTIFY · message-summary [EX-MWI]',
    ]);
  });

  it('has no router before Exchange 2013: its only redirect is deduced', () => {
    const older = mixedWith(`${people}
exchange Old { version 2010SP1  umServer um14.contoso.com { dialPlans Plant14 }
  umDialPlan Plant14 { uriType telExtn  voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 } }
users Old { pool pool01.contoso.com  mailbox local  exchange Old  umDialPlan Old\\Plant14
  olga@contoso.com line +14255550141  extensions 55141 }`);
    const lines = renderLadder(ladderOf(older, 'olga@contoso.com'));
    expect(lines.filter((line) => /302|Diversion:/.test(line))).toEqual([
      '      Diversion: <tel:55141>;reason=no-answer [B-EV1109]',
      'um14.contoso.com:5061 <- pool01.contoso.com:5061: 302 Moved Temporarily · to um14.contoso.com:5066 · TLS (inferred) [EX-PORTS]',
    ]);
  });

  it('says why there is no message waiting indication', () => {
    const silent = people.replace(
      'users Plant',
      'umMailboxPolicy Quiet { umDialPlan Redmond  allowMessageWaitingIndicator false }\nusers Plant',
    );
    const lines = renderLadder(
      ladderOf(
        mixedWith(silent.replace('umDialPlan Redmond\n', 'umDialPlan Redmond  umMailboxPolicy Quiet\n')),
        'carol@contoso.com',
      ),
    );
    expect(lines.join('\n')).toContain('No message waiting indication');
    expect(lines.at(-1)).toContain('UM mailbox policy Quiet does not allow message waiting indication [PS-UMMPSET]');
    expect(lines.join('\n')).not.toContain('NOTIFY');
  });
});

describe('each event opens the call in its own way', () => {
  it.each<[CallEvent, readonly string[]]>([
    ['busy', [...clients.alice, 'alice@contoso.com .. pool01.contoso.com:5061: Busy [ROUTE]']],
    ['forwarded', [...clients.alice, 'pool01.contoso.com:5061: The user forwards calls to voice mail [ROUTE]']],
    ['doNotDisturb', [...clients.alice, 'pool01.contoso.com:5061: The user is in do-not-disturb [ROUTE]']],
    [
      'direct',
      [
        'Caller -> pool01.contoso.com:5061: INVITE · sip:alice@contoso.com;opaque=app:voicemail [ANNOUNCE]',
        'pool01.contoso.com:5061: No endpoint rings [ANNOUNCE]',
      ],
    ],
    ['callVoicemail', ['alice@contoso.com -> pool01.contoso.com:5061: INVITE [FEAT]']],
    ['missedCall', [...clients.alice, 'Caller -> pool01.contoso.com:5061: CANCEL [RFC 3261]']],
    [
      'escape',
      [
        'pool01.contoso.com:5061 -> Mobile phone: INVITE [ESCAPE]',
        'pool01.contoso.com:5061 .. Mobile phone: Pulled back [ESCAPE]',
      ],
    ],
  ])('%s', (event, expected) => {
    const lines = told('alice@contoso.com', event);
    expect(lines).toEqual(expect.arrayContaining([...expected]));
    const rings = lines.some((line) => line.startsWith('pool01.contoso.com:5061 -> alice@contoso.com: INVITE'));
    expect(rings).toBe(['busy', 'missedCall', 'escape'].includes(event));
  });

  it('a missed call sends a notification instead of audio; with which request is not documented', () => {
    const lines = told('carol@contoso.com', 'missedCall');
    expect(lines.filter((line) => /notification/i.test(line))).toEqual([
      'pool01.contoso.com:5061 .. ex01.contoso.com:5061: Missed-call notification · ex01.contoso.com:5061 · TLS (undocumented) [EX-LYNC]',
      'pool01.contoso.com:5061 .. ex01.contoso.com:5063: Missed-call notification · ex01.contoso.com:5063 · TLS (undocumented) [EX-LYNC]',
      'pool01.contoso.com:5061 .. ex01.contoso.com:5066: Missed-call notification · ex01.contoso.com:5066 · TLS (undocumented) [EX-LYNC]',
      'ex01.contoso.com:5066 .. carol@contoso.com: Notification is stored [EX-LYNC]',
    ]);
    expect(lines.join('\n')).not.toMatch(/RTP|200 OK|NOTIFY/);
  });

  it('Play on Phone and message waiting start at the mailbox', () => {
    expect(told('carol@contoso.com', 'mwi')).toEqual([
      'carol@contoso.com .. ex01.contoso.com:5063: A message arrives or is read [EX-MWI]',
      'ex01.contoso.com:5063 -> pool01.contoso.com:5061: NOTIFY · message-summary · TLS 5061 [EX-MWI]',
      'pool01.contoso.com:5061 -> carol@contoso.com: NOTIFY · message-summary [EX-MWI]',
    ]);
    expect(told('carol@contoso.com', 'playOnPhone').slice(0, 3)).toEqual([
      'carol@contoso.com .. ex01.contoso.com:5063: Play on Phone · HTTPS [OP-UM]',
      'ex01.contoso.com:5063 -> pool01.contoso.com:5061: INVITE · TLS 5061 [OP-UM]',
      'pool01.contoso.com:5061 -> Phone: INVITE [OP-UM]',
    ]);
  });

  it('without an escape timer the mobile phone keeps the call', () => {
    const lines = told('alice@contoso.com', 'escape', people.replace('enableVoicemailEscapeTimer true', ''));
    expect(lines.slice(-3)).toEqual([
      'pool01.contoso.com: The answer counts [ESCAPE]',
      'pool01.contoso.com <- Caller: 200 OK [RFC 3261]',
      'Caller <=> Mobile phone: Audio [ESCAPE]',
    ]);
  });

  it('with the WAN down the branch calls the auto attendant over the PSTN', () => {
    expect(told('erin@contoso.com', 'wanOutage').slice(3, 8)).toEqual([
      'sba01.contoso.com:5061: The WAN is down: rerouted',
      'sba01.contoso.com:5061 -> +14255550190: INVITE · tel:+14255550190 [BRANCH]',
      '+14255550190 -> pool01.contoso.com:5061: INVITE · tel:+14255550190 (inferred) [BRANCH]',
      'pool01.contoso.com:5061: ExUM Routing: hosted voice mail [ROUTE]',
      'pool01.contoso.com:5061 -> edge01.contoso.com:5061: INVITE · at exap.um.outlook.com · MTLS 5061 [PROC]',
    ]);
  });
});

describe('numbers', () => {
  it('are decided by the contact, and carry no Diversion', () => {
    const lines = renderLadder(ladderOf(mixedWith(people), '+14255550190'));
    expect(lines[0]).toBe('Caller -> pool01.contoso.com:5061: INVITE · tel:+14255550190 [CONTACT]');
    expect(lines[2]).toBe('      +14255550190 is the number of contact aa@contoso.com, an auto attendant [CONTACT]');
    expect(lines.join('\n')).not.toMatch(/Diversion:|Message is stored|NOTIFY/);
  });
  it("a user's own number is a call to him", () => {
    expect(told('+14255550101').slice(1)).toEqual(told('alice@contoso.com').slice(1));
  });
  it('that nobody has gives no ladder', () => {
    expect(buildLadder(mixedWith(people), asked('+19999'))).toBeUndefined();
    expect(buildLadder(mixedWith(people), asked('nobody@contoso.com'))).toBeUndefined();
  });
});

describe('failures are drawn broken, with what is seen', () => {
  const of = 'alice@contoso.com';
  it.each([
    [
      'no federation',
      { accessEdge: 'accessEdgeConfiguration { }' },
      'edge01.contoso.com:5061 -x exap.um.outlook.com: INVITE',
      '1002',
    ],
    [
      'a disabled provider',
      { provider: 'hostingProvider ExchangeOnline { proxyFqdn exap.um.outlook.com }' },
      'edge01.contoso.com:5061 -x exap.um.outlook.com: INVITE',
      '44009',
    ],
    ['no provider', { provider: '' }, 'edge01.contoso.com:5061 -x exap.um.outlook.com: INVITE', '44009'],
    [
      'no organization',
      { policy: 'hostedVoicemailPolicy Cloud { destination exap.um.outlook.com }' },
      'pool01.contoso.com:5061 -x exap.um.outlook.com: INVITE',
      '44009',
    ],
    [
      'no destination',
      { policy: 'hostedVoicemailPolicy Cloud { organization contoso.onmicrosoft.com }' },
      'pool01.contoso.com:5061 -x no Destination: INVITE',
      'Set-CsUser',
    ],
  ])('%s', (_, parts, dies, seen) => {
    const lines = renderLadder(ladderOf(mixedWith(people, parts), of));
    const at = lines.findIndex((line) => line.includes('-x'));
    expect(lines[at]).toBe(dies);
    expect(lines.slice(at).join('\n')).toContain(seen);
    expect(lines.at(-1)).toBe('pool01.contoso.com:5061 .. Caller: Fast busy (inferred)');
  });

  it('security that does not match, at the UM server', () => {
    const lines = told(
      'carol@contoso.com',
      'noAnswer',
      `mediaConfiguration global { encryptionLevel doNotSupportEncryption }${people}`,
    );
    expect(lines.slice(-2)).toEqual([
      'pool01.contoso.com:5061 -x ex01.contoso.com: INVITE',
      'pool01.contoso.com:5061 .. Caller: Fast busy (inferred)',
    ]);
  });

  it('no gateway for Play on Phone', () => {
    const gateway = 'umIPGateway Pool01 { address pool01.contoso.com  umDialPlan Redmond  outcallsAllowed false }';
    const deployment = mixedWith(`${people}exchange Other { version 2013  ${gateway} }`);
    const lines = renderLadder(ladderOf(deployment, 'carol@contoso.com', 'playOnPhone'), { details: false });
    expect(lines.slice(1)).toEqual([
      'ex01.contoso.com:5063 -x UM IP gateway: INVITE',
      'Phone: The phone does not ring (broken)',
    ]);
  });

  it('a disabled attendant, a reroute without configuration', () => {
    const disabled = `${people}tenant fabrikam.onmicrosoft.com { umAutoAttendant Front { umDialPlan Hosted  pilotIdentifierList +14255550190 } }`;
    expect(told('+14255550190', undefined, disabled).join('\n')).toContain('Lost');
    expect(told('erin@contoso.com', 'wanOutage', people.replace('enabled true  auto', 'auto')).at(-2)).toBe(
      'sba01.contoso.com:5061 -x PSTN: INVITE',
    );
  });

  it('an undecided call stops at the Front End, and names what is missing', () => {
    const lines = renderLadder(
      ladderOf(
        mixedWith(people.replace('alice@contoso.com line', 'alice@contoso.com hostedVoiceMail unknown line')),
        of,
      ),
    );
    expect(lines.slice(-2)).toEqual([
      'pool01.contoso.com: Not decided (unknown) [ROUTE]',
      '      It hangs on hostedVoiceMail, which is not known [ROUTE]',
    ]);
  });
});

describe('a ladder', () => {
  it('is that of the state after a wave', () => {
    expect(ladderOf(mixedWith(people), 'carol@contoso.com', 'noAnswer', 1).verdict).toBe(
      'hosted voice mail at ExchangeOnline (exap.um.outlook.com)',
    );
  });
  it('as a table says the same, with sources and what is not documented', () => {
    const rows = ladderTable(ladderOf(mixedWith(people), 'alice@contoso.com'));
    expect(rows[4]).toMatchObject({
      id: 'step:5',
      from: 'pool01.contoso.com (Front End)',
      to: 'edge01.contoso.com (Access Edge)',
      what: 'INVITE at exap.um.outlook.com · MTLS 5061',
      state: 'documented',
      source: 'PROC',
    });
    expect(rows[4]?.details).toContain('how the request URI spells them [not documented]');
    expect(rows.at(-1)?.state).toBe('not documented');
  });
  it('leads to the lines that caused it', () => {
    const deployment = mixedWith(people);
    const ladder = ladderOf(deployment, 'alice@contoso.com');
    const text = (id: string) => {
      const cause = causeOf(ladder, id);
      return cause && deployment.source(cause.path)?.text.slice(cause.start, cause.end);
    };
    expect(text('column:edge')).toContain('edge01.contoso.com');
    expect(text('step:4')).toContain('hosted');
    expect(text('step:6')).toContain('ExchangeOnline');
    expect(text('column:caller')).toBeUndefined();
  });
});
