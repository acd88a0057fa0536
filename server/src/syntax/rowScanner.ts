import { userRow } from '../vocabulary';
import type { Property } from '../vocabulary/types';
import {
  AT,
  atomCode,
  CLOSE_BRACE,
  COMMA,
  endsAtom,
  foldCode,
  isBlank,
  isLineEnd,
  OPEN_BRACE,
  QUOTE,
  SLASH,
} from './characters';

/**
 * The fast path for users' rows: reads the common row (an address, then words and values on one line) without building tokens or nodes. Whatever is unusual
 * in a row makes it give up, and the grammar reads that row instead; both must agree wherever the fast path answers.
 */

/** The properties of a row by the index that scans report. */
export const rowProperties: readonly Property[] = userRow.properties;

const TABLE = 512;
const wordTable = new Int16Array(TABLE).fill(-1);
const words: { readonly text: string; readonly hash: number; readonly property: number; readonly next: number }[] = [];

/** One step of the hash over case-folded code units (FNV-1a). */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}
const SEED = 0x811c9dc5 | 0;

/** The hash of a stretch of text under which names, addresses and numbers are compared: case never matters. */
export function hashFolded(text: string, start: number, end: number): number {
  let hash = SEED;
  for (let i = start; i < end; i++) hash = mix(hash, foldCode(text.charCodeAt(i)));
  return hash;
}

rowProperties.forEach((property, index) => {
  for (const word of [property.name, ...(property.aliases ?? [])]) {
    const text = word.toLowerCase();
    const hash = hashFolded(text, 0, text.length);
    const slot = hash & (TABLE - 1);
    words.push({ text, hash, property: index, next: wordTable[slot] ?? -1 });
    wordTable[slot] = words.length - 1;
  }
});

/** The index in `rowProperties` of the word at a stretch of text with a given hash; -1 when no row has such a property. */
function wordAt(text: string, start: number, end: number, hash: number): number {
  let entry = words[wordTable[hash & (TABLE - 1)] ?? -1];
  for (; entry !== undefined; entry = words[entry.next]) {
    if (entry.hash !== hash || entry.text.length !== end - start) continue;
    let i = 0;
    while (i < entry.text.length && foldCode(text.charCodeAt(start + i)) === entry.text.charCodeAt(i)) i++;
    if (i === entry.text.length) return entry.property;
  }
  return -1;
}

/** A row with more values is left to the grammar. */
export const MAXIMUM_VALUES = 64;

/** What one scan found; one object is reused for all rows. Offsets are those of the text. */
export class RowScan {
  /** Without a `sip:` before it. */
  addressStart = 0;
  addressEnd = 0;
  addressHash = 0;
  /** Of the `@`. */
  at = 0;
  /** Values in the order written; those of a list follow each other. */
  count = 0;
  readonly property = new Int16Array(MAXIMUM_VALUES);
  /** Inside the quotes where the value is a string. */
  readonly valueStart = new Int32Array(MAXIMUM_VALUES);
  readonly valueEnd = new Int32Array(MAXIMUM_VALUES);
  readonly valueHash = new Int32Array(MAXIMUM_VALUES);
  /** Where the property's word starts. */
  readonly wordStart = new Int32Array(MAXIMUM_VALUES);

