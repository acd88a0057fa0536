import type { Route } from '../../routing/types';
import { decided, said, unsaid } from './builder';
import { type Call, decisionsOf } from './call';
import { missing } from './columns';
import { lost } from './failure';

/** The part of UM that calls and notifies: not the one that redirects. */
function sender({ places }: Call): string | undefined {
  return places.um.find(({ hop }) => hop.role === 'umService')?.id ?? places.um[0]?.id ?? places.provider;
}

/** A message waiting indication on its way to the clients, or why there is none. [EX-MWI] */
export function indication(call: Call, mwi: Route): void {
  const { builder, places, endpoints } = call;
  const from = sender(call);
  if (from === undefined) return;
  if (mwi.outcome !== 'hosted' && mwi.outcome !== 'local') {
    const last = mwi.decisions.at(-1);
    builder.note(from, 'No message waiting indication', { details: last ? [decided(last)] : [] });
    return;
  }
  const label = 'NOTIFY';
  if (mwi.outcome === 'hosted') {
    const way = [from, places.edge, places.frontEnd, endpoints].filter((each) => each !== undefined);
    builder.pass(way, label, {
      certainty: 'undocumented',
      target: 'message waiting',
      details: [unsaid('how it comes back; over federation, the way of the call')],
    });
    return;
  }
  builder.send(from, places.frontEnd, label, {
    source: 'EX-MWI',
    target: 'message-summary',
    transport: 'TLS 5061',
    details: [
      said('Subscription-State: terminated (RFC 3842)', 'EX-MWI'),
      said('sent again for up to 5 minutes; all of them at least every 12 hours', 'EX-MWI'),
    ],
  });
  builder.send(places.frontEnd, endpoints, label, { source: 'EX-MWI', target: 'message-summary' });
}

/** The event `mwi` alone: a message arrived, or was read. */
export function indicationOnly(call: Call): void {
  const { builder, places, route } = call;
  const from = sender(call);
  if (from !== undefined && places.mailbox !== undefined)
    builder.send(places.mailbox, from, 'A message arrives or is read', { kind: 'event', source: 'EX-MWI' });
  indication(call, route);
}

/** The user asks Exchange to ring a phone. [OP-UM] [PS-UMMPSET] */
export function playOnPhone(call: Call): void {
  const { builder, places, route, endpoints, phone } = call;
  const from = sender(call);
  if (from === undefined) return;
  const hosted = route.outcome === 'hosted';
  const certainty = hosted ? 'undocumented' : 'documented';
  builder.send(endpoints, from, 'Play on Phone', {
    kind: 'event',
    source: 'OP-UM',
    transport: 'HTTPS',
    details: [said("through Exchange's web service", 'OP-UM')],
    ...(hosted && { certainty }),
  });
  const gateway = decisionsOf(call, 'umIPGateway').map(decided);
  if (route.failure) {
    const to = missing(builder, 'unknown', 'neutral', 'UM IP gateway', 'none may place out-calls');
    lost(call, route.failure, { from, to, heardBy: phone });
    return;
  }
  const way = [from, ...(hosted && places.edge ? [places.edge] : []), places.frontEnd, phone];
  builder.pass(way, 'INVITE', {
    source: 'OP-UM',
    certainty,
    ...(hosted ? {} : { transport: 'TLS 5061' }),
    details: hosted ? [unsaid('how the call comes back; over federation, as it seems')] : gateway,
  });
  builder.pass(way.toReversed(), '200 OK', { kind: 'response', source: 'RFC 3261', certainty });
  builder.send(phone, from, 'Audio', { kind: 'media', source: 'EX-PORTS', certainty });
}
