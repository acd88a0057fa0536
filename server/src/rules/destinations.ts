import { nearest } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { replace } from './fixes';
import type { Fix } from './types';

/** The proxies of declared hosting providers: what a destination can be. Those of Lync accounts answer no voice mail. */
function proxies(deployment: Deployment): string[] {
  return deployment.all('hostingProvider').flatMap((provider) => {
    const proxy = provider.fact('proxyFqdn');
    return typeof proxy === 'string' && provider.fact('hostsOCSUsers') !== true ? [proxy] : [];
  });
}

/** Fixes that put a provider's proxy in the place of a destination: the nearest one first, or all of few. */
export function changeDestination(deployment: Deployment, policy: Declaration): Fix[] {
  const written = deployment
    .textOf(policy.path)
    .slice(policy.valueSpan('destination').start, policy.valueSpan('destination').end);
  const known = [...new Set(proxies(deployment))];
  const guess = nearest(written, known);
  const rest = known.filter((proxy) => proxy !== guess);
  return [...(guess ? [guess] : []), ...rest]
    .slice(0, 3)
    .map((proxy, i) =>
      replace(
        policy.path,
        policy.valueSpan('destination'),
        proxy,
        `Change to ${proxy}`,
        i === 0 && (guess !== undefined || known.length === 1),
      ),
    );
}
