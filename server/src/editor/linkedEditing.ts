import type { Span } from '../base/span';
import type { Deployment } from '../model/deployment';
import type { KindName } from '../vocabulary/types';
import type { Spot } from './spots';
import { rowSpots } from './users';
import { declarationsOf, itemAt, spotAt, spotsOf } from './walk';

/**
 * Words that the field wants equal, by what they stand in: a hunt group's pilot is its dial plan, a certificate's names repeat its subject, a Standard Edition
 * pool is its only computer, and the principal name and SIP resource identifier of a user are mostly the address.
 */
const alike: Readonly<Partial<Record<KindName, readonly string[]>>> = {
  umHuntGroup: ['umDialPlan', 'pilotIdentifier'],
  certificate: ['subject', 'san'],
  pool: ['name', 'computers'],
  users: ['address', 'userPrincipalName', 'sipResourceIdentifier'],
};

/** The repetitions of the word at an offset that change with it; none where it stands alone. The texts are the same, letter by letter. */
export function linkedRanges(deployment: Deployment, path: string, offset: number): Span[] {
  const spot = spotAt(deployment, path, offset);
  if (spot === undefined || !isLinked(spot)) return [];
  const text = deployment.textOf(path);
  const own = inner(spot);
  const word = text.slice(own.start, own.end);
  const ranges = around(deployment, spot)
    .filter(isLinked)
    .map(inner)
    .filter(({ start, end }) => word !== '' && text.slice(start, end) === word);
  return ranges.length > 1 ? ranges : [];
}

/** The words of the declaration or row that a word stands in, without those of declarations inside it. */
function around(deployment: Deployment, spot: Spot): Spot[] {
  const { role, path } = spot;
  if (role.is === 'address') return rowSpots(role.user);
  if (role.is === 'value' && role.holder.is === 'user') return rowSpots(role.holder.user);
  const declaration = role.is === 'value' ? role.holder.declaration : role.is === 'name' ? role.declaration : undefined;
  const file = deployment.files.find((candidate) => candidate.path === path);
  const item = file && itemAt(file.tree.items, spot.start);
  if (declaration === undefined || item === undefined) return [];
  const words = spotsOf({ deployment, path, item }, declarationsOf(deployment), undefined, false);
  return [...words].filter(
    (each) =>
      (each.role.is === 'name' && each.role.declaration === declaration) ||
      (each.role.is === 'value' && each.role.holder.is === 'block' && each.role.holder.declaration === declaration),
  );
}

function isLinked({ role }: Spot): boolean {
  switch (role.is) {
    case 'address':
      return true;
    case 'name':
      return alike[role.declaration.kind.name]?.includes('name') === true;
    case 'value':
      return (
        (role.holder.is === 'user' || role.holder.is === 'block') &&
        alike[role.holder.declaration.kind.name]?.includes(role.property.name) === true
      );
    default:
      return false;
  }
}

/** Without quotes. */
function inner({ start, end, quoted }: Spot): Span {
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}
