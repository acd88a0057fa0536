import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../server/src/routing/expectations';
import { routeOfAddress } from '../../../server/src/routing/route';
import { mixedWith } from '../../support/deployment';

const two = (retire: string): string => `
users Plant {
  pool pool01.contoso.com
  mailbox local
  umDialPlan Redmond
  carol@contoso.com  line +14255550121
  dan@contoso.com    line +14255550122
  erin@contoso.com   line +14255550123  enableCloudVoiceMail true  policy Cloud
}
exUmContact ova-local@contoso.com {
  tool ocsUmUtil  displayNumber +14255550100  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  umDialPlan Redmond
}
exUmContact aa@contoso.com {
  tool ocsUmUtil  displayNumber +14255550190  pool pool01.contoso.com  ou "OU=Voice,DC=contoso,DC=com"  umDialPlan Redmond
}
wave Pilot { date 2013-06-03  move carol@contoso.com to hosted policy Cloud }
wave Rest {
  date 2013-07-01
  ${retire}
  move aa@contoso.com to hosted policy Cloud
}
wave Late { date 2013-08-01  move dan@contoso.com to hosted policy Cloud }
`;

function passes(line: string, retire = 'retire OnPrem'): boolean | null {
  const deployment = mixedWith(`${two(retire)}\n${line}`);
  const [expectation] = deployment.expectations;
  if (!expectation) throw new Error('no expectation');
  return evaluate(deployment, expectation).passed;
}

describe('after a wave that retires an organization', () => {
  it.each([
    ['expect dan@contoso.com reaches Redmond before Rest', true],
    ['expect dan@contoso.com reaches nothing after Rest', true],
    ['expect dan@contoso.com reaches nothing on playOnPhone after Rest', true],
    ['expect dan@contoso.com reaches hosted after Late', true],
    ['expect carol@contoso.com, erin@contoso.com reaches hosted after Rest', true],
    ['expect no user unreachable before Rest', true],
    ['expect no user unreachable after Rest', false],
    ['expect no user unreachable after Late', true],
    ['expect call to +14255550100 reaches Redmond before Rest', true],
    ['expect call to +14255550100 reaches nothing after Rest', true],
    ['expect call to +14255550190 reaches hosted after Rest', true],
    ['expect no contact unreachable after Rest', true],
  ])('%s: %s', (line, passed) => expect(passes(line)).toBe(passed));

  it('tells which wave it is', () => {
    const route = routeOfAddress(mixedWith(two('retire OnPrem')), 'dan@contoso.com', 'noAnswer', 2);
    expect(route?.failure?.reason).toBe('Rest retires OnPrem: UM dial plan Redmond is removed with it');
    expect(route?.failure?.caller).toBe('the call is dropped');
  });

  it('is undecided where it is not known which one', () => {
    expect(passes('expect dan@contoso.com reaches Redmond after Rest', 'retire unknown')).toBe(null);
    expect(passes('expect carol@contoso.com reaches hosted after Rest', 'retire unknown')).toBe(true);
  });

  it('lets another one answer', () =>
    expect(
      passes('exchange Old { version 2010 }\nexpect dan@contoso.com reaches Redmond after Rest', 'retire Old'),
    ).toBe(true));
});
