import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import { type Grounded, grounded, Memo, stands } from '../model/grounds';
import { UserRow } from '../model/placement';
import { Remembered } from '../model/remembered';
import type { RowIndex } from '../model/rowIndex';
import type { PagePlace } from '../model/usersBlock';
import { bareAddress, bareNumber } from '../model/values';
import { hashFolded } from '../syntax/rowScanner';
import type { SharedIndex, SharedKey } from './types';

export const sharedIndexes: readonly SharedIndex[] = ['address', 'line', 'lineWithout', 'extension'];

/** What the rows behind a hash share: their groups, and the pages they were read from. */
export interface Shared extends Grounded {
  readonly version: number;
  readonly places: readonly PagePlace[];
  readonly value: readonly SharedKey[];
}

/** What is shared under a hash now, and what was before: the same object where the rows are the same. */
export interface SharedNow {
  readonly before: Shared | undefined;
  readonly now: Shared | undefined;
}

/** How the rows behind a hash are found and grouped. */
interface Reading {
  /** 0: it isn't shared. */
  readonly version: (hash: number) => number;
  readonly places: (hash: number) => readonly PagePlace[];
  readonly keys: (hash: number, places: readonly PagePlace[]) => readonly SharedKey[];
}

/** What was looked at of an index so far. */
interface Followed {
  readonly kept: Map<number, Shared>;
  /** Hashes that are to be looked at again. */
  readonly due: Set<number>;
  /** What the declarations and the index were when all others had been looked at, and what was shared without being suspected. */
  version: number;
  seen: number;
  alone: ReadonlySet<number>;
}

/**
 * The groups of users and contacts that share what must be unique. Hashes find suspects; only the rows of suspects are read, and of these again only the ones whose
 * page changed or moved.
 */
export class SharedKeys {
  private readonly followed = new Map<SharedIndex, Followed>();
  private readonly contacts: Memo<Contacts>;
  private readonly ofContacts = new Map<
    RowIndex,
    { readonly contacts: unknown; readonly changes: number; readonly hashes: ReadonlySet<number> }
  >();
  private unversioned = 0;
  /** How many pages were looked through so far. */
  pagesRead = 0;

  constructor(private readonly deployment: Deployment) {
    this.contacts = new Memo(deployment.grounds, () => contactsOf(deployment));
  }

  /** What may be shared otherwise than before. Who stops in between gets the rest the next time. */
  changes(index: SharedIndex): Iterable<SharedNow> {
    const { addresses, lines, split, extensions } = this.deployment.index;
    switch (index) {
      case 'address':
        return this.ofSuspects(index, addresses, this.alone(addresses, this.contacts.value.byAddress));
      case 'line':
        return this.ofSuspects(index, lines, this.alone(lines, this.contacts.value.byNumber));
      case 'lineWithout': {
        const { kept, due } = this.follow(index);
        for (const hashes of [split, kept.keys()]) for (const hash of hashes) due.add(hash);
        return this.look(this.follow(index), this.withAndWithout);
      }
      case 'extension':
        return this.ofSuspects(index, extensions, nothing);
    }
  }

  private follow(index: SharedIndex): Followed {
    const known = this.followed.get(index) ?? { kept: new Map(), due: new Set(), version: -1, seen: 0, alone: nothing };
    this.followed.set(index, known);
    return known;
  }

  /** @param alone hashes that are shared without being suspects. */
  private ofSuspects(name: SharedIndex, index: RowIndex, alone: ReadonlySet<number>): Iterable<SharedNow> {
    const { deployment } = this;
    const followed = this.follow(name);
    const { kept, due } = followed;
    const { version } = deployment.grounds;
    const changed = followed.version === version ? index.since(followed.seen) : undefined;
    for (const hashes of changed ? [changed, followed.alone, alone] : [index.suspects, kept.keys(), alone])
      for (const hash of hashes) due.add(hash);
    followed.alone = alone;
    followed.version = version;
    followed.seen = index.now;
    return this.look(followed, name === 'extension' ? this.ofExtension : this.ofIndex(name, index, alone));
  }

