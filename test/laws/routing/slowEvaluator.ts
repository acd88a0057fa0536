import type { Level, User, World } from './world';

/**
 * Where calls go, worked out user by user from the documents' words: the decision between hosted and local UM, the policy that applies, what a hosted and what a
 * local call needs, and what a wave's moves change. It shares nothing with the product but the names of things.
 */

/** `hosted NAME`, `local NAME`, `none`, `failed`, or `open` where no document says. */
export type Answer = string;

interface State extends Omit<User, 'policy' | 'plan'> {
  readonly policy: string | undefined;
  readonly plan: string | undefined;
}

/** Where a call to a user goes that nobody answers, after the first waves. */
export function userAnswer(world: World, address: string, waves = 0): Answer {
  const user = usersAfter(world, waves).find((each) => each.address === address);
  if (user === undefined) throw new Error(`nobody is ${address}`);
  return answerFor(world, user);
}

/** Who answers a contact's number after the first waves. */
export function numberAnswer(world: World, number: string, waves = 0): Answer {
  const contact = world.contacts.find((each) => each.number === number);
  if (contact === undefined) throw new Error(`nobody has ${number}`);
  let { tool, policy, plan } = contact;
  let enabled = true;
  for (const { moves } of world.waves.slice(0, waves)) {
    for (const move of moves) {
      if (typeof move.who === 'string' || !move.who.includes(contact.address)) continue;
      if (move.policy) policy = move.policy;
      if (move.plan) plan = move.plan;
      tool = move.to === 'local' ? 'ocsUmUtil' : 'newCsExUmContact';
      if (move.to === 'none') enabled = false;
    }
  }
  if (!contact.enterpriseVoice || !enabled) return 'none';
  return tool === 'newCsExUmContact' ? hosted(world, contact.pool, policy) : local(world, contact.pool, plan);
}

function answerFor(world: World, user: State): Answer {
  switch (chooseUm(user)) {
    case 'HOSTED':
      return hosted(world, user.pool, user.policy);
    case 'LOCAL':
      return local(world, user.pool, user.plan as string);
    case 'NONE':
      return 'none';
    default:
      return 'open';
  }
}

function chooseUm(user: State): 'HOSTED' | 'LOCAL' | 'NONE' | 'OPEN' {
  if (user.enterpriseVoice === false) return 'NONE';
  // Nothing of the attribute is stated: what export will make of the intent.
  const stated = user.exchangePair !== undefined || user.lyncPair !== undefined;
  const exchange = stated ? (user.exchangePair ?? null) : null;
  const lync = stated ? (user.lyncPair ?? null) : user.mailbox === 'hosted' ? true : null;
  // Its two writers disagree: undocumented.
  if (exchange !== null && lync !== null && exchange !== lync) return 'OPEN';
  if (exchange === true || lync === true) return 'HOSTED';
  return user.plan === undefined ? 'NONE' : 'LOCAL';
}

/** Explicit grant, then the policy of the home pool's site, then the global one; no merge. */
function effectivePolicy(
  world: World,
  pool: string,
  granted: string | undefined,
): World['policies'][number] | undefined {
  const site = pool === 'pool01.contoso.com' ? 'site:Redmond' : 'site:Spokane';
  for (const name of [granted, site, 'global']) {
    const found = world.policies.find((policy) => policy.name === name);
    if (found) return found;
  }
  return undefined;
}

function hosted(world: World, pool: string, granted: string | undefined): Answer {
  const policy = effectivePolicy(world, pool, granted);
  const destination = policy?.destination;
  if (policy === undefined || destination === undefined) return 'failed';
  if (destination.startsWith('exap.um.') && policy.organization.length === 0) return 'failed';
  if (!world.edge) return 'failed';
  if (!world.access?.federated || world.access.defaultRouting) return 'failed';
  const provider = world.providers.find(({ proxy }) => proxy === destination);
  if (provider === undefined || provider.enabled !== true || !provider.shared) return 'failed';
  return `hosted ${provider.name}`;
}

const pairs: Readonly<Record<Level, readonly string[]>> = {
  requireEncryption: ['secured'],
  supportEncryption: ['sipSecured', 'secured'],
  doNotSupportEncryption: ['sipSecured'],
};

function local(world: World, pool: string, name: string): Answer {
  const plan = world.plans.find((each) => each.name === name);
  if (plan === undefined) throw new Error(`there is no plan ${name}`);
  const answering = world.servers.filter(({ plans, version }) => plans.includes(name) && version !== '2019');
  if (answering.length === 0) return 'failed';
  const site = pool === 'pool01.contoso.com' ? 'site:Redmond' : 'site:Spokane';
  const level = world.media[site] ?? world.media.global ?? 'requireEncryption';
  return pairs[level].includes(plan.security) ? `local ${name}` : 'failed';
}

/** Every user after the first waves: a selection sees the state before its wave. */
export function usersAfter(world: World, waves: number): State[] {
  let users: State[] = [...world.users];
  for (const { moves } of world.waves.slice(0, waves)) {
    const before = users;
    users = before.map((user) => {
      let moved = user;
      for (const { who, to, policy, plan } of moves) {
        if (typeof who === 'string' ? user.mailbox !== who : !who.includes(user.address)) continue;
        moved = {
          ...moved,
          mailbox: to,
          ...(to === 'hosted' ? { exchangePair: true, lyncPair: null } : { exchangePair: null, lyncPair: null }),
          ...(to === 'none' && { plan: undefined }),
          ...(policy && { policy }),
          ...(plan && { plan }),
        };
      }
      return moved;
    });
  }
  return users;
}
