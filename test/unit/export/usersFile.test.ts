import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { declaredUsers, movedUsers, usersFile } from '../../../server/src/export/users/usersFile';
import type { Deployment } from '../../../server/src/model/deployment';
import { type Fact, plainReader, UnknownFact } from '../../../server/src/model/facts';
import type { UserRow } from '../../../server/src/model/placement';
import { attributeOf } from '../../../server/src/routing/attribute';
import { userRow } from '../../../server/src/vocabulary';
import { deploymentOf } from './deployments';

function csvOf(deployment: Deployment): string {
  return usersFile('users.csv', declaredUsers(deployment), []).text();
}

describe('users.csv', () => {
  it('has the documented columns, and those of what else is said', () => {
    const csv = csvOf(
      deploymentOf(`
        deployment D { server lync2013  mode mixed }
        users A {
          pool pool01.contoso.com
          mailbox hosted
          policy Cloud
          alice@contoso.com line +14255550101;ext=101 extensions 55101, 55102 wave Pilot
          bob@contoso.com mailbox local umDialPlan Europe\\Plant line tel:+14255550102 policy unset delegates alice@contoso.com, carol@contoso.com
        }
      `),
    );
    expect(csv.split('\r\n')).toEqual([
      '\ufeffSipAddress,Identity,UserPrincipalName,RegistrarPool,EnterpriseVoiceEnabled,LineURI,HostedVoiceMail,HostedVoicemailPolicy,MailboxLocation,UmDialPlan,UmMailboxPolicy,Extension,Wave,Delegates',
      'sip:alice@contoso.com,alice@contoso.com,alice@contoso.com,pool01.contoso.com,True,tel:+14255550101;ext=101,True,Cloud,hosted,,,55101;55102,Pilot,',
      'sip:bob@contoso.com,bob@contoso.com,bob@contoso.com,pool01.contoso.com,True,tel:+14255550102,,unset,local,Europe\\Plant,Plant Default Policy,,,alice@contoso.com;carol@contoso.com',
      '',
    ]);
  });

  it('keeps a spreadsheet from taking a cell for a formula', () => {
    const csv = csvOf(
      deploymentOf(`
        deployment D { server lync2013  mode crossPremises }
        users A { pool pool01.contoso.com  alice@contoso.com { displayName "=cmd|' /C calc'!A0"  policy "+a, \\"b\\"" } }
      `),
    );
    expect(csv).toContain(`"'+a, ""b"""`);
    expect(csv).toContain(`'=cmd|' /C calc'!A0`);
  });

  it('tells a flag that is known to be empty from one that follows from the mailbox', () => {
    const csv = csvOf(
      deploymentOf(`
        deployment D { server lync2013  mode crossPremises }
        users A {
          a@contoso.com
          b@contoso.com hostedVoiceMail unset
          c@contoso.com exchangeHostedVoiceMail true
          d@contoso.com hostedVoiceMail false
          e@contoso.com msExchUCVoiceMailSettings "CsHostedVoiceMail=1", "ExchangeHostedVoiceMail=0"
          f@contoso.com hostedVoiceMail unknown
          g@contoso.com mailbox unknown
          h@contoso.com mailbox none
        }
      `),
    );
    const [header = '', ...rows] = csv
      .trim()
      .split('\r\n')
      .map((line) => line.split(','));
    const column = (name: string): string[] => rows.map((row) => row[header.indexOf(name)] ?? '');
    expect(column('HostedVoiceMail')).toEqual(['True', 'unset', '', 'False', 'True', 'unknown', 'unknown', '']);
    expect(column('ExchangeHostedVoiceMail')).toEqual(['', '', 'True', '', 'False', '', '', '']);
  });

  it('holds of a wave the users that it moves, as they are after it', () => {
    const deployment = deploymentOf(`
      deployment D { server lync2013  mode mixed }
      hostedVoicemailPolicy Cloud
      users A { pool pool01.contoso.com  mailbox local  umDialPlan P
        a@contoso.com
        b@contoso.com
        c@contoso.com
      }
      wave One { date 2013-01-01  move a@contoso.com to hosted policy Cloud }
      wave Two { date 2013-02-01  hostedVoiceMail never  move every user with mailbox local to hosted }
    `);
    const rows = (index: number): string[] =>
      usersFile('users.csv', movedUsers(deployment, index), []).text().trim().split('\r\n').slice(1);
    expect(rows(0)).toEqual([
      'sip:a@contoso.com,a@contoso.com,a@contoso.com,pool01.contoso.com,True,,True,Cloud,hosted,P,,,One,True',
    ]);
    expect(rows(1)).toEqual([
      'sip:b@contoso.com,b@contoso.com,b@contoso.com,pool01.contoso.com,True,,,,hosted,P,,,Two,True',
      'sip:c@contoso.com,c@contoso.com,c@contoso.com,pool01.contoso.com,True,,,,hosted,P,,,Two,True',
    ]);
  });

  it('reads back as the same users', () => {
    fc.assert(
      fc.property(deployments, (source) => {
        const before = deploymentOf(source);
        const csv = csvOf(before).replace('\ufeff', '');
        const mode = String(before.mode);
        const after = deploymentOf(
          `//- /main.umtopo\ndeployment D { server lync2013  mode ${mode} }\nusers All { csv "users.csv" }\n//- /users.csv\n${csv}`,
        );
        const [left, right] = [[...before.users()], [...after.users()]];
        expect(right.map((user) => user.address)).toEqual(left.map((user) => user.address));
        for (const [i, user] of left.entries()) expect(factsOf(right[i] as UserRow)).toEqual(factsOf(user));
      }),
      { numRuns: 200 },
    );
  });
});

