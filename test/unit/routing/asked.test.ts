import { describe, expect, it } from 'vitest';
import { asked, eventNamed, isNumber, routeOfAsked } from '../../../server/src/routing/asked';
import { happening, outcomeSentence, outcomeWords } from '../../../server/src/routing/routeWords';
import { mixedWith } from '../../support/deployment';

const deployment = mixedWith(`
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101;ext=101
  bob@contoso.com    line +14255550102  mailbox none
  cleo@contoso.com   line +14255550103  hostedVoiceMail unknown
  dora@contoso.com   line +14255550104  exchangeHostedVoiceMail true  hostedVoiceMail false
  emil@contoso.com   line +14255550105  mailbox local  umDialPlan Redmond
  finn@contoso.com   line +14255550106  policy Empty
}
hostedVoicemailPolicy Empty { organization contoso.onmicrosoft.com }
wave Pilot { move emil@contoso.com to hosted }
`);

describe('what is asked', () => {
  it.each([
    ['+14255550101', true],
    ['tel:+14255550101;ext=101', true],
    ['14255550101', true],
    ['alice@contoso.com', false],
    ['sip:alice@contoso.com', false],
    ['1234@contoso.com', false],
    ['alice', false],
    ['call +14255550101', false],
    ['', false],
  ])('%s is a number: %s', (of, wanted) => {
    expect(isNumber(of)).toBe(wanted);
    expect(asked(of)).toEqual({ of, isNumber: wanted });
  });

  it('has an event where one is said', () => {
    expect(asked('alice@contoso.com', 'busy')).toEqual({ of: 'alice@contoso.com', isNumber: false, event: 'busy' });
  });

  it.each([
    ['busy', 'busy'],
    ['DONOTDISTURB', 'doNotDisturb'],
    ['lunch', undefined],
  ])('%s means the event %s', (word, event) => {
    expect(eventNamed(word)).toBe(event);
  });

  it('is answered for addresses, numbers, events and waves', () => {
    const outcome = (of: string, waves = 0): string | undefined => routeOfAsked(deployment, asked(of), waves)?.outcome;
    expect(outcome('alice@contoso.com')).toBe('hosted');
    expect(outcome('tel:+14255550101;ext=101')).toBe('hosted');
    expect(outcome('+14255550101')).toBeUndefined();
    expect(outcome('nobody@contoso.com')).toBeUndefined();
    expect(outcome('emil@contoso.com')).toBe('local');
    expect(outcome('emil@contoso.com', 1)).toBe('hosted');
    expect(routeOfAsked(deployment, asked('alice@contoso.com', 'escape'))?.outcome).toBe('none');
  });
});

describe('the words for a route', () => {
  it.each([
    [
      'alice',
      'hosted voice mail at ExchangeOnline (exap.um.outlook.com)',
      'reaches hosted voice mail at ExchangeOnline (exap.um.outlook.com), organization contoso.onmicrosoft.com',
    ],
    ['emil', 'local UM, dial plan Redmond', 'reaches local UM, dial plan Redmond'],
    ['bob', 'nobody answers, by design', 'is answered by nobody'],
    ['cleo', 'unknown: it hangs on hostedVoiceMail', 'is unknown: it hangs on hostedVoiceMail'],
    ['dora', 'unknown: no document says', 'is unknown: no document says'],
    [
      'finn',
      'lost: Policy Empty has no Destination: there is nowhere to send the call',
      'is lost: Policy Empty has no Destination: there is nowhere to send the call',
    ],
  ])('of %s', (who, words, sentence) => {
    const route = routeOfAsked(deployment, asked(`${who}@contoso.com`));
    expect(route && outcomeWords(route)).toBe(words);
    expect(route && outcomeSentence(route)).toBe(sentence);
  });

  it('say what happens to whom', () => {
    expect(happening('alice@contoso.com', 'busy')).toBe('alice@contoso.com is busy');
    expect(happening('alice@contoso.com', 'mwi')).toBe('alice@contoso.com gets a message waiting indication');
    expect(happening('+14255550180', null)).toBe('A call to +14255550180');
  });
});
