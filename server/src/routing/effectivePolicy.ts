import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, UnknownFact } from '../model/facts';

/** The hosted voice mail policy that applies to a user or contact, and why. */
export interface Effective {
  readonly scope: 'user' | 'site' | 'global';
  /** `Cloud`, `site:Redmond`, `global`. */
  readonly name: string;
  /** `undefined` for the global policy that exists undeclared, without destination and organization. */
  readonly policy: Declaration | undefined;
  /** Read when asked for. @throws UnknownFact when it isn't known. */
  readonly destination: string | undefined;
  /** Read when asked for: who asks for the destination alone needn't know it. @throws UnknownFact when it isn't known. */
  readonly organization: readonly string[];
  /** "granted to the user", "policy of site Redmond, the home pool's" … */
  readonly because: string;
}

/** The site a pool stands in. */
export function siteOf(pool: Declaration | undefined): Declaration | undefined {
  const around = pool?.parent;
  return around?.kind.name === 'site' || around?.kind.name === 'branchSite' ? around : undefined;
}

/** The home pool of a user or contact, when it is declared. */
export function homePool(deployment: Deployment, read: FactReader, owner: FactOwner): Declaration | undefined {
  return deployment.find('pool', read.text(owner, 'pool'));
}

/** The per-user policy that a name means; broken references are reported elsewhere and silence what depends on them. */
function granted(deployment: Deployment, owner: FactOwner, name: string): Declaration {
  const found = deployment.resolve(['hostedVoicemailPolicy'], name);
  if (found.state === 'found' && !isScoped(found.target)) return found.target;
  if (found.state === 'undeclared' && found.incomplete)
    throw new UnknownFact(undefined, 'hostedVoicemailPolicy', false);
  throw new UnknownFact(owner, 'policy', true);
}

/** A policy of global or site scope, which can't be granted. */
export function isScoped(policy: Declaration): boolean {
  return scopeOf(policy) !== 'user';
}

export function scopeOf(policy: Declaration): 'user' | 'site' | 'global' | 'service' {
  if (policy.node.name?.quoted && !/^(global|site:|service:)/i.test(policy.name)) return 'user';
  if (policy.key === 'global') return 'global';
  if (policy.key.startsWith('site:')) return 'site';
  return policy.key.startsWith('service:') ? 'service' : 'user';
}

/**
 * First match wins: per-user policy, policy of the home pool's site, global. Nothing is merged between levels. [POL] (that there is no merge is inferred)
 * @throws UnknownFact when it hangs on a fact that isn't known, silently when a reference is broken.
 */
export function effectivePolicy(deployment: Deployment, read: FactReader, owner: FactOwner): Effective {
  const own = read.text(owner, 'policy');
  if (own !== undefined) {
    const policy = granted(deployment, owner, own);
    return new Applied(
      read,
      policy,
      'user',
      'it is granted by name, which wins over the policies of site and global scope',
    );
  }
  const pool = homeThatMatters(deployment, read, owner);
  const site = siteOf(pool);
  if (pool === undefined) checkHome(deployment, read, owner);
  const policy = site && deployment.named('hostedVoicemailPolicy', `site:${site.name}`)[0];
  if (policy)
    return new Applied(
      read,
      policy,
      'site',
      `no per-user policy is granted, and the home pool ${pool?.name} stands in site ${site.name}`,
    );
  if (deployment.isIncomplete('hostedVoicemailPolicy') && site)
    throw new UnknownFact(undefined, 'hostedVoicemailPolicy', false);
  const global = deployment.named('hostedVoicemailPolicy', 'global')[0];
  const because = 'no per-user policy is granted and the site of the home pool has none';
  if (global) return new Applied(read, global, 'global', because);
  if (deployment.isIncomplete('hostedVoicemailPolicy'))
    throw new UnknownFact(undefined, 'hostedVoicemailPolicy', false);
  return { scope: 'global', name: 'global', policy: undefined, destination: undefined, organization: [], because };
}

/** The home pool. Where it isn't known and no site has a policy, it doesn't matter. */
function homeThatMatters(deployment: Deployment, read: FactReader, owner: FactOwner): Declaration | undefined {
  try {
    return homePool(deployment, read, owner);
  } catch (error) {
    if (error instanceof UnknownFact && !hasSitePolicies(deployment)) return undefined;
    throw error;
  }
}

/** Whether some site has a policy, or may have one that isn't declared. */
function hasSitePolicies(deployment: Deployment): boolean {
  return (
    deployment.isIncomplete('hostedVoicemailPolicy') ||
    deployment.all('hostedVoicemailPolicy').some((policy) => scopeOf(policy) === 'site')
  );
}

/** A pool that isn't declared stands in some site, and that site may have a policy. @throws UnknownFact where one has; silently when no such pool exists. */
function checkHome(deployment: Deployment, read: FactReader, owner: FactOwner): void {
  if (!hasSitePolicies(deployment) || read.text(owner, 'pool') === undefined) return;
  throw deployment.isIncomplete('pool')
    ? new UnknownFact(undefined, 'pool', false)
    : new UnknownFact(owner, 'pool', true);
}

/** A declared policy that applies. A class and no object with getters of its own: there may be one for each of a million users. */
class Applied implements Effective {
  constructor(
    private readonly read: FactReader,
    readonly policy: Declaration,
    readonly scope: Effective['scope'],
    readonly because: string,
  ) {}

  get name(): string {
    return this.policy.name;
  }

  get destination(): string | undefined {
    return this.read.text(this.policy, 'destination');
  }

  get organization(): readonly string[] {
    return this.read.list(this.policy, 'organization');
  }
}
