import { decided, said, unsaid } from './builder';
import { type Call, decisionsOf, diversion, targetOf } from './call';
import type { LadderDetail } from './ladder';

/** What the INVITE to a provider carries. */
function carried(call: Call): LadderDetail[] {
  const { deployment, event } = call;
  const domain = deployment.all('sipDomain').find((each) => each.fact('isDefault') === true)?.name;
  return [
    ...decisionsOf(call, 'requestUri').map(decided),
    unsaid('how the request URI spells them'),
    ...diversion(call),
    ...(event === 'callVoicemail' || domain === undefined
      ? []
      : [said(`From: a PSTN caller's address is in the default SIP domain, ${domain}`, 'B-PERF')]),
    said('Signed and time-stamped: the clocks must agree', 'B-MIRAZON'),
  ];
}

/** From the Front End through the Edge to the provider, as far as the call comes. [POL] [PROC] [EDGE] */
export function toProvider(call: Call): void {
  const { builder, places, route } = call;
  const { frontEnd, edge, provider } = places;
  if (edge === undefined) return;
  const hopOf = (role: string) => route.hops.find((hop) => hop.role === role);
  const missed = call.event === 'missedCall';
  const label = missed ? 'Missed-call notification' : 'INVITE';
  // It travels as a deposit does; with which request, no document says.
  const how = missed ? ({ kind: 'event', certainty: 'undocumented', source: 'EX-LYNC' } as const) : { source: 'PROC' };
  const edgeHop = hopOf('edge');
  builder.send(frontEnd, edge, label, {
    ...how,
    target: missed ? undefined : `at ${route.destination}`,
    transport: edgeHop && `MTLS ${edgeHop.port}`,
    details: missed ? [unsaid('the request that carries it; it goes as a deposit does')] : carried(call),
    cause: edgeHop?.cause,
  });
  const hop = hopOf('provider');
  if (provider === undefined || hop === undefined) return;
  builder.send(edge, provider, label, {
    ...how,
    ...(missed ? {} : { source: 'EDGE' }),
    target: targetOf(hop),
    transport: 'MTLS',
    details: decisionsOf(call, 'hostingProvider').map(decided),
    cause: hop.cause,
  });
  const tenants = route.organization;
  builder.note(provider, tenants.length > 0 ? `Tenant ${tenants.join(' or ')}` : 'No tenant is named', {
    source: 'POL',
    details: [
      ...(tenants.length > 0 ? [said('chosen by Organization', 'POL')] : []),
      ...decisionsOf(call, 'tenant').map(decided),
      said('looks up _sipfederationtls._tcp of the From domain in public DNS', 'B-PERF'),
      ...(call.user ? [said('finds the UM-enabled mailbox by its SIP address', 'POL', 'inferred')] : []),
    ],
  });
}

/** The provider answers, and the audio goes through the A/V Edge. [PORTEDGE] */
export function providerAnswers(call: Call): void {
  const { builder, places, caller } = call;
  const { frontEnd, edge, provider } = places;
  if (edge === undefined || provider === undefined) return;
  builder.pass([provider, edge, ...backToCaller(call, frontEnd)], '200 OK', { kind: 'response', source: 'RFC 3261' });
  builder.send(caller, provider, 'SRTP', {
    kind: 'media',
    source: 'PORTEDGE',
    details: [said('through the A/V Edge: STUN/TURN on 3478 UDP and 443 TCP, media on 50000–59999', 'PORTEDGE')],
  });
}

/** The way back of a response from the Front End. */
export function backToCaller({ places, caller }: Call, from: string): string[] {
  const { first, pstn } = places;
  if (pstn === undefined || from === first) return [from, caller];
  return [from, pstn, first, caller];
}
