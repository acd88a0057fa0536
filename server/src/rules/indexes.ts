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

/** What is kept of the rows behind a hash: their groups, and the pages they were read from. */
interface Kept extends Grounded {
  readonly version: number;
  readonly places: readonly PagePlace[];
  readonly value: readonly SharedKey[];
}

/** How the rows behind a hash are found and grouped. */
interface Reading {
  readonly version: (hash: number) => number;
  readonly places: (hash: number) => readonly PagePlace[];
  readonly keys: (hash: number, places: readonly PagePlace[]) => readonly SharedKey[];
}

/**
 * The groups of users and contacts that share what must be unique. Hashes find suspects; only the rows of suspects are read, and of these again only the ones whose
 * page changed or moved.
 */
export class SharedKeys {
  private readonly kept = new Map<SharedIndex, Map<number, Kept>>();
  private readonly contacts: Memo<Contacts>;
  private readonly ofContacts = new Map<
    RowIndex,
    { readonly contacts: unknown; readonly changes: number; readonly hashes: readonly number[] }
  >();
  private unversioned = 0;
  /** How many pages were looked through so far. */
  pagesRead = 0;

  constructor(private readonly deployment: Deployment) {
    this.contacts = new Memo(deployment.grounds, () => contactsOf(deployment));
  }

  of(index: SharedIndex): SharedKey[] {
    const { addresses, lines, split, extensions } = this.deployment.index;
    switch (index) {
      case 'address':
        return this.shared(index, addresses);
      case 'line':
        return this.shared(index, lines);
      case 'lineWithout':
        return this.groups(index, split, this.withAndWithout);
      case 'extension':
        return this.groups(index, extensions.suspects, this.ofExtension);
    }
  }

  /** The groups of some hashes; those whose pages are where they were are the same objects as before. */
  private groups(index: SharedIndex, hashes: Iterable<number>, reading: Reading): SharedKey[] {
    const before = this.kept.get(index);
    const now = new Map<number, Kept>();
    const found: SharedKey[] = [];
    for (const hash of hashes) {
      const version = reading.version(hash);
      let kept = before?.get(hash);
      if (kept?.version !== version || !stands(kept) || !this.arePlaced(kept)) {
        const places = reading.places(hash);
        this.pagesRead += places.length;
        kept = { version, places, ...grounded(this.deployment.grounds, () => reading.keys(hash, places)) };
      }
      now.set(hash, kept);
      for (const key of kept.value) found.push(key);
    }
    this.kept.set(index, now);
    return found;
  }

  private arePlaced({ places }: Kept): boolean {
    for (const place of places) if (!this.deployment.isPlaced(place)) return false;
    return true;
  }

  /** The hashes that contacts share with each other, or with one user: with several, they are suspects anyway. */
  private alone(index: RowIndex, contacts: ReadonlyMap<number, readonly Contact[]>): readonly number[] {
    let known = this.ofContacts.get(index);
    if (known?.contacts !== contacts || known.changes !== index.changes) {
      const hashes = [...contacts.keys()].filter(
        (hash) => index.versionOf(hash) === 0 && ((contacts.get(hash)?.length ?? 0) > 1 || index.has(hash)),
      );
      known = { contacts, changes: index.changes, hashes };
      this.ofContacts.set(index, known);
    }
    return known.hashes;
  }

  private shared(name: 'address' | 'line', index: RowIndex): SharedKey[] {
    const contactsBy = (): ReadonlyMap<number, readonly Contact[]> =>
      name === 'address' ? this.contacts.value.byAddress : this.contacts.value.byNumber;
    const alone = this.alone(index, contactsBy());
    const column = name === 'address' ? 'addresses' : 'lines';
    return this.groups(name, [...index.suspects, ...alone], {
      // Of a hash that one row has, only the page is known: read each time.
      version: (hash) => index.versionOf(hash) || -++this.unversioned,
      places: (hash) => this.deployment.pagesWith(index, hash),
      keys: (hash, places) => {
        const groups = new Map<string, Group>();
        for (const { key, contact } of contactsBy().get(hash) ?? []) groupOf(groups, key).contacts.push(contact);
        const { users, more } = this.rows(places, column, hash);
        for (const user of users)
          groupOf(groups, name === 'address' ? bareAddress(user.address).toLowerCase() : lineOf(user)).users.push(user);
        return shared(groups, more);
      },
    });
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
      const { lines, bases } = this.deployment.index;
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