  private *look({ kept, due }: Followed, reading: Reading): Generator<SharedNow> {
    for (const hash of due) {
      const before = kept.get(hash);
      const now = this.lookAt(hash, before, reading);
      if (now) kept.set(hash, now);
      else kept.delete(hash);
      due.delete(hash);
      yield { before, now };
    }
  }

  private lookAt(hash: number, before: Shared | undefined, reading: Reading): Shared | undefined {
    const version = reading.version(hash);
    if (version === 0) return undefined;
    if (before?.version === version && stands(before) && this.arePlaced(before)) return before;
    const places = reading.places(hash);
    this.pagesRead += places.length;
    return { version, places, ...grounded(this.deployment.grounds, () => reading.keys(hash, places)) };
  }

  private arePlaced({ places }: Shared): boolean {
    for (const place of places) if (!this.deployment.isPlaced(place)) return false;
    return true;
  }

  /** The hashes that contacts share with each other, or with one user: with several, they are suspects anyway. */
  private alone(index: RowIndex, contacts: ReadonlyMap<number, readonly Contact[]>): ReadonlySet<number> {
    let known = this.ofContacts.get(index);
    if (known?.contacts !== contacts || known.changes !== index.changes) {
      const hashes = [...contacts.keys()].filter(
        (hash) => index.versionOf(hash) === 0 && ((contacts.get(hash)?.length ?? 0) > 1 || index.has(hash)),
      );
      known = { contacts, changes: index.changes, hashes: new Set(hashes) };
      this.ofContacts.set(index, known);
    }
    return known.hashes;
  }

  private ofIndex(name: SharedIndex, index: RowIndex, alone: ReadonlySet<number>): Reading {
    const [column, contacts] =
      name === 'address' ? (['addresses', 'byAddress'] as const) : (['lines', 'byNumber'] as const);
    return {
      // Of a hash that one row has, only the page is known: read each time.
      version: (hash) => index.versionOf(hash) || (alone.has(hash) ? -++this.unversioned : 0),
      places: (hash) => this.deployment.pagesWith(index, hash),
      keys: (hash, places) => {
        const groups = new Map<string, Group>();
        for (const { key, contact } of this.contacts.value[contacts].get(hash) ?? [])
          groupOf(groups, key).contacts.push(contact);
        const { users, more } = this.rows(places, column, hash);
        for (const user of users)
          groupOf(groups, name === 'address' ? bareAddress(user.address).toLowerCase() : lineOf(user)).users.push(user);
        return shared(groups, more);
      },
    };
  }

  /** The users of a hash; of very many the first ones, and how many there are beyond. */
  private rows(
    places: readonly PagePlace[],
    column: 'addresses' | 'lines' | 'lineBases',
    hash: number,
    limit = MANY,
  ): { readonly users: UserRow[]; readonly more: number } {
    const users: UserRow[] = [];
    let more = 0;
    for (const place of places) {
      const hashes = place.segment.page[column];
      for (let row = hashes.indexOf(hash); row >= 0; row = hashes.indexOf(hash, row + 1)) {
        if (users.length < limit) users.push(this.user(place, row));
        else more++;
      }
    }
    return { users, more };
  }

  private user({ block, segment }: PagePlace, row: number): UserRow {
    return new UserRow(this.deployment.placement(block, segment.page.shapes[row] as number), segment, row);
  }

  /** A number that one user has with an extension and another one without. */
  private readonly withAndWithout: Reading = {
    version: (hash) => {
      const { lines, bases, split } = this.deployment.index;
      if (!split.has(hash)) return 0;
      const [alone, extended] = [lines.versionOf(hash), bases.versionOf(hash)];
      // Versions count up, each on its own.
      return alone === 0 || extended === 0 ? -++this.unversioned : alone * 2 ** 26 + extended;
    },
    places: (hash) => {
      const { lines, bases } = this.deployment.index;
      return [...this.deployment.pagesWith(lines, hash), ...this.deployment.pagesWith(bases, hash)];
    },
    keys: (hash) => {
      const { lines, bases } = this.deployment.index;
      const { users: alone } = this.rows(this.deployment.pagesWith(lines, hash), 'lines', hash);
      const extendedPlaces = this.deployment.pagesWith(bases, hash);
      const { users: extended, more } = this.rows(extendedPlaces, 'lineBases', hash, LISTED);
      const [first] = alone;
      if (first === undefined || extended.length === 0) return [];
      return [{ key: lineOf(first), users: [...alone, ...extended], contacts: [], more }];
    },
  };

