import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { type CrowdPart, crowdAfter } from '../model/waves';
import { hasPolicy, routeOfPerson } from '../routing/route';
import type { Route } from '../routing/types';

/** Users by placement after some waves; as declared where a wave's selection hangs on an unknown fact. */
export function crowdOf(deployment: Deployment, waves: number): CrowdPart[] {
  try {
    return crowdAfter(deployment, plainReader, waves, hasPolicy);
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    return crowdAfter(deployment, plainReader, 0, hasPolicy);
  }
}

/** By placement, then by the moves that the part has been through. */
const routes = new WeakMap<Placement, Map<string, Route>>();

/** The route of unanswered calls to a part's users; it changes only with the topology, and with it the placement. */
export function routeOfPart({ person, placement }: Pick<CrowdPart, 'person' | 'placement'>): Route {
  let known = routes.get(placement);
  if (known === undefined) {
    known = new Map();
    routes.set(placement, known);
  }
  let route = known.get(person.id);
  if (route === undefined) {
    route = routeOfPerson(placement.deployment, person);
    known.set(person.id, route);
  }
  return route;
}
