import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { ifKnown, UNSET } from '../model/facts';

/** Why a contact that OcsUmUtil is said to make is meant for hosted UM; `undefined` for a local one. */
export function hostedPurpose(deployment: Deployment, read: FactReader, contact: Declaration): string | undefined {
  if (read.text(contact, 'tool') !== 'ocsUmUtil') return undefined;
  const { head } = deployment;
  const mode = (): string | undefined => head && read.text(head, 'mode');
  if (ifKnown(mode) === 'crossPremises') return 'in cross-premises mode hosted UM answers';
  const plan = deployment.find('umDialPlan', read.text(contact, 'umDialPlan'));
  if (plan?.organization?.kind.name === 'tenant')
    return `its dial plan ${plan.name} is that of tenant ${plan.organization.name}`;
  const withoutPlan = (contact.fact('umDialPlan') ?? UNSET) === UNSET;
  const policy = withoutPlan ? read.text(contact, 'policy') : undefined;
  if (policy !== undefined) return `it has the hosted voice mail policy ${policy}`;
  mode();
  return undefined;
}
