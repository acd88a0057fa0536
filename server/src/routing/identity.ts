import type { Deployment } from '../model/deployment';
import type { Trace } from './trace';
import type { CallEvent } from './types';

/** Steps that tell what the INVITE carries and where the voice goes; nothing hangs on them. */
export const tellingSteps: ReadonlySet<string> = new Set(['mailbox', 'caller', 'media']);

/** What tells UM whose mailbox is meant, and why it was called, by what sets the call off. */
const reasons: Partial<Readonly<Record<CallEvent, string>>> = {
  noAnswer: 'with reason no-answer',
  escape: 'with reason no-answer',
  wanOutage: 'with reason no-answer',
  busy: 'with reason user-busy',
  forwarded: 'as forwarded',
  doNotDisturb: '(which reason it gives is not documented)',
  missedCall: 'with reason no-answer',
};

/** How the mailbox is known to UM. [B-EV1109] [EX-SIP] [ANNOUNCE] [FEAT] */
export function identifyMailbox(trace: Trace, um: 'hosted' | 'local', address: string, event: CallEvent): void {
  // Of a group as a whole there is no address.
  const sip = address.includes('@') ? `sip:${address}` : "the called user's SIP address";
  const match = um === 'local' ? 'the SIP EUM proxy address' : 'a UM-enabled mailbox of the tenant';
  if (event === 'mwi' || event === 'playOnPhone') return;
  if (event === 'direct') {
    const because = `The request URI ${sip};opaque=app:voicemail names the mailbox: UM matches it to ${match}`;
    trace.decide('mailbox', because, 'ANNOUNCE');
  } else if (event === 'callVoicemail') {
    const because = `${sip} is caller and called: UM knows the owner of the mailbox by it, without a PIN`;
    trace.decide('mailbox', because, 'FEAT', undefined, true);
  } else {
    const because = `The diversion header names ${sip} ${reasons[event]}: UM matches it to ${match} ${event === 'missedCall' ? 'and notes the call there' : 'and plays that greeting'}`;
    trace.decide('mailbox', because, um === 'local' ? 'EX-SIP' : 'B-EV1109');
  }
}

/** Where the provider looks up who calls: what a call from the PSTN carries. [B-PERF] */
export function identifyCaller(trace: Trace, deployment: Deployment, event: CallEvent | null): void {
  if (event === 'mwi' || event === 'playOnPhone' || event === 'callVoicemail') return;
  const domains = deployment.all('sipDomain');
  const domain = domains.find((each) => each.fact('isDefault') === true);
  if (domain === undefined) return;
  trace.decide(
    'caller',
    `A caller from the PSTN comes with the default SIP domain ${domain.name} in From; the provider looks up its federation SRV record`,
    'B-PERF',
  );
}

/** The way of the voice itself. [PORTEDGE] [EX-PORTS] */
export function tellMedia(trace: Trace, um: 'hosted' | 'local', event: CallEvent | null): void {
  if (event === 'mwi' || event === 'missedCall') return;
  if (um === 'hosted')
    trace.decide(
      'media',
      'Media: SRTP from the endpoint, or from the Mediation Server for the PSTN, through the A/V Edge to the provider: 3478/UDP, 443/TCP, 50000-59999',
      'PORTEDGE',
    );
  else
    trace.decide(
      'media',
      'Media: RTP or SRTP between the endpoint and the UM worker process, 1024-65535/UDP',
      'EX-PORTS',
    );
}
