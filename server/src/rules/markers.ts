import type { UserRow } from '../model/placement';
import type { IndividualGroup } from './types';

/** Markers on rows of one finding are bounded: the rest is told by their number. */
export const MARKERS = 50;

/** The rows of a group that get a marker; when there are more, the first one is given the number of all. */
export function eachMarked(group: IndividualGroup, mark: (user: UserRow, all: { users?: number }) => void): void {
  for (const [i, user] of group.users(MARKERS).entries())
    mark(user, i === 0 && group.count > MARKERS ? { users: group.count } : {});
}
