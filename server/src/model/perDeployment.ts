import type { Deployment } from './deployment';
import { Memo } from './grounds';

/**
 * Something concluded from a deployment's declarations and from nothing else, once as long as these are the same: what many ask for, such as a table of what they look up.
 * @returns what gives it for a deployment
 */
export function perDeployment<T>(conclude: (deployment: Deployment) => T): (deployment: Deployment) => T {
  const known = new WeakMap<Deployment, Memo<T>>();
  return (deployment) => {
    let memo = known.get(deployment);
    if (memo === undefined) {
      memo = new Memo(deployment.grounds, () => conclude(deployment));
      known.set(deployment, memo);
    }
    return memo.value;
  };
}
