import type { Declaration } from '../model/declaration';
import { isOpen } from '../model/facts';
import { perDeployment } from '../model/perDeployment';

/** The pools whose role is `edge`, or isn't known. Every hosted call asks for them, and a provider has thousands of other pools. */
export const possibleEdges = perDeployment((deployment) => deployment.all('pool').filter(mayBeEdge));

function mayBeEdge(pool: Declaration): boolean {
  const role = pool.fact('role');
  return role === 'edge' || isOpen(role);
}
