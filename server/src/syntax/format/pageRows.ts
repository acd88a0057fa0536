import type { Span } from '../../base/span';
import type { RowPage } from '../ast';
import { QUOTE, SPACE } from '../characters';
import { RowScan, rowProperties } from '../rowScanner';
import { areNeighbours } from './gap';
import type { RowTable } from './rowTable';
import { spellValue } from './spelling';

/** Rows of a page, measured and compared without building nodes. */

const scan = new RowScan();
/** Values of these types have a spelling of their own; of the others only `unset` and `unknown`. */
const spelled = rowProperties.map(({ type }) => type.type === 'boolean' || type.type === 'enum');

function read(text: string, page: RowPage, start: number, row: number): number {
  const from = start + (page.starts[row] as number);
  scan.scan(text, from, start + (page.ends[row] as number));
  return from;
}

function isQuoted(text: string, value: number): boolean {
  return text.charCodeAt((scan.valueStart[value] as number) - 1) === QUOTE;
}

/** The value as it is to be written, or `undefined` where it stays as it is. */
function respelled(text: string, value: number): string | undefined {
  if (isQuoted(text, value)) return undefined;
  const property = scan.property[value] as number;
  const start = scan.valueStart[value] as number;
  const end = scan.valueEnd[value] as number;
  const code = text.charCodeAt(start);
  if (!spelled[property] && code !== 36 && (code | 32) !== 117) return undefined;
  const raw = text.slice(start, end);
  const right = spellValue(rowProperties[property]!, raw);
  return right === raw ? undefined : right;
}

function valueWidth(text: string, value: number): number {
  const right = respelled(text, value);
  if (right !== undefined) return right.length;
  const width = (scan.valueEnd[value] as number) - (scan.valueStart[value] as number);
  return isQuoted(text, value) ? width + 2 : width;
}

/** Adds the rows of a page to a table. */
export function measurePage(
  table: RowTable,
  text: string,
  page: RowPage,
  start: number,
  follows: number,
  only?: Span,
): void {
  let before = follows;
  for (let row = 0; row < page.count; row++) {
    const from = read(text, page, start, row);
    const end = start + (page.ends[row] as number);
    const stays = only !== undefined && (end < only.start || from > only.end);
    table.row(before >= 0 && areNeighbours(text, before, from), scan.addressEnd - from);
    for (let value = 0; value < scan.count; ) {
      const property = scan.property[value] as number;
      const column = (scan.wordStart[value] as number) - from;
      let width = rowProperties[property]!.name.length - 1;
      for (; value < scan.count && scan.property[value] === property; value++) width += 2 + valueWidth(text, value);
      table.cell(property, width, stays ? column : 0);
    }
    before = end;
  }
}

/**
 * A row of a page as it should be.
 * @param index of the row in the table
 * @returns `undefined` when it is so already
 */
export function pageRowText(
  table: RowTable,
  index: number,
  text: string,
  page: RowPage,
  start: number,
  row: number,
): string | undefined {
  const from = read(text, page, start, row);
  if (isLaidOut(table, index, text, from)) return undefined;
  let result = text.slice(from, scan.addressEnd);
  let cell = 0;
  for (let value = 0; value < scan.count; ) {
    const property = scan.property[value] as number;
    result = result.padEnd(table.start(index, cell++)) + rowProperties[property]!.name;
    const firstValue = value;
    for (; value < scan.count && scan.property[value] === property; value++) {
      const quote = isQuoted(text, value) ? 1 : 0;
      const raw = text.slice((scan.valueStart[value] as number) - quote, (scan.valueEnd[value] as number) + quote);
      result += (value > firstValue ? ', ' : ' ') + (respelled(text, value) ?? raw);
    }
  }
  return result;
}

/** Whether a row stands as the table says, spelled as the vocabulary does. Offsets and columns agree as long as it does. */
function isLaidOut(table: RowTable, index: number, text: string, from: number): boolean {
  let end = scan.addressEnd;
  let cell = 0;
  for (let value = 0; value < scan.count; ) {
    const property = scan.property[value] as number;
    const { name } = rowProperties[property]!;
    const word = scan.wordStart[value] as number;
    if (word !== from + table.start(index, cell++)) return false;
    for (let i = end; i < word; i++) if (text.charCodeAt(i) !== SPACE) return false;
    if (!text.startsWith(name, word)) return false;
    end = word + name.length;
    const firstValue = value;
    for (; value < scan.count && scan.property[value] === property; value++) {
      const quote = isQuoted(text, value) ? 1 : 0;
      const wanted = end + (value > firstValue ? 2 : 1);
      if ((scan.valueStart[value] as number) - quote !== wanted || text.charCodeAt(wanted - 1) !== SPACE) return false;
      if (respelled(text, value) !== undefined) return false;
      end = (scan.valueEnd[value] as number) + quote;
    }
  }
  return true;
}
