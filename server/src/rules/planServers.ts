import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { listsPlan, serversOf, serverVersion } from '../routing/localRoute';
import { localPlans } from './localUse';
import { isCallRouterVersion } from './restrictedServers';

/** The SIP URI dial plans of a server's organization that it has to serve and doesn't: all of them, from Exchange 2013 on. [EX-HUNT] [EX-ADDSRV] */
export function missingPlans(deployment: Deployment, read: FactReader, server: Declaration): Declaration[] {
  if (!isCallRouterVersion(serverVersion(read, server))) return [];
  return localPlans(deployment).filter(
    (plan) =>
      plan.organization === server.organization &&
      read.text(plan, 'uriType') === 'sipName' &&
      !listsPlan(deployment, read, server, plan),
  );
}

/** The servers of a plan: those that list it, and those that have to and will once UM6009 is mended. */
export function plannedServers(deployment: Deployment, read: FactReader, plan: Declaration): Declaration[] {
  const listed = serversOf(deployment, read, plan);
  return deployment
    .all('umServer')
    .filter((server) => listed.includes(server) || missingPlans(deployment, read, server).includes(plan));
}
