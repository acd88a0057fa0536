import { hashFolded } from '../syntax/rowScanner';

/** Words and values by number, case-folded, so that rows are compared and counted without strings of their own. */
export class SymbolTable {
  private readonly texts: string[] = [''];
  private readonly folded: string[] = [''];
  private readonly byHash = new Map<number, number[]>();

  /** The number of a stretch of text, given its hash. Numbers start at 1. */
  intern(text: string, start: number, end: number, hash = hashFolded(text, start, end)): number {
    const bucket = this.byHash.get(hash);
    if (bucket) {
      for (const id of bucket) if (this.matches(id, text, start, end)) return id;
    }
    const own = text.slice(start, end);
    const id = this.texts.push(own) - 1;
    this.folded.push(own.toLowerCase());
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
}

/** How often each 32-bit hash occurs; those that occur more than once are suspects of a duplicate. */
export class HashCounter {
  private keys: Int32Array;
  private counts: Int32Array;
  private used = 0;
  readonly suspects = new Set<number>();

  /** @param expected how many different hashes are to be expected: a table of the right size needs not grow. */
  constructor(expected = 0) {
    let size = 1024;
    while (size < expected * 2) size *= 2;
    this.keys = new Int32Array(size);
    this.counts = new Int32Array(size);
  }

  private slot(hash: number): number {
    const mask = this.keys.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 0) & mask;
    while (this.counts[slot] !== 0 && this.keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  /** Whether a hash occurs at all. */
  has(hash: number): boolean {
    return (this.counts[this.slot(hash)] as number) > 0;
  }

  add(hash: number): void {
    let slot = this.slot(hash);
    const count = this.counts[slot] as number;
    if (count === 0) {
      if (++this.used * 2 > this.keys.length) {
        this.grow();
        slot = this.slot(hash);
      }
      this.keys[slot] = hash;
      this.counts[slot] = 1;
      return;
    }
    // A slot whose count fell to nothing stays taken (-1): chains of probes must not break.
    this.counts[slot] = count < 0 ? 1 : count + 1;
    if (count > 0) this.suspects.add(hash);
  }

  remove(hash: number): void {
    const slot = this.slot(hash);
    const count = this.counts[slot] as number;
    if (count <= 0) return;
    this.counts[slot] = count === 1 ? -1 : count - 1;
    if (count <= 2) this.suspects.delete(hash);
  }

  private grow(): void {
    const { keys, counts } = this;
    this.keys = new Int32Array(keys.length * 2);
    this.counts = new Int32Array(keys.length * 2);
    this.used = 0;
    for (let i = 0; i < keys.length; i++) {
      if ((counts[i] as number) <= 0) continue;
      const slot = this.slot(keys[i] as number);
      this.keys[slot] = keys[i] as number;
      this.counts[slot] = counts[i] as number;
      this.used++;
    }
  }
}
