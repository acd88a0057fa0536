import { fold } from '../base/words';
import type { Cluster, Service, Site } from './topologyDocument';

/** What a pool is; `unknown` when it registers users in a way that no kind of pool does. */
export type PoolRole =
  | 'frontEnd'
  | 'standardEdition'
  | 'director'
  | 'edge'
  | 'mediation'
  | 'survivableBranch'
  | 'trustedApplication'
  | 'unknown';

/**
 * What a cluster is, from the roles of the services on it; their `Type` is not there for all. [REAL2]
 * @returns `undefined` for what the language has no pool for: gateways, databases, file stores
 */
export function poolRole(cluster: Cluster, site: Site, services: readonly Service[]): PoolRole | undefined {
  const roles = new Set(services.map((service) => service.role));
  const registrar = services.find((service) => service.role === 'Registrar');
  if (registrar?.details?.attributes.get('IsDirector')?.trim().toLowerCase() === 'true') return 'director';
  if (registrar || roles.has('UserServices')) {
    if (site.branchOf) return 'survivableBranch';
    if (!registrar || !roles.has('UserServices')) return 'unknown';
    const [machine] = cluster.machines;
    const single = cluster.machines.length === 1 && machine && fold(machine.fqdn) === fold(cluster.fqdn);
    return single ? 'standardEdition' : 'frontEnd';
  }
  if (roles.has('EdgeServer')) return 'edge';
  if (roles.has('MediationServer')) return 'mediation';
  // The role's name in the document is not in any file at hand. [inferred]
  return roles.has('ExternalServer') ? 'trustedApplication' : undefined;
}
