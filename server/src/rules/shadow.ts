import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';
import { scopeOf } from '../routing/effectivePolicy';

/** The global policy with a destination that a policy of site scope without one hides; nothing is merged between levels. */
export function hiddenGlobal(deployment: Deployment, read: FactReader, policy: Declaration): Declaration | undefined {
  if (scopeOf(policy) !== 'site' || read.text(policy, 'destination') !== undefined) return undefined;
  const global = deployment.named('hostedVoicemailPolicy', 'global')[0];
  return global && read.text(global, 'destination') !== undefined ? global : undefined;
}
