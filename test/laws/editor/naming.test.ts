import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mentionsIn, thingsOf } from '../../../server/src/editor/mentions';
import { referencesOf } from '../../../server/src/editor/references';
import { sameThing, type Thing } from '../../../server/src/editor/things';
import { rowSpots } from '../../../server/src/editor/users';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';

/** What rows say, among it the name of each thing where it isn't named: in texts, comments, words that only begin or end so, other properties. */
const likePolicy = [
  ...['policy Cloud', 'policy cloud', 'POLICY  Cloud', 'policy\tCloud', 'policy "Cloud"', 'policy tag:Cloud'],
  ...['hostedVoicemailPolicy Cloud', 'hostedvoicemailpolicy Cloud', 'policy CloudTwo', 'policy unset', 'policy Other'],
  ...['policy "Clo\\u0075d"', 'displayName "Cloud"', 'displayName "policy Cloud"', 'displayName Cloud'],
];
const likePlan = [
  ...['dialPlan Cloud', 'umdialPlan Cloud', 'umDialPlan Org\\Plan', 'umDialPlan Plan', 'umDialPlan Two\\Plan'],
  ...['umDialPlan Org\\PlanTwo', 'umMailboxPolicy Org\\Plan', 'exchange Org', 'voicePolicy Cloud'],
];
const others = ['wave Cloud', 'pool org', 'line +14255550101', 'delegates a@cloud.com, cloud@contoso.com'];
const words = fc.constantFrom(likePolicy, likePlan, [...likePolicy, ...likePlan, ...others]);
const ends = ['', '', '', '  // policy Cloud', ' /* policy Cloud */', '  ', ' { policy Cloud }'];
const gaps = [' ', '  ', '\t', '\u00a0'];
const addresses = ['a@contoso.com', 'sip:b@contoso.com', 'c@cloud.com', 'cloud@contoso.com', '"d@contoso.com"'];

/** Rows that say some of a few words each, so that they are alike and yet not the same. */
const rows = words
  .chain((some) => fc.subarray([...some], { minLength: 1, maxLength: 4 }))
  .chain((few) =>
    fc.array(
      fc.record({
        address: fc.constantFrom(...addresses),
        gap: fc.constantFrom(...gaps),
        words: fc.shuffledSubarray(few),
        end: fc.constantFrom(...ends),
      }),
      { minLength: 1, maxLength: 8 },
    ),
  );

const head = `deployment Contoso { server lync2013  mode mixed }
sipDomain cloud.com { }
hostedVoicemailPolicy Cloud { }
hostedVoicemailPolicy Other { }
voicePolicy Cloud { }
dialPlan Cloud { }
exchange Org { umDialPlan Plan { }  umMailboxPolicy Plan { umDialPlan Plan } }
exchange Two { umDialPlan Plan { } }
wave Cloud { }
exUmContact cloud@contoso.com { displayNumber +14255550180 }
`;

function deploymentOf(text: string, typed: number): Deployment {
  const workspace = new Workspace();
  workspace.set('/t/head.umtopo', head);
  workspace.set('/t/users.umtopo', text);
  workspace.set(
    '/t/others.umtopo',
    text.replace('users U', 'users V').replace('  csv "more.csv"\n', '  mailbox local\n'),
  );
  workspace.set(
    '/t/more.csv',
    'SipAddress,HostedVoicemailPolicy,UmDialPlan\ne@contoso.com,Cloud,Plan\nf@contoso.com,"cloud",Org\\Plan\n',
  );
  workspace.refresh();
  // The text of a file that was edited stands in pieces.
  workspace.edit('/t/users.umtopo', [{ start: typed, end: typed, text: '\n' }]);
  workspace.refresh();
  const deployment = workspace.deploymentOf('/t/users.umtopo');
  if (deployment === undefined) throw new Error('the file belongs to no deployment');
  return deployment;
}

/** Each row read out, and each of its words looked up. */
function slowly(deployment: Deployment, thing: Thing): string[] {
  const found: string[] = [];
  for (const user of deployment.users())
    for (const spot of rowSpots(user))
      for (const mention of mentionsIn(spot))
        if (thingsOf(deployment, mention).some((each) => sameThing(each, thing)))
          found.push(`${mention.path} ${mention.start} ${mention.end}`);
  return [...new Set(found)].sort();
}

it('the rows that name a thing are those that are found by reading all of them', () => {
  fc.assert(
    fc.property(rows, fc.nat(1), (written, again) => {
      const lines = written.map(({ address, gap, words: said, end }) => `  ${[address, ...said].join(gap)}${end}`);
      const some = Array.from({ length: again + 1 }, () => lines).flat();
      const text = `users U {\n  csv "more.csv"\n${some.join('\n')}\n}\n`;
      const deployment = deploymentOf(text, text.indexOf('  csv'));
      for (const declaration of deployment.declarations) {
        if (declaration.path !== '/t/head.umtopo') continue;
        const thing: Thing = { is: 'declaration', declaration };
        // Delegates in rows of another domain aren't looked for.
        if (declaration.kind.name === 'sipDomain') continue;
        const inRows = referencesOf(deployment, thing).filter(({ path }) => path !== '/t/head.umtopo');
        expect(inRows.map(({ path, start, end }) => `${path} ${start} ${end}`).sort()).toEqual(
          slowly(deployment, thing),
        );
      }
    }),
    { numRuns: 1000 },
  );
});
