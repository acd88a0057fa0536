import type { Declaration } from '../../model/declaration';
import type { Deployment } from '../../model/deployment';
import { type Placement, UserRow } from '../../model/placement';
import type { UsersBlock } from '../../model/usersBlock';
import { insertIntoBlock } from '../../rules/fixes';
import type { FixEdit } from '../../rules/types';
import { quoteWord } from '../../syntax/print';
import { type Property, userRow } from '../../vocabulary';
import { isCsv } from '../users';
import type { Action, ActionPlace } from './action';
import { groupAt, withBlanks } from './lines';

/** Moves what all rows of a group say alike into its block. */
export function liftRowValues({ deployment, path, range }: ActionPlace): Action[] {
  const group = groupAt(deployment, path, range.start, range.end);
  const block = group && deployment.block(group);
  if (!group?.node.body?.closed || !block || block.count < 2) return [];
  if (block.segments.some((segment) => segment.path !== path)) return [];
  const placements = [...block.shapeCounts.keys()].map((shape) => deployment.placement(block, shape));
  return userRow.properties.flatMap((property): Action[] => {
    const value = commonValue(placements, group, property);
    if (value === undefined) return [];
    return [
      {
        title: `Say \`${property.name} ${value}\` once, for the whole group`,
        kind: 'refactor.rewrite',
        edits: () => [insertIntoBlock(group, `${property.name} ${value}`), ...removals(deployment, block, property)],
      },
    ];
  });
}

/** The value that every row writes and the block doesn't. */
function commonValue(placements: readonly Placement[], group: Declaration, property: Property): string | undefined {
  if (property.individual || property.list || group.written.has(property.name)) return undefined;
  const values = new Set(placements.map(({ shape }) => shape.fact(property.name)));
  const [value] = values;
  if (values.size !== 1) return undefined;
  if (typeof value === 'boolean' || typeof value === 'number') return String(value);
  return typeof value === 'string' ? quoteWord(value) : undefined;
}

/** Takes a property out of every row, with the blanks before it. */
function removals(deployment: Deployment, block: UsersBlock, property: Property): FixEdit[] {
  const edits: FixEdit[] = [];
  for (const segment of block.segments) {
    for (let row = 0; row < segment.page.count; row++) {
      const user = new UserRow(deployment.placement(block, segment.page.shapes[row] as number), segment, row);
      const span = isCsv(user) ? undefined : user.propertySpan(property.name);
      if (span) edits.push({ path: user.path, ...withBlanks(deployment.textOf(user.path), span), text: '' });
    }
  }
  return edits;
}
