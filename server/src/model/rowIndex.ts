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

/** In which pages the rows with a 32-bit hash stand. One table of numbers: of a hash that occurs once it holds the page, of others that there are several. */
export class RowIndex {
  private keys = new Int32Array(1024);
  private pages = new Int32Array(1024);
  private used = 0;
  private versions = 1;
  private readonly many = new Map<number, Rows>();

  /** Makes room for so many more hashes at once: a table of the right size needs not grow. */
  expect(more: number): void {
    let size = this.keys.length;
    while (size < (this.used + more) * 2) size *= 2;
    if (size > this.keys.length) this.resize(size);
  }

  private slot(hash: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) & mask;
    while (this.pages[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
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
    let slot = this.slot(hash);
    const known = this.pages[slot] as number;
    if (known === 0) {
      if (++this.used * 2 > this.keys.length) {
        this.resize(this.keys.length * 2);
        this.used++;
        slot = this.slot(hash);
      }
      this.keys[slot] = hash;
      this.pages[slot] = page;
    } else if (known === FREED) this.pages[slot] = page;
    else if (known === MANY) {
      const { pages } = this.changed(hash);
      pages.set(page, (pages.get(page) ?? 0) + 1);
    } else {
      this.pages[slot] = MANY;
      const counts = known === page ? new Map([[page, 2]]) : new Map([[known, 1]]).set(page, 1);
      this.many.set(hash, { pages: counts, version: this.versions++ });
    }
  }

  remove(hash: number, page: number): void {
    const slot = this.slot(hash);
    const known = this.pages[slot] as number;
    if (known === page) this.pages[slot] = FREED;
    if (known !== MANY) return;
    const { pages } = this.changed(hash);
    const rows = pages.get(page) ?? 0;
    if (rows > 1) pages.set(page, rows - 1);
    else pages.delete(page);
    if (pages.size !== 1) return;
    const [last, left] = pages.entries().next().value as [number, number];
    if (left > 1) return;
    this.many.delete(hash);
    this.pages[slot] = last;
  }

  private changed(hash: number): Rows {
    const rows = this.many.get(hash) as Rows;
    rows.version = this.versions++;
    return rows;
  }

  private resize(size: number): void {
    const { keys, pages } = this;
    this.keys = new Int32Array(size);
    this.pages = new Int32Array(size);
    this.used = 0;
    for (let i = 0; i < keys.length; i++) {
      const page = pages[i] as number;
      if (page === 0 || page === FREED) continue;
      const slot = this.slot(keys[i] as number);
      this.keys[slot] = keys[i] as number;
      this.pages[slot] = page;
      this.used++;
    }
  }
}
