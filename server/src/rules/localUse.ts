import { addTo } from '../base/lists';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, plainReader, UnknownFact } from '../model/facts';
import { perDeployment } from '../model/perDeployment';
import type { Placement } from '../model/placement';
import { type NotKnown, Survey } from '../model/survey';
import { homePool } from '../routing/effectivePolicy';
import { planOf } from '../routing/localRoute';
import { choiceOf } from './crowd';
import type { RuleContext } from './types';

/** A home pool and a UM dial plan that answers its users or contacts. */
export interface LocalPair {
  /** `undefined` where users say no pool, or one that isn't declared. */
  readonly pool: Declaration | undefined;
  readonly plan: Declaration;
  readonly placements: readonly Placement[];
  readonly users: number;
  readonly contacts: readonly Declaration[];
}

type PoolAndPlan = Pick<LocalPair, 'pool' | 'plan'>;

function poolAndPlan(deployment: Deployment, read: FactReader, owner: FactOwner): PoolAndPlan | undefined {
  const plan = planOf(deployment, read, owner);
  if (plan === undefined || plan.organization?.kind.name !== 'exchange') return undefined;
  return { pool: homePool(deployment, read, owner), plan };
}

function keyOf({ pool, plan }: PoolAndPlan): string {
  return `${pool?.id ?? ''}/${plan.id}`;
}

const ofUsers = new Survey(
  (placement) =>
    choiceOf(placement).um === 'local' ? poolAndPlan(placement.deployment, plainReader, placement) : undefined,
  keyOf,
);

/**
 * The pairs of pool and local UM dial plan that users and contacts make, in the order of first use.
 * @param broken told of users of whom it isn't known for a reference that is broken.
 */
export function localPairs({ deployment, read, notChecked }: RuleContext, broken?: NotKnown): readonly LocalPair[] {
  const users = new Map(ofUsers.of(deployment, notChecked, broken).map((answer) => [keyOf(answer.value), answer]));
  const contacts = new Map<string, { readonly value: PoolAndPlan; readonly contacts: Declaration[] }>();
  for (const contact of deployment.all('exUmContact')) {
    try {
      const value = read.text(contact, 'tool') === 'ocsUmUtil' && poolAndPlan(deployment, read, contact);
      if (!value) continue;
      const others = contacts.get(keyOf(value));
      if (others) others.contacts.push(contact);
      else contacts.set(keyOf(value), { value, contacts: [contact] });
    } catch (error) {
      if (!(error instanceof UnknownFact)) throw error;
      notChecked(error, 0);
    }
  }
  return [...new Set([...users.keys(), ...contacts.keys()])].map((key): LocalPair => {
    const [own, others] = [users.get(key), contacts.get(key)];
    return {
      ...((own?.value ?? others?.value) as PoolAndPlan),
      get placements() {
        return own?.placements ?? [];
      },
      get users() {
        return own?.users ?? 0;
      },
      contacts: others?.contacts ?? [],
    };
  });
}

const plans = perDeployment((deployment) => {
  const all = deployment.all('umDialPlan').filter((plan) => plan.organization?.kind.name === 'exchange');
  const byOrganization = new Map<Declaration | undefined, Declaration[]>();
  for (const plan of all) addTo(byOrganization, plan.organization, plan);
  return { all, byOrganization };
});

/** The declared local UM dial plans: those of Exchange organizations, not of tenants. */
export function localPlans(deployment: Deployment): readonly Declaration[] {
  return plans(deployment).all;
}

/** Those of an Exchange organization. */
export function localPlansOf(deployment: Deployment, organization: Declaration | undefined): readonly Declaration[] {
  return plans(deployment).byOrganization.get(organization) ?? [];
}
