import type { Placement } from '../model/placement';
import { rowEdit, setPropertyEdit } from './fixes';
import type { Fix, FixEdit } from './types';

/** A fix that touches more rows than this is no quick fix. */
const ROWS = 10_000;

/**
 * Sets properties of users: in the block where all its users that don't say it themselves are meant, else row by row. None where nothing can be written, as in a
 * CSV file without such a column.
 */
export function setForUsers(
  placements: readonly Placement[],
  values: Readonly<Record<string, string>>,
  title: string,
  preferred = true,
): Fix[] {
  const edits = new Map<string, FixEdit>();
  for (const [property, value] of Object.entries(values)) {
    for (const edit of placements.flatMap((placement) => editsFor(placement, placements, property, value)))
      edits.set(`${edit.path}:${edit.start}:${property}`, edit);
  }
  return edits.size === 0 ? [] : [{ title, edits: [...edits.values()], ...(preferred && { preferred }) }];
}

function editsFor(placement: Placement, all: readonly Placement[], property: string, value: string): FixEdit[] {
  if (placement.origin(property) !== 'row' && !othersInherit(placement, all, property))
    return [setPropertyEdit(placement.block.declaration, property, value)];
  return placement.users(ROWS).flatMap((user) => rowEdit(user, property, value));
}

/** Whether the block has other users that take the property from it. */
function othersInherit({ deployment, block }: Placement, all: readonly Placement[], property: string): boolean {
  for (const shape of block.shapeCounts.keys()) {
    const other = deployment.placement(block, shape);
    if (!all.includes(other) && other.origin(property) !== 'row') return true;
  }
  return false;
}
