import { describe, expect, it } from 'vitest';
import type { Declaration } from '../../../server/src/model/declaration';
import { renameFix, shortName } from '../../../server/src/rules/rename';
import type { KindName } from '../../../server/src/vocabulary/types';
import { deploymentOf } from '../../support/deployment';

/** The text after the renaming of what stands of a kind has the name, with its organization. */
function renamed(text: string, kind: KindName, name: string, to: string): string {
  const deployment = deploymentOf(text);
  const declaration = deployment.all(kind).find((each) => each.qualifiedName === name) as Declaration;
  const { title, edits, preferred } = renameFix(deployment, declaration, to);
  expect([title, preferred]).toEqual([`Rename to ${to}`, true]);
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);
}

/** The lines that differ. */
function lines(text: string, kind: KindName, name: string, to: string): string[] {
  const was = text.split('\n');
  return renamed(text, kind, name, to)
    .split('\n')
    .filter((line, i) => line !== was[i])
    .map((line) => line.trim());
}

const plans = `deployment D { }
exchange One {
  umServer ex01 { dialPlans Redmond, Paris }
  umDialPlan Redmond { uriType sipName }
  umDialPlan Paris { uriType sipName }
  umIPGateway G { address 192.0.2.1  umDialPlan Redmond }
  umHuntGroup H { umDialPlan Redmond  umIPGateway G  pilotIdentifier redmond }
  umHuntGroup I { umDialPlan Redmond  umIPGateway G  pilotIdentifier 55000 }
  umHuntGroup J { umDialPlan Redmond  umIPGateway G  pilotIdentifier unknown }
  umMailboxPolicy Own { umDialPlan Redmond }
}
tenant t { umMailboxPolicy M { sourceForestPolicyNames "Redmond Default Policy", "Paris Default Policy" } }
tenant u { umMailboxPolicy N { sourceForestPolicyNames unknown } }
users Plant {
  umDialPlan Redmond
  umMailboxPolicy "Redmond Default Policy"
  carol@contoso.com  umDialPlan One\\Redmond
  dan@contoso.com    umDialPlan Paris  umMailboxPolicy "Paris Default Policy"
  erin@contoso.com   umMailboxPolicy Own
}
wave W { move carol@contoso.com to local umDialPlan Redmond }
expect carol@contoso.com reaches umDialPlan redmond
expect dan@contoso.com reaches umDialPlan Paris
expect dan@contoso.com reaches nothing
expect call to +14255550100 reaches Redmond
expect none unreachable
`;

describe('a UM dial plan that is renamed', () => {
  it('is renamed wherever it is named, with what Exchange derives from its name', () =>
    expect(lines(plans, 'umDialPlan', 'One\\Redmond', 'Red West')).toEqual([
      'umServer ex01 { dialPlans "Red West", Paris }',
      'umDialPlan "Red West" { uriType sipName }',
      'umIPGateway G { address 192.0.2.1  umDialPlan "Red West" }',
      'umHuntGroup H { umDialPlan "Red West"  umIPGateway G  pilotIdentifier "Red West" }',
      'umHuntGroup I { umDialPlan "Red West"  umIPGateway G  pilotIdentifier 55000 }',
      'umHuntGroup J { umDialPlan "Red West"  umIPGateway G  pilotIdentifier unknown }',
      'umMailboxPolicy Own { umDialPlan "Red West" }',
      'tenant t { umMailboxPolicy M { sourceForestPolicyNames "Red West Default Policy", "Paris Default Policy" } }',
      'umDialPlan "Red West"',
      'umMailboxPolicy "Red West Default Policy"',
      'carol@contoso.com  umDialPlan "One\\\\Red West"',
      'wave W { move carol@contoso.com to local umDialPlan "Red West" }',
      'expect carol@contoso.com reaches umDialPlan "Red West"',
      'expect call to +14255550100 reaches "Red West"',
    ]));
});

describe('what is renamed', () => {
  const two = `deployment D { }
exchange One { umDialPlan P { }  umMailboxPolicy M { umDialPlan P } }
exchange Two { umDialPlan P { }  umMailboxPolicy M { umDialPlan P }  umAutoAttendant A { umDialPlan P } }
exUmContact c@contoso.com { umDialPlan Two\\P  umAutoAttendant A }
users U {
  a@contoso.com  exchange One  umDialPlan P
  b@contoso.com  exchange two  umDialPlan p  umMailboxPolicy M
  c@contoso.com  umDialPlan P
  d@contoso.com  umDialPlan Two\\P  umMailboxPolicy M
  e@contoso.com  umDialPlan One\\P  umMailboxPolicy M
  f@contoso.com  umMailboxPolicy M
}
`;
  it('is so where the organization around a bare name is its own', () => {
    expect(lines(two, 'umDialPlan', 'One\\P', 'Q')).toEqual([
      'exchange One { umDialPlan Q { }  umMailboxPolicy M { umDialPlan Q } }',
      'a@contoso.com  exchange One  umDialPlan Q',
      'e@contoso.com  umDialPlan One\\Q  umMailboxPolicy M',
    ]);
    expect(lines(two, 'umDialPlan', 'Two\\P', 'Q')).toEqual([
      'exchange Two { umDialPlan Q { }  umMailboxPolicy M { umDialPlan Q }  umAutoAttendant A { umDialPlan Q } }',
      'exUmContact c@contoso.com { umDialPlan Two\\Q  umAutoAttendant A }',
      'b@contoso.com  exchange two  umDialPlan Q  umMailboxPolicy M',
      'd@contoso.com  umDialPlan Two\\Q  umMailboxPolicy M',
    ]);
  });
  it('is so where the UM dial plan beside it says which organization is meant', () => {
    const policies = (organization: string): string[] =>
      lines(two, 'umMailboxPolicy', `${organization}\\M`, 'N').filter((line) => line.includes('@'));
    expect(policies('One')).toEqual(['e@contoso.com  umDialPlan One\\P  umMailboxPolicy N']);
    expect(policies('Two')).toEqual(['d@contoso.com  umDialPlan Two\\P  umMailboxPolicy N']);
    const withOther = two.replace('umMailboxPolicy M { umDialPlan P }', '$&  umAutoAttendant A { umDialPlan P }');
    expect(lines(withOther, 'umAutoAttendant', 'Two\\A', 'B').filter((line) => line.includes('@'))).toEqual([
      'exUmContact c@contoso.com { umDialPlan Two\\P  umAutoAttendant B }',
    ]);
  });
});

describe('a name that is too long', () => {
  const short = (name: string, limit: number, others = ''): string => {
    const deployment = deploymentOf(`deployment D { }\nsite "${name}" { }\n${others}`);
    return shortName(deployment, deployment.all('site')[0] as Declaration, limit);
  };
  it('is cut, without a blank at its end', () => {
    expect(short('Redmond West', 9)).toBe('Redmond W');
    expect(short('Redmond West', 8)).toBe('Redmond');
  });
  it('that something else has is numbered', () => {
    expect(short('Redmond West', 9, 'site "redmond w" { }')).toBe('Redmond2');
    expect(short('Redmond West', 9, 'site "Redmond W" { }\nsite Redmond2 { }')).toBe('Redmond3');
    expect(short('Redmond', 7, 'site Redmon2 { }')).toBe('Redmon3');
  });
});
