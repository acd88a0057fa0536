import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';

/** The UM dial plan that a gateway or hunt group names. */
export function linkedPlan(deployment: Deployment, read: FactReader, link: Declaration): Declaration | undefined {
  return deployment.find('umDialPlan', read.text(link, 'umDialPlan'), link.organization);
}

/** The gateway that a hunt group names. */
export function gatewayOf(deployment: Deployment, read: FactReader, group: Declaration): Declaration | undefined {
  return deployment.find('umIPGateway', read.text(group, 'umIPGateway'), group.organization);
}

/** The declared gateways of a UM dial plan: those that name it, and those that a hunt group ties to it. */
export function gatewaysOf(deployment: Deployment, read: FactReader, plan: Declaration): Declaration[] {
  const tied = deployment
    .all('umHuntGroup')
    .filter((group) => linkedPlan(deployment, read, group) === plan)
    .map((group) => gatewayOf(deployment, read, group));
  return deployment
    .all('umIPGateway')
    .filter((gateway) => linkedPlan(deployment, read, gateway) === plan || tied.includes(gateway));
}

/** The Lync pool that a gateway points to, when it is declared. */
export function poolOfGateway(deployment: Deployment, read: FactReader, gateway: Declaration): Declaration | undefined {
  return deployment.find('pool', read.text(gateway, 'address'));
}