/** What rules and routes see of a user. */
function factsOf(user: UserRow): Readonly<Record<string, unknown>> {
  const facts: Record<string, unknown> = {};
  for (const { name } of userRow.properties) {
    if (!/HostedVoiceMail$|^msExch/i.test(name)) facts[name] = shown(user.fact(name));
  }
  // The defaults of these two are written out.
  facts.userPrincipalName = shown(user.fact('userPrincipalName') ?? user.address);
  const plan = user.fact('umDialPlan');
  if (typeof plan === 'string' && user.fact('mailbox') === 'local')
    facts.umMailboxPolicy ??= `${plan.slice(plan.indexOf('\\') + 1)} Default Policy`;
  try {
    const { exchange, lync } = attributeOf(plainReader, user);
    facts.attribute = { exchange, lync };
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    facts.attribute = 'unknown';
  }
  return facts;
}

function shown(fact: Fact | undefined): unknown {
  return typeof fact === 'symbol' ? fact.description : fact;
}

const name = fc
  .oneof(
    fc.constantFrom('Cloud', 'a, b', '=x', "'+y", 'x"y', '-1', '@z', "o'hara", 'Europe\\Plant', 'two words'),
    fc.string({ minLength: 1 }),
  )
  .filter(
    (text) =>
      !/^(?:unset|unknown|\$null)$/i.test(text) &&
      !/[\n\r]|\$0|\^/.test(text) &&
      text.trim() !== '' &&
      !/\p{Cs}/u.test(text),
  );
const state = fc.constantFrom('unset', 'unknown');
const flag = fc.oneof(fc.constantFrom('true', 'false'), state);
const phone = fc.constantFrom('+14255550101', '14255550102', 'tel:+14255550103;ext=1', 'unset', 'unknown');
const quoted = name.map((text) =>
  JSON.stringify(text).replace(/\\([bfrt])/g, (_, c: string) => `\\u00${{ b: '08', f: '0c', r: '0d', t: '09' }[c]}`),
);
const property = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'policy',
      'voicePolicy',
      'displayName',
      'umDialPlan',
      'umMailboxPolicy',
      'userPrincipalName',
      'exchange',
      'wave',
      'sipResourceIdentifier',
    ),
    fc.oneof(quoted, state),
  ),
  fc.tuple(
    fc.constantFrom(
      'enabled',
      'enterpriseVoice',
      'audioVideoDisabled',
      'hostedVoiceMail',
      'exchangeHostedVoiceMail',
      'enableCloudVoiceMail',
    ),
    flag,
  ),
  fc.tuple(fc.constantFrom('line', 'privateLine', 'onPremLineURI'), phone),
  fc.tuple(fc.constant('mailbox'), fc.constantFrom('local', 'hosted', 'none', 'unknown')),
  fc.tuple(fc.constant('extensions'), fc.constantFrom('1001', '1001, 1002', 'unset')),
  fc.tuple(
    fc.constant('msExchUCVoiceMailSettings'),
    fc.constantFrom('"CsHostedVoiceMail=1"', '"ExchangeHostedVoiceMail=1", "CsHostedVoiceMail=0"'),
  ),
  fc.tuple(fc.constant('pool'), fc.constantFrom('pool01.contoso.com', 'unknown')),
);
const properties = fc
  .uniqueArray(property, { maxLength: 6, selector: ([word]) => word })
  .map((list) => list.map(([word, value]) => `${word} ${value}`).join('\n'));
const deployments = fc
  .tuple(
    fc.constantFrom('mixed', 'crossPremises', 'onPremises'),
    properties,
    fc.array(properties, { minLength: 1, maxLength: 5 }),
  )
  .map(
    ([mode, block, rows]) =>
      `deployment D { server lync2013  mode ${mode} }\nusers All {\n${block}\n${rows
        .map((row, i) => `user${i}@contoso.com {\n${row}\n}`)
        .join('\n')}\n}`,
  );
