import { count, sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type FactReader, findKnown } from '../model/facts';
import type { Crowd, PolicyUse } from './crowd';
import type { Finding, RuleContext } from './types';
import { attempt, noteUndecided } from './witnesses';

/** Looks at each policy in use; those of whom it isn't known which policy they have, or what it says, are noted. */
export function eachUse(crowd: Crowd, context: RuleContext, visit: (use: PolicyUse) => void): void {
  noteUndecided(crowd, context);
  for (const use of crowd.policiesInUse)
    attempt(
      context,
      () => use.users,
      () => visit(use),
    );
}

/** Looks at each policy that contacts have; what isn't known of users alone is no matter of theirs. */
export function eachContactUse(crowd: Crowd, context: RuleContext, visit: (use: PolicyUse) => void): void {
  for (const { fact, users } of crowd.undecided) if (users === 0) context.notChecked(fact, 0);
  for (const use of crowd.policiesInUse) if (use.contacts.length > 0) attempt(context, 0, () => visit(use));
}

/** A hosting provider that answers hosted voice mail, and the policies that send calls there. */
export interface UmProvider {
  readonly provider: Declaration;
  readonly proxy: string;
  readonly uses: readonly PolicyUse[];
  /** How many users it hits: counted where that is told. */
  readonly users: () => number;
}

/** Looks at each hosting provider whose proxy is the destination of somebody's effective policy. */
export function eachUmProvider(crowd: Crowd, context: RuleContext, visit: (found: UmProvider) => void): void {
  const { deployment, read } = context;
  const byProvider = new Map<Declaration, PolicyUse[]>();
  eachUse(crowd, context, (use) => {
    const { destination } = use.effective;
    const provider = destination && providerAt(deployment, read, destination);
    if (!provider) return;
    const others = byProvider.get(provider);
    if (others) others.push(use);
    else byProvider.set(provider, [use]);
  });
  for (const provider of deployment.all('hostingProvider')) {
    const uses = byProvider.get(provider);
    if (uses === undefined) continue;
    const users = (): number => uses.reduce((sum, use) => sum + use.users, 0);
    attempt(context, users, () => visit({ provider, proxy: String(provider.fact('proxyFqdn')), uses, users }));
  }
}

/**
 * The hosting provider with a proxy. A second one with the same proxy is a fault of its own (UM3006): the first one counts.
 * @throws UnknownFact when none is known to have it, and of one it isn't known.
 */
function providerAt(deployment: Deployment, read: FactReader, destination: string): Declaration | undefined {
  return findKnown(deployment.all('hostingProvider'), (provider) =>
    sameWord(read.text(provider, 'proxyFqdn') ?? '', destination),
  );
}

/** Whose calls the policies send there: "Policy Cloud sends the calls of 12 users there". */
export function relatedUses(uses: readonly PolicyUse[]): NonNullable<Finding['related']> {
  return uses.flatMap((use) => {
    const { policy, name } = use.effective;
    if (policy === undefined) return [];
    return [
      { at: { path: policy.path, ...policy.head }, message: `Policy ${name} sends the calls of ${whose(use)} there` },
    ];
  });
}

/** "12 users", "1 user and 2 contacts" */
export function whose({ users, contacts }: Pick<PolicyUse, 'users' | 'contacts'>): string {
  const parts = [
    ...(users > 0 ? [count(users, 'user')] : []),
    ...(contacts.length > 0 ? [count(contacts.length, 'contact')] : []),
  ];
  return parts.join(' and ') || 'nobody';
}
