import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deployment } from '../../../server/src/model/deployment';
import { Workspace } from '../../../server/src/model/workspace';
import { evaluate } from '../../../server/src/routing/expectations';
import { routeOfNumber, routeOfPerson, routeOfUser } from '../../../server/src/routing/route';
import { callEvents, type Route } from '../../../server/src/routing/types';
import { Analyzer } from '../../../server/src/rules/analyze';
import { numberAnswer, userAnswer, usersAfter } from './slowEvaluator';
import { declarations, type User, type World, worlds } from './world';

const runs = { numRuns: process.env.FUZZ ? 20_000 : 400 };

/** The deployment of some declarations: each in the file of its number. */
function deploymentOf(texts: readonly string[], fileOf: (index: number) => number = () => 0): Deployment {
  const files = new Map<string, string[]>();
  texts.forEach((text, i) => {
    const path = `/d/${fileOf(i)}.umtopo`;
    files.set(path, [...(files.get(path) ?? []), text]);
  });
  const workspace = new Workspace();
  for (const [path, parts] of files) workspace.set(path, `${parts.join('\n')}\n`);
  workspace.refresh();
  const [deployment, other] = workspace.deployments;
  if (deployment === undefined || other) throw new Error('not exactly one deployment');
  return deployment;
}

function answerOf({ outcome, target, needs }: Route): string {
  if (outcome === 'unknown') return needs.length > 0 ? 'unknown' : 'open';
  return target === null ? outcome : `${outcome} ${target}`;
}

/** Everything that is said of a deployment's calls. */
function answers(deployment: Deployment, waves: number): Record<string, string> {
  const found: Record<string, string> = {};
  for (let wave = 0; wave <= waves; wave++) {
    for (const user of deployment.users())
      for (const event of callEvents)
        found[`${wave} ${user.address} ${event}`] = answerOf(routeOfUser(deployment, user, user.address, event, wave));
    for (const contact of deployment.all('exUmContact')) {
      const route = routeOfNumber(deployment, String(contact.fact('displayNumber')), wave);
      found[`${wave} ${contact.name}`] = route ? answerOf(route) : 'nobody';
    }
  }
  return found;
}

describe('a route', () => {
  it('is what a plain evaluation of the documents gives, user by user, number by number, wave by wave', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(worlds, (world) => {
        const deployment = deploymentOf(declarations(world));
        for (let wave = 0; wave <= world.waves.length; wave++) {
          for (const user of deployment.users()) {
            const answer = answerOf(routeOfUser(deployment, user, user.address, 'noAnswer', wave));
            seen.add(answer);
            expect(`${wave} ${user.address} ${answer}`).toBe(
              `${wave} ${user.address} ${userAnswer(world, user.address, wave)}`,
            );
          }
          for (const { number } of world.contacts) {
            const route = routeOfNumber(deployment, number, wave);
            expect(`${wave} ${number} ${route && answerOf(route)}`).toBe(
              `${wave} ${number} ${numberAnswer(world, number, wave)}`,
            );
          }
        }
      }),
      runs,
    );
    // The worlds are not all alike.
    expect([...seen].sort()).toEqual([
      'failed',
      'hosted Online',
      'hosted Partner',
      'local Plant',
      'local Redmond',
      'none',
      'open',
    ]);
  });

  it('by placement is that of each of its users', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const deployment = deploymentOf(declarations(world));
        for (const placement of deployment.placements()) {
          const answer = answerOf(routeOfPerson(deployment, placement));
          for (const user of placement.users(10)) expect(userAnswer(world, user.address)).toBe(answer);
        }
      }),
      runs,
    );
  });

  it('of a crowd counts the users one by one', () => {
    fc.assert(
      fc.property(worlds, fc.constantFrom('hosted', 'local', 'nothing'), (world, target) => {
        const last = world.waves.at(-1);
        const when = last ? ` after ${last.name}` : '';
        const deployment = deploymentOf([...declarations(world), `expect every user reaches ${target}${when}`]);
        const [expectation] = deployment.expectations;
        if (expectation === undefined) throw new Error('no expectation');
        const { of, failing, passed } = evaluate(deployment, expectation);
        const each = world.users.map(({ address }) => userAnswer(world, address, world.waves.length));
        const reaches = (answer: string): boolean =>
          target === 'nothing' ? answer === 'none' || answer === 'failed' : answer.startsWith(target);
        const wrong = each.filter((answer) => answer !== 'open' && !reaches(answer)).length;
        expect({ of, failing }).toEqual({ of: each.length, failing: wrong });
        expect(passed).toBe(wrong > 0 ? false : each.includes('open') ? null : true);
      }),
      runs,
    );
  });

  it('exists for every user, event, number and wave, and is the same each time', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const texts = declarations(world);
        const first = answers(deploymentOf(texts), world.waves.length);
        expect(Object.keys(first)).toHaveLength(
          (world.waves.length + 1) * (world.users.length * callEvents.length + world.contacts.length),
        );
        expect(answers(deploymentOf(texts), world.waves.length)).toEqual(first);
      }),
      { numRuns: runs.numRuns / 8 },
    );
  });
});

