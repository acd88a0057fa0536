import { expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { plainReader } from '../../../server/src/model/facts';
import { type Grounded, grounded, stands } from '../../../server/src/model/grounds';
import { Survey } from '../../../server/src/model/survey';
import { lookingAtUsers, type UserLooks } from '../../../server/src/model/userLooks';
import { Workspace } from '../../../server/src/model/workspace';
import { Random, runSeed } from '../../support/random';

const path = '/main.umtopo';
const policies = ['Cloud', 'Gold', 'Iron', 'Lead'];

interface Written {
  /** Where calls are sent under each policy; of one that isn't declared there is nothing. */
  readonly destinations: (string | undefined)[];
  readonly groups: string[][];
}

function textOf({ destinations, groups }: Written): string {
  const declared = destinations.map((each, i) =>
    each === undefined ? '' : `hostedVoicemailPolicy ${policies[i]} { destination ${each} }\n`,
  );
  const blocks = groups.map((rows, i) => `users Group${i} { pool p.contoso.com  mailbox hosted\n${rows.join('')}}\n`);
  return `deployment Contoso { server lync2013  mode mixed }\n${declared.join('')}${blocks.join('')}`;
}

function row(random: Random): string {
  const parts = [`u${random.below(90)}@${random.pick(['contoso.com', 'contoso.com', 'fabrikam.com'])}`];
  if (random.chance(0.8)) parts.push(`policy ${random.pick([...policies, ...policies, 'Nowhere', 'unknown'])}`);
  if (random.chance(0.25)) parts.push(`enterpriseVoice ${random.pick(['true', 'true', 'true', 'false', 'perhaps'])}`);
  return `  ${parts.join('  ')}\n`;
}

/** As somebody types: a row comes, goes, says something else, or is moved; a policy is another one, comes or goes. */
function change(random: Random, { destinations, groups }: Written): void {
  const rows = random.pick(groups);
  const at = random.below(rows.length);
  const kind = random.next();
  if (kind < 0.35) rows[at] = row(random);
  else if (kind < 0.55) rows.splice(at, 0, row(random));
  else if (kind < 0.75 && rows.length > 2) rows.splice(at, random.chance(0.1) ? 40 : 1);
  else if (kind < 0.85) rows.splice(random.below(rows.length), 0, ...rows.splice(at, 1));
  else destinations[random.below(policies.length)] = random.pick(['one', 'two', undefined]);
  if (rows.length === 0) rows.push(row(random));
}

type Answer = string;

/** Where the calls of users are sent. One without a policy has nothing to say; of one that isn't declared nothing is known. */
function newSurvey(): Survey<Answer> {
  return new Survey((placement): Answer | undefined => {
    const voice = plainReader.flag(placement, 'enterpriseVoice');
    const name = plainReader.text(placement, 'policy');
    const policy = placement.deployment.find('hostedVoicemailPolicy', name);
    return policy && `${plainReader.text(policy, 'destination')} ${voice ?? ''}`;
  });
}

type View = (survey: Survey<Answer>, deployment: Deployment) => readonly unknown[];
const nobody = (): void => {};

/** What is asked of answers. Placements are compared as the objects that they are: whoever found something of one points to it. */
const views: Readonly<Record<string, View>> = {
  values: (survey, deployment) => survey.of(deployment, nobody).map(({ value }) => value),
  users: (survey, deployment) => survey.of(deployment, nobody).flatMap(({ value, users }) => [value, users]),
  placements: (survey, deployment) => survey.of(deployment, nobody).flatMap(({ placements }) => placements),
  blocks: (survey, deployment) => survey.of(deployment, nobody).flatMap(({ blocks }) => blocks),
  first: (survey, deployment) => survey.of(deployment, nobody).map(({ first }) => first),
  some: (survey, deployment) =>
    survey.of(deployment, nobody).map((answer) => answer.some(({ domain }) => domain === 'fabrikam.com')),
  among: (survey, deployment) => [...survey.among(deployment, new Set(['two false']), nobody)],
  unknown: (survey, deployment) => {
    const told: unknown[] = [];
    survey.of(deployment, ({ name }, users) => told.push(name, users));
    return told;
  },
  broken: (survey, deployment) => {
    const told: unknown[] = [];
    survey.of(deployment, nobody, ({ name }, users) => told.push(name, users));
    return told;
  },
};

interface Seen extends Grounded {
  readonly value: readonly unknown[];
  readonly looks: UserLooks;
}

function see(view: View, survey: Survey<Answer>, deployment: Deployment): Seen {
  let looks: UserLooks = new Map();
  const seen = grounded(deployment.grounds, () => {
    let value: readonly unknown[] = [];
    looks = lookingAtUsers(() => {
      value = view(survey, deployment);
    });
    return value;
  });
  return { ...seen, looks };
}

it('what all users answer is what they would answer anew, and who saw something else looks again', () => {
  const random = new Random(runSeed());
  let stood = 0;
  let fell = 0;
  for (let run = 0; run < 60; run++) {
    const written: Written = {
      destinations: ['one', 'one', 'two', undefined],
      groups: [2, 9, 60].map((count) => Array.from({ length: count }, () => row(random))),
    };
    const workspace = new Workspace();
    let text = textOf(written);
    workspace.set(path, text);
    workspace.refresh();
    const deployment = workspace.deployments[0] as Deployment;
    const survey = newSurvey();
    const seen = new Map(Object.entries(views).map(([name, view]) => [name, see(view, survey, deployment)]));
    for (let step = 0; step < 25; step++) {
      for (let changes = random.pick([1, 1, 1, 3]); changes > 0; changes--) change(random, written);
      const now = textOf(written);
      let start = 0;
      while (start < text.length && text[start] === now[start]) start++;
      let behind = 0;
      const most = Math.min(text.length, now.length) - start;
      while (behind < most && text[text.length - 1 - behind] === now[now.length - 1 - behind]) behind++;
      workspace.edit(path, [{ start, end: text.length - behind, text: now.slice(start, now.length - behind) }]);
      workspace.refresh();
      text = now;
      for (const [name, view] of Object.entries(views)) {
        const before = seen.get(name) as Seen;
        const what = `${name}, seed ${random.seed}, run ${run}, step ${step}`;
        const anew = view(newSurvey(), deployment);
        const isSame = before.value.length === anew.length && before.value.every((each, i) => each === anew[i]);
        if (stands(before) && [...before.looks.values()].every((look) => look.stands())) {
          expect(isSame, `${what}: it isn't seen that it is another one`).toBe(true);
          stood++;
          continue;
        }
        if (isSame && stands(before)) fell++;
        const again = see(view, survey, deployment);
        expect(again.value.length === anew.length && again.value.every((each, i) => each === anew[i]), what).toBe(true);
        // Now and then nobody looks for a while.
        if (random.chance(0.8)) seen.set(name, again);
      }
    }
  }
  // Of all that could have stood, most did: the others hang on what one block says, and not on all of it together.
  expect(stood).toBeGreaterThan(2 * fell);
});
