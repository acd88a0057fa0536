import { detached } from '../base/words';
import { hashFolded } from '../syntax/rowScanner';

/** Words and values by number, case-folded, so that rows are compared and counted without strings of their own. */
export class SymbolTable {
  private readonly texts: string[] = [''];
  private readonly folded: string[] = [''];
  private readonly byHash = new Map<number, number[]>();
  private readonly hashes: number[] = [0];
  private readonly uses: number[] = [0];
  private readonly free: number[] = [];

  /** The number of a stretch of text, given its hash. Numbers start at 1. */
  intern(text: string, start: number, end: number, hash = hashFolded(text, start, end)): number {
    const bucket = this.byHash.get(hash);
    if (bucket) {
      for (const id of bucket) if (this.matches(id, text, start, end)) return id;
    }
    const own = detached(text.slice(start, end));
    const id = this.free.pop() ?? this.texts.length;
    this.texts[id] = own;
    this.folded[id] = own.toLowerCase();
    this.hashes[id] = hash;
    this.uses[id] = 0;
    if (bucket) bucket.push(id);
    else this.byHash.set(hash, [id]);
    return id;
  }

  private matches(id: number, text: string, start: number, end: number): boolean {
    const own = this.texts[id] as string;
    if (own.length !== end - start) return false;
    let i = 0;
    while (i < own.length && own.charCodeAt(i) === text.charCodeAt(start + i)) i++;
    return i === own.length || text.slice(start, end).toLowerCase() === this.folded[id];
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
    const hash = this.hashes[id] as number;
    const bucket = this.byHash.get(hash)?.filter((other) => other !== id) ?? [];
    if (bucket.length > 0) this.byHash.set(hash, bucket);
    else this.byHash.delete(hash);
    this.texts[id] = '';
    this.folded[id] = '';
    this.free.push(id);
  }

  /** How many texts are kept. */
  get size(): number {
    return this.texts.length - 1 - this.free.length;
  }
}
