import { fold } from '../../base/words';
import type { Deployment } from '../../model/deployment';
import { plainReader, UnknownFact } from '../../model/facts';
import type { Person } from '../../model/person';
import type { UserRow } from '../../model/placement';
import { bareAddress } from '../../model/values';
import { stateAfter } from '../../model/waveStates';
import { waveOrder } from '../../model/waves';
import { type Asked, routeOfAsked } from '../../routing/asked';
import { hasPolicy } from '../../routing/route';
import { happening, outcomeWords } from '../../routing/routeWords';
import type { Route } from '../../routing/types';
import { LadderBuilder } from './builder';
import type { Call } from './call';
import { placeHops } from './columns';
import { propertyText } from './facts';
import type { Ladder } from './ladder';
import { tell } from './tell';

/**
 * The ladder of a call.
 * @param waves how many waves are done
 * @returns `undefined` when nobody has the address or the number
 */
export function buildLadder(deployment: Deployment, asked: Asked, waves = 0): Ladder | undefined {
  const route = routeOfAsked(deployment, asked, waves);
  if (route === undefined) return undefined;
  const builder = new LadderBuilder();
  const call = prepare(builder, deployment, asked, route, waves);
  tell(call, waves);
  builder.dropIdle();
  const title = happening(asked.of.replace(/^(sip|tel):/i, ''), asked.isNumber ? undefined : call.event);
  return {
    title,
    outcome: route.outcome,
    verdict: outcomeWords(route),
    columns: builder.columns,
    steps: builder.steps,
  };
}

/** Who takes part: those who call and ring, then the places of the route. */
function prepare(builder: LadderBuilder, deployment: Deployment, asked: Asked, route: Route, waves: number): Call {
  const { of, isNumber } = asked;
  const user = calledUser(deployment, asked, route);
  const contact = user ? undefined : deployment.named('exUmContact', route.contact ?? of)[0];
  const state = user && afterWaves(user, waves);
  const address = user?.address ?? contact?.name ?? bareAddress(of);
  const event = user && (asked.event ?? 'noAnswer');
  const dialled = isNumber ? of.replace(/^tel:/i, '') : contact && propertyText(contact, 'displayNumber');
  // Who calls voice mail does it from his own client.
  const caller = event === 'callVoicemail' ? 'endpoints' : 'caller';
  const column = (id: string, kind: 'pstn' | 'clients', label: string, detail: string) =>
    builder.column({ id, kind, hue: 'neutral', label, detail });
  column('caller', 'pstn', 'Caller', 'Client or phone');
  column('endpoints', 'clients', address, 'The clients');
  column('phone', 'pstn', event === 'escape' ? 'Mobile phone' : 'Phone', 'over the PSTN');
  const owner = state ?? contact;
  const places = placeHops(builder, route, owner && propertyText(owner, 'pool'));
  return {
    builder,
    deployment,
    route,
    event,
    address,
    number: user ? undefined : dialled,
    diverted: diverted(deployment, route, address, state),
    user,
    places,
    caller,
    endpoints: 'endpoints',
    phone: 'phone',
  };
}

/** A contact has the number before a user has it. */
function calledUser(deployment: Deployment, { of, isNumber }: Asked, route: Route): UserRow | undefined {
  if (!isNumber) return deployment.usersWithAddress(of)[0];
  return route.contact === null ? deployment.usersWithLine(of)[0] : undefined;
}

function afterWaves(user: UserRow, waves: number): Person {
  const order = waveOrder(user.deployment).waves.slice(0, waves);
  try {
    return stateAfter(plainReader, user, fold(bareAddress(user.address)), order, hasPolicy);
  } catch (error) {
    // A wave selects by a fact that isn't known: the route is unknown then, and the picture needs no more.
    if (error instanceof UnknownFact) return user;
    throw error;
  }
}

/** How the Diversion header names the called user: as the URI type of the UM dial plan makes his EUM proxy address. [EX-SIP] [B-EV1109] */
function diverted(deployment: Deployment, route: Route, address: string, person: Person | undefined): string {
  const plan = deployment.find('umDialPlan', route.umDialPlan ?? undefined);
  const type = plan && propertyText(plan, 'uriType');
  const extension = person && propertyText(person, 'extensions');
  const line = person && propertyText(person, 'line');
  if (type === 'telExtn' && extension) return `tel:${extension}`;
  if (type === 'e164' && line) return `tel:${line.replace(/^tel:/i, '')}`;
  return `sip:${address}`;
}
