import type { Span } from '../base/span';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { routeOfAddress, routeOfPerson } from '../routing/route';
import type { Route } from '../routing/types';
import { thingAt } from './references';

/** A place that calls pass: an object of the deployment, a group of users. */
export interface CallPlace {
  readonly name: string;
  readonly detail: string;
  readonly path: string;
  readonly full: Span;
  readonly span: Span;
}

/** A step of calls from one place to another, and how many users' calls take it. */
export interface CallStep {
  readonly place: CallPlace;
  readonly users: number;
}

/** The place that the word at an offset names, when calls can pass it. */
export function callPlaceAt(deployment: Deployment, path: string, offset: number): CallPlace | undefined {
  const thing = thingAt(deployment, path, offset);
  if (thing?.is === 'user') return placeOfDeclaration(thing.user.placement.block.declaration);
  if (thing?.is !== 'declaration') return undefined;
  const found = placeOfDeclaration(thing.declaration);
  return chains(deployment).some(({ places }) => places.some((place) => samePlace(place, found))) ? found : undefined;
}

/** Who is routed to a place. */
export function callsInto(deployment: Deployment, place: CallPlace): CallStep[] {
  return steps(deployment, (places, at) => (samePlace(places[at] as CallPlace, place) ? places[at - 1] : undefined));
}

/** Where calls go next. */
export function callsFrom(deployment: Deployment, place: CallPlace): CallStep[] {
  return steps(deployment, (places, at) => (samePlace(places[at] as CallPlace, place) ? places[at + 1] : undefined));
}

function steps(
  deployment: Deployment,
  next: (places: readonly CallPlace[], at: number) => CallPlace | undefined,
): CallStep[] {
  const found = new Map<string, { place: CallPlace; users: number }>();
  for (const { places, users } of chains(deployment)) {
    places.forEach((_, at) => {
      const place = next(places, at);
      if (place === undefined) return;
      const key = keyOf(place);
      const known = found.get(key);
      if (known) known.users += users;
      else found.set(key, { place, users });
    });
  }
  return [...found.values()].sort((a, b) => b.users - a.users || (keyOf(a.place) < keyOf(b.place) ? -1 : 1));
}

interface Chain {
  readonly places: readonly CallPlace[];
  readonly users: number;
}

const cache = new WeakMap<Deployment, { readonly version: number; readonly chains: readonly Chain[] }>();

/** The way of every placement's unanswered calls, and of the calls to each contact. */
function chains(deployment: Deployment): readonly Chain[] {
  const known = cache.get(deployment);
  if (known?.version === deployment.version) return known.chains;
  const found: Chain[] = [];
  for (const placement of deployment.placements()) {
    const start = placeOfDeclaration(placement.block.declaration);
    found.push({
      places: placesOf(deployment, start, routeOfPerson(deployment, placement)),
      users: placement.count,
    });
  }
  for (const contact of deployment.all('exUmContact')) {
    const route = routeOfAddress(deployment, contact.name);
    if (route) found.push({ places: placesOf(deployment, placeOfDeclaration(contact), route), users: 0 });
  }
  cache.set(deployment, { version: deployment.version, chains: found });
  return found;
}

/** The places of a way from its start on, each once. */
function placesOf(deployment: Deployment, start: CallPlace, route: Route): CallPlace[] {
  const places = [start];
  const add = (declaration: Declaration | undefined): void => {
    const place = declaration && placeOfDeclaration(declaration);
    if (place && !places.some((each) => samePlace(each, place))) places.push(place);
  };
  const plan = deployment.find('umDialPlan', route.umDialPlan ?? undefined);
  for (const { cause, role } of route.hops) {
    // The plan stands between the pool and its servers: it decides which of them may answer.
    if (role.startsWith('um')) add(plan);
    add(cause && declarationAt(deployment, cause.path, cause.start));
  }
  add(plan);
  return places;
}

function declarationAt(deployment: Deployment, path: string, offset: number): Declaration | undefined {
  return deployment.declarations.findLast(
    (declaration) => declaration.path === path && declaration.span.start <= offset && offset <= declaration.span.end,
  );
}

function placeOfDeclaration(declaration: Declaration): CallPlace {
  const { path, kind, name, head, span } = declaration;
  return { name: name || kind.name, detail: kind.singular, path, full: span, span: head };
}

function keyOf({ path, span }: CallPlace): string {
  return `${path}:${span.start}`;
}

function samePlace(a: CallPlace, b: CallPlace): boolean {
  return keyOf(a) === keyOf(b);
}
