import type { Span } from '../base/span';
import { detached } from '../base/words';
import type { RowNode, RowPage } from '../syntax/ast';
import { hashFolded, RowScan, rowProperties, takeScan } from '../syntax/rowScanner';
import { userRow } from '../vocabulary';
import { faultProblem, type ModelProblem, readProperty } from './declaration';
import { LOST, quotedSymbol, type ShapeTable } from './shapes';
import type { SymbolTable } from './symbols';
import { addressFault, bareAddress, bareNumber, parseValue, phoneRemark, stateWord } from './values';
import { WrittenProperties } from './writtenProperties';

/** A value of a row, with the place it stands in, relative to the row's page. */
export interface RowValue extends Span {
  readonly property: number;
  readonly text: string;
  readonly quoted: boolean;
  /** Where the property's word starts, or the value itself in a CSV file. */
  readonly wordStart: number;
  /** Not in the cell as it stands: `columns` says that the cell means it. */
  readonly mapped?: true;
}

/** A row read out: made only when somebody looks at it. */
export interface RowContent {
  readonly address: string;
  readonly addressSpan: Span;
  readonly span: Span;
  readonly values: readonly RowValue[];
}

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
const lineProperty = rowProperties.findIndex((property) => property.name === 'line');
const extensionsProperty = rowProperties.findIndex((property) => property.name === 'extensions');
/** Properties that differ from user to user and whose values have a form; the others take any text. */
const checked = rowProperties.map((property) => property.individual === true && property.type.type !== 'text');
const lists = rowProperties.map((property) => property.list === true);

const plusDigits = /^\+\d{1,15}(?:;ext=\d+)?$/i;
const patterns = rowProperties.map((property) =>
  property.individual && property.type.type === 'text' && property.limits?.pattern
    ? new RegExp(property.limits.pattern)
    : undefined,
);

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

  build(length: number, read: UserPage['read'], rows?: RowPage): UserPage {
    readStats.rows += this.row;
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

const scan = new RowScan();

/** The columns of a page that the fast path scanned. */
export function readPage(text: string, base: number, page: RowPage, symbols: SymbolTable, table: ShapeTable): UserPage {
  const builder = new PageBuilder(page.count, symbols, table);
  const scanned = takeScan(page);
  let next = 0;
  for (let row = 0; row < page.count; row++) {
    const start = base + (page.starts[row] as number);
    if (scanned) next = scan.take(scanned, next, base);
    else scan.scan(text, start, base + (page.ends[row] as number));
    let suspicious = false;
    for (let i = 0; i < scan.count; i++) {
      const property = scan.property[i] as number;
      const from = scan.valueStart[i] as number;
      const to = scan.valueEnd[i] as number;
      builder.value(property, text, from, to, scan.valueHash[i] as number, text.charCodeAt(from - 1) === 34);
      if (!isUnsuspicious(property, text, from, to)) suspicious = true;
      if (i > 0 && scan.property[i - 1] === property && !lists[property]) suspicious = true;
    }
    const shape = builder.end(text, scan.at, scan.addressEnd, scan.addressHash);
    if (suspicious || table.isInvalid(shape) || !isPlainAddress(text, scan.addressStart, scan.addressEnd)) {
      const content = contentOf(text, base, start);
      checkRow(content, builder.problems);
    }
  }
  const read: UserPage['read'] = (current, at, row) => contentOf(current, at, at + (page.starts[row] as number));
  return builder.build(page.length, read, page);
}

/** Whether a value of a property has a form in which there is nothing to report; of properties that many users share it is asked of the shape. */
export function isUnsuspicious(property: number, text: string, start: number, end: number): boolean {
  if (checked[property]) return property === lineProperty && isPlainLine(text, start, end);
  const pattern = patterns[property];
  return pattern === undefined || pattern.test(text.slice(start, end));
}

/** `+` and at most 15 digits, perhaps with an extension: nothing to report. */
function isPlainLine(text: string, start: number, end: number): boolean {
  let first = start;
  if (text.charCodeAt(start) === 116 && text.startsWith('tel:', start)) first += 4;
  if (text.charCodeAt(first++) !== 43) return plusDigits.test(bareNumber(text.slice(start, end)));
  const behind = digitsEnd(text, first, end);
  if (behind === first || behind - first > 15) return false;
  if (behind === end) return true;
  if (text.startsWith(';ext=', behind) && behind + 5 < end && digitsEnd(text, behind + 5, end) === end) return true;
  return plusDigits.test(bareNumber(text.slice(start, end)));
}

function digitsEnd(text: string, start: number, end: number): number {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code < 48 || code > 57) break;
    i++;
  }
  return i;
}

