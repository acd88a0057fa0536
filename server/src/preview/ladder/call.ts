import type { Deployment } from '../../model/deployment';
import type { Person } from '../../model/person';
import type { CallEvent, Decision, Route } from '../../routing/types';
import type { LadderBuilder } from './builder';
import type { Places } from './columns';
import type { LadderDetail } from './ladder';

/** What the parts of a ladder tell of. */
export interface Call {
  readonly builder: LadderBuilder;
  readonly deployment: Deployment;
  readonly route: Route;
  /** `undefined` for a call to a contact's number: the contact decides. */
  readonly event: CallEvent | undefined;
  /** The user or contact that is called. */
  readonly address: string;
  /** The number that was dialled. */
  readonly number: string | undefined;
  /** The called user as UM knows him: what stands in the Diversion header. */
  readonly diverted: string;
  /** The called user as declared; `undefined` where a contact is called. */
  readonly user: Person | undefined;
  readonly places: Places;
  /** Columns of those who call. */
  readonly caller: string;
  readonly endpoints: string;
  readonly phone: string;
}

/** The decisions of some steps, in the route's order. */
export function decisionsOf({ route }: Call, ...steps: readonly string[]): Decision[] {
  return route.decisions.filter(({ step }) => steps.includes(step));
}

/** A server and its port, as a request's target. */
export function targetOf({ at, port }: { readonly at: string; readonly port?: number }): string {
  return port === undefined ? at : `${at}:${port}`;
}

const reasons: Partial<Readonly<Record<CallEvent, string>>> = {
  noAnswer: 'no-answer',
  busy: 'user-busy',
  escape: 'no-answer',
  wanOutage: 'no-answer',
};

/** What tells UM whose greeting to play. [B-EV1109] */
export function diversion({ event, diverted }: Call): LadderDetail[] {
  if (event === undefined)
    return [
      {
        text: 'The called number tells whose call it is; no one was called before',
        source: 'CONTACT',
        certainty: 'inferred',
      },
    ];
  if (event === 'callVoicemail')
    return [
      {
        text: 'The user is caller and called at once: known by his SIP address, he is asked for no PIN',
        source: 'FEAT',
        certainty: 'inferred',
      },
    ];
  const reason = reasons[event];
  const header = `Diversion: <${diverted}>${reason ? `;reason=${reason}` : ''}`;
  return [
    {
      text: header,
      source: 'B-EV1109',
      certainty: event === 'escape' || event === 'wanOutage' ? 'inferred' : 'documented',
    },
    {
      text: reason
        ? "Lync's own equivalents, History-Info among them"
        : `the reason that stands in it, and Lync's own equivalents`,
      certainty: 'undocumented',
    },
  ];
}
