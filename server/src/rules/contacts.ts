import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { UNSET } from '../model/facts';

/** Why a contact that OcsUmUtil is said to make is meant for hosted UM; `undefined` for a local one. */
export function hostedPurpose(deployment: Deployment, read: FactReader, contact: Declaration): string | undefined {
  if (read.text(contact, 'tool') !== 'ocsUmUtil') return undefined;
  if (deployment.mode === 'crossPremises') return 'in cross-premises mode hosted UM answers';
  const plan = deployment.find('umDialPlan', read.text(contact, 'umDialPlan'));
  if (plan?.organization?.kind.name === 'tenant')
    return `its dial plan ${plan.name} is that of tenant ${plan.organization.name}`;
  const policy = contact.fact('policy');
  const withoutPlan = (contact.fact('umDialPlan') ?? UNSET) === UNSET;
  return withoutPlan && typeof policy === 'string' ? `it has the hosted voice mail policy ${policy}` : undefined;
}
