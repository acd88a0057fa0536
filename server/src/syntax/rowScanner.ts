import { userRow } from '../vocabulary';
import type { Property } from '../vocabulary/types';
import type { RowPage } from './ast';
import {
  AT,
  atomCode,
  CLOSE_BRACE,
  COMMA,
  endsAtom,
  foldCode,
  isBlank,
  isLineEnd,
  LF,
  lineEndFrom,
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

const MAXIMUM_VALUES = 64;

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

/**
 * What the rows of a page say, as it was found while looking for its end: whoever reads the page next needn't scan it once more. Kept until then. For each row its
 * address (start, end, `@`, hash), the number of its values, and for each of these property, start, end and hash; offsets are the page's.
 */
const scans = new WeakMap<RowPage, Int32Array>();

/** What was found of a page, once. */
export function takeScan(page: RowPage): Int32Array | undefined {
  const found = scans.get(page);
  scans.delete(page);
  return found;
}

let written = new Int32Array(1 << 14);

/** Writes a row that was scanned behind those before it. */
function write(scan: RowScan, base: number, from: number): number {
  if (from + 5 + 4 * MAXIMUM_VALUES > written.length) {
    const larger = new Int32Array(written.length * 2);
    larger.set(written);
    written = larger;
  }
  let to = from;
  written[to++] = scan.addressStart - base;
  written[to++] = scan.addressEnd - base;
  written[to++] = scan.at - base;
  written[to++] = scan.addressHash;
  written[to++] = scan.count;
  for (let i = 0; i < scan.count; i++) {
    written[to++] = scan.property[i] as number;
    written[to++] = (scan.valueStart[i] as number) - base;
    written[to++] = (scan.valueEnd[i] as number) - base;
    written[to++] = scan.valueHash[i] as number;
  }
  return to;
}

/** Rows of a page when nothing has to be met again; a page that an edit touched may grow to twice that. */
const PAGE_ROWS = 256;
const scratch = new RowScan();

/** Skips white space, line ends and `//` comments; stops before anything else. */
function skipToNextRow(text: string, start: number, limit: number): number {
  let position = start;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (isBlank(code) || isLineEnd(code)) position++;
    else if (code === SLASH && text.charCodeAt(position + 1) === SLASH) {
      position = lineEndFrom(text, position, limit);
    } else break;
  }
  return position;
}

/** Whether a line's end (or the text's, or the block's) follows, with nothing before it but blanks and a comment. */
function lineEndsAt(text: string, start: number, limit: number): boolean {
  let position = start;
  while (position < limit && isBlank(text.charCodeAt(position))) position++;
  if (position >= limit) return true;
  const code = text.charCodeAt(position);
  return isLineEnd(code) || code === CLOSE_BRACE || (code === SLASH && text.charCodeAt(position + 1) === SLASH);
}

/**
 * Scans a page of rows from the address at `start`.
 * @param known whether a page of the parse before the edit starts at an offset: the page ends there, so that those behind the edit can be used again.
 * @returns `undefined` when the first row is not for the fast path.
 */
export function scanPage(
  text: string,
  start: number,
  limit: number,
  known?: (offset: number) => boolean,
): RowPage | undefined {
  const starts: number[] = [];
  const ends: number[] = [];
  let position = start;
  let end = start;
  let size = 0;
  const maximum = known === undefined ? PAGE_ROWS : PAGE_ROWS * 2;
  while (starts.length < maximum) {
    const rowEnd = scratch.scan(text, position, limit);
    if (rowEnd < 0 || !lineEndsAt(text, rowEnd, limit)) break;
    size = write(scratch, start, size);
    starts.push(position - start);
    ends.push(rowEnd - start);
    end = rowEnd;
    let next = rowEnd;
    while (next < limit && !isLineEnd(text.charCodeAt(next)) && text.charCodeAt(next) !== CLOSE_BRACE) {
      if (text.charCodeAt(next) === SLASH) next = lineEndFrom(text, next, limit);
      else next++;
    }
    next = skipToNextRow(text, next, limit);
    if (next >= limit || text.charCodeAt(next) === CLOSE_BRACE || text.charCodeAt(next) === LF) break;
    if (known?.(next)) break;
    position = next;
  }
  if (starts.length === 0) return undefined;
  const page = {
    length: end - start,
    count: starts.length,
    starts: Uint32Array.from(starts),
    ends: Uint32Array.from(ends),
  };
  scans.set(page, written.slice(0, size));
  return page;
}
