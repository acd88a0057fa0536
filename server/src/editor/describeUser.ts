import { count } from '../base/words';
import type { Deployment } from '../model/deployment';
import { plainReader, UnknownFact } from '../model/facts';
import type { UserRow } from '../model/placement';
import { effectivePolicy } from '../routing/effectivePolicy';
import { routeOfUser } from '../routing/route';
import type { Route } from '../routing/types';
import { code, shown } from './markdown';

/** What is known of a user: which policy applies and why, where unanswered calls go, who is placed alike. */
export function describeUser(deployment: Deployment, user: UserRow): string {
  const { placement } = user;
  const group = placement.block.declaration;
  const name = user.texts('displayName')[0];
  const others = placement.users(NAMED + 1).filter((other) => other.address !== user.address);
  const named = others.slice(0, NAMED).map((other) => code(other.address));
  const more = placement.count - 1 - named.length;
  const alike =
    named.length > 0
      ? `Placed alike: ${named.join(', ')}${more > 0 ? ` and ${count(more, 'other user')} of the group` : ''}`
      : 'Nobody else of the group is placed alike';
  const lines = [`${code(user.address)}${name ? ` — ${shown(name)}` : ''}, in group ${shown(group.name)}`];
  const facts = deployment.standalone ? [] : [policyLine(deployment, user), routeLine(deployment, user)];
  return [...lines, [...placementLine(deployment, user), ...facts, alike].map((line) => `- ${line}`).join('\n')].join(
    '\n\n',
  );
}

/** How many others are named who are placed alike. */
const NAMED = 3;

/** Where the user is: what is said of it here or in the group. */
function placementLine(deployment: Deployment, { placement }: UserRow): string[] {
  const fact = (name: string): string | undefined => {
    const value = placement.fact(name);
    return typeof value === 'string' ? value : undefined;
  };
  const pool = fact('pool');
  const site = pool && deployment.find('pool', pool)?.parent;
  const provider = fact('hostingProvider');
  const parts = [
    ...(pool ? [`pool ${code(pool)}${site ? ` in ${site.kind.singular} ${shown(site.name)}` : ''}`] : []),
    ...(provider ? [`homed online at ${code(provider)}`] : []),
    ...(fact('mailbox') ? [`mailbox ${fact('mailbox')}`] : []),
    ...(fact('umDialPlan') ? [`UM dial plan ${code(fact('umDialPlan') as string)}`] : []),
  ];
  return parts.length > 0 ? [`Placement: ${parts.join(', ')}`] : [];
}

function policyLine(deployment: Deployment, user: UserRow): string {
  try {
    const { name, scope, because, destination } = effectivePolicy(deployment, plainReader, user);
    const where = destination ? `, destination ${code(destination)}` : ', without a destination';
    return `Hosted voice mail policy: ${code(name)} (${scope})${where}. ${shown(sentence(because))}`;
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    return error.silent
      ? "Hosted voice mail policy: can't be told, as a name in it stands for nothing"
      : `Hosted voice mail policy: hangs on ${code(error.name)}, which isn't known`;
  }
}

function routeLine(deployment: Deployment, user: UserRow): string {
  return `Unanswered call: ${routeText(routeOfUser(deployment, user, user.address))}`;
}

/** A route in one line: the computers one after the other, and who answers. What one of them does by itself is no step of its own here. */
function routeText(route: Route): string {
  const places = route.hops.filter(({ role }) => role !== 'mailbox').map(({ at }) => at);
  const hops = places
    .filter((at, index) => at !== places[index - 1])
    .map(code)
    .join(' → ');
  const way = hops === '' ? '' : `${hops} → `;
  switch (route.outcome) {
    case 'hosted':
      return `${way}**${shown(route.target ?? 'hosted UM')}** answers`;
    case 'local':
      return `${way}**${shown(route.target ?? 'local UM')}** answers`;
    case 'none':
      return `no voice mail. ${shown(sentence(route.decisions.at(-1)?.because ?? ''))}`;
    case 'failed':
      return `${way}**lost**. ${shown(sentence(route.failure?.reason ?? ''))}${route.failure?.code ? ` (${route.failure.code})` : ''}`;
    case 'unknown':
      return route.needs.length > 0
        ? `not known: it hangs on ${route.needs.map(code).join(', ')}`
        : `not known. ${shown(sentence(route.decisions.at(-1)?.because ?? ''))}`;
  }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
