import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { homePool } from '../routing/effectivePolicy';
import type { Crowd } from './crowd';
import type { RuleContext } from './types';
import { eachPlacement } from './witnesses';

/** A home pool and a UM dial plan that answers its users or contacts. */
export interface LocalPair {
  /** `undefined` where users say no pool, or one that isn't declared. */
  readonly pool: Declaration | undefined;
  readonly plan: Declaration;
  readonly placements: Placement[];
  readonly contacts: Declaration[];
}

/** The UM dial plan that an object names. A broken reference is reported elsewhere. */
export function planOf(deployment: Deployment, read: FactReader, owner: FactOwner): Declaration | undefined {
  const around = deployment.find('exchange', read.text(owner, 'exchange'));
  return deployment.find('umDialPlan', read.text(owner, 'umDialPlan'), around);
}

/** The pairs of pool and local UM dial plan that users and contacts make, in the order of first use. */
export function localPairs(crowd: Crowd, context: RuleContext): LocalPair[] {
  const { deployment, read } = context;
  const pairs = new Map<string, LocalPair>();
  const pairOf = (owner: FactOwner): LocalPair | undefined => {
    const plan = planOf(deployment, read, owner);
    if (plan === undefined || plan.organization?.kind.name !== 'exchange') return undefined;
    const pool = homePool(deployment, read, owner);
    const key = `${pool?.id ?? ''}/${plan.id}`;
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = { pool, plan, placements: [], contacts: [] };
      pairs.set(key, pair);
    }
    return pair;
  };
  eachPlacement(crowd, context, (placement) => {
    if (crowd.choice(placement).um === 'local') pairOf(placement)?.placements.push(placement);
  });
  for (const contact of deployment.all('exUmContact')) {
    try {
      if (read.text(contact, 'tool') === 'ocsUmUtil') pairOf(contact)?.contacts.push(contact);
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      context.notChecked(error, 0);
    }
  }
  return [...pairs.values()];
}

/** The declared local UM dial plans: those of Exchange organizations, not of tenants. */
export function localPlans(deployment: Deployment): Declaration[] {
  return deployment.all('umDialPlan').filter((plan) => plan.organization?.kind.name === 'exchange');
}
