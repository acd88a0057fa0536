import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type Placement, UserRow } from '../model/placement';
import { PRESENT } from '../model/shapes';
import { HashCounter } from '../model/symbols';
import type { UserPage } from '../model/userRows';
import type { Segment, UsersBlock } from '../model/usersBlock';
import { bareAddress, bareNumber } from '../model/values';
import { hashFolded } from '../syntax/rowScanner';
import type { SharedIndex, SharedKey } from './types';

/** The groups of users and contacts that share what must be unique. Hashes find suspects; only the rows of suspects are read. */
export function sharedKeys(deployment: Deployment, index: SharedIndex, extensions: ExtensionIndex): SharedKey[] {
  switch (index) {
    case 'address':
      return sharedBy(
        deployment,
        'addresses',
        deployment.addressHashes,
        (user) => bareAddress(user.address),
        contactAddress,
      );
    case 'line':
      return sharedBy(deployment, 'lines', deployment.lineHashes, lineOf, contactNumber);
    case 'lineWithout':
      return linesWithAndWithout(deployment);
    case 'extension':
      return extensions.shared(deployment);
  }
}

function lineOf(user: UserRow): string {
  return bareNumber(user.texts('line')[0] ?? '');
}

function contactAddress(contact: Declaration): string {
  return contact.nameFault ? '' : contact.key;
}

function contactNumber(contact: Declaration): string {
  const number = contact.fact('displayNumber');
  return typeof number === 'string' ? bareNumber(number).toLowerCase() : '';
}

interface Group {
  readonly users: UserRow[];
  readonly contacts: Declaration[];
}

function groupOf(groups: Map<string, Group>, key: string): Group {
  let group = groups.get(key);
  if (group === undefined) {
    group = { users: [], contacts: [] };
    groups.set(key, group);
  }
  return group;
}

function sharedBy(
  deployment: Deployment,
  column: 'addresses' | 'lines',
  counter: HashCounter,
  keyOf: (user: UserRow) => string,
  contactKey: (contact: Declaration) => string,
): SharedKey[] {
  const groups = new Map<string, Group>();
  const suspects = new Set(counter.suspects);
  for (const contact of deployment.all('exUmContact')) {
    const key = contactKey(contact);
    if (key === '') continue;
    groupOf(groups, key).contacts.push(contact);
    const hash = hashFolded(key, 0, key.length);
    if (counter.has(hash)) suspects.add(hash);
  }
  if (suspects.size > 0) {
    for (const user of rowsWith(deployment, (page, row) => suspects.has(page[column][row] as number)))
      groupOf(groups, keyOf(user).toLowerCase()).users.push(user);
  }
  return shared(groups);
}

function shared(groups: ReadonlyMap<string, Group>): SharedKey[] {
  const found: SharedKey[] = [];
  for (const [key, group] of groups)
    if (key !== '' && group.users.length + group.contacts.length > 1) found.push({ key, ...group });
  return found;
}

/** One pass over the rows' columns; a row is read when it is wanted. */
function* rowsWith(deployment: Deployment, wanted: (page: UserPage, row: number) => boolean): Generator<UserRow> {
  for (const block of deployment.blocks) {
    for (const segment of block.segments) {
      const { page } = segment;
      for (let row = 0; row < page.count; row++)
        if (wanted(page, row)) yield new UserRow(deployment.placement(block, page.shapes[row] as number), segment, row);
    }
  }
}

/** Numbers that one user has with an extension and another one without. */
function linesWithAndWithout(deployment: Deployment): SharedKey[] {
  const suspects = new Set<number>();
  for (const block of deployment.blocks) {
    for (const { page } of block.segments)
      for (const base of page.lineBases) if (base !== 0 && deployment.lineHashes.has(base)) suspects.add(base);
  }
  if (suspects.size === 0) return [];
  const groups = new Map<string, Group>();
  const wanted = (page: UserPage, row: number): boolean =>
    suspects.has(page.lines[row] as number) || suspects.has(page.lineBases[row] as number);
  for (const user of rowsWith(deployment, wanted))
    groupOf(groups, lineOf(user).toLowerCase().replace(/;.*$/, '')).users.push(user);
  return shared(groups);
}

interface PageExtensions {
  readonly rows: readonly number[];
  readonly hashes: readonly number[];
}

/** Extensions by UM dial plan. The extensions of a page are read once. */
export class ExtensionIndex {
  private readonly pages = new WeakMap<UserPage, PageExtensions>();

  shared(deployment: Deployment): SharedKey[] {
    const counter = new HashCounter();
    this.each(deployment, (hash) => counter.add(hash));
    if (counter.suspects.size === 0) return [];
    const groups = new Map<string, Group>();
    const seen = new Set<string>();
    this.each(deployment, (hash, placement, segment, row, plan) => {
      if (!counter.suspects.has(hash) || seen.has(`${segment.path}:${segment.base}:${row}`)) return;
      seen.add(`${segment.path}:${segment.base}:${row}`);
      const user = new UserRow(placement, segment, row);
      for (const extension of new Set(user.texts('extensions')))
        groupOf(groups, `${plan}/${extension}`).users.push(user);
    });
    return shared(groups);
  }

  private each(
    deployment: Deployment,
    visit: (hash: number, placement: Placement, segment: Segment, row: number, plan: string) => void,
  ): void {
    for (const block of deployment.blocks) {
      const plans = new Map<number, string>();
      for (const segment of block.segments) {
        const { page } = segment;
        const { rows, hashes } = this.read(deployment, block, segment);
        rows.forEach((row, i) => {
          const shape = page.shapes[row] as number;
          let plan = plans.get(shape);
          if (plan === undefined) {
            const name = deployment.placement(block, shape).fact('umDialPlan');
            const found = typeof name === 'string' ? deployment.find('umDialPlan', name) : undefined;
            plan = found ? found.qualifiedName : '';
            plans.set(shape, plan);
          }
          if (plan === '') return;
          const hash = Math.imul((hashes[i] as number) ^ hashFolded(plan, 0, plan.length), 0x9e3779b1);
          visit(hash, deployment.placement(block, shape), segment, row, plan);
        });
      }
    }
  }

  private read(deployment: Deployment, block: UsersBlock, segment: Segment): PageExtensions {
    const known = this.pages.get(segment.page);
    if (known) return known;
    const rows: number[] = [];
    const hashes: number[] = [];
    const { page } = segment;
    for (let row = 0; row < page.count; row++) {
      const shape = page.shapes[row] as number;
      if (deployment.shapes.get(shape).facts.get('extensions') !== PRESENT) continue;
      const user = new UserRow(deployment.placement(block, shape), segment, row);
      for (const extension of new Set(user.texts('extensions'))) {
        rows.push(row);
        hashes.push(hashFolded(extension, 0, extension.length));
      }
    }
    const read: PageExtensions = { rows, hashes };
    this.pages.set(page, read);
    return read;
  }
}
