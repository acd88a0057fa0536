import { isFormulaGuarded } from '../base/csvText';
import { detached, fold } from '../base/words';
import { rowProperties } from '../syntax/rowScanner';
import { ADDRESS, type Column } from './csvColumns';
import { type Cell, splitRecord } from './csvRecord';
import type { ModelProblem } from './declaration';
import type { UserPage } from './userPage';
import { checkRow, type RowContent, type RowValue } from './userRows';
import { bareAddress } from './values';

/**
 * Reads a page's records out of the text of then.
 * @param starts where each record starts, relative to the page. What a page keeps outlives the text that it was read from: nothing here may hold on to that.
 */
export function recordReader(
  starts: readonly number[],
  delimiter: string,
  columns: readonly Column[],
): UserPage['read'] {
  return (text, base, row) =>
    recordContent(splitRecord(text, base + (starts[row] ?? 0), delimiter).cells, base, columns);
}

/** Reports what is wrong in a record's values, in texts of their own. */
export function checkRecord(content: RowContent, problems: ModelProblem[]): void {
  const before = problems.length;
  checkRow(content, problems);
  if (problems.length === before) return;
  problems.length = before;
  const values = content.values.map((value) => ({ ...value, text: detached(value.text) }));
  checkRow({ ...content, address: detached(content.address), values }, problems);
}

/** What the cells of a record say. An empty cell says nothing; a cell that stands for a value is that value. */
export function recordContent(cells: readonly Cell[], base: number, columns: readonly Column[]): RowContent {
  let address = '';
  const first = cells[0];
  const last = cells[cells.length - 1];
  const span = { start: (first?.start ?? base) - base, end: (last?.end ?? base) - base };
  let addressSpan = span;
  const values: RowValue[] = [];
  for (const column of columns) {
    const cell = cells[column.cell];
    if (cell === undefined || cell.text === '') continue;
    const start = cell.start - base;
    const end = cell.end - base;
    const raw = isFormulaGuarded(cell.text) ? cell.text.slice(1) : cell.text;
    if (column.property === ADDRESS) {
      address = bareAddress(raw);
      addressSpan = { start, end };
      continue;
    }
    const property = rowProperties[column.property];
    if (property === undefined) continue;
    const mapped = column.cells?.get(fold(raw));
    const parts =
      mapped === undefined && property.list
        ? raw
            .split(';')
            .map((part) => part.trim())
            .filter((part) => part !== '')
        : [mapped ?? raw];
    for (const part of parts) {
      const text =
        property.type.type === 'boolean'
          ? (csvBooleans[fold(part)] ?? part)
          : property.name === 'hostingProvider' && homedHere.test(part)
            ? 'unset'
            : part;
      const mapping = mapped !== undefined && { mapped: true as const };
      values.push({ property: column.property, text, quoted: false, start, end, wordStart: start, ...mapping });
    }
  }
  return { address, addressSpan, span, values };
}

/** What Get-CsUser gives as HostingProvider of users who are homed on-premises. */
const homedHere = /^srv:$/i;

const csvBooleans: Readonly<Record<string, string>> = { '1': 'true', '0': 'false', yes: 'true', no: 'false' };
