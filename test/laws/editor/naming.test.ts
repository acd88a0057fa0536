import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyChanges } from '../../../server/src/base/span';
import { mentionsIn, thingsOf } from '../../../server/src/editor/mentions';
import { referencesOf } from '../../../server/src/editor/references';
import { isRefusal, rename } from '../../../server/src/editor/rename';
import { sameThing, type Thing } from '../../../server/src/editor/things';
import { rowSpots } from '../../../server/src/editor/users';
import type { Declaration } from '../../../server/src/model/declaration';
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

interface Written {
  readonly address: string;
  readonly gap: string;
  readonly words: readonly string[];
  readonly end: string;
}

/** Rows that say some of a few words each, so that they are alike and yet not the same. */
const rows = words
  .chain((some) => fc.subarray([...some], { minLength: 1, maxLength: 4 }))
  .chain((few) =>
    fc.array(
      fc.record<Written>({
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

type Files = ReadonlyMap<string, string>;

function filesOf(written: readonly Written[], times: number): Files {
  const lines = written.map(({ address, gap, words: said, end }) => `  ${[address, ...said].join(gap)}${end}`);
  const text = Array.from({ length: times }, () => lines.join('\n')).join('\n');
  const csv = 'e@contoso.com,Cloud,Plan\nf@contoso.com,"cloud",Org\\Plan\n';
  return new Map([
    ['/t/head.umtopo', head],
    ['/t/users.umtopo', `users U {\n  csv "more.csv"\n${text}\n}\n`],
    ['/t/others.umtopo', `users V {\n${text}\n}\n`],
    ['/t/more.csv', `SipAddress,HostedVoicemailPolicy,UmDialPlan\n${csv}`],
  ]);
}

function deploymentOf(files: Files): Deployment {
  const workspace = new Workspace();
  for (const [path, text] of files) workspace.set(path, text);
  workspace.refresh();
  // The text of a file that was edited stands in pieces.
  const start = files.get('/t/users.umtopo')?.indexOf('  csv') ?? 0;
  workspace.edit('/t/users.umtopo', [{ start, end: start, text: '\n' }]);
  workspace.refresh();
  const deployment = workspace.deploymentOf('/t/users.umtopo');
  if (deployment === undefined) throw new Error('the file belongs to no deployment');
  return deployment;
}

/** Those of the head, but for SIP domains: delegates in rows of another domain aren't looked for. */
function declaredIn({ declarations }: Deployment): Declaration[] {
  return declarations.filter(({ path, kind }) => path === '/t/head.umtopo' && kind.name !== 'sipDomain');
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
      const deployment = deploymentOf(filesOf(written, again + 1));
      for (const declaration of declaredIn(deployment)) {
        const thing: Thing = { is: 'declaration', declaration };
        const inRows = referencesOf(deployment, thing).filter(({ path }) => path !== '/t/head.umtopo');
        expect(inRows.map(({ path, start, end }) => `${path} ${start} ${end}`).sort()).toEqual(
          slowly(deployment, thing),
        );
      }
    }),
    { numRuns: 500 },
  );
});

it('what named a thing names it after a rename', () => {
  fc.assert(
    fc.property(rows, fc.constantFrom('Sky', 'Sky blue', 'sky,"blue"'), (written, name) => {
      const files = filesOf(written, 2);
      const deployment = deploymentOf(files);
      for (const declaration of declaredIn(deployment)) {
        const { path, kind, head: place } = declaration;
        const edits = rename(deployment, path, place.start, name);
        if (isRefusal(edits)) continue;
        const texts = [...files.keys()].map((each): [string, string] => {
          const own = edits.filter((edit) => edit.path === each);
          return [each, applyChanges(deployment.textOf(each), own)];
        });
        const after = deploymentOf(new Map(texts));
        const [renamed] = after.named(kind.name, name);
        if (renamed === undefined) throw new Error(`There is no ${kind.name} ${name}`);
        expect(referencesOf(after, { is: 'declaration', declaration: renamed })).toHaveLength(
          referencesOf(deployment, { is: 'declaration', declaration }).length,
        );
      }
    }),
    { numRuns: 150 },
  );
});
