import { lastUpTo } from '../base/lists';
import type { TextChange } from '../base/span';
import type { Item, Offsets, RowPage } from './ast';
import { CLOSE_BRACE, isBlank, isLineEnd, LF, lineEndFrom, SLASH } from './characters';
import { MAXIMUM_VALUES, RowScan } from './rowScanner';

/** Rows that stand in a page as they stood in a page of the parse before. */
export interface KeptRows {
  readonly page: RowPage;
  /** The first of them there, and here. */
  readonly first: number;
  readonly at: number;
  readonly count: number;
}

/**
 * What the rows of a page say, as it was found while looking for its end: whoever reads the page next needn't scan it once more. Kept until then.
 */
export interface PageScan {
  /** Where it was the rows of earlier pages: these were not scanned. */
  readonly kept: readonly KeptRows[];
  /** For each other row its address (start, end, `@`, hash), the number of its values, and for each of these property, start, end and hash; offsets are the page's. */
  readonly written: Int32Array;
}

const scans = new WeakMap<RowPage, PageScan>();

/** What was found of a page, once. */
export function takeScan(page: RowPage): PageScan | undefined {
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

/** The pages of the parse before an edit, by where they stand now. */
export class KnownPages {
  /** Those that the edit left untouched, in the order of the text. */
  readonly untouched = new Map<number, RowPage>();
  /** The others, and where they stood. */
  private readonly touched: { readonly page: RowPage; readonly start: number }[] = [];
  private readonly delta: number;

  /** @param change none, where the text is that of the parse. */
  constructor(private readonly change: TextChange = { start: 0, end: 0, text: '' }) {
    this.delta = change.text.length - (change.end - change.start);
  }

  /** Those of an item whose text is that of its parse. */
  static of(item: Item): KnownPages {
    const known = new KnownPages();
    eachPage(item, (page, start) => known.untouched.set(start, page));
    return known;
  }

  touch(page: RowPage, start: number): void {
    this.touched.push({ page, start });
  }

  /**
   * The rows of a touched page whose first stands at an offset, as far as the edit can't have changed them: a row is what its line says, wherever a line begins with it.
   * The last row that begins before the edit is left out, as its line goes on to there.
   */
  rowsAt(offset: number): { readonly page: RowPage; readonly first: number; readonly end: number } | undefined {
    const { change, delta } = this;
    const isBehind = offset > change.end + delta;
    if (!isBehind && offset >= change.start) return undefined;
    const before = isBehind ? offset - delta : offset;
    for (const { page, start } of this.touched) {
      if (before < start || before >= start + page.length) continue;
      const first = lastRowAt(page, before - start);
      if (page.starts[first] !== before - start) return undefined;
      const end = isBehind ? page.count : lastRowAt(page, change.start - start - 1);
      return first < end ? { page, first, end } : undefined;
    }
    return undefined;
  }
}

/** The last row of a page that starts at an offset or before it; the first where none does. */
export function lastRowAt({ count, starts }: RowPage, offset: number): number {
  return lastUpTo(count, offset, (row) => starts[row] as number);
}

/** Goes through the pages of an item; with every keystroke, so nothing is made of them. */
export function eachPage(item: Item, take: (page: RowPage, start: number) => void): void {
  if (item.node?.type !== 'declaration') return;
  for (const element of item.node.body?.elements ?? [])
    if (element.type === 'page') take(element.page, item.start + element.start);
}

const starts = new Uint32Array(PAGE_ROWS * 2);
const ends = new Uint32Array(PAGE_ROWS * 2);

/**
 * Scans a page of rows from the address at `start`.
 * @param known the page ends where an untouched one starts, so that it can be used again; rows of a touched one aren't scanned again.
 * @param shift where the text begins in the file.
 * @returns `undefined` when the first row is not for the fast path; `reused` counts the characters of rows that were not scanned.
 */
export function scanPage(
  text: string,
  start: number,
  limit: number,
  known?: KnownPages,
  shift = 0,
): { readonly page: RowPage; readonly reused: number } | undefined {
  const kept: KeptRows[] = [];
  let position = start;
  let count = 0;
  let size = 0;
  let reused = 0;
  const maximum = known === undefined ? PAGE_ROWS : PAGE_ROWS * 2;
  while (count < maximum) {
    const again = known?.rowsAt(position + shift);
    if (again) {
      const rows = keep(again, position - start, count, Math.min(again.end - again.first, maximum - count));
      kept.push(rows);
      count += rows.count;
      const next = rows.first + rows.count;
      reused += (ends[count - 1] as number) - (position - start);
      // What stands behind a page stands behind it still.
      if (next === rows.page.count) break;
      position += (rows.page.starts[next] as number) - (rows.page.starts[rows.first] as number);
      continue;
    }
    const rowEnd = scratch.scan(text, position, limit);
    if (rowEnd < 0 || !lineEndsAt(text, rowEnd, limit)) break;
    size = write(scratch, start, size);
    starts[count] = position - start;
    ends[count++] = rowEnd - start;
    position = nextRow(text, rowEnd, limit);
    if (position >= limit || text.charCodeAt(position) === CLOSE_BRACE || text.charCodeAt(position) === LF) break;
    if (known?.untouched.has(position + shift)) break;
  }
  if (count === 0) return undefined;
  const length = ends[count - 1] as number;
  const page = { length, count, starts: offsets(starts, count, length), ends: offsets(ends, count, length) };
  // Where nobody has read an earlier page either, nothing is gained by keeping it.
  if (kept.every((rows) => !scans.has(rows.page))) scans.set(page, { kept, written: written.slice(0, size) });
  return { page, reused };
}

function offsets(all: Uint32Array, count: number, last: number): Offsets {
  const own = all.subarray(0, count);
  return last > 0xffff ? own.slice() : new Uint16Array(own);
}

/** Puts rows of an earlier page where they stand now. */
function keep(
  { page, first }: { readonly page: RowPage; readonly first: number },
  offset: number,
  at: number,
  count: number,
): KeptRows {
  const moved = offset - (page.starts[first] as number);
  for (let row = 0; row < count; row++) {
    starts[at + row] = (page.starts[first + row] as number) + moved;
    ends[at + row] = (page.ends[first + row] as number) + moved;
  }
  return { page, first, at, count };
}

/** Where the row behind one begins that ends at an offset, or what else stands there. */
function nextRow(text: string, rowEnd: number, limit: number): number {
  let next = rowEnd;
  while (next < limit && !isLineEnd(text.charCodeAt(next)) && text.charCodeAt(next) !== CLOSE_BRACE) {
    if (text.charCodeAt(next) === SLASH) next = lineEndFrom(text, next, limit);
    else next++;
  }
  return skipToNextRow(text, next, limit);
}
