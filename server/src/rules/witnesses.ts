import { count } from '../base/words';
import { UnknownFact } from '../model/facts';
import { firstUsers, type Placement } from '../model/placement';
import type { Crowd } from './crowd';
import type { Finding, RuleContext } from './types';

/** How many users placements stand for. */
export function usersOf(placements: readonly Placement[]): number {
  return placements.reduce((sum, placement) => sum + placement.count, 0);
}

/** The SIP domains of users. */
export function domainsOf(placements: readonly Placement[]): string[] {
  return [...new Set(placements.map((placement) => placement.domain).filter((domain) => domain !== ''))];
}

/** The address of the only one, else "12 users". */
export function whoOf(placements: readonly Placement[], users = usersOf(placements)): string {
  return (users === 1 && placements[0]?.users(1)[0]?.address) || count(users, 'user');
}

/** The first users of placements, for what is reported at their common cause. */
export function witnesses(
  placements: readonly Placement[],
  users = usersOf(placements),
): NonNullable<Finding['related']> {
  const first = firstUsers(placements, 3);
  return first.map((user, i) => ({
    at: { path: user.path, ...user.addressSpan },
    message: i === 2 && users > 3 ? `${user.address} and ${count(users - 3, 'more user')}` : user.address,
  }));
}

/**
 * Draws a conclusion that may hang on a fact that isn't known: then the rule is not checked for those users, and goes on with the others.
 * @param users how many; or counted only then, as whoever counts is asked again when there are more.
 */
export function attempt(context: RuleContext, users: number | (() => number), conclude: () => void): void {
  try {
    conclude();
  } catch (error) {
    if (!(error instanceof UnknownFact)) throw error;
    context.notChecked(error, typeof users === 'number' ? users : users());
  }
}

/** Looks at one after the other; where a fact of one isn't known the rule is not checked for that one, and goes on. */
export function each<T>(context: RuleContext, items: Iterable<T>, visit: (item: T) => void): void {
  for (const item of items) attempt(context, 0, () => visit(item));
}

/** Notes those of whom it isn't known whether and by which policy they are hosted. */
export function noteUndecided(crowd: Crowd, context: RuleContext): void {
  for (const { fact, users } of crowd.undecided) context.notChecked(fact, users);
}
