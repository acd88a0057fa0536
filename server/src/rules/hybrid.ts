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
   * The tenants that may be theirs: those reached through their provider, and those that don't say how they are reached; when nothing says it, all of them.
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
  const tenants = all.filter((tenant) => {
    const own = read.list(tenant, 'provider');
    return own.length === 0 || own.some((name) => providers.has(fold(name)));
  });
  return { placements, tenants: tenants.length > 0 ? tenants : all };
}
