import type { Span } from '../base/span';
import { detached } from '../base/words';
import type { RowNode, RowPage } from '../syntax/ast';
import { type KeptRows, lastRowAt, takeScan } from '../syntax/rowPages';
import { hashFolded, RowScan, rowProperties } from '../syntax/rowScanner';
import { userRow } from '../vocabulary';
import { faultProblem, type ModelProblem, readProperty } from './declaration';
import type { ShapeTable } from './shapes';
import type { SymbolTable } from './symbols';
import { lineProperty, PageBuilder, type UserPage } from './userPage';
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

/** Properties that differ from user to user and whose values have a form; the others take any text. */
const checked = rowProperties.map((property) => property.individual === true && property.type.type !== 'text');
const lists = rowProperties.map((property) => property.list === true);

const plusDigits = /^\+\d{1,15}(?:;ext=\d+)?$/i;
const patterns = rowProperties.map((property) =>
  property.individual && property.type.type === 'text' && property.limits?.pattern
    ? new RegExp(property.limits.pattern)
    : undefined,
);

const scan = new RowScan();

/**
 * The columns of a page that the fast path scanned.
 * @param before what was read of a page of the parse before.
 */
export function readPage(
  text: string,
  base: number,
  page: RowPage,
  symbols: SymbolTable,
  table: ShapeTable,
  before: (page: RowPage) => UserPage | undefined,
): UserPage {
  const builder = new PageBuilder(page.count, symbols, table);
  const scanned = takeScan(page);
  let next = 0;
  let stretch = 0;
  // Rows of a page before that nobody has read yet.
  let unscanned = 0;
  for (let row = 0; row < page.count; row++) {
    const kept = scanned?.kept[stretch];
    if (kept?.at === row) {
      stretch++;
      unscanned = row + kept.count;
      const read = before(kept.page);
      if (read) {
        builder.keep(read, kept.first, kept.count);
        checkAgain(text, base, page, kept, read, builder.problems);
        row = unscanned - 1;
        continue;
      }
    }
    const start = base + (page.starts[row] as number);
    if (scanned && row >= unscanned) next = scan.take(scanned.written, next, base);
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

/** Of rows that a page before had, those are checked that had a problem there. */
function checkAgain(
  text: string,
  base: number,
  page: RowPage,
  { page: earlier, first, at, count }: KeptRows,
  { problems }: UserPage,
  found: ModelProblem[],
): void {
  let last = -1;
  for (const { start } of problems) {
    const row = lastRowAt(earlier, start);
    if (row === last || row < first || row >= first + count) continue;
    last = row;
    checkRow(contentOf(text, base, base + (page.starts[row - first + at] as number)), found);
  }
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
