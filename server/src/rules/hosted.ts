import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';

/** The policies that send calls to a destination. */
export function policyDestinations(
  deployment: Deployment,
  read: FactReader,
  destination: string | undefined,
): Declaration[] {
  if (destination === undefined) return [];
  return deployment.all('hostedVoicemailPolicy').filter((policy) => {
    const own = read.text(policy, 'destination');
    return own !== undefined && sameWord(own, destination);
  });
}
