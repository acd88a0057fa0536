import { detached, fold } from '../base/words';
import { hashFolded } from '../syntax/rowScanner';
import { IdTable } from './idTable';

/** Words and values by number, case-folded, so that rows are compared and counted without strings of their own. */
export class SymbolTable {
  private readonly texts: string[] = [''];
  private readonly hashes: number[] = [0];
  private readonly uses: number[] = [0];
  private readonly table = new IdTable();
  private readonly free: number[] = [];

  /** The number of a stretch of text, given its hash. Numbers start at 1. */
  intern(text: string, start: number, end: number, hash = hashFolded(text, start, end)): number {
    const { table } = this;
    for (let slot = table.find(hash); slot >= 0; slot = table.find(hash, slot)) {
      const id = table.at(slot);
      if (this.matches(id, text, start, end)) return id;
    }
    const id = this.free.pop() ?? this.texts.length;
    this.texts[id] = detached(text.slice(start, end));
    this.hashes[id] = hash;
    this.uses[id] = 0;
    table.add(hash, id);
    return id;
  }

  private matches(id: number, text: string, start: number, end: number): boolean {
    const own = this.texts[id] as string;
    if (own.length !== end - start) return false;
    let i = 0;
    while (i < own.length && own.charCodeAt(i) === text.charCodeAt(start + i)) i++;
    return i === own.length || fold(text.slice(start, end)) === fold(own);
  }

  /** The text as it was first written. */
  text(id: number): string {
    return this.texts[id] ?? '';
  }

  retain(id: number): void {
    if (id > 0) this.uses[id] = (this.uses[id] ?? 0) + 1;
  }

  /** Forgets a text that nothing uses any more; its number may stand for another one later. */
  release(id: number): void {
    if (id <= 0) return;
    const left = (this.uses[id] ?? 0) - 1;
    this.uses[id] = left;
    if (left > 0) return;
    this.table.remove(this.hashes[id] as number, id);
    this.texts[id] = '';
    this.free.push(id);
  }

  /** How many texts are kept. */
  get size(): number {
    return this.texts.length - 1 - this.free.length;
  }
}
