import { count, fold, sameWord } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Crowd, PolicyUse } from './crowd';
import type { Finding, RuleContext } from './types';
import { noteUndecided } from './witnesses';

/** Policies in use, with a note for those of whom it isn't known which policy they have. */
export function usesOf(crowd: Crowd, context: RuleContext): readonly PolicyUse[] {
  noteUndecided(crowd, context);
  return crowd.policiesInUse;
}

/** A hosting provider that answers hosted voice mail, and the policies that send calls there. */
export interface UmProvider {
  readonly provider: Declaration;
  readonly proxy: string;
  readonly uses: readonly PolicyUse[];
  /** How many users it hits. */
  readonly users: number;
}

/** The hosting providers whose proxy is the destination of somebody's effective policy. */
export function umProviders(crowd: Crowd, context: RuleContext): UmProvider[] {
  const { deployment } = context;
  const uses = usesOf(crowd, context);
  return deployment.all('hostingProvider').flatMap((provider) => {
    const proxy = provider.fact('proxyFqdn');
    if (typeof proxy !== 'string') return [];
    const own = uses.filter(({ effective }) => sameWord(effective.destination ?? '', proxy));
    // A second provider with the same proxy is a fault of its own (UM3006): the first one counts.
    const first = deployment
      .all('hostingProvider')
      .find((other) => fold(String(other.fact('proxyFqdn'))) === fold(proxy));
    if (own.length === 0 || first !== provider) return [];
    return [{ provider, proxy, uses: own, users: own.reduce((sum, use) => sum + use.users, 0) }];
  });
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
