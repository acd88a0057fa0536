import { describe, expect, it } from 'vitest';
import { callPlaceAt, callsFrom, callsInto } from '../../../server/src/editor/callHierarchy';
import { implementations } from '../../../server/src/editor/implementation';
import { hostedParts, mixedBase } from '../../support/deployment';
import { atCursor, shown } from './support';

const deployment = (users: string) => `${mixedBase}${Object.values(hostedParts).join('\n')}\n${users}`;
const users = `users Sales { pool pool01.contoso.com
  alice@contoso.com  mailbox hosted  policy Cloud
  bob@contoso.com    mailbox hosted  policy Cloud
  carol@contoso.com  mailbox local   umDialPlan Redmond
}`;

function calls(source: string): { into: string[]; from: string[] } {
  const at = atCursor(source);
  const place = callPlaceAt(at.deployment, at.path, at.offset);
  if (place === undefined) throw new Error('no calls pass here');
  const lines = (steps: ReturnType<typeof callsInto>) =>
    steps.map(({ place: { name }, users: count }) => `${name} ${count}`);
  return { into: lines(callsInto(at.deployment, place)), from: lines(callsFrom(at.deployment, place)) };
}

describe('call hierarchy', () => {
  it('tells who is routed to a pool, and where calls go next', () => {
    const { into, from } = calls(deployment(users).replace('pool pool01', 'pool po$0ol01'));
    expect(into).toEqual(['Sales 3']);
    expect(from).toContain('edge01.contoso.com 2');
    expect(from.length).toBeGreaterThan(1);
  });

  it('leads from a group to its pool, from the provider to the tenant', () => {
    expect(calls(deployment(users.replace('Sales', 'Sal$0es'))).from).toEqual(['pool01.contoso.com 3']);
    const provider = calls(deployment(users).replace('hostingProvider Exchange', 'hostingProvider Ex$0change'));
    expect(provider.into).toEqual(['edge01.contoso.com 2']);
    expect(provider.from).toEqual(['contoso.onmicrosoft.com 2']);
  });

  it('leads from a contact on, not back to it', () => {
    const contact = `exUmContact o$0va@contoso.com { displayNumber +14255550180  pool pool01.contoso.com
      ou "OU=UM,DC=contoso,DC=com"  policy Cloud }`;
    const { into, from } = calls(deployment(contact));
    expect(into).toEqual([]);
    expect(from).toEqual(['pool01.contoso.com 0']);
  });

  it('has nothing for what no call passes', () => {
    const at = atCursor(deployment('hostedVoicemailPolicy Un$0used { }'));
    expect(callPlaceAt(at.deployment, at.path, at.offset)).toBeUndefined();
  });
});

describe('implementation', () => {
  it('tells the rows that say so, and the groups', () => {
    const source = deployment(`${users}\nusers Rest { pool pool01.contoso.com  policy Cl$0oud
  dan@contoso.com mailbox hosted
}`);
    const at = atCursor(source);
    const found = implementations(at.deployment, at.path, at.offset);
    expect(found.map(({ path, name }) => shown(at.deployment, path, name).split(' ').at(-1))).toEqual([
      'alice@contoso.com',
      'bob@contoso.com',
      'Rest',
    ]);
  });
});
