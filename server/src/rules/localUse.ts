import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, plainReader, UnknownFact } from '../model/facts';
import type { Placement } from '../model/placement';
import { Remembered } from '../model/remembered';
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

type PoolAndPlan = Pick<LocalPair, 'pool' | 'plan'>;

function poolAndPlan(deployment: Deployment, read: FactReader, owner: FactOwner): PoolAndPlan | undefined {
  const plan = planOf(deployment, read, owner);
  if (plan === undefined || plan.organization?.kind.name !== 'exchange') return undefined;
  return { pool: homePool(deployment, read, owner), plan };
}

const placed = new Remembered((placement) => poolAndPlan(placement.deployment, plainReader, placement));

/** The pairs of pool and local UM dial plan that users and contacts make, in the order of first use. */
export function localPairs(crowd: Crowd, context: RuleContext): readonly LocalPair[] {
  let known = found.get(crowd);
  if (known === undefined) {
    const unknown: [UnknownFact, number][] = [];
    const noting = { ...context, notChecked: (fact: UnknownFact, users: number) => void unknown.push([fact, users]) };
    known = { pairs: findPairs(crowd, noting), unknown };
    found.set(crowd, known);
  }
  for (const [fact, users] of known.unknown) context.notChecked(fact, users);
  return known.pairs;
}

/** Several rules ask for them. */
const found = new WeakMap<Crowd, { readonly pairs: readonly LocalPair[]; readonly unknown: [UnknownFact, number][] }>();

function findPairs(crowd: Crowd, context: RuleContext): LocalPair[] {
  const { deployment, read } = context;
  const pairs = new Map<string, LocalPair>();
  const pairWith = ({ pool, plan }: PoolAndPlan): LocalPair => {
    const key = `${pool?.id ?? ''}/${plan.id}`;
    let pair = pairs.get(key);
    if (pair === undefined) {
      pair = { pool, plan, placements: [], contacts: [] };
      pairs.set(key, pair);
    }
    return pair;
  };
  eachPlacement(crowd, context, (placement) => {
    if (crowd.choice(placement).um !== 'local') return;
    const found = placed.of(placement);
    if (found) pairWith(found).placements.push(placement);
  });
  for (const contact of deployment.all('exUmContact')) {
    try {
      const found = read.text(contact, 'tool') === 'ocsUmUtil' && poolAndPlan(deployment, read, contact);
      if (found) pairWith(found).contacts.push(contact);
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