  /** Users of one dial plan with the same extension. */
  private readonly ofExtension: Reading = {
    version: (hash) => this.deployment.index.extensions.versionOf(hash),
    places: (hash) => this.deployment.pagesWith(this.deployment.index.extensions, hash),
    keys: (hash, places) => {
      const groups = new Map<string, Group>();
      for (const place of places) {
        const { extensionRows, extensionHashes, shapes } = place.segment.page;
        let last = -1;
        for (let i = extensionHashes.indexOf(hash); i >= 0; i = extensionHashes.indexOf(hash, i + 1)) {
          const row = extensionRows[i] as number;
          if (row === last) continue;
          last = row;
          const plan = planOf.of(this.deployment.placement(place.block, shapes[row] as number));
          if (plan === undefined) continue;
          const user = this.user(place, row);
          for (const extension of new Set(user.texts('extensions')))
            if (hashFolded(extension, 0, extension.length) === hash)
              groupOf(groups, `${plan}/${extension}`).users.push(user);
        }
      }
      return shared(groups);
    },
  };
}

const nothing: ReadonlySet<number> = new Set();

/** How many users with an extension are listed of a number that somebody has without. */
const LISTED = 3;

/** Of so many users with one hash the rest is counted, not read. */
const MANY = 1000;

function lineOf(user: UserRow): string {
  return bareNumber(user.texts('line')[0] ?? '').toLowerCase();
}

interface Contact {
  readonly key: string;
  readonly contact: Declaration;
}

interface Contacts {
  readonly byAddress: ReadonlyMap<number, readonly Contact[]>;
  readonly byNumber: ReadonlyMap<number, readonly Contact[]>;
}

/** The contacts by the hashes under which users may have the same. */
function contactsOf(deployment: Deployment): Contacts {
  const byAddress = new Map<number, Contact[]>();
  const byNumber = new Map<number, Contact[]>();
  const add = (map: Map<number, Contact[]>, key: string, contact: Declaration): void => {
    if (key === '') return;
    const hash = hashFolded(key, 0, key.length);
    const known = map.get(hash);
    if (known) known.push({ key, contact });
    else map.set(hash, [{ key, contact }]);
  };
  for (const contact of deployment.all('exUmContact')) {
    add(byAddress, contact.nameFault ? '' : contact.key, contact);
    const number = contact.fact('displayNumber');
    add(byNumber, typeof number === 'string' ? bareNumber(number).toLowerCase() : '', contact);
  }
  return { byAddress, byNumber };
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

/** @param more how many users there are beyond those that were read: of the first group, and so of its key but for a coincidence of hashes. */
function shared(groups: ReadonlyMap<string, Group>, more = 0): SharedKey[] {
  const found: SharedKey[] = [];
  for (const [key, group] of groups)
    if (key !== '' && group.users.length + group.contacts.length > 1)
      found.push({ key, ...group, ...(more > 0 && found.length === 0 && { more }) });
  return found;
}

/** The UM dial plan of a placement, by the name that no other one has. */
const planOf = new Remembered((placement): string | undefined => {
  const { deployment } = placement;
  const [plan, exchange] = [placement.fact('umDialPlan'), placement.fact('exchange')];
  const around = typeof exchange === 'string' ? deployment.find('exchange', exchange) : undefined;
  const found = typeof plan === 'string' ? deployment.find('umDialPlan', plan, around) : undefined;
  return found?.qualifiedName;
});
