import type { Deployment } from '../model/deployment';
import { UserRow } from '../model/placement';
import { PRESENT } from '../model/shapes';
import type { UserPage } from '../model/userPage';
import type { Segment, UsersBlock } from '../model/usersBlock';
import { bareAddress } from '../model/values';
import { hashFolded } from '../syntax/rowScanner';

/** A row that names delegates, by its place in its page, with the hashes of their addresses. */
interface DelegatingRow {
  readonly row: number;
  readonly hashes: readonly number[];
}

/** A user who names delegates. */
export interface Delegating {
  /** The hash of the user's own address. */
  readonly own: number;
  /** The hashes of the delegates' addresses. */
  readonly hashes: readonly number[];
  readonly block: UsersBlock;
  readonly shape: number;
  user(): UserRow;
}

const pages = new WeakMap<UserPage, readonly DelegatingRow[]>();

/** Rows that name delegates. The rows of a page are read once, and again only when they change. */
export function* delegatingRows(deployment: Deployment): Generator<Delegating> {
  for (const block of deployment.blocks) {
    for (const segment of block.segments) {
      for (const { row, hashes } of read(deployment, block, segment)) {
        const shape = segment.page.shapes[row] as number;
        const own = segment.page.addresses[row] as number;
        yield { own, hashes, shape, block, user: () => new UserRow(deployment.placement(block, shape), segment, row) };
      }
    }
  }
}

function read(deployment: Deployment, block: UsersBlock, segment: Segment): readonly DelegatingRow[] {
  const { page } = segment;
  const known = pages.get(page);
  if (known) return known;
  const rows: DelegatingRow[] = [];
  for (let row = 0; row < page.count; row++) {
    const shape = page.shapes[row] as number;
    if (deployment.shapes.get(shape).fact('delegates') !== PRESENT) continue;
    const texts = new UserRow(deployment.placement(block, shape), segment, row).texts('delegates').map(bareAddress);
    rows.push({ row, hashes: texts.map((text) => hashFolded(text, 0, text.length)) });
  }
  pages.set(page, rows);
  return rows;
}

/** For some hashes of addresses: the block and shape of the last user who has it. Hashes may coincide. */
export function shapesByHash(
  deployment: Deployment,
  wanted: ReadonlySet<number>,
): Map<number, { readonly block: UsersBlock; readonly shape: number }> {
  const found = new Map<number, { block: UsersBlock; shape: number }>();
  for (const block of deployment.blocks) {
    for (const { page } of block.segments) {
      for (let row = 0; row < page.count; row++) {
        const hash = page.addresses[row] as number;
        if (wanted.has(hash)) found.set(hash, { block, shape: page.shapes[row] as number });
      }
    }
  }
  return found;
}
