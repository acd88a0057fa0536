import {
  federationService,
  hasAddress,
  isOnlineName,
  isWithin,
  rowText,
  srvRecords,
  type ZoneKind,
  zoneOfDomain,
} from './dns';
import { isFederated, isShared } from './federated';
import type { RuleContext } from './types';

/**
 * Whether those outside, the hosted service among them, find the Access Edge for a SIP domain. Where no zone is declared, export writes the records. What is
 * missing is told by UM5001 to UM5008.
 * @throws UnknownFact when it hangs on a fact that isn't known.
 */
export function isFindable(context: Pick<RuleContext, 'deployment' | 'read'>, domain: string): boolean {
  if (!isFederated(context)) return true;
  return (
    leadsToEdge(context, 'publicDnsZone', domain) &&
    (!isShared(context) || leadsToEdge(context, 'internalDnsZone', domain))
  );
}

function leadsToEdge({ deployment }: Pick<RuleContext, 'deployment'>, kind: ZoneKind, domain: string): boolean {
  if (zoneOfDomain(deployment, kind, domain) === undefined) return true;
  return srvRecords(deployment, kind, federationService, domain).some((record) => {
    const target = rowText(record, 'domainName');
    if (target === undefined || isOnlineName(target) || !isWithin(target, domain)) return false;
    return rowText(record, 'port') === '5061' && hasAddress(deployment, kind, target);
  });
}
