import { firstUsers } from '../model/placement';
import type { UsersBlock } from '../model/usersBlock';
import { MARKERS } from './markers';
import type { Noted, Suppressions } from './suppressions';
import type { Diagnostic } from './types';
import type { Merged, UserDiagnostics } from './userDiagnostics';

/** What is said of users with one cause where some rows are suppressed, about those who are left; `undefined` where none is. */
export function notSuppressed(
  users: UserDiagnostics,
  suppressions: Suppressions,
  block: UsersBlock,
  { rule, findings, placements }: Merged,
  noted: Noted,
): Diagnostic[] | undefined {
  if ((findings[0].severity ?? rule.severity) === 'error') return undefined;
  const suppressed = suppressions.rows(rule.code, block, noted);
  if (suppressed === undefined) return undefined;
  // Rows are read where some of a file's are suppressed; elsewhere they are counted.
  const some = firstUsers(placements, Number.POSITIVE_INFINITY, (path) => suppressed.of(path) === 'some');
  const left = some.filter((user) => !suppressed.has(user));
  let sum = left.length;
  for (const placement of placements)
    for (const { path, page } of block.segments) {
      const hit = page.shapeCounts.get(placement.shape.id);
      if (hit && suppressed.of(path) === 'none') sum += hit;
    }
  if (sum === placements.reduce((all, placement) => all + placement.count, 0)) return undefined;
  const others = firstUsers(placements, MARKERS, (path) => suppressed.of(path) === 'none');
  return users.mark(rule, findings, placements, [...left, ...others], undefined, sum);
}
