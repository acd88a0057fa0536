import { Remembered } from '../model/remembered';
import { userRoute } from './events';
import { decide } from './route';
import { type CallEvent, callEvents, type Route } from './types';

/** What a route leads to, without the way there: it names no user and no line, so that many users have one. */
export interface Answer
  extends Pick<Route, 'outcome' | 'target' | 'organization' | 'umServers' | 'contact' | 'needs' | 'unsettled'> {
  /** Whether there is a decision that tells why. */
  readonly decided: boolean;
}

export function answerOf(route: Route): Answer {
  const { outcome, target, organization, umServers, contact, needs, unsettled, decisions } = route;
  return {
    ...{ outcome, target, organization, umServers, contact, needs, decided: decisions.length > 0 },
    ...(unsettled && { unsettled }),
  };
}

/** Who answers the users of placements, by event. */
export const answers = Object.fromEntries(
  callEvents.map((event) => {
    /** Equal ones once, as many policies lead to one. */
    const known = new Map<string, Answer>();
    return [
      event,
      new Remembered(({ placement, deployment }): Answer => {
        const answer = answerOf(decide(deployment, (read) => userRoute(deployment, read, placement, 'users', event)));
        const key = JSON.stringify(answer);
        if (known.size > KEPT) known.clear();
        const equal = known.get(key) ?? answer;
        known.set(key, equal);
        return equal;
      }),
    ];
  }),
) as Readonly<Record<CallEvent, Remembered<Answer>>>;

const KEPT = 1000;
