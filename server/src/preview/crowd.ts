import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import type { Person } from '../model/person';
import type { Placement } from '../model/placement';
import { type CrowdShare, crowdShares, stateAfter, waveOrder } from '../model/waves';
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

/** By placement, then by address and waves: a route changes only with the topology, and with it the placement. */
const routes = new WeakMap<Placement, Map<string, Route>>();

function routeOfShare(placement: Placement, address: string, waves: number): Route {
  let known = routes.get(placement);
  if (known === undefined) {
    known = new Map();
    routes.set(placement, known);
  }
  const key = `${waves} ${address}`;
  let route = known.get(key);
  if (route === undefined) {
    const { deployment } = placement;
    const order = waveOrder(deployment).waves.slice(0, waves);
    const who = `users of ${placement.block.declaration.name}`;
    route = decide(deployment, (read) =>
      userRoute(deployment, read, stateAfter(read, placement, address, order, hasPolicy), who, 'noAnswer'),
    );
    known.set(key, route);
  }
  return route;
}
