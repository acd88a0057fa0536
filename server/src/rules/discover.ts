import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { ownerIn } from './dns';
import { homePools } from './edges';

/** The row by which clients find the web services of this deployment: an alias of those of a pool, else an address that isn't known yet. */
export function discoverRow(deployment: Deployment, zone: Declaration, name: string): string {
  const owner = ownerIn(zone, name);
  const internal = /^lyncdiscoverinternal(\.|$)/i.test(name);
  for (const pool of homePools(deployment)) {
    const web = pool.fact(internal ? 'internalWebFqdn' : 'externalWebFqdn');
    if (typeof web === 'string') return `cname ${owner}  hostNameAlias ${web}`;
  }
  const [pool] = homePools(deployment);
  return internal && pool ? `cname ${owner}  hostNameAlias ${pool.name}` : `a ${owner}  ipv4Address unknown`;
}
