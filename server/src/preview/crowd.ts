import type { Deployment } from '../model/deployment';
import { type Fact, plainReader, UnknownFact } from '../model/facts';
import { Memo } from '../model/grounds';
import type { Person } from '../model/person';
import type { Placement } from '../model/placement';
import { Remembered } from '../model/remembered';
import { type CrowdShare, crowdShares, stateAfter } from '../model/waveStates';
import { waveOrder } from '../model/waves';
import { userRoute } from '../routing/events';
import { decide, hasPolicy } from '../routing/route';
import type { Route } from '../routing/types';

/** Users that are alike, with the route of their unanswered calls after some waves. */
export interface RoutedShare extends CrowdShare {
  /** As the waves leave them; as declared where that hangs on an unknown fact. */
  readonly person: Person;
  readonly route: Route;
}

/** All users after some waves, by placement. */
export function crowdOf(deployment: Deployment, waves: number): RoutedShare[] {
  return Array.from(crowdShares(deployment, waves), (share) => routed(share, waves));
}

/** The users of a share after fewer waves than those that it was made for. */
export function routed(share: CrowdShare, waves: number): RoutedShare {
  const { placement, only = '' } = share;
  return { ...share, person: personAfter(placement, only, waves), route: routeOfShare(placement, only, waves) };
}

/** The users as some waves leave them; as declared where that hangs on an unknown fact. */
export function personAfter(person: Person, address: string, waves: number): Person {
  try {
    return stateAfter(plainReader, person, address, waveOrder(person.deployment).waves.slice(0, waves), hasPolicy);
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    return person;
  }
}

/** Of all who say the same: an edit of one policy asks about each group of users that are alike, not about each that is declared. */
export const declaredRoutes = new Remembered((placement) => {
  const { deployment } = placement;
  const anybody = new Anybody(placement);
  return decide(deployment, (read) => userRoute(deployment, read, anybody, 'users', 'noAnswer'));
});

const nowhere = { path: '', start: 0, end: 0 };

/** Any of the users of a placement, in whichever group: where they stand is no part of the picture, and took most of the time to find. */
class Anybody implements Person {
  readonly id: string;
  readonly deployment: Deployment;

  constructor(readonly placement: Placement) {
    this.id = placement.id;
    this.deployment = placement.deployment;
  }

  fact(property: string): Fact | undefined {
    return this.placement.fact(property);
  }

  has(property: string): boolean {
    return this.placement.has(property);
  }

  nearer(a: string, b: string): boolean {
    return this.placement.nearer(a, b);
  }

  cause(): typeof nowhere {
    return nowhere;
  }
}

/** Of users whom waves move, by placement, then by address and waves. */
const movedRoutes = new WeakMap<Placement, Map<string, Memo<Route>>>();

function routeOfShare(placement: Placement, address: string, waves: number): Route {
  if (staysAsDeclared(placement, address, waves)) return declaredRoutes.of(placement);
  let known = movedRoutes.get(placement);
  if (known === undefined) {
    known = new Map();
    movedRoutes.set(placement, known);
  }
  const key = `${waves} ${address}`;
  let route = known.get(key);
  if (route === undefined) {
    route = new Memo(placement.deployment.grounds, () => movedRoute(placement, address, waves));
    known.set(key, route);
  }
  return route.value;
}

function movedRoute(placement: Placement, address: string, waves: number): Route {
  const { deployment } = placement;
  const order = waveOrder(deployment).waves.slice(0, waves);
  const who = `users of ${placement.block.declaration.name}`;
  return decide(deployment, (read) =>
    userRoute(deployment, read, stateAfter(read, placement, address, order, hasPolicy), who, 'noAnswer'),
  );
}

/** Whether the waves leave users alone, whatever isn't known. */
function staysAsDeclared(placement: Placement, address: string, waves: number): boolean {
  if (waves === 0) return true;
  const order = waveOrder(placement.deployment).waves.slice(0, waves);
  try {
    return stateAfter(plainReader, placement, address, order, hasPolicy) === placement;
  } catch (error) {
    if (error instanceof UnknownFact) return false;
    throw error;
  }
}
