import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactReader, findKnown } from '../model/facts';

/**
 * The public provider whose proxy is a policy's destination, where no hosting provider has that proxy: UM4036 speaks, and for the missing hosting provider nobody
 * else.
 * @throws UnknownFact when it hangs on a fact that isn't known.
 */
export function publicRoute(deployment: Deployment, read: FactReader, policy: Declaration): Declaration | undefined {
  const destination = read.text(policy, 'destination');
  if (destination === undefined) return undefined;
  const isProxy = (provider: Declaration): boolean => sameWord(read.text(provider, 'proxyFqdn') ?? '', destination);
  // Without a public provider of that name nothing hangs on the others.
  const found = findKnown(deployment.all('publicProvider'), isProxy);
  return found && !findKnown(deployment.all('hostingProvider'), isProxy) ? found : undefined;
}
