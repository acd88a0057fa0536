import type { Declaration } from '../model/declaration';
import type { UserRow } from '../model/placement';
import { MARKERS } from './markers';
import type { Place, SharedKey } from './types';

/** One of those who share what must be unique. */
export interface Sharer {
  readonly name: string;
  readonly at: Place;
  readonly user?: UserRow;
  readonly contact?: Declaration;
}

/** Those who share a key, in the order of the files, contacts first: the first one has it, the others repeat it. */
export function sharers(
  shared: SharedKey,
  place: { readonly user: (user: UserRow) => Place; readonly contact: (contact: Declaration) => Place },
): { readonly first: Sharer; readonly others: readonly Sharer[]; readonly count: number } | undefined {
  const all: Sharer[] = [
    ...shared.contacts.map((contact) => ({ name: `contact ${contact.name}`, at: place.contact(contact), contact })),
    ...shared.users.slice(0, MARKERS).map((user) => ({ name: user.address, at: place.user(user), user })),
  ];
  const [first, ...others] = all;
  if (first === undefined || others.length === 0) return undefined;
  return { first, others, count: shared.contacts.length + shared.users.length + (shared.more ?? 0) };
}

/** "alice@contoso.com and bob@contoso.com", "… and 3 others" */
export function both(first: Sharer, other: Sharer, count: number): string {
  return count > 2 ? `${first.name}, ${other.name} and ${count - 2} more` : `${first.name} and ${other.name}`;
}

export function addressPlace(user: UserRow): Place {
  return { path: user.path, ...user.addressSpan };
}

export function valuePlace(property: string): (user: UserRow) => Place {
  return (user) => ({ path: user.path, ...user.valueSpan(property) });
}
