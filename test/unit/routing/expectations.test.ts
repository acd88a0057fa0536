import { describe, expect, it, vi } from 'vitest';
import { Cohorts } from '../../../server/src/model/cohorts';
import { Declaration } from '../../../server/src/model/declaration';
import { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import { evaluate, type Verdict } from '../../../server/src/routing/expectations';
import { verdictMessage } from '../../../server/src/routing/verdictMessage';
import { Analyzer } from '../../../server/src/rules/analyze';
import { deploymentOf, hostedParts, mixedBase, mixedWith } from '../../support/deployment';

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
      'The call to alice@contoso.com (and 1 more of 2 calls) reaches hosted voice mail at ExchangeOnline',
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

describe('an expectation of a part that is not known', () => {
  const more = `
hostingProvider Fabrikam { proxyFqdn um.fabrikam.com  enabled true  enabledSharedAddressSpace true }
tenant one.fabrikam.com { provider Fabrikam }
hostedVoicemailPolicy Fabrikam { destination um.fabrikam.com  organization unknown }
users Open {
  pool pool01.contoso.com
  zoe@contoso.com   line +14255550141  mailbox hosted  policy Fabrikam
  yves@contoso.com  line +14255550142  mailbox local  umDialPlan Redmond
}
`;
  it.each([
    ['expect zoe@contoso.com reaches Fabrikam', true, []],
    ['expect zoe@contoso.com reaches one.fabrikam.com', null, ['organization']],
    ['expect every user in group Open with mailbox hosted reaches one.fabrikam.com', null, ['organization']],
    ['expect yves@contoso.com reaches ex01.contoso.com', true, []],
    ['expect yves@contoso.com reaches ex02.contoso.com', null, ['dialPlans']],
    ['expect zoe@contoso.com reaches ex02.contoso.com', false, []],
  ])('%s: %s', (line, passed, needs) => {
    const open = `${mixedBase}${Object.values(hostedParts).join('\n')}${more}`.replace(
      'ex02.contoso.com { umStartupMode dual  dialPlans Redmond }',
      'ex02.contoso.com { umStartupMode dual  dialPlans unknown }',
    );
    const deployment = deploymentOf(`${open}${line}\n`);
    const [expectation] = deployment.expectations;
    if (!expectation) throw new Error('no expectation');
    expect(evaluate(deployment, expectation)).toMatchObject({ passed, needs });
  });
});

describe('a target is reached by the calls that end there, and by no others', () => {
  const more = `
users Ends {
  pool pool01.contoso.com
  policy Cloud
  hosted@contoso.com  line +14255550131  mailbox hosted
  local@contoso.com   line +14255550132  mailbox local  umDialPlan OnPrem\\Redmond
  lost@contoso.com    line +14255550133  mailbox hosted  policy Empty
  none@contoso.com    line +14255550134  mailbox none
  open@contoso.com    line +14255550135  mailbox hosted  exchangeHostedVoiceMail true  hostedVoiceMail false
  broken@contoso.com  line +14255550136  mailbox hosted  policy Gone
}
hostedVoicemailPolicy Empty { organization contoso.onmicrosoft.com }
hostingProvider hosted { proxyFqdn um.litware.com  enabled true  enabledSharedAddressSpace true }
exUmContact ova@contoso.com { displayNumber +14255550180  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }
exUmContact off@contoso.com { displayNumber +14255550181  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Empty }
exUmContact sa@contoso.com { tool ocsUmUtil  displayNumber +14255550182  pool pool01.contoso.com  ou "OU=V,DC=x"  umDialPlan OnPrem\\Redmond }
exchange Other { version 2013  umDialPlan Redmond { voIPSecurity secured  numberOfDigitsInExtension 5  countryOrRegionCode 1 } }
`;
  const judged = (line: string): Verdict => {
    const deployment = mixedWith(`${more}\n${line}`);
    const [expectation] = deployment.expectations;
    if (!expectation) throw new Error('no expectation');
    return evaluate(deployment, expectation);
  };
  const people = ['hosted', 'local', 'lost', 'none', 'open', 'broken'] as const;

  it.each<[target: string, reached: string]>([
    ['hosted', 'yes no no no ? ?'],
    ['local', 'no yes no no ? ?'],
    ['nothing', 'no no yes yes ? ?'],
    ['ExchangeOnline', 'yes no no no ? ?'],
    ['hostingProvider hosted', 'no no no no ? ?'],
    ['"hosted"', 'no no no no ? ?'],
    ['contoso.onmicrosoft.com', 'yes no no no ? ?'],
    ['OnPrem\\Redmond', 'no yes no no ? ?'],
    ['Other\\Redmond', 'no no no no ? ?'],
    ['ex01.contoso.com', 'no yes no no ? ?'],
    ['ex02.contoso.com', 'no yes no no ? ?'],
    ['ova@contoso.com', 'no no no no ? ?'],
  ])('%s: %s', (target, wanted) => {
    const words = new Map([
      [true, 'yes'],
      [false, 'no'],
      [null, '?'],
    ]);
    const reached = people.map((who) => words.get(judged(`expect ${who}@contoso.com reaches ${target}`).passed));
    expect(reached.join(' ')).toBe(wanted);
  });

  it.each<[number: string, target: string, passed: boolean]>([
    ['+14255550180', 'ova@contoso.com', true],
    ['+14255550180', 'off@contoso.com', false],
    ['+14255550180', 'hosted', true],
    // Lost on its way: the contact is asked, and doesn't answer.
    ['+14255550181', 'off@contoso.com', false],
    ['+14255550181', 'nothing', true],
    ['+14255550182', 'sa@contoso.com', true],
    ['+14255550182', 'ex01.contoso.com', true],
    ['+14255550131', 'ExchangeOnline', true],
    ['+14255550134', 'nothing', true],
  ])('a call to %s reaches %s: %s', (number, target, passed) => {
    expect(judged(`expect call to ${number} reaches ${target}`).passed).toBe(passed);
  });

  it('what no document says and what is broken leave it open, each in its words', () => {
    const open = judged('expect open@contoso.com reaches hosted');
    expect(open).toMatchObject({ passed: null, needs: [] });
    expect(open.broken).toBeUndefined();
    expect(verdictMessage(open)).toMatch(/^Undecided: no document says/);
    const broken = judged('expect broken@contoso.com reaches hosted');
    expect(broken).toMatchObject({ passed: null, needs: [], broken: true });
    expect(verdictMessage(broken)).toBe('Undecided: mend the errors that are reported first');
    expect(judged('expect no user unreachable')).toMatchObject({
      passed: false,
      failing: 1,
      of: 6,
      witness: 'lost@contoso.com',
    });
    expect(judged('expect no contact unreachable')).toMatchObject({
      passed: false,
      failing: 1,
      of: 3,
      witness: 'off@contoso.com',
    });
    expect(judged('expect open@contoso.com, none@contoso.com reaches hosted')).toMatchObject({
      passed: false,
      failing: 1,
      of: 2,
      witness: 'none@contoso.com',
    });
  });

  it('passes and faults have their sentences too', () => {
    expect(verdictMessage(judged('expect hosted@contoso.com reaches hosted'))).toBe('It does');
    expect(verdictMessage(judged('expect hosted@contoso.com, hosted@contoso.com reaches hosted'))).toBe('All 2 do');
    expect(verdictMessage(judged('expect every user in pool edge01.contoso.com reaches hosted'))).toBe(
      'It selects nobody',
    );
    expect(verdictMessage(judged('expect hosted@contoso.com reaches Nowhere'))).toMatch(
      /^There is no hosting provider/,
    );
    expect(verdictMessage(judged('expect lost@contoso.com reaches hosted'))).toMatch(
      /^The call to lost@contoso\.com is lost: Policy Empty has no Destination/,
    );
  });

  it('of two organizations the name says which; of two kinds the kind', () => {
    const { fault } = judged('expect local@contoso.com reaches umDialPlan OnPrem\\Redmond');
    expect(fault).toBeUndefined();
    const several = mixedWith(
      `${more}\nexpect hosted@contoso.com reaches Redmond\nexchange ExchangeOnline2 { version 2013 }`,
    );
    const [expectation] = several.expectations;
    const found = expectation && evaluate(several, expectation);
    expect(found?.fault?.meant).toEqual(['OnPrem\\Redmond', 'Other\\Redmond']);
    const kinds = mixedWith(
      `${more}\nhostingProvider ova@contoso.com { proxyFqdn a.litware.com }\nexpect call to +14255550180 reaches ova@contoso.com`,
    );
    const [either] = kinds.expectations;
    const both = either && evaluate(kinds, either);
    expect(both?.fault?.meant).toEqual(['hostingProvider ova@contoso.com', 'exUmContact ova@contoso.com']);
  });
});

describe('an expectation of one group among many', () => {
  const groups = 30;
  const text = Array.from(
    { length: groups },
    (_, i) =>
      `users G${i} { pool pool01.contoso.com  mailbox hosted  policy Cloud\n  u${i}@contoso.com  line +1425555${1000 + i}\n}`,
  ).join('\n');
  const waves = 'wave Pilot { move every user in group G7 to none }';

  it.each([
    ['', null],
    [' after Pilot', 'u7@contoso.com'],
  ])('asks the users of that group%s, and no others', (when, witness) => {
    const lines = Array.from({ length: groups }, (_, i) => `expect every user in group g${i} reaches hosted${when}`);
    const deployment = mixedWith(`${text}\n${waves}\n${lines.join('\n')}`);
    const asked = vi.spyOn(Cohorts.prototype, 'of');
    const placed = vi.spyOn(Deployment.prototype, 'placementsOf');
    const verdicts = deployment.expectations.map((expectation) => evaluate(deployment, expectation));
    expect(verdicts.map(({ of }) => of)).toEqual(Array(groups).fill(1));
    expect(verdicts.map((verdict) => verdict.witness).filter((one) => one !== null)).toEqual(witness ? [witness] : []);
    const calls = asked.mock.calls.length + placed.mock.calls.length;
    vi.restoreAllMocks();
    expect(calls).toBeGreaterThan(0);
    expect(calls).toBeLessThan(groups * 6);
  });

  it('sees the group that gets the name it asks for', () => {
    const workspace = new Workspace();
    const whole = `${mixedBase}${Object.values(hostedParts).join('\n')}\n${text.replace('users G3 ', 'users Other ')}\nexpect every user in group G3 reaches local`;
    workspace.set('/contoso/main.umtopo', whole);
    workspace.refresh();
    const [deployment] = workspace.deployments;
    if (deployment === undefined) throw new Error('no deployment');
    const analyzer = new Analyzer(deployment);
    const told = (): string[] =>
      analyzer
        .analyze()
        .diagnostics.map(({ code }) => code)
        .filter((code) => code.startsWith('UM00'));
    expect(told()).toEqual(['UM0008']);
    const at = whole.indexOf('Other');
    workspace.edit('/contoso/main.umtopo', [{ start: at, end: at + 5, text: 'G3' }]);
    workspace.refresh();
    expect(told()).toEqual(['UM0013']);
  });
});

it('a number is looked up among many, and not compared with that of each contact', () => {
  const contacts = 40;
  const text = Array.from(
    { length: contacts },
    (_, i) =>
      `exUmContact c${i}@contoso.com { displayNumber +1425555${1000 + i}  pool pool01.contoso.com  ou "OU=V,DC=x"  policy Cloud }\nexpect call to tel:+1425555${1000 + i} reaches c${i}@contoso.com`,
  ).join('\n');
  const deployment = mixedWith(text);
  const [first] = deployment.expectations;
  if (first === undefined) throw new Error('no expectation');
  evaluate(deployment, first);
  const read = vi.spyOn(Declaration.prototype, 'fact');
  const verdicts = deployment.expectations.map((expectation) => evaluate(deployment, expectation));
  const numbers = read.mock.calls.filter(([property]) => property === 'displayNumber');
  read.mockRestore();
  expect(verdicts.map(({ passed }) => passed)).toEqual(Array(contacts).fill(true));
  expect(numbers.length).toBeLessThan(contacts * 4);
});
