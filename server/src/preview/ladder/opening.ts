import { decided, said, unsaid } from './builder';
import { type Call, decisionsOf } from './call';

const RFC = 'RFC 3261';

/** From the first message to the Front End's question to ExUM Routing. */
export function opening(call: Call): void {
  const { builder, address, event, places, caller, endpoints, number, phone } = call;
  const { first } = places;
  const uri = `sip:${address}`;
  const ring = () => builder.send(first, endpoints, 'INVITE', { source: 'ROUTE', target: uri });
  const invite = (target: string, source: string) => builder.send(caller, first, 'INVITE', { target, source });
  if (event === undefined) {
    invite(`tel:${number ?? address}`, 'CONTACT');
    return;
  }
  switch (event) {
    case 'noAnswer':
    case 'wanOutage':
      invite(number ? `tel:${number}` : uri, 'ROUTE');
      ring();
      builder.send(endpoints, first, 'No answer', { kind: 'event', source: 'ROUTE' });
      return;
    case 'busy':
      invite(uri, 'ROUTE');
      ring();
      builder.send(endpoints, first, 'Busy', { kind: 'event', source: 'ROUTE' });
      return;
    case 'forwarded':
    case 'doNotDisturb': {
      invite(uri, 'ROUTE');
      const label = event === 'forwarded' ? 'The user forwards calls to voice mail' : 'The user is in do-not-disturb';
      builder.note(first, label, { source: 'ROUTE' });
      return;
    }
    case 'direct':
      invite(`${uri};opaque=app:voicemail`, 'ANNOUNCE');
      builder.note(first, 'No endpoint rings', { source: 'ANNOUNCE' });
      return;
    case 'callVoicemail':
      builder.send(caller, first, 'INVITE', {
        source: 'FEAT',
        details: [unsaid("the client's request URI")],
      });
      return;
    case 'missedCall':
      invite(uri, 'ROUTE');
      ring();
      builder.send(caller, first, 'CANCEL', {
        source: RFC,
        details: [said('The caller hangs up before voice mail answers', 'EX-LYNC')],
      });
      builder.send(first, endpoints, 'CANCEL', { source: RFC });
      return;
    case 'escape':
      invite(uri, 'ROUTE');
      ring();
      builder.send(first, phone, 'INVITE', {
        source: 'ESCAPE',
        details: [said('The call also rings a mobile phone: simultaneous ring, over the PSTN', 'ESCAPE')],
      });
      builder.send(phone, first, '200 OK', {
        kind: 'response',
        source: 'ESCAPE',
        details: [said("The mobile phone's own voice mail answers at once", 'ESCAPE')],
      });
      return;
    default:
  }
}

/** The mobile phone's answer is refused, or kept. [ESCAPE] */
export function escaped(call: Call, kept: boolean): void {
  const { builder, places, caller, phone } = call;
  const details = decisionsOf(call, 'escape').map(decided);
  builder.note(places.first, kept ? 'The answer counts' : 'The answer comes too early', { details, source: 'ESCAPE' });
  if (!kept) {
    builder.send(places.first, phone, 'Pulled back', {
      kind: 'event',
      source: 'ESCAPE',
      details: [unsaid('the request that ends the leg')],
    });
    return;
  }
  builder.send(places.first, caller, '200 OK', { kind: 'response', source: RFC });
  builder.send(caller, phone, 'Audio', { kind: 'media', source: 'ESCAPE' });
}

/** Over the PSTN to the auto attendant's number. [BRANCH] */
export function rerouted(call: Call): void {
  const { builder, places } = call;
  const { first, pstn, frontEnd } = places;
  builder.note(first, 'The WAN is down: rerouted', { details: decisionsOf(call, 'reroute').map(decided) });
  if (pstn === undefined) return;
  const number = call.route.hops.find(({ role }) => role === 'pstn')?.at ?? '';
  builder.send(first, pstn, 'INVITE', { target: `tel:${number}`, source: 'BRANCH' });
  if (call.route.hops.some(({ role }) => role === 'contact'))
    builder.send(pstn, frontEnd, 'INVITE', { target: `tel:${number}`, source: 'BRANCH', certainty: 'inferred' });
}
