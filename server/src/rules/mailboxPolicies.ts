import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactOwner, type FactReader, UnknownFact } from '../model/facts';
import { planOf } from '../routing/localRoute';

/** The UM mailbox policy of users: what it is called, and where it is declared; the default policy of a plan exists undeclared. */
export interface UsersMailboxPolicy {
  readonly name: string;
  readonly policy: Declaration | undefined;
  readonly plan: Declaration;
}

/**
 * The UM mailbox policy of users that are UM-enabled on a declared plan.
 * @throws UnknownFact when it isn't known; silently when a reference is broken.
 */
export function mailboxPolicyOf(
  deployment: Deployment,
  read: FactReader,
  user: FactOwner,
): UsersMailboxPolicy | undefined {
  const plan = planOf(deployment, read, user);
  if (plan === undefined) return undefined;
  const name = read.text(user, 'umMailboxPolicy') ?? `${plan.name} Default Policy`;
  const found = deployment.resolve(['umMailboxPolicy'], name, plan.organization);
  if (found.state === 'found') return { name, policy: found.target, plan };
  if (found.state === 'undeclared' && / Default Policy$/i.test(name)) return { name, policy: undefined, plan };
  throw new UnknownFact(user, 'umMailboxPolicy', found.state !== 'undeclared' || !found.incomplete);
}
