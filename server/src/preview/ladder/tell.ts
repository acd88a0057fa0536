import { routeOfUser } from '../../routing/route';
import type { Route } from '../../routing/types';
import { decided } from './builder';
import { type Call, decisionsOf } from './call';
import { lost } from './failure';
import { providerAnswers, toProvider } from './hosted';
import { toUm, umAnswers } from './local';
import { indication, indicationOnly, playOnPhone } from './mailbox';
import { escaped, opening, rerouted } from './opening';

/**
 * Tells a call from its first message to its last.
 * @param waves how many waves are done
 */
export function tell(call: Call, waves: number): void {
  const { route, event } = call;
  const { failure } = route;
  const answered = route.outcome === 'hosted' || route.outcome === 'local';
  // These two start at the mailbox, against the way of a call.
  if (event === 'mwi' || event === 'playOnPhone') {
    if (!answered && failure?.at !== 'umIPGateway') unheard(call);
    else if (event === 'mwi') indicationOnly(call);
    else playOnPhone(call);
    return;
  }
  opening(call);
  if (event === 'escape') {
    const kept = decisionsOf(call, 'chooseUm').length === 0 && route.outcome === 'none';
    escaped(call, kept);
    if (kept) return;
  }
  if (event === 'wanOutage' && (call.places.pstn !== undefined || failure?.at === 'reroute')) rerouted(call);
  if (failure?.at !== 'reroute') decision(call);
  toProvider(call);
  toUm(call);
  if (failure) lost(call, failure);
  else if (answered) answer(call, waves);
}

/** Nothing comes from the mailbox: nobody answers for it, or the way to it is broken. */
function unheard(call: Call): void {
  const { failure } = call.route;
  decision(call);
  if (failure) lost(call, failure, { from: call.places.frontEnd, to: undefined });
}

/** What ExUM Routing, or the contact, makes of the call. */
const steps = [
  'contact',
  'tool',
  'chooseUm',
  'effectivePolicy',
  'umDialPlan',
  'umServers',
  'security',
  'edge',
  'umMailboxPolicy',
  'umIPGateway',
  'unknown',
];

function decision(call: Call): void {
  const details = decisionsOf(call, ...steps).map(decided);
  const state = call.route.outcome === 'unknown' ? 'unknown' : 'ok';
  call.builder.note(call.places.frontEnd, choice(call.route), { details, state, source: 'ROUTE' });
}

function choice({ outcome, destination, policy, umDialPlan }: Route): string {
  if (outcome === 'none') return 'Nobody answers';
  if (outcome === 'unknown') return 'Not decided';
  if (policy !== null || destination !== null) return 'ExUM Routing: hosted voice mail';
  return umDialPlan === null ? 'ExUM Routing' : `ExUM Routing: local UM, dial plan ${umDialPlan}`;
}

function answer(call: Call, waves: number): void {
  const { builder, route, event, places, user, deployment, address } = call;
  if (event !== 'missedCall') {
    if (route.outcome === 'hosted') providerAnswers(call);
    else umAnswers(call);
  }
  const last = places.um.at(-1)?.id ?? places.provider;
  if (last === undefined || places.mailbox === undefined || user === undefined) return;
  if (event === 'callVoicemail') {
    builder.send(last, places.mailbox, 'Messages are read', { kind: 'event', source: 'FEAT' });
  } else {
    const missed = event === 'missedCall';
    const label = missed ? 'Notification is stored' : 'Message is stored';
    builder.send(last, places.mailbox, label, { kind: 'event', source: missed ? 'EX-LYNC' : 'ROUTE' });
    if (missed) return;
  }
  indication(call, routeOfUser(deployment, user, address, 'mwi', waves));
}
