import { describe, expect, it } from 'vitest';
import { evaluate, type Verdict } from '../../../server/src/routing/expectations';
import { verdictMessage } from '../../../server/src/routing/verdictMessage';
import { mixedWith } from '../../support/deployment';

const users = `
users Finance {
  pool pool01.contoso.com
  mailbox hosted
  policy Cloud
  alice@contoso.com  line +14255550101
  bob@contoso.com    line +14255550102
}
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122  mailbox unknown
  erin@contoso.com   line +14255550123  policy Gone  mailbox none  umDialPlan unset
}
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  policy Cloud }
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
`;

function verdict(line: string): Verdict {
  const [expectation] = mixedWith(`${users}\n${line}`).expectations;
  if (!expectation) throw new Error('no expectation');
  return evaluate(expectation && mixedWith(`${users}\n${line}`), expectation);
}

describe('expectations', () => {
  it.each([
    ['expect alice@contoso.com reaches ExchangeOnline', true],
    ['expect alice@contoso.com reaches contoso.onmicrosoft.com', true],
    ['expect alice@contoso.com reaches hosted', true],
    ['expect alice@contoso.com, bob@contoso.com reaches hosted on busy', true],
    ['expect alice@contoso.com reaches local', false],
    ['expect carol@contoso.com reaches Redmond before Pilot', true],
    ['expect carol@contoso.com reaches Redmond after Pilot', false],
    ['expect carol@contoso.com reaches ExchangeOnline after Pilot', true],
    ['expect carol@contoso.com reaches ex02.contoso.com', true],
    ['expect carol@contoso.com reaches umDialPlan OnPrem\\Redmond', true],
    ['expect erin@contoso.com reaches nothing', true],
    ['expect every user in group Finance reaches hosted', true],
    ['expect every user with policy Cloud reaches hosted', true],
    ['expect every user in site Redmond with mailbox hosted reaches tenant contoso.onmicrosoft.com', null],
    ['expect call to +14255550180 reaches ova@contoso.com', true],
    ['expect call to +14255550180 reaches nothing', false],
    ['expect every user in site Redmond with mailbox hosted reaches local', false],
    ['expect every contact reaches hosted', true],
    ['expect dan@contoso.com reaches hosted', null],
    ['expect no user in group Finance unreachable', true],
    ['expect no contact unreachable', true],
  ])('%s: %s', (line, passed) => {
    expect(verdict(line).passed).toBe(passed);
  });

  it('a failing one names the first witness, how many fail, and the way', () => {
    const found = verdict('expect every user in group Finance reaches local');
    expect(found).toMatchObject({ passed: false, witness: 'alice@contoso.com', failing: 2, of: 2 });
    expect(verdictMessage(found)).toContain(
      'The call to alice@contoso.com (and 1 more of 2 calls) reaches ExchangeOnline',
    );
    expect(verdictMessage(found)).toContain('Policy Cloud applies');
  });

  it.each([
    ['expect zoe@contoso.com reaches hosted', 'zoe@contoso.com'],
    ['expect alice@contoso.com reaches Nowhere', 'Nowhere'],
    ['expect alice@contoso.com reaches hosted after Never', 'Never'],
    ['expect alice@contoso.com reaches hosted on lunch', 'lunch'],
    ['expect call to +14255550199 reaches hosted', '+14255550199'],
    ['expect alice@contoso.com reaches users Finance', 'users'],
  ])('%s: what it names is not there', (line, word) => {
    const found = verdict(line);
    expect(found.fault?.word.text).toBe(word);
    expect(found.passed).toBe(false);
  });

  it('an undecided one says what it hangs on', () => {
    expect(verdictMessage(verdict('expect every user in group Plant with mailbox local reaches Redmond'))).toContain(
      'mailbox',
    );
  });
});
