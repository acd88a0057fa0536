import type { Decision, Hop, Part, Route, Unsettled } from './types';

const asked: Readonly<Record<Part, string>> = {
  organization: 'Which organization the request URI names',
  umServers: 'Which UM servers answer',
  contact: 'Which contact answers',
};

/**
 * What two routes to the same place have in common, found for two values of a fact that isn't known: nothing is told of the way there that one of the values alone
 * would give.
 */
export function agreed(a: Route, b: Route, fact: string): Route {
  if (a.outcome !== 'hosted' && a.outcome !== 'local') return a;
  // Through the servers leads the way by those that answer in any case.
  const [shown, other] = b.umServers.length < a.umServers.length ? [b, a] : [a, b];
  const both: Route = {
    ...shown,
    policy: policyKey(a) === policyKey(b) ? a.policy : null,
    organization: common(a.organization, b.organization, (name) => name),
    umServers: common(shown.umServers, other.umServers, (name) => name),
    contact: a.contact === b.contact ? a.contact : null,
    hops: common(shown.hops, other.hops, hopKey),
    decisions: common(shown.decisions, other.decisions, decisionKey),
  };
  const open = unsettled(a, b, both, fact);
  return open === undefined ? both : { ...both, unsettled: open };
}

const parts = Object.keys(asked) as Part[];

/** The facts that a part hangs on, in one of the routes or between them. */
function unsettled(a: Route, b: Route, both: Route, fact: string): Unsettled | undefined {
  const open: [Part, readonly string[]][] = [];
  for (const part of parts) {
    const differs = [a, b].some((route) => String(route[part]) !== String(both[part]));
    const facts = new Set([...(differs ? [fact] : []), ...(a.unsettled?.[part] ?? []), ...(b.unsettled?.[part] ?? [])]);
    if (facts.size > 0) open.push([part, [...facts]]);
  }
  return open.length > 0 ? Object.fromEntries(open) : undefined;
}

/** The items of both lists; one of the lists itself where they are alike. */
function common<T>(a: readonly T[], b: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const keys = new Set(b.map(keyOf));
  const shared = a.filter((item) => keys.has(keyOf(item)));
  return shared.length === a.length ? a : shared;
}

function policyKey({ policy }: Route): string {
  return `${policy?.scope} ${policy?.name}`;
}

const ofServers: readonly Hop['role'][] = ['umCallRouter', 'umService', 'umWorker'];

function hopKey({ at, role, port, note }: Hop): string {
  return ofServers.includes(role) ? role : [role, at, port, note].join(' ');
}

function decisionKey({ step, because }: Decision): string {
  return step === 'umServers' ? step : `${step} ${because}`;
}

/** Tells what isn't known of an answer. */
export function withUnsettled(route: Route): Route {
  const told = Object.entries(route.unsettled ?? {}).map(([part, facts]): Decision => {
    const because = `${asked[part as Part]} hangs on ${facts.join(', ')}, which ${facts.length === 1 ? 'is' : 'are'} not known`;
    return { step: 'unknown', because, source: 'ROUTE' };
  });
  return told.length > 0 ? { ...route, decisions: [...route.decisions, ...told] } : route;
}
