import { addTo } from '../base/lists';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { perDeployment } from '../model/perDeployment';
import { listedPlans, serversOf, serverVersion } from '../routing/localRoute';
import { localPlansOf } from './localUse';
import { isCallRouterVersion } from './restrictedServers';

/** The SIP URI dial plans of a server's organization that it has to serve and doesn't: all of them, from Exchange 2013 on. [EX-HUNT] [EX-ADDSRV] */
export function missingPlans(deployment: Deployment, read: FactReader, server: Declaration): Declaration[] {
  if (!isCallRouterVersion(serverVersion(read, server))) return [];
  const plans = localPlansOf(deployment, server.organization).filter(
    (plan) => read.text(plan, 'uriType') === 'sipName',
  );
  if (plans.length === 0) return [];
  const listed = new Set(listedPlans(deployment, read, server));
  return plans.filter((plan) => !listed.has(plan));
}

const serversOfOrganization = perDeployment((deployment) => {
  const found = new Map<Declaration | undefined, Declaration[]>();
  for (const server of deployment.all('umServer')) addTo(found, server.organization, server);
  return found;
});

/** The servers of a plan: those that list it, and those that have to and will once UM6009 is mended. */
export function plannedServers(deployment: Deployment, read: FactReader, plan: Declaration): Declaration[] {
  const listed = new Set(serversOf(deployment, read, plan));
  const near = serversOfOrganization(deployment).get(plan.organization) ?? [];
  const hasTo = (server: Declaration): boolean =>
    isCallRouterVersion(serverVersion(read, server)) && read.text(plan, 'uriType') === 'sipName';
  return [...listed, ...near.filter((server) => !listed.has(server) && hasTo(server))];
}
