import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { siteOf } from '../routing/effectivePolicy';
import { gatewaysOf } from '../routing/gateways';
import { planOf } from '../routing/localRoute';
import { setPropertyEdit } from './fixes';
import { poolOfGateway } from './gateways';
import type { Fix } from './types';

/** Whether UM may place calls through a gateway. */
export function allowsOutcalls(read: FactReader, gateway: Declaration): boolean {
  return read.flag(gateway, 'outcallsAllowed') === true;
}

export function pointsToDirector(deployment: Deployment, read: FactReader, gateway: Declaration): boolean {
  const pool = poolOfGateway(deployment, read, gateway);
  return pool !== undefined && read.text(pool, 'role') === 'director';
}

/** How many local users of a plan are homed on the pool of a gateway. */
export function usersBehind(deployment: Deployment, read: FactReader, plan: Declaration, gateway: Declaration): number {
  const pool = poolOfGateway(deployment, read, gateway);
  if (pool === undefined) return 0;
  let users = 0;
  for (const placement of deployment.placements()) {
    const home = placement.fact('pool');
    if (typeof home !== 'string' || deployment.find('pool', home) !== pool) continue;
    if (typeof placement.fact('umDialPlan') !== 'string') continue;
    if (planOf(deployment, read, placement) === plan) users += placement.count;
  }
  return users;
}

/** The gateways that out-calls of a plan could go through, the busiest first; never one that points to a Director. */
export function candidates(
  deployment: Deployment,
  read: FactReader,
  plan: Declaration,
): { gateway: Declaration; users: number }[] {
  return gatewaysOf(deployment, read, plan)
    .filter((gateway) => !pointsToDirector(deployment, read, gateway))
    .map((gateway) => ({ gateway, users: usersBehind(deployment, read, plan, gateway) }))
    .sort((a, b) => b.users - a.users);
}

/** Those of the candidates that stand where the busiest one does: out-calls through another site's cross the line between them (UM6006). */
export function nearCandidates(
  deployment: Deployment,
  read: FactReader,
  plan: Declaration,
): { gateway: Declaration; users: number }[] {
  const all = candidates(deployment, read, plan);
  const siteOfGateway = (gateway: Declaration): Declaration | undefined =>
    siteOf(poolOfGateway(deployment, read, gateway));
  const [busiest] = all;
  const site = busiest && busiest.users > 0 ? siteOfGateway(busiest.gateway) : undefined;
  return site === undefined ? all : all.filter(({ gateway }) => siteOfGateway(gateway) === site);
}

/** Lets one gateway of a plan place calls, and no other. */
export function keepOne(
  deployment: Deployment,
  read: FactReader,
  plan: Declaration,
  kept: Declaration,
  title: string,
  preferred: boolean,
): Fix {
  const edits = gatewaysOf(deployment, read, plan)
    .filter((gateway) => allowsOutcalls(read, gateway) !== (gateway === kept))
    .map((gateway) => setPropertyEdit(gateway, 'outcallsAllowed', String(gateway === kept)));
  return { title, edits, ...(preferred && { preferred }) };
}
