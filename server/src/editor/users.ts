import type { Deployment } from '../model/deployment';
import { UserRow } from '../model/placement';
import type { Segment, UsersBlock } from '../model/usersBlock';
import { rowPropertyOf, userRow } from '../vocabulary';
import type { Holder, Role, Spot } from './spots';

/** The user whose row, or record of a CSV file, an offset is in. */
export function userAt(deployment: Deployment, path: string, offset: number): UserRow | undefined {
  // Stretches of rows don't overlap: it is the last one that begins before the offset.
  let nearest: { readonly block: UsersBlock; readonly segment: Segment } | undefined;
  for (const block of deployment.blocks) {
    for (const segment of block.segments) {
      if (segment.path !== path || segment.base > offset || segment.page.count === 0) continue;
      if (nearest === undefined || segment.base >= nearest.segment.base) nearest = { block, segment };
    }
  }
  return nearest && userIn(deployment, nearest.block, nearest.segment, offset);
}

function userIn(deployment: Deployment, block: UsersBlock, segment: Segment, offset: number): UserRow | undefined {
  let low = 0;
  let high = segment.page.count - 1;
  const read = (row: number): UserRow =>
    new UserRow(deployment.placement(block, segment.page.shapes[row] as number), segment, row);
  if (high >= 0 && read(high).span.end < offset) return undefined;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (read(middle).span.start <= offset) low = middle;
    else high = middle - 1;
  }
  if (high < 0) return undefined;
  const user = read(low);
  return user.span.start <= offset && offset <= user.span.end ? user : undefined;
}

const any = (): boolean => true;

/**
 * The words of a user's row. In a CSV file the cells are values without words.
 * @param isWanted whether a text is asked for: of thousands of rows those that name something.
 */
export function rowSpots(user: UserRow, isWanted: (text: string) => boolean = any): Spot[] {
  const { path } = user;
  const declaration = user.placement.block.declaration;
  const holder: Holder = { is: 'user', declaration, user };
  const text = user.placement.deployment.textOf(path);
  const csv = isCsv(user);
  const spots: Spot[] = [];
  const add = (start: number, end: number, value: string, role: Role): void => {
    // A row that was scanned tells the inside of a string; a row that was parsed, the whole of it.
    const around = text.charCodeAt(start - 1) === 34 && text.charCodeAt(end) === 34 && !csv;
    const quoted = around || text.charCodeAt(start) === 34;
    spots.push({ path, start: around ? start - 1 : start, end: around ? end + 1 : end, text: value, quoted, role });
  };
  const { address, addressSpan } = user;
  if (isWanted(address)) add(addressSpan.start, addressSpan.end, address, { is: 'address', user });
  let before = '';
  let index = 0;
  for (const { property: name, text: value, span } of user.written) {
    const property = rowPropertyOf(userRow, name);
    if (property === undefined) continue;
    index = name === before ? index + 1 : 0;
    if (name !== before && !csv && isWanted === any) {
      const start = user.propertySpan(name)?.start ?? span.start;
      const word = /^[^\s"{},()/]*/.exec(text.slice(start, span.start))?.[0] ?? '';
      if (word !== '') add(start, start + word.length, word, { is: 'word', property, holder });
    }
    before = name;
    if (isWanted(value)) add(span.start, span.end, value, { is: 'value', property, holder, index });
  }
  return spots;
}

export function isCsv(user: UserRow): boolean {
  return user.path !== user.placement.block.declaration.path;
}
