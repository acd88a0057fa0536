import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { UserRow } from '../model/placement';
import { HashCounter } from '../model/symbols';
import type { UserPage } from '../model/userRows';
import type { UsersBlock } from '../model/usersBlock';
import { bareAddress, bareNumber } from '../model/values';
import { hashFolded } from '../syntax/rowScanner';
import type { SharedIndex, SharedKey } from './types';

export const sharedIndexes: readonly SharedIndex[] = ['address', 'line', 'lineWithout', 'extension'];

/** The groups of users and contacts that share what must be unique. Hashes find suspects; only the rows of suspects are read. */
export function sharedKeys(deployment: Deployment, index: SharedIndex): SharedKey[] {
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
      return sharedExtensions(deployment);
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

/** How many users with an extension are listed of a number that somebody has without. */
const LISTED = 3;

/** Numbers that one user has with an extension and another one without. */
function linesWithAndWithout(deployment: Deployment): SharedKey[] {
  const suspects = new Map<number, { alone: UserRow[]; extended: UserRow[]; more: number }>();
  for (const block of deployment.blocks) {
    for (const { page } of block.segments)
      for (const base of page.lineBases)
        if (base !== 0 && deployment.lineHashes.has(base) && !suspects.has(base))
          suspects.set(base, { alone: [], extended: [], more: 0 });
  }
  if (suspects.size === 0) return [];
  for (const block of deployment.blocks) {
    for (const segment of block.segments) {
      const { lines, lineBases, shapes, count } = segment.page;
      for (let row = 0; row < count; row++) {
        const base = lineBases[row] as number;
        const suspect = suspects.get(base === 0 ? (lines[row] as number) : base);
        if (suspect === undefined) continue;
        if (base !== 0 && suspect.extended.length === LISTED) suspect.more++;
        else {
          const user = new UserRow(deployment.placement(block, shapes[row] as number), segment, row);
          (base === 0 ? suspect.alone : suspect.extended).push(user);
        }
      }
    }
  }
  return [...suspects.values()].flatMap(({ alone, extended, more }) => {
    const [first] = alone;
    if (first === undefined || extended.length === 0) return [];
    return [{ key: lineOf(first).toLowerCase(), users: [...alone, ...extended], contacts: [], more }];
  });
}

/** Users of one dial plan whose hash of an extension is that of another. */
function sharedExtensions(deployment: Deployment): SharedKey[] {
  let expected = 0;
  for (const block of deployment.blocks) for (const { page } of block.segments) expected += page.extensionRows.length;
  if (expected === 0) return [];
  const counter = new HashCounter(expected);
  const plans = new Plans(deployment);
  for (const block of deployment.blocks) {
    for (const { page } of block.segments) {
      const { extensionRows, extensionHashes, shapes } = page;
      for (let i = 0; i < extensionRows.length; i++) {
        const plan = plans.of(block, shapes[extensionRows[i] as number] as number);
        if (plan) counter.add(mixed(extensionHashes[i] as number, plan.hash));
      }
    }
  }
  if (counter.suspects.size === 0) return [];
  const groups = new Map<string, Group>();
  for (const block of deployment.blocks) {
    for (const segment of block.segments) {
      const { extensionRows, extensionHashes, shapes } = segment.page;
      extensionRows.forEach((row, i) => {
        const shape = shapes[row] as number;
        const plan = plans.of(block, shape);
        if (!plan || !counter.suspects.has(mixed(extensionHashes[i] as number, plan.hash))) return;
        // A row with several suspects is read once for each, and looks for itself which ones they are.
        const user = new UserRow(deployment.placement(block, shape), segment, row);
        for (const extension of new Set(user.texts('extensions'))) {
          if (hashFolded(extension, 0, extension.length) !== extensionHashes[i]) continue;
          const { users } = groupOf(groups, `${plan.name}/${extension}`);
          if (!users.some((other) => other.path === user.path && other.addressSpan.start === user.addressSpan.start))
            users.push(user);
        }
      });
    }
  }
  return shared(groups);
}

function mixed(hash: number, plan: number): number {
  return Math.imul(hash ^ plan, 0x9e3779b1);
}

/** The UM dial plans of shapes, looked up once each. */
class Plans {
  private readonly known = new Map<UsersBlock, Map<number, { name: string; hash: number } | undefined>>();

  constructor(private readonly deployment: Deployment) {}

  of(block: UsersBlock, shape: number): { name: string; hash: number } | undefined {
    let shapes = this.known.get(block);
    if (shapes === undefined) {
      shapes = new Map();
      this.known.set(block, shapes);
    }
    if (!shapes.has(shape)) shapes.set(shape, this.look(block, shape));
    return shapes.get(shape);
  }

  private look(block: UsersBlock, shape: number): { name: string; hash: number } | undefined {
    const placement = this.deployment.placement(block, shape);
    const [plan, exchange] = [placement.fact('umDialPlan'), placement.fact('exchange')];
    const around = typeof exchange === 'string' ? this.deployment.find('exchange', exchange) : undefined;
    const found = typeof plan === 'string' ? this.deployment.find('umDialPlan', plan, around) : undefined;
    const name = found?.qualifiedName;
    return name === undefined ? undefined : { name, hash: hashFolded(name, 0, name.length) };
  }
}