  /**
   * Scans the row whose address starts at `start`.
   * @returns the end of the row's last value (of its address when it has no properties), or -1 when the grammar has to read it.
   */
  scan(text: string, start: number, limit: number): number {
    let position = start;
    if (
      limit - position > 4 &&
      text.charCodeAt(position + 3) === 58 &&
      /^sip$/i.test(text.slice(position, position + 3))
    )
      position += 4;
    this.addressStart = position;
    let hash = SEED;
    this.at = -1;
    while (position < limit) {
      const code = text.charCodeAt(position);
      const folded = atomCode(code);
      if (folded === 0) break;
      if (code === AT) this.at = position;
      hash = mix(hash, folded);
      position++;
    }
    if (this.at < 0) return -1;
    this.addressEnd = position;
    this.addressHash = hash;
    this.count = 0;
    let end = position;
    let seenLow = 0;
    let seenHigh = 0;
    for (;;) {
      while (position < limit && isBlank(text.charCodeAt(position))) position++;
      if (position >= limit) return end;
      const code = text.charCodeAt(position);
      if (isLineEnd(code) || code === CLOSE_BRACE) return end;
      if (code === SLASH) return text.charCodeAt(position + 1) === SLASH ? end : -1;
      if (position === end) return -1; // nothing between this word and what stands before it
      const wordStart = position;
      hash = SEED;
      while (position < limit) {
        const folded = atomCode(text.charCodeAt(position));
        if (folded === 0) break;
        hash = mix(hash, folded);
        position++;
      }
      const property = wordAt(text, wordStart, position, hash);
      if (property < 0) return -1;
      if (property < 32) {
        if (seenLow & (1 << property)) return -1;
        seenLow |= 1 << property;
      } else {
        if (seenHigh & (1 << (property - 32))) return -1;
        seenHigh |= 1 << (property - 32);
      }
      const afterWord = position;
      while (position < limit && isBlank(text.charCodeAt(position))) position++;
      if (position === afterWord) return -1;
      position = this.value(text, position, limit, property, wordStart);
      if (position < 0) return -1;
      end = position;
      for (;;) {
        let comma = position;
        while (comma < limit && isBlank(text.charCodeAt(comma))) comma++;
        if (text.charCodeAt(comma) !== COMMA || comma >= limit) break;
        comma++;
        while (comma < limit && isBlank(text.charCodeAt(comma))) comma++;
        position = this.value(text, comma, limit, property, wordStart);
        if (position < 0) return -1;
        end = position;
      }
    }
  }

  /**
   * Takes over what was written of a row.
   * @returns where the next row was written.
   */
  take(written: Int32Array, from: number, base: number): number {
    let at = from;
    this.addressStart = (written[at++] as number) + base;
    this.addressEnd = (written[at++] as number) + base;
    this.at = (written[at++] as number) + base;
    this.addressHash = written[at++] as number;
    this.count = written[at++] as number;
    for (let i = 0; i < this.count; i++) {
      this.property[i] = written[at++] as number;
      this.valueStart[i] = (written[at++] as number) + base;
      this.valueEnd[i] = (written[at++] as number) + base;
      this.valueHash[i] = written[at++] as number;
    }
    return at;
  }

  private value(text: string, start: number, limit: number, property: number, wordStart: number): number {
    if (this.count === MAXIMUM_VALUES || start >= limit) return -1;
    let position = start;
    let hash = SEED;
    let from = start;
    let to: number;
    if (text.charCodeAt(start) === QUOTE) {
      from = ++position;
      for (;;) {
        if (position >= limit) return -1;
        const code = text.charCodeAt(position);
        if (code === QUOTE) break;
        if (code === 92 || code < 32) return -1;
        hash = mix(hash, foldCode(code));
        position++;
      }
      to = position++;
      const next = text.charCodeAt(position);
      if (position < limit && !endsAtom(next)) return -1;
    } else {
      while (position < limit) {
        const folded = atomCode(text.charCodeAt(position));
        if (folded === 0) break;
        hash = mix(hash, folded);
        position++;
      }
      to = position;
      if (to === from) return -1;
      // A word of the language in a value's place: the grammar decides whether the value is missing.
      if (wordAt(text, from, to, hash) >= 0) return -1;
    }
    const after = text.charCodeAt(position);
    if (
      position < limit &&
      (after === OPEN_BRACE || after === QUOTE || (after === SLASH && text.charCodeAt(position - 1) === 58))
    )
      return -1;
    const n = this.count++;
    this.property[n] = property;
    this.wordStart[n] = wordStart;
    this.valueStart[n] = from;
    this.valueEnd[n] = to;
    this.valueHash[n] = hash;
    return position;
  }
}
