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
  const alike =
    placement.count > 1
      ? `${count(placement.count - 1, 'other user')} of the group ${placement.count === 2 ? 'is' : 'are'} placed alike`
      : 'No other user of the group is placed alike';
  const lines = [`${code(user.address)}${name ? ` — ${shown(name)}` : ''}, in group ${shown(group.name)}`];
  const facts = deployment.standalone ? [] : [policyLine(deployment, user), routeLine(deployment, user)];
  return [...lines, [...facts, alike].map((line) => `- ${line}`).join('\n')].join('\n\n');
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

/** A route in one line: the hops, and who answers. */
export function routeText(route: Route): string {
  const hops = route.hops.map((hop) => code(hop.at)).join(' → ');
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
