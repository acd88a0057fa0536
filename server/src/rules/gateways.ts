import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';

/** The Lync pool that a gateway points to, when it is declared. */
export function poolOfGateway(deployment: Deployment, read: FactReader, gateway: Declaration): Declaration | undefined {
  return deployment.find('pool', read.text(gateway, 'address'));
}
