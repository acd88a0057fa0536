import type { CallEvent, Route } from './types';

const events: Readonly<Record<CallEvent, string>> = {
  noAnswer: 'does not answer',
  busy: 'is busy',
  forwarded: 'forwards to voice mail',
  doNotDisturb: 'is in do-not-disturb',
  direct: 'is called through opaque=app:voicemail',
  callVoicemail: 'calls voice mail',
  missedCall: 'misses a call',
  mwi: 'gets a message waiting indication',
  playOnPhone: 'plays a message on a phone',
  escape: 'has a mobile phone whose voice mail answers at once',
  wanOutage: 'is not reached, and the WAN of the branch is down',
};

/** What happens to whom: behind an address with its event, before a number without one. */
export function happening(of: string, event: CallEvent | null | undefined): string {
  return event ? `${of} ${events[event]}` : `A call to ${of}`;
}

/** What becomes of a call, in one phrase. */
export function outcomeWords({ outcome, target, failure, needs, destination }: Route): string {
  switch (outcome) {
    case 'hosted':
      return `hosted voice mail at ${target} (${destination})`;
    case 'local':
      return `local UM, dial plan ${target}`;
    case 'none':
      return 'nobody answers, by design';
    case 'failed':
      return `lost: ${failure?.reason}`;
    case 'unknown':
      return needs.length > 0 ? `unknown: it hangs on ${needs.join(', ')}` : 'unknown: no document says';
  }
}

/** The same behind who is called: "The call to alice@contoso.com …". */
export function outcomeSentence(route: Route): string {
  switch (route.outcome) {
    case 'hosted': {
      const tenants = route.organization.length > 0 ? `, organization ${route.organization.join(', ')}` : '';
      return `reaches ${outcomeWords(route)}${tenants}`;
    }
    case 'local':
      return `reaches ${outcomeWords(route)}`;
    case 'none':
      return 'is answered by nobody';
    case 'failed':
    case 'unknown':
      return `is ${outcomeWords(route)}`;
  }
}
