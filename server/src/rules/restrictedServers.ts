import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { serversOf, serverVersion } from '../routing/localRoute';

/** Servers that may be in SIP URI dial plans only (Exchange 2013 and 2016), of those that list a plan. [PS-UMSVC] */
export function restrictedServers(deployment: Deployment, read: FactReader, plan: Declaration): Declaration[] {
  return serversOf(deployment, read, plan).filter((server) => isCallRouterVersion(serverVersion(read, server)));
}

/** Versions with UM call router and UM service. */
export function isCallRouterVersion(version: string | undefined): boolean {
  return version === '2013' || version === '2016';
}
