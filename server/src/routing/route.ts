import { fold } from '../base/words';
import type { Deployment } from '../model/deployment';
import { FactReader, factKey, type Known, plainReader, UNSET, UnknownFact } from '../model/facts';
import type { Person } from '../model/person';
import { bareAddress } from '../model/values';
import { stateAfter } from '../model/waveStates';
import { type PolicyNamed, waveOrder } from '../model/waves';
import { kindNamed, kinds, propertyOf } from '../vocabulary';
import type { KindName, Property } from '../vocabulary/types';
import { agreed, withUnsettled } from './agreed';
import { effectivePolicy, isScoped } from './effectivePolicy';
import { userRoute } from './events';
import { contactAfter, contactNumbered, contactRoute, contactWithNumber } from './numbers';
import { Trace } from './trace';
import type { CallEvent, Route } from './types';

/** Beyond this many completions of unknown facts a route is called unknown without trying them all. */
const COMPLETIONS = 256;

/** Whether the policy that applies has a name. A granted name is compared as it is, also where no such policy is declared. */
export const hasPolicy: PolicyNamed = (read, person, policy) => {
  const wanted = fold(policy.replace(/^tag:/i, ''));
  const own = read.text(person, 'policy');
  if (own !== undefined) return fold(own.replace(/^tag:/i, '')) === wanted;
  return fold(effectivePolicy(person.deployment, read, person).name) === wanted;
};

/**
 * Finds a route although facts may be unknown: it is `unknown` unless every possible value of these gives the same answer, and then names the facts it needs.
 */
export function decide(deployment: Deployment, find: (read: FactReader) => Route): Route {
  let tried = 0;
  const attempt = (assumed: ReadonlyMap<string, Known | undefined>): Route => {
    try {
      return find(assumed.size === 0 ? plainReader : new FactReader(assumed));
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      const { owner, name, silent } = error;
      const values = owner && !silent ? possibleValues(deployment, name) : undefined;
      if (!values || owner === undefined) return undecided(silent ? [] : [name]);
      const key = factKey(owner, name);
      let first: Route | undefined;
      for (const value of values) {
        if (++tried > COMPLETIONS) return undecided([name]);
        const route = attempt(new Map(assumed).set(key, value));
        if (first === undefined) first = route;
        else if (!sameAnswer(first, route)) return undecided([name, ...first.needs, ...route.needs]);
        else first = agreed(first, route, name);
      }
      if (first?.outcome === 'unknown') return undecided([name, ...first.needs]);
      return first ?? undecided([name]);
    }
  };
  return withUnsettled(attempt(new Map()));
}

function undecided(needs: readonly string[]): Route {
  const trace = new Trace();
  const unique = [...new Set(needs)];
  if (unique.length > 0)
    trace.decide(
      'unknown',
      `It hangs on ${unique.join(', ')}, which ${unique.length === 1 ? 'is' : 'are'} not known`,
      'ROUTE',
    );
  return trace.open(unique);
}

function sameAnswer(a: Route, b: Route): boolean {
  return a.outcome === b.outcome && a.target === b.target && a.outcome !== 'unknown';
}

const homes: ReadonlySet<unknown> = new Set(['frontEnd', 'standardEdition', 'survivableBranch']);

/** Values that stand for all a fact can have; `undefined` where they can't be listed. */
function possibleValues(deployment: Deployment, name: string): readonly (Known | undefined)[] | undefined {
  const property = propertyOf(kindNamed('users'), name) ?? anyProperty(name);
  if (property === undefined) return undefined;
  const { type } = property;
  switch (type.type) {
    case 'boolean':
      return [true, false, UNSET];
    case 'enum':
      return [...type.values.map((value) => value.value), UNSET];
    case 'reference': {
      if (type.to.some((kind) => deployment.isIncomplete(kind))) return undefined;
      const named = deployment.all(...type.to).filter((object) => {
        if (object.kind.name === 'pool') return homes.has(object.fact('role'));
        return object.kind.name !== 'hostedVoicemailPolicy' || !isScoped(object);
      });
      return [...named.map((object) => (property.list ? [object.qualifiedName] : object.qualifiedName)), UNSET];
    }
    case 'number':
      // A port or a timer: it is told, but decides nothing.
      return [UNSET];
    default: {
      const texts = [ANY, ...comparedWith(deployment, name)];
      return property.list ? [[], ...texts.map((text) => [text])] : [UNSET, ...texts];
    }
  }
}

/** The texts that a route compares a fact with: each of them may be what isn't known. */
function comparedWith(deployment: Deployment, name: string): readonly string[] {
  switch (name) {
    case 'destination':
      return textsOf(deployment, 'hostingProvider', 'proxyFqdn');
    case 'proxyFqdn':
      return textsOf(deployment, 'hostedVoicemailPolicy', 'destination');
    case 'address':
      return deployment.all('pool').map((pool) => pool.name);
    default:
      return [];
  }
}

function textsOf(deployment: Deployment, kind: KindName, property: string): string[] {
  const facts = deployment.all(kind).map((object) => object.fact(property));
  return [...new Set(facts.filter((fact) => typeof fact === 'string'))];
}

/** Some value that no declared object has. */
const ANY = 'some.value.invalid';

function anyProperty(name: string): Property | undefined {
  for (const kind of kinds) for (const property of kind.properties) if (property.name === name) return property;
  return undefined;
}

/** Where an unanswered call to a user (or another event about him) goes, after some waves. */
export function routeOfUser(
  deployment: Deployment,
  person: Person,
  address: string,
  event: CallEvent = 'noAnswer',
  waves = 0,
): Route {
  const order = waveOrder(deployment).waves.slice(0, waves);
  const bare = bareAddress(address);
  return decide(deployment, (read) => {
    const state = stateAfter(read, person, fold(bare), order, hasPolicy);
    return userRoute(deployment, read, state, bare, event);
  });
}

/** The route of a placement's users, in some state. */
export function routeOfPerson(deployment: Deployment, person: Person, event: CallEvent = 'noAnswer'): Route {
  return decide(deployment, (read) =>
    userRoute(deployment, read, person, `users of ${person.placement.block.declaration.name}`, event),
  );
}

/** Who answers a number; `undefined` when neither a contact nor a user has it. */
export function routeOfNumber(deployment: Deployment, number: string, waves = 0): Route | undefined {
  const known = contactNumbered(deployment, number);
  if (known) {
    return decide(deployment, (read) => {
      const contact = contactWithNumber(deployment, read, number, waves) ?? contactAfter(deployment, known, waves);
      return contactRoute(deployment, read, contact, new Trace());
    });
  }
  const [user] = deployment.usersWithLine(number);
  return user && routeOfUser(deployment, user, user.address, 'noAnswer', waves);
}

/** The route of an address, a contact's included; `undefined` when nobody has it. */
export function routeOfAddress(
  deployment: Deployment,
  address: string,
  event: CallEvent = 'noAnswer',
  waves = 0,
): Route | undefined {
  const bare = bareAddress(address);
  const [user] = deployment.usersWithAddress(bare);
  if (user) return routeOfUser(deployment, user, bare, event, waves);
  const [contact] = deployment.named('exUmContact', bare);
  return (
    contact &&
    decide(deployment, (read) => contactRoute(deployment, read, contactAfter(deployment, contact, waves), new Trace()))
  );
}
