import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';

/** The declared Edge pools, that of the federation route first. */
export function edgePools(deployment: Deployment): Declaration[] {
  const edges = deployment.all('pool').filter((pool) => pool.fact('role') === 'edge');
  return [...edges].sort((a, b) => rank(a) - rank(b));
}

function rank(edge: Declaration): number {
  return edge.fact('federationRoute') === true ? 0 : 1;
}

/** The declared pools that home users and contacts. */
export function homePools(deployment: Deployment): Declaration[] {
  return deployment.all('pool').filter((pool) => homes.includes(pool.fact('role')));
}

const homes: readonly unknown[] = ['frontEnd', 'standardEdition', 'survivableBranch'];

/** Whether a pool homes users and contacts. @throws UnknownFact when its role isn't known. */
export function isHomePool(read: FactReader, pool: Declaration): boolean {
  return homes.includes(read.text(pool, 'role'));
}
