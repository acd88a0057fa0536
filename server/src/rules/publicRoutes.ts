import { sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { FactReader } from '../model/facts';

/** A policy that sends calls to a public provider, where no hosting provider has that proxy. */
export interface PublicRoute {
  readonly policy: Declaration;
  readonly provider: Declaration;
}

/** Policies whose destination is a public provider's proxy: UM4036 speaks, and for the missing hosting provider nobody else. */
export function publicRoutes(deployment: Deployment, read: FactReader): PublicRoute[] {
  const proxyIs = (provider: Declaration, destination: string): boolean =>
    sameWord(read.text(provider, 'proxyFqdn') ?? '', destination);
  return deployment.all('hostedVoicemailPolicy').flatMap((policy) => {
    const destination = read.text(policy, 'destination');
    if (destination === undefined) return [];
    if (deployment.all('hostingProvider').some((provider) => proxyIs(provider, destination))) return [];
    const provider = deployment.all('publicProvider').find((candidate) => proxyIs(candidate, destination));
    return provider ? [{ policy, provider }] : [];
  });
}
