import { fold } from '../base/words';
import type { Deployment } from '../model/deployment';
import type { UnknownFact } from '../model/facts';
import type { Person } from '../model/person';
import { Remembered } from '../model/remembered';
import { Survey } from '../model/survey';
import type { UsersBlock } from '../model/usersBlock';
import type { Route } from '../routing/types';
import { crowdOf, declaredRoutes } from './crowd';
import { type Home, homeOf } from './graphNodes';

/** Where unanswered calls of users begin, and where they go. */
interface Way {
  readonly home: Home;
  readonly route: Route;
  /** The same for those that have one home and make the same stops. */
  readonly key: string;
}

/** A way with those who take it. */
export interface CommonWay extends Way {
  readonly users: number;
  /** In their order. */
  readonly blocks: Iterable<UsersBlock>;
}

/** The ways of all users after some waves, in the order in which they are first taken. There are few, however many placements. */
export function commonWays(deployment: Deployment, waves: number): readonly CommonWay[] {
  if (waves > 0) return waysAfter(deployment, waves);
  return declaredWays.of(deployment, refuse, refuse).map(({ value, users, blocks }) => ({ ...value, users, blocks }));
}

const ways = new Remembered((placement) => wayOf(placement, declaredRoutes.of(placement)));

/** As declared: of each group of users the ways are kept. */
const declaredWays = new Survey(ways, ({ key }) => key);

/** A route says itself when it isn't known. */
function refuse(fact: UnknownFact): never {
  throw fact;
}

function waysAfter(deployment: Deployment, waves: number): readonly CommonWay[] {
  const found = new Map<string, Way & { users: number; blocks: Set<UsersBlock> }>();
  for (const { person, placement, count, route } of crowdOf(deployment, waves)) {
    const way = wayOf(person, route);
    let common = found.get(way.key);
    if (common === undefined) {
      common = { ...way, users: 0, blocks: new Set() };
      found.set(way.key, common);
    }
    common.users += count;
    common.blocks.add(placement.block);
  }
  return [...found.values()];
}

function wayOf(person: Person, route: Route): Way {
  const home = homeOf(person);
  return { home, route, key: `${wayNumber(route)} ${fold(home.pool ?? `@${home.provider}`)}` };
}

const wayNumbers = new WeakMap<Route, number>();
const numbers = new Map<string, number>();
let lastNumber = 0;

/** So many are remembered: of more, two may have two numbers, and are drawn one over the other. */
const REMEMBERED = 10_000;

/** The same for routes that make the same stops. A number, as what they say is long and there are many of them. */
function wayNumber(route: Route): number {
  let number = wayNumbers.get(route);
  if (number !== undefined) return number;
  const { outcome, umDialPlan, destination, organization, policy, failure, needs, hops, decisions } = route;
  const passed = hops.filter(({ role }) => role !== 'mailbox').map(({ at, role, port }) => [at, role, port]);
  const steps = decisions.map(({ step, source }) => `${step} ${source}`);
  const key = JSON.stringify([outcome, umDialPlan, destination, organization, policy, failure, needs, passed, steps]);
  number = numbers.get(key);
  if (number === undefined) {
    if (numbers.size >= REMEMBERED) numbers.clear();
    number = ++lastNumber;
    numbers.set(key, number);
  }
  wayNumbers.set(route, number);
  return number;
}
