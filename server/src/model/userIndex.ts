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
    for (const hash of page.addresses) addRow(this.addresses, hash, id);
    for (const hash of page.lines) this.addLine(hash, id);
    for (const base of basesOf(page)) this.addBase(base, id);
    for (const hash of page.extensionHashes) addRow(this.extensions, hash, id);
  }

  remove(page: UserPage, id: number): void {
    if (this.coming.delete(id)) return;
    readStats.indexed += page.count;
    for (const hash of page.addresses) removeRow(this.addresses, hash, id);
    for (const hash of page.lines) this.removeLine(hash, id);
    for (const base of basesOf(page)) this.removeBase(base, id);
    for (const hash of page.extensionHashes) removeRow(this.extensions, hash, id);
  }

  /** A page takes the place of another one: of rows that are in both only those that share something are told about. */
  replace(before: UserPage, page: UserPage, id: number): void {
    if (this.coming.has(id)) {
      this.coming.set(id, page);
      return;
    }
    const { addresses, lines, bases, extensions } = this;
    const exchanged = exchange(before.addresses, page.addresses, {
      stays: (hash) => addresses.move(hash),
      goes: (hash) => removeRow(addresses, hash, id),
      comes: (hash) => addRow(addresses, hash, id),
    });
    readStats.indexed += exchanged;
    exchange(before.lines, page.lines, {
      stays: (hash) => lines.move(hash),
      goes: (hash) => this.removeLine(hash, id),
      comes: (hash) => this.addLine(hash, id),
    });
    const [old, now] = [basesOf(before), basesOf(page)];
    for (const base of old) if (!now.has(base)) this.removeBase(base, id);
    for (const base of now)
      if (old.has(base)) bases.move(base);
      else this.addBase(base, id);
    exchange(before.extensionHashes, page.extensionHashes, {
      stays: (hash) => extensions.move(hash),
      goes: (hash) => removeRow(extensions, hash, id),
      comes: (hash) => addRow(extensions, hash, id),
    });
  }

  private addLine(hash: number, id: number): void {
    if (hash === 0) return;
    this.lines.add(hash, id);
    if (this.bases.has(hash)) this.split.add(hash);
  }

  private removeLine(hash: number, id: number): void {
    if (hash === 0) return;
    this.lines.remove(hash, id);
    if (this.split.has(hash) && !this.lines.has(hash)) this.split.delete(hash);
  }

  private addBase(base: number, id: number): void {
    this.bases.add(base, id);
    if (this.lines.has(base)) this.split.add(base);
  }

  private removeBase(base: number, id: number): void {
    this.bases.remove(base, id);
    if (this.split.has(base) && !this.bases.has(base)) this.split.delete(base);
  }
}

function addRow(index: RowIndex, hash: number, id: number): void {
  if (hash !== 0) index.add(hash, id);
}

function removeRow(index: RowIndex, hash: number, id: number): void {
  if (hash !== 0) index.remove(hash, id);
}

/** What becomes of the hashes of one page in another one. */
interface Exchange {
  readonly stays: (hash: number) => void;
  readonly goes: (hash: number) => void;
  readonly comes: (hash: number) => void;
}

/** Those before and behind all that differs stay. @returns how many go and come. */
function exchange(before: ArrayLike<number>, now: ArrayLike<number>, { stays, goes, comes }: Exchange): number {
  let most = Math.min(before.length, now.length);
  let from = 0;
  while (from < most && before[from] === now[from]) stays(now[from++] as number);
  most -= from;
  let behind = 0;
  while (behind < most && before[before.length - 1 - behind] === now[now.length - 1 - behind])
    stays(now[now.length - 1 - behind++] as number);
  for (let i = from; i < before.length - behind; i++) goes(before[i] as number);
  for (let i = from; i < now.length - behind; i++) comes(now[i] as number);
  return before.length + now.length - 2 * (from + behind);
}

/** The numbers of a page's lines with an extension, each once: an office has few. */
function basesOf({ lineBases }: UserPage): ReadonlySet<number> {
  const found = new Set<number>();
  let last = 0;
  for (const base of lineBases) {
    if (base === last || base === 0) continue;
    last = base;
    found.add(base);
  }
  return found;
}
