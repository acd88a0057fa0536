import { fold } from '../../base/words';
import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { textFact } from '../facts';

/** The Edge pool that carries federation: the one that says so, else the first. [PS-MOVE] */
export function federationEdge(deployment: Deployment): Declaration | undefined {
  const edges = deployment.all('pool').filter((pool) => pool.fact('role') === 'edge');
  return edges.find((pool) => pool.fact('federationRoute') === true) ?? edges[0];
}

/**
 * What the SRV records of a SIP domain point to, in lower case: the Access Edge where its name lies in the domain, else `sip.` and the domain, because the host has
 * to lie in the record's domain (wire error 1009). [DNSSRV] [OCER]
 */
export function federationTarget(edge: Declaration, domain: string): string {
  const name = fold(textFact(edge, 'accessFqdn') ?? '');
  return name.endsWith(`.${fold(domain)}`) ? name : `sip.${fold(domain)}`;
}
