import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';

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
  const homes: readonly unknown[] = ['frontEnd', 'standardEdition', 'survivableBranch'];
  return deployment.all('pool').filter((pool) => homes.includes(pool.fact('role')));
}
