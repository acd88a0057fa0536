import { sameWord } from '../base/words';
import type { Deployment } from '../model/deployment';
import { routeOfAddress, routeOfNumber } from './route';
import { type CallEvent, callEvents, type Route } from './types';

/** A question about a call, as it is asked on the command line, in the preview, in Markdown. */
export interface Asked {
  /** An address or a number, with or without scheme. */
  readonly of: string;
  readonly isNumber: boolean;
  /** `noAnswer` unless said; a number takes none. */
  readonly event?: CallEvent;
}

/** Whether somebody asks for a number rather than an address. */
export function isNumber(of: string): boolean {
  return !of.includes('@') && /^(tel:)?\+?\d[\d;=a-z]*$/i.test(of);
}

export function asked(of: string, event?: CallEvent): Asked {
  return { of, isNumber: isNumber(of), ...(event && { event }) };
}

/** The event that a word means, without case. */
export function eventNamed(word: string): CallEvent | undefined {
  return callEvents.find((name) => sameWord(name, word));
}

/** The route that is asked for after some waves; `undefined` when nobody has the address or the number. */
export function routeOfAsked(deployment: Deployment, { of, isNumber, event }: Asked, waves = 0): Route | undefined {
  return isNumber ? routeOfNumber(deployment, of, waves) : routeOfAddress(deployment, of, event, waves);
}
