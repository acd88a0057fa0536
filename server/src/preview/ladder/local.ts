import { said, unsaid } from './builder';
import { type Call, diversion, targetOf } from './call';
import { propertyText } from './facts';
import { backToCaller } from './hosted';

/** From the Front End to UM, redirected from part to part. [EX-PORTS] [B-AHASCF] */
export function toUm(call: Call): void {
  const { builder, places } = call;
  const { frontEnd, um } = places;
  const missed = call.event === 'missedCall';
  const older = um[0]?.hop.role === 'umService';
  um.forEach(({ id, hop }, index) => {
    const transport = hop.protocol?.toUpperCase();
    const next = um[index + 1];
    const turns = index === 0 && hop.note ? [said(hop.note, 'B-JENSTR')] : [];
    if (missed) {
      builder.send(frontEnd, id, 'Missed-call notification', {
        kind: 'event',
        certainty: 'undocumented',
        source: 'EX-LYNC',
        target: targetOf(hop),
        transport,
        details: [...turns, ...(index === 0 ? [unsaid('the request that carries it; it goes as a deposit does')] : [])],
        cause: hop.cause,
      });
    } else {
      builder.send(frontEnd, id, 'INVITE', {
        source: 'EX-PORTS',
        target: targetOf(hop),
        transport,
        details: index === 0 ? [...turns, ...diversion(call)] : [],
        cause: hop.cause,
      });
    }
    if (next === undefined) return;
    const one = next.hop.note?.includes('one of') ? [said(noteOf(next.hop.note), 'B-AHASCF')] : [];
    builder.send(id, frontEnd, '302 Moved Temporarily', {
      kind: 'response',
      source: 'EX-PORTS',
      certainty: missed ? 'undocumented' : older ? 'inferred' : 'documented',
      target: `to ${targetOf(next.hop)}`,
      transport: next.hop.protocol?.toUpperCase(),
      details: [
        ...one,
        ...(next.hop.role === 'umWorker' ? [said('5066 or 5068: two worker processes', 'EX-PORTS')] : []),
      ],
    });
  });
}

/** The hop's note without what the message says already. */
function noteOf(note: string): string {
  return note.replace(/^by a redirect \(302\)[,;] /, '');
}

/** UM answers; audio goes to the worker process directly. */
export function umAnswers(call: Call): void {
  const { builder, places, caller } = call;
  const last = places.um.at(-1)?.id;
  if (last === undefined) return;
  builder.pass([last, ...backToCaller(call, places.frontEnd)], '200 OK', { kind: 'response', source: 'RFC 3261' });
  const plan = call.deployment.find('umDialPlan', call.route.umDialPlan ?? undefined);
  const secured = plan && propertyText(plan, 'voIPSecurity') === 'secured';
  builder.send(caller, last, secured ? 'SRTP' : 'RTP', {
    kind: 'media',
    source: 'EX-PORTS',
    details: [said('UDP 1024–65535, between the endpoint and the worker process', 'EX-PORTS')],
  });
}