/** An address of letters, digits, dots and hyphens around one `@`, or another that has no fault. */
export function isPlainAddress(text: string, start: number, end: number): boolean {
  let at = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    const plain =
      (code >= 97 && code <= 122) ||
      (code >= 48 && code <= 57) ||
      code === 46 ||
      code === 45 ||
      (code >= 65 && code <= 90);
    if (code === 64) {
      if (++at > 1 || i === start || i === end - 1) return false;
    } else if (!plain) return addressFault(text.slice(start, end)) === undefined;
  }
  return at === 1 && text.charCodeAt(end - 1) !== 46;
}

/** Beside `scan`, which may be in the middle of the row that is read out. */
const own = new RowScan();

function contentOf(text: string, base: number, start: number): RowContent {
  const lineEnd = text.length;
  const end = own.scan(text, start, lineEnd);
  const values: RowValue[] = [];
  for (let i = 0; i < own.count; i++) {
    const from = own.valueStart[i] as number;
    const to = own.valueEnd[i] as number;
    const quoted = text.charCodeAt(from - 1) === 34;
    const quote = quoted ? 1 : 0;
    values.push({
      property: own.property[i] as number,
      text: detached(text.slice(from, to)),
      quoted,
      start: from - base - quote,
      end: to - base + quote,
      wordStart: (own.wordStart[i] as number) - base,
    });
  }
  return {
    address: detached(text.slice(own.addressStart, own.addressEnd)),
    addressSpan: { start: start - base, end: own.addressEnd - base },
    span: { start: start - base, end: Math.max(end, own.addressEnd) - base },
    values,
  };
}

/** Reports what is wrong in a row's own values. */
export function checkRow(content: RowContent, problems: ModelProblem[]): void {
  const fault = addressFault(content.address);
  const addressWord = { ...content.addressSpan, text: content.address, quoted: false };
  if (fault) problems.push(faultProblem(addressWord, fault));
  let previous = -1;
  for (const value of content.values) {
    const property = rowProperties[value.property];
    if (property === undefined) continue;
    if (value.property === previous && !property.list) {
      problems.push({
        code: 'UM0004',
        start: value.start,
        end: value.end,
        message: `\`${property.name}\` takes one value`,
      });
    }
    previous = value.property;
    if (stateWord(value.text, value.quoted)) continue;
    const parsed = parseValue(property, value.text);
    // What `columns` makes of a cell is checked there, once.
    if (parsed.fault && value.mapped) continue;
    const fault = parsed.fault ?? phoneRemark(property, value.text);
    if (fault)
      problems.push(
        faultProblem({ start: value.start, end: value.end, text: value.text, quoted: value.quoted }, fault),
      );
  }
}

/** The columns of a row that the grammar read. Offsets are relative to its item. */
export function readRowNode(node: RowNode, symbols: SymbolTable, table: ShapeTable): UserPage {
  const builder = new PageBuilder(1, symbols, table);
  const written = new WrittenProperties();
  for (const property of node.properties) readProperty(written, userRow, property, builder.problems);
  const address = bareAddress(node.head.text);
  const fault = addressFault(node.head.text);
  if (fault) builder.problems.push(faultProblem(node.head, fault));
  const values: RowValue[] = [];
  for (const { property, node: at } of written.values()) {
    const index = rowProperties.indexOf(property);
    for (const word of at.values) {
      builder.value(index, word.text, 0, word.text.length, hashFolded(word.text, 0, word.text.length), word.quoted);
      values.push({
        property: index,
        text: word.text,
        quoted: word.quoted,
        start: word.start,
        end: word.end,
        wordStart: at.start,
      });
    }
  }
  builder.end(address, address.indexOf('@'), address.length, hashFolded(address, 0, address.length));
  const content: RowContent = { address, addressSpan: node.head, span: node, values };
  return builder.build(node.end - node.start, () => content);
}
