import type { RowPage } from '../syntax/ast';
import { hashFolded, rowProperties } from '../syntax/rowScanner';
import type { ModelProblem } from './declaration';
import { LOST, quotedSymbol, type ShapeTable } from './shapes';
import type { SymbolTable } from './symbols';
import type { RowContent } from './userRows';
import { stateWord } from './values';

/** What is kept of a page of rows: columns of numbers. Offsets are relative to the page. */
export interface UserPage {
  readonly count: number;
  /** How many characters its rows take. */
  readonly length: number;
  /** For each row: its shape. */
  readonly shapes: Int32Array;
  /** For each row: the hash of its address; 0 where it has none. */
  readonly addresses: Int32Array;
  /** For each row: the hash of its line; 0 where it has none. */
  readonly lines: Int32Array;
  /** For each row: the hash of its line without `;ext=`; 0 where it has no extension. */
  readonly lineBases: Int32Array;
  /** The extensions of all rows: in which row each stands, and its hash. */
  readonly extensionRows: readonly number[];
  readonly extensionHashes: readonly number[];
  /** How many digits each extension has; 0 where it is none. */
  readonly extensionLengths: readonly number[];
  readonly shapeCounts: ReadonlyMap<number, number>;
  /** In how many places it stands. */
  uses: number;
  /** No block has it any more: its shapes may be others by now. */
  gone: boolean;
  readonly problems: readonly ModelProblem[];
  /** Of rows that the scanner reads: where each starts and ends. */
  readonly rows?: RowPage | undefined;
  /** Reads a row out of a text; `base` is where the page starts there. */
  read(text: string, base: number, row: number): RowContent;
}

/** What was read since the start; tests assert these counts instead of times. */
export const readStats = { rows: 0, pages: 0, indexed: 0 };

const individual = rowProperties.map((property) => property.individual === true);
export const lineProperty = rowProperties.findIndex((property) => property.name === 'line');
const extensionsProperty = rowProperties.findIndex((property) => property.name === 'extensions');
const LONGEST_STATE = 'unknown'.length;

/** Fills the columns of a page, row by row. */
export class PageBuilder {
  private readonly shapes: Int32Array;
  private readonly addresses: Int32Array;
  private readonly lines: Int32Array;
  private readonly lineBases: Int32Array;
  private readonly extensionRows: number[] = [];
  private readonly extensionHashes: number[] = [];
  private readonly extensionLengths: number[] = [];
  private readonly counts = new Map<number, number>();
  readonly problems: ModelProblem[] = [];
  private row = 0;
  private kept = 0;
  private readonly entries = new Int32Array(256);
  private length = 0;
  private line = 0;
  private lineBase = 0;

  constructor(
    count: number,
    private readonly symbols: SymbolTable,
    private readonly table: ShapeTable,
  ) {
    this.shapes = new Int32Array(count);
    this.addresses = new Int32Array(count);
    this.lines = new Int32Array(count);
    this.lineBases = new Int32Array(count);
  }

  /** Adds a value of the row that is being read. */
  value(property: number, text: string, start: number, end: number, hash: number, quoted: boolean): void {
    if (this.length + 2 > this.entries.length) return;
    if (individual[property] && (quoted || !isState(text, start, end))) {
      if (property === lineProperty) {
        const prefixed =
          end - start > 4 && text.charCodeAt(start + 3) === 58 && /^tel:/i.test(text.slice(start, start + 4));
        const from = prefixed ? start + 4 : start;
        this.line = prefixed ? hashFolded(text, from, end) : hash;
        const semicolon = semicolonIn(text, from, end);
        this.lineBase = semicolon < 0 ? 0 : hashFolded(text, from, semicolon);
      } else if (property === extensionsProperty) {
        this.extensionRows.push(this.row);
        this.extensionHashes.push(hash);
        this.extensionLengths.push(isDigits(text, start, end) ? end - start : 0);
      }
      if (this.length >= 2 && this.entries[this.length - 2] === property) return;
      this.entries[this.length++] = property;
      this.entries[this.length++] = 0;
      return;
    }
    const symbol = this.symbols.intern(text, start, end, hash);
    this.entries[this.length++] = property;
    this.entries[this.length++] = quoted ? quotedSymbol(symbol) : symbol;
  }

  /** A value that the row should have, and that a fault reported elsewhere took away. */
  lost(property: number): void {
    if (this.length + 2 > this.entries.length) return;
    this.entries[this.length++] = property;
    this.entries[this.length++] = LOST;
  }

  /** Ends a row. `at` is the offset of the address's `@` in `text`. */
  end(text: string, at: number, addressEnd: number, addressHash: number): number {
    const domain = at < 0 ? 0 : this.symbols.intern(text, at + 1, addressEnd);
    const shape = this.table.intern(domain, this.entries, this.length);
    this.shapes[this.row] = shape;
    this.addresses[this.row] = addressHash;
    this.lines[this.row] = this.line;
    this.lineBases[this.row] = this.lineBase;
    this.counts.set(shape, (this.counts.get(shape) ?? 0) + 1);
    this.row++;
    this.length = 0;
    this.line = 0;
    this.lineBase = 0;
    return shape;
  }

  /** Adds rows as they are in a page that was read before. */
  keep(page: UserPage, first: number, count: number): void {
    const end = first + count;
    this.shapes.set(page.shapes.subarray(first, end), this.row);
    this.addresses.set(page.addresses.subarray(first, end), this.row);
    this.lines.set(page.lines.subarray(first, end), this.row);
    this.lineBases.set(page.lineBases.subarray(first, end), this.row);
    for (const [i, row] of page.extensionRows.entries()) {
      if (row < first || row >= end) continue;
      this.extensionRows.push(row - first + this.row);
      this.extensionHashes.push(page.extensionHashes[i] as number);
      this.extensionLengths.push(page.extensionLengths[i] as number);
    }
    for (let row = first; row < end; row++) {
      const shape = page.shapes[row] as number;
      this.counts.set(shape, (this.counts.get(shape) ?? 0) + 1);
    }
    this.row += count;
    this.kept += count;
  }

  build(length: number, read: UserPage['read'], rows?: RowPage): UserPage {
    readStats.rows += this.row - this.kept;
    readStats.pages++;
    const { shapes, addresses, lines, lineBases, extensionRows, extensionHashes, extensionLengths, counts, problems } =
      this;
    return {
      count: this.row,
      length,
      shapes,
      addresses,
      lines,
      lineBases,
      extensionRows,
      extensionHashes,
      extensionLengths,
      shapeCounts: counts,
      uses: 0,
      gone: false,
      problems,
      rows,
      read,
    };
  }
}

/** Whether a value is `unset` or `unknown`. Nearly all are longer, and need not be read for it. */
function isState(text: string, start: number, end: number): boolean {
  return end - start <= LONGEST_STATE && stateWord(text.slice(start, end), false) !== undefined;
}

function isDigits(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

function semicolonIn(text: string, start: number, end: number): number {
  for (let i = end - 1; i > start; i--) if (text.charCodeAt(i) === 59) return i;
  return -1;
}
