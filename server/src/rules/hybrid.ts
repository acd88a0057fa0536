import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import { plainReader } from '../model/facts';
import type { Placement } from '../model/placement';
import { Survey } from '../model/survey';
import type { Crowd } from './crowd';
import type { RuleContext } from './types';

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

/** The hosting providers through which users are homed online. */
const homedOnline = new Survey((placement) => {
  const provider = plainReader.text(placement, 'hostingProvider');
  return provider === undefined ? undefined : fold(provider);
});

/** The Lync hybrid, as soon as a user is homed online; `undefined` without one. */
export function hybridOf(crowd: Crowd, context: RuleContext): Hybrid | undefined {
  const { deployment, read } = context;
  const homed = homedOnline.of(crowd.deployment, context.notChecked);
  if (homed.length === 0) return undefined;
  const providers = new Set(homed.map(({ value }) => value));
  const all = deployment.all('tenant');
  const isTheirs = (tenant: Declaration): boolean =>
    read.list(tenant, 'provider').some((name) => providers.has(fold(name)));
  // The only one is theirs, whatever it says.
  const tenants =
    all.length > 1 && all.some(isTheirs)
      ? all.filter((tenant) => isTheirs(tenant) || read.list(tenant, 'provider').length === 0)
      : all;
  return { placements: homed.flatMap(({ placements }) => placements), tenants };
}
