/** Taken before, free now: chains of probes must not break. */
const FREED = -1;
/** More than one row: `many` has their pages. */
const MANY = -2;

/** The rows of one hash: how many in which page. */
interface Rows {
  readonly pages: Map<number, number>;
  /** Another one whenever a row comes or goes. */
  version: number;
}

/** A table that became too small, and how far it was carried over. */
interface Before {
  readonly keys: Int32Array;
  readonly pages: Pages;
  next: number;
}

type Pages = Int16Array | Int32Array;

/** Up to this number of pages, which are those of eight million rows, a slot is six bytes and not eight. */
const NARROW = 0x7fff;

/** The slots of a new table. Most deployments are small: there may be thousands of them. */
const FIRST = 16;

/** So many slots of a table that became too small are carried over with each look into its successor, which is thus never full before all are. */
const CARRIED = 16;

/** So many changes of suspects are remembered. */
const REMEMBERED = 4096;

/**
 * In which pages the rows with a 32-bit hash stand. One table of numbers: of a hash that occurs once it holds the page, of others that there are several. It grows little
 * by little, as nobody should have to wait while a million rows are carried over.
 */
export class RowIndex {
  private keys = new Int32Array(FIRST);
  private pages: Pages = new Int16Array(FIRST);
  private narrow = true;
  private used = 0;
  private before: Before | undefined;
  private versions = 1;
  /** Counts up whenever a row comes or goes. */
  changes = 0;
  private readonly many = new Map<number, Rows>();
  /** The suspects of which a row came or went last, and how many before them are forgotten. */
  private changed: number[] = [];
  private forgotten = 0;

  /** Where a hash stands, or would stand. */
  private slot(hash: number): number {
    if (this.before) this.carryOver(this.before, hash);
    return slotOf(this.keys, this.pages, hash);
  }

  /** Carries over a hash that is asked for, and some of those that are left. */
  private carryOver(before: Before, hash: number): void {
    this.carry(before, slotOf(before.keys, before.pages, hash));
    const end = Math.min(before.keys.length, before.next + CARRIED);
    while (before.next < end) this.carry(before, before.next++);
    if (end === before.keys.length) this.before = undefined;
  }

  private carry({ keys, pages }: Before, from: number): void {
    const page = pages[from] as number;
    if (page === 0 || page === FREED) return;
    pages[from] = FREED;
    const to = slotOf(this.keys, this.pages, keys[from] as number);
    this.keys[to] = keys[from] as number;
    this.pages[to] = page;
    this.used++;
  }

  /** Whether a hash occurs at all. */
  has(hash: number): boolean {
    const page = this.pages[this.slot(hash)] as number;
    return page !== 0 && page !== FREED;
  }

  /** The hashes of more than one row: suspects of a duplicate. */
  get suspects(): IterableIterator<number> {
    return this.many.keys();
  }

  /** Counts up whenever a row of a suspect comes or goes. */
  get now(): number {
    return this.forgotten + this.changed.length;
  }

  /** The suspects of which a row came or went since then, those that are none any more included; `undefined` where it is too long ago. */
  since(then: number): readonly number[] | undefined {
    return then < this.forgotten ? undefined : this.changed.slice(then - this.forgotten);
  }

  private remember(hash: number): void {
    if (this.changed.length === REMEMBERED) {
      this.forgotten += REMEMBERED;
      this.changed = [];
    }
    this.changed.push(hash);
  }

  /** Of a suspect: another number whenever one of its rows comes or goes. */
  versionOf(hash: number): number {
    return this.many.get(hash)?.version ?? 0;
  }

  /** The pages with rows of a hash, each once. */
  pagesOf(hash: number): Iterable<number> {
    const page = this.pages[this.slot(hash)] as number;
    if (page > 0) return [page];
    return page === MANY ? (this.many.get(hash)?.pages.keys() ?? []) : [];
  }

  /** @param page a number above 0. */
  add(hash: number, page: number): void {
    this.changes++;
    if (page > NARROW && this.narrow) this.widen();
    let slot = this.slot(hash);
    const known = this.pages[slot] as number;
    if (known === 0) {
      if (++this.used * 3 > this.keys.length * 2) {
        this.grow();
        this.used++;
        slot = this.slot(hash);
      }
      this.keys[slot] = hash;
      this.pages[slot] = page;
    } else if (known === FREED) this.pages[slot] = page;
    else if (known === MANY) {
      const { pages } = this.change(hash);
      pages.set(page, (pages.get(page) ?? 0) + 1);
    } else {
      this.pages[slot] = MANY;
      const counts = known === page ? new Map([[page, 2]]) : new Map([[known, 1]]).set(page, 1);
      this.many.set(hash, { pages: counts, version: this.versions++ });
      this.remember(hash);
    }
  }

  remove(hash: number, page: number): void {
    this.changes++;
    const slot = this.slot(hash);
    const known = this.pages[slot] as number;
    if (known === page) this.pages[slot] = FREED;
    if (known !== MANY) return;
    const { pages } = this.change(hash);
    const rows = pages.get(page) ?? 0;
    if (rows > 1) pages.set(page, rows - 1);
    else pages.delete(page);
    if (pages.size !== 1) return;
    const [last, left] = pages.entries().next().value as [number, number];
    if (left > 1) return;
    this.many.delete(hash);
    this.pages[slot] = last;
  }

  /** The page of a row moved, or is another one with the same number. */
  move(hash: number): void {
    if (this.many.has(hash)) this.change(hash);
  }

  private change(hash: number): Rows {
    this.remember(hash);
    const rows = this.many.get(hash) as Rows;
    rows.version = this.versions++;
    return rows;
  }

  private grow(): void {
    this.before = { keys: this.keys, pages: this.pages, next: 0 };
    const length = this.before.keys.length * 2;
    this.keys = new Int32Array(length);
    this.pages = this.narrow ? new Int16Array(length) : new Int32Array(length);
    this.used = 0;
  }

  private widen(): void {
    this.pages = Int32Array.from(this.pages);
    this.narrow = false;
  }
}

function slotOf(keys: Int32Array, pages: Pages, hash: number): number {
  const mask = keys.length - 1;
  let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) & mask;
  while (pages[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}
