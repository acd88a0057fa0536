import type { Steps } from '../../base/steps';
import type { Property } from '../../vocabulary/types';
import type { Element, RowNode } from '../ast';
import { type Context, isUsers, propertyIn } from '../context';
import { rowProperties } from '../rowScanner';
import { cellWidth, headWidth, rowContext } from './cells';
import { areNeighbours, hasLineEnd } from './gap';
import { measurePage } from './pageRows';
import { RowTable } from './rowTable';
import type { FormatScope } from './tokenWalk';

/** The rows of a block as a table. */
export interface BodyRows {
  readonly table: RowTable;
  /** An element's index to the line in the table of its (first) row; rows that take no part in the columns are missing. */
  readonly lines: ReadonlyMap<number, number>;
}

const MAXIMUM_CELLS = 64;

/**
 * In blocks that are longer only the rows near the range decide about columns: their widths, and the columns where those stand that stay. Counts UTF-16 code units.
 */
const LONG = 200_000;

/** The columns of a block's rows; `undefined` when it has none. */
export function* measureRows(
  scope: FormatScope,
  base: number,
  elements: readonly Element[],
  context: Context,
): Steps<BodyRows | undefined> {
  if (!isUsers(context) && !context.kind?.rows) return undefined;
  const { text, range } = scope;
  const long = (elements.at(-1)?.end ?? 0) - (elements[0]?.start ?? 0) > LONG;
  const nearby = scope.nearby || long;
  const touches = (element: Element | undefined): boolean =>
    element !== undefined && base + element.start <= range.end && base + element.end >= range.start;
  if (!elements.some((element) => (element.type === 'page' || element.type === 'row') && touches(element)))
    return undefined;
  const table = new RowTable();
  const lines = new Map<number, number>();
  const others = new Map<Property, number>();
  let before = -1;
  for (const [index, element] of elements.entries()) {
    if (nearby && !touches(element) && !touches(elements[index - 1]) && !touches(elements[index + 1])) {
      before = -1;
      continue;
    }
    const regular = element.type === 'page' || (element.type === 'row' && isRegular(text, base, element, context));
    if (regular) lines.set(index, table.count);
    if (regular && element.type === 'page')
      measurePage(table, text, element.page, base + element.start, before, long ? range : undefined);
    if (regular && element.type === 'row') {
      const inner = rowContext(element, context);
      const joined = before >= 0 && areNeighbours(text, before, base + element.start);
      table.row(joined, headWidth(element));
      for (const property of element.properties) {
        table.cell(wordOf(propertyIn(inner, property.word.text) as Property, others), cellWidth(property, inner));
      }
    }
    before = regular ? base + element.end : -1;
    yield;
  }
  if (table.count === 0) return undefined;
  yield* table.layOut(isUsers(context) ? 2 : 1);
  return { table, lines };
}

/** A number for a property: that of the rows' fast path where there is one. */
function wordOf(property: Property, others: Map<Property, number>): number {
  const index = rowProperties.indexOf(property);
  if (index >= 0) return index;
  const known = others.get(property);
  if (known !== undefined) return known;
  const number = rowProperties.length + others.size;
  others.set(property, number);
  return number;
}

/** A row on one line without comments inside, all of whose words are known. */
function isRegular(text: string, base: number, row: RowNode, context: Context): boolean {
  if (row.braces || row.properties.length > MAXIMUM_CELLS) return false;
  const inner = rowContext(row, context);
  if (row.properties.some((property) => propertyIn(inner, property.word.text) === undefined)) return false;
  const [start, end] = [base + row.start, base + row.end];
  return !hasLineEnd(text, start, end) && text.slice(start, end).search(/\/[/*]/) < 0;
}