describe('the order of files and declarations', () => {
  it('has no meaning: neither routes nor what is wrong depend on it', () => {
    fc.assert(
      fc.property(
        worlds.chain((world) => {
          const texts = declarations(world);
          return fc.record({
            world: fc.constant(world),
            texts: fc.constant(texts),
            order: fc.shuffledSubarray([...texts.keys()], { minLength: texts.length }),
            files: fc.array(fc.nat(2), { minLength: texts.length, maxLength: texts.length }),
          });
        }),
        ({ world, texts, order, files }) => {
          const plain = deploymentOf(texts);
          const other = deploymentOf(
            order.map((index) => texts[index] as string),
            (index) => files[index] as number,
          );
          expect(answers(other, world.waves.length)).toEqual(answers(plain, world.waves.length));
          expect(findings(other)).toEqual(findings(plain));
        },
      ),
      { numRuns: runs.numRuns / 4 },
    );
  });
});

/** Diagnostics by what they say of what. Messages name several objects in the order they are declared in. */
function findings(deployment: Deployment): string[] {
  return new Analyzer(deployment)
    .analyze()
    .diagnostics.map(
      ({ code, severity, users, path, start, end }) =>
        `${code} ${severity} ${users} [${deployment.textOf(path).slice(start, end)}]`,
    )
    .sort();
}

describe('a fact that is not known', () => {
  const pairs = [true, false, null] as const;
  type Fact = { readonly key: keyof User; readonly values: readonly unknown[] };
  const facts: readonly Fact[] = [
    { key: 'exchangePair', values: pairs },
    { key: 'lyncPair', values: pairs },
    { key: 'plan', values: ['Redmond', 'Plant', undefined] },
    { key: 'policy', values: ['Cloud', 'Partner', undefined] },
    { key: 'mailbox', values: ['local', 'hosted', 'none'] },
  ];

  /** The worlds in which the first user's facts have each of their values. */
  function completions(world: World, unknown: readonly Fact[]): World[] {
    const [fact, ...rest] = unknown;
    if (fact === undefined) return [world];
    return fact.values.flatMap((value) => completions(withFirst(world, fact.key, value), rest));
  }
  function withFirst(world: World, key: keyof User, value: unknown): World {
    const [first, ...others] = world.users as [User, ...User[]];
    return { ...world, users: [{ ...first, [key]: value } as User, ...others] };
  }

  it('leaves a route unknown only where two of its values give different answers', () => {
    const met = { known: 0, unknown: 0 };
    fc.assert(
      fc.property(worlds, fc.subarray([...facts], { minLength: 1, maxLength: 3 }), (world, unknown) => {
        const open = unknown.reduce((made, { key }) => withFirst(made, key, 'unknown'), world);
        const deployment = deploymentOf(declarations({ ...open, waves: [] }));
        const [user] = deployment.users();
        if (user === undefined) throw new Error('no user');
        const route = routeOfUser(deployment, user, user.address);
        const possible = new Set(
          completions(world, unknown).map((each) => userAnswer({ ...each, waves: [] }, user.address)),
        );
        const certain = possible.size === 1 && !possible.has('open');
        met[certain ? 'known' : 'unknown']++;
        if (certain) expect(answerOf(route)).toBe([...possible][0]);
        else expect(route.outcome).toBe('unknown');
        // It names no fact but these.
        if (possible.size > 1) expect(unknown.map(({ key }) => key)).toEqual(expect.arrayContaining(keysOf(route)));
      }),
      runs,
    );
    expect(Math.min(met.known, met.unknown)).toBeGreaterThan(20);
  });

  const names: Readonly<Record<string, keyof User>> = {
    exchangeHostedVoiceMail: 'exchangePair',
    hostedVoiceMail: 'lyncPair',
    umDialPlan: 'plan',
    policy: 'policy',
    mailbox: 'mailbox',
  };
  function keysOf({ needs }: Route): (keyof User | undefined)[] {
    expect(needs.length).toBeGreaterThan(0);
    return needs.map((need) => names[need]);
  }
});

describe('users after waves', () => {
  it('are counted by where their mailboxes are', () => {
    fc.assert(
      fc.property(worlds, (world) => {
        const last = world.waves.at(-1);
        if (last === undefined) return;
        const text = `expect every user with mailbox hosted reaches hosted after ${last.name}`;
        const deployment = deploymentOf([...declarations(world), text]);
        const [expectation] = deployment.expectations;
        if (expectation === undefined) throw new Error('no expectation');
        const hosted = usersAfter(world, world.waves.length).filter(({ mailbox }) => mailbox === 'hosted');
        expect(evaluate(deployment, expectation).of).toBe(hosted.length);
      }),
      { numRuns: runs.numRuns / 4 },
    );
  });
});
