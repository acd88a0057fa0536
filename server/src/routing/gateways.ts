import { addTo } from '../base/lists';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactReader, isOpen, plainReader } from '../model/facts';
import { perDeployment } from '../model/perDeployment';

/** The UM dial plan that a gateway or hunt group names. */
export function linkedPlan(deployment: Deployment, read: FactReader, link: Declaration): Declaration | undefined {
  return deployment.find('umDialPlan', read.text(link, 'umDialPlan'), link.organization);
}

/** The gateway that a hunt group names. */
export function gatewayOf(deployment: Deployment, read: FactReader, group: Declaration): Declaration | undefined {
  return deployment.find('umIPGateway', read.text(group, 'umIPGateway'), group.organization);
}

/**
 * The declared UM IP gateways of a UM dial plan: those that name it, and those that a hunt group ties to it.
 * @throws UnknownFact when it isn't known which plan or gateway one of them names.
 */
export function gatewaysOf(deployment: Deployment, read: FactReader, plan: Declaration): readonly Declaration[] {
  const known = gatewaysByPlan(deployment);
  if (known) return known.get(plan) ?? [];
  const tied = deployment
    .all('umHuntGroup')
    .filter((group) => linkedPlan(deployment, read, group) === plan)
    .map((group) => gatewayOf(deployment, read, group));
  return deployment
    .all('umIPGateway')
    .filter((gateway) => linkedPlan(deployment, read, gateway) === plan || tied.includes(gateway));
}

/**
 * The hunt groups of a gateway.
 * @throws UnknownFact when it isn't known which gateway one of them names.
 */
export function groupsOf(deployment: Deployment, read: FactReader, gateway: Declaration): readonly Declaration[] {
  const known = groupsByGateway(deployment);
  if (known) return known.get(gateway) ?? [];
  return deployment.all('umHuntGroup').filter((group) => gatewayOf(deployment, read, group) === gateway);
}

type Links = ReadonlyMap<Declaration, readonly Declaration[]>;

/** `undefined` where something of it isn't known. */
const groupsByGateway = perDeployment((deployment): Links | undefined => {
  const found = new Map<Declaration, Declaration[]>();
  for (const group of deployment.all('umHuntGroup')) {
    if (isOpen(group.fact('umIPGateway'))) return undefined;
    const gateway = gatewayOf(deployment, plainReader, group);
    if (gateway) addTo(found, gateway, group);
  }
  return found;
});

/** `undefined` where something of it isn't known. */
const gatewaysByPlan = perDeployment((deployment): Links | undefined => {
  const groups = groupsByGateway(deployment);
  const links = deployment.all('umHuntGroup', 'umIPGateway');
  if (!groups || links.some((link) => isOpen(link.fact('umDialPlan')))) return undefined;
  const found = new Map<Declaration, Declaration[]>();
  for (const gateway of deployment.all('umIPGateway')) {
    const named = [gateway, ...(groups.get(gateway) ?? [])].map((link) => linkedPlan(deployment, plainReader, link));
    for (const plan of new Set(named)) if (plan) addTo(found, plan, gateway);
  }
  return found;
});
