import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { INVALID, UNKNOWN } from '../model/facts';
import { Memo } from '../model/grounds';

const found = new WeakMap<Deployment, Memo<readonly Declaration[]>>();

/** The pools whose role is `edge`, or isn't known. Every hosted call asks for them, and a provider has thousands of other pools: these are sorted out once. */
export function possibleEdges(deployment: Deployment): readonly Declaration[] {
  let edges = found.get(deployment);
  if (edges === undefined) {
    edges = new Memo(deployment.grounds, () => deployment.all('pool').filter(mayBeEdge));
    found.set(deployment, edges);
  }
  return edges.value;
}

function mayBeEdge(pool: Declaration): boolean {
  const role = pool.fact('role');
  return role === 'edge' || role === UNKNOWN || role === INVALID;
}
