import type { Steps } from '../base/steps';
import { RowIndex } from './rowIndex';
import { readStats, type UserPage } from './userPage';

/** Where users stand by what must be unique: kept up to date page by page, so that nobody has to look through all rows. */
export class UserIndex {
  readonly addresses = new RowIndex();
  /** Number and extension together. */
  readonly lines = new RowIndex();
  /** Numbers of lines with an extension. */
  readonly bases = new RowIndex();
  /** Extensions of whatever UM dial plan. */
  readonly extensions = new RowIndex();
  /** Numbers that stand in one row alone and in another one with an extension. */
  readonly split = new Set<number>();

  /** Pages that came and are not in it yet. */
  private coming = new Map<number, UserPage>();

  /**
   * A page comes; `settle` puts it in.
   * @param id the page's number, above 0.
   */
  add(page: UserPage, id: number): void {
    this.coming.set(id, page);
  }

  /** Puts in the pages that came. Before it has, the index tells of fewer rows than there are. */
  *settle(): Steps<void> {
    for (const [id, page] of this.coming) {
      this.coming.delete(id);
      this.put(page, id);
      yield;
    }
  }

  private put(page: UserPage, id: number): void {
    readStats.indexed += page.count;
    for (const hash of page.addresses) if (hash !== 0) this.addresses.add(hash, id);
    for (const hash of page.lines) {
      if (hash === 0) continue;
      this.lines.add(hash, id);
      if (this.bases.has(hash)) this.split.add(hash);
    }
    for (const base of basesOf(page)) {
      this.bases.add(base, id);
      if (this.lines.has(base)) this.split.add(base);
    }
    for (const hash of page.extensionHashes) this.extensions.add(hash, id);
  }

  remove(page: UserPage, id: number): void {
    if (this.coming.delete(id)) return;
    readStats.indexed += page.count;
    for (const hash of page.addresses) if (hash !== 0) this.addresses.remove(hash, id);
    for (const hash of page.lines) {
      if (hash === 0) continue;
      this.lines.remove(hash, id);
      if (this.split.has(hash) && !this.lines.has(hash)) this.split.delete(hash);
    }
    for (const base of basesOf(page)) {
      this.bases.remove(base, id);
      if (this.split.has(base) && !this.bases.has(base)) this.split.delete(base);
    }
    for (const hash of page.extensionHashes) this.extensions.remove(hash, id);
  }
}

/** The numbers of a page's lines with an extension, each once: an office has few. */
function basesOf({ lineBases }: UserPage): Iterable<number> {
  const found = new Set<number>();
  let last = 0;
  for (const base of lineBases) {
    if (base === last || base === 0) continue;
    last = base;
    found.add(base);
  }
  return found;
}
