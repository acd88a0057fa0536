import type { Deployment } from '../model/deployment';
import { type CrowdShare, crowdShares } from '../model/waveStates';
import { waveOrder } from '../model/waves';
import { contactAfter, contactRoute } from '../routing/numbers';
import { decide } from '../routing/route';
import { Trace } from '../routing/trace';
import type { Route } from '../routing/types';
import { routed } from './crowd';
import { listOf } from './graphNodes';

/** Users whose calls a wave sends elsewhere, all from one place to one other. */
export interface RouteChange {
  readonly before: string;
  readonly after: string;
  readonly users: number;
  /** Numbers of contacts. */
  readonly numbers: number;
  /** Addresses, or numbers of contacts, of the first of them. */
  readonly witnesses: readonly string[];
  /** Calls die afterwards. */
  readonly lost: boolean;
}

export interface WaveChanges {
  /** The most users first. */
  readonly changes: readonly RouteChange[];
  readonly unchanged: number;
  readonly retired: readonly string[];
}

const witnessLimit = 3;

/** What the wave of an index changes: by placement, so that it costs the same for ten users and for a million. */
export function waveChanges(deployment: Deployment, wave: number): WaveChanges {
  const { waves } = waveOrder(deployment);
  const declaration = waves[wave]?.declaration;
  const retired = declaration ? listOf(declaration, 'retire') : [];
  const changes = new Map<string, { -readonly [K in keyof RouteChange]: RouteChange[K] } & { witnesses: string[] }>();
  const note = (before: Route, after: Route) => {
    const [from, to] = [answerOf(before), answerOf(after)];
    if (from === to) return undefined;
    const key = `${from}\u0000${to}`;
    let change = changes.get(key);
    if (change === undefined) {
      change = { before: from, after: to, users: 0, numbers: 0, witnesses: [], lost: after.outcome === 'failed' };
      changes.set(key, change);
    }
    return change;
  };
  let unchanged = 0;
  const shares = [...crowdShares(deployment, wave + 1)];
  const named = new Set(shares.flatMap(({ only }) => only ?? []));
  for (const share of shares) {
    const change = note(routed(share, wave).route, routed(share, wave + 1).route);
    if (change === undefined) unchanged += share.count;
    else {
      change.users += share.count;
      const missing = witnessLimit - change.witnesses.length;
      if (missing > 0) change.witnesses.push(...witnesses(share, named).slice(0, missing));
    }
  }
  for (const contact of deployment.all('exUmContact')) {
    const after = (done: number) =>
      decide(deployment, (read) =>
        contactRoute(deployment, read, contactAfter(deployment, contact, done), new Trace()),
      );
    const change = note(after(wave), after(wave + 1));
    if (change === undefined) continue;
    change.numbers++;
    if (change.witnesses.length < witnessLimit) change.witnesses.push(String(contact.fact('displayNumber')));
  }
  const sorted = [...changes.values()].sort((a, b) => b.users - a.users || b.numbers - a.numbers);
  return { changes: sorted, unchanged, retired };
}

/** The first users of a part, as they are written. */
function witnesses({ placement, only }: CrowdShare, named: ReadonlySet<string>): string[] {
  // Those that a move names stand for themselves: some more are read to find enough of the rest.
  const users = placement.users(witnessLimit + named.size).map(({ address }) => address);
  const mine = users.filter((address) => (only === undefined ? !named.has(lower(address)) : lower(address) === only));
  return mine.length === 0 && only !== undefined ? [only] : mine.slice(0, witnessLimit);
}

function lower(address: string): string {
  return address.toLowerCase();
}

/** Who answers, in a few words. */
export function answerOf(route: Route): string {
  switch (route.outcome) {
    case 'hosted': {
      const tenant = route.organization.join(', ');
      return tenant ? `${route.target} (${tenant})` : `${route.target}`;
    }
    case 'local':
      return `UM dial plan ${route.target}`;
    case 'none':
      return 'No voice mail';
    case 'failed':
      return `Lost: ${route.failure?.reason ?? 'no reason is known'}`;
    case 'unknown':
      return route.needs.length > 0 ? `Unknown: hangs on ${route.needs.join(', ')}` : 'Unknown: no document says';
  }
}
