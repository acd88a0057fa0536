import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Placement } from '../model/placement';
import type { Crowd } from './crowd';
import type { RuleContext } from './types';
import { eachPlacement } from './witnesses';

/** A Lync hybrid: users homed online beside those of the deployment. */
export interface Hybrid {
  /** Those homed online. */
  readonly placements: readonly Placement[];
  /**
   * The tenants that may be theirs: those reached through their provider, and those that don't say how they are reached; all of them where none is said to be
   * reached through it.
   */
  readonly tenants: readonly Declaration[];
}

/** The Lync hybrid, as soon as a user is homed online; `undefined` without one. */
export function hybridOf(crowd: Crowd, context: RuleContext): Hybrid | undefined {
  const { deployment, read } = context;
  const placements: Placement[] = [];
  const providers = new Set<string>();
  eachPlacement(crowd, context, (placement) => {
    const provider = read.text(placement, 'hostingProvider');
    if (provider === undefined) return;
    placements.push(placement);
    providers.add(fold(provider));
  });
  if (placements.length === 0) return undefined;
  const all = deployment.all('tenant');
  const isTheirs = (tenant: Declaration): boolean =>
    read.list(tenant, 'provider').some((name) => providers.has(fold(name)));
  const tenants = all.some(isTheirs)
    ? all.filter((tenant) => isTheirs(tenant) || read.list(tenant, 'provider').length === 0)
    : all;
  return { placements, tenants };
}
