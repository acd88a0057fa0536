import { isFormulaGuarded } from '../base/csvText';
import type { Steps } from '../base/steps';
import { fold } from '../base/words';
import type { ColumnsNode } from '../syntax/ast';
import { hashFolded, rowProperties } from '../syntax/rowScanner';
import { ADDRESS, type Column, namedColumns, standardColumns } from './csvColumns';
import { QuickRecords } from './csvQuick';
import { behindQuote, type Cell, isRecordEnd, splitRecord } from './csvRecord';
import type { ModelProblem } from './declaration';
import type { ShapeTable } from './shapes';
import type { SymbolTable } from './symbols';
import { checkRow, PageBuilder, type RowContent, type RowValue, type UserPage } from './userRows';
import { bareAddress } from './values';

/** A page of a CSV file's records and where it starts in the file. */
export interface CsvPage {
  readonly start: number;
  readonly page: UserPage;
}

export interface CsvTable {
  readonly pages: readonly CsvPage[];
  readonly count: number;
  /** Of the file's header; offsets are the file's. */
  readonly problems: readonly ModelProblem[];
}

const RECORDS = 256;

/**
 * Reads a CSV file's users, a page at a time. A `columns` block names the headers; without one they are the properties' and the cmdlets' names.
 * @param pages where they are put as they are read.
 * @param quick false: every record is read as those are that the fast path leaves alone.
 */
export function* readCsv(
  text: string,
  delimiter: string,
  columnsNode: ColumnsNode | undefined,
  symbols: SymbolTable,
  table: ShapeTable,
  pages: CsvPage[] = [],
  quick = true,
): Steps<CsvTable> {
  const problems: ModelProblem[] = [];
  const separator = delimiter.charCodeAt(0);
  const header = headerOf(text, delimiter);
  /** Properties whose column is named and missing: their values are lost rather than unsaid. */
  const lost: number[] = [];
  const columns = columnsNode
    ? namedColumns(header.cells, columnsNode, problems, delimiter, lost)
    : standardColumns(header.cells, problems, delimiter);
  const layout: Layout = { columns, width: header.cells.length, lost };
  if (!columns.some((column) => column.property === ADDRESS)) return { pages: [], count: 0, problems };
  let from = 0;
  const report = (start: number, problems: ModelProblem[]): void =>
    checkRow(recordContent(splitRecord(text, start, delimiter).cells, from, columns), problems);
  const records = quick
    ? new QuickRecords(text, separator, layout, report, (shape) => table.isInvalid(shape))
    : undefined;
  let count = 0;
  let position = skipBlankLines(text, header.end, separator);
  while (position < text.length) {
    from = position;
    const starts: number[] = [];
    const builder = new PageBuilder(RECORDS, symbols, table);
    while (position < text.length && starts.length < RECORDS) {
      starts.push(position - from);
      const end = records?.read(position, builder) ?? -1;
      position = skipBlankLines(
        text,
        end >= 0 ? end : readRecord(text, position, from, delimiter, layout, builder, table),
        separator,
      );
    }
    count += starts.length;
    const page = builder.build((current, base, row) =>
      recordContent(splitRecord(current, base + (starts[row] ?? 0), delimiter).cells, base, columns),
    );
    pages.push({ start: from, page });
    yield;
  }
  return { pages, count, problems };
}

/** The record that names the columns of a file: the first that says anything. */
export function headerOf(text: string, delimiter: string): ReturnType<typeof splitRecord> {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const separator = delimiter.charCodeAt(0);
  const start = skipBlankLines(text, behindType(text, skipBlankLines(text, first, separator)), separator);
  return splitRecord(text, start, delimiter);
}

/** The columns of a file: how many there are, what they mean, and which of those named are missing. */
export interface Layout {
  readonly columns: readonly Column[];
  readonly width: number;
  readonly lost: readonly number[];
}

/** Behind the line that `Export-Csv` of Windows PowerShell writes first: `#TYPE Microsoft.Rtc.Management.ADConnect.Schema.OCSADUser`. */
function behindType(text: string, start: number): number {
  if (!/^"?#TYPE /.test(text.slice(start, start + 8))) return start;
  const end = text.slice(start).search(/[\r\n]/);
  return end < 0 ? text.length : start + end;
}

/** Behind lines that hold nothing but blanks and delimiters: spreadsheets end with such. */
function skipBlankLines(text: string, start: number, separator: number): number {
  let position = start;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isRecordEnd(code)) position = at + 1;
    else if (code !== 32 && code !== 9 && code !== separator) break;
    if (at === text.length - 1) return text.length;
  }
  return position;
}

function readRecord(
  text: string,
  start: number,
  base: number,
  delimiter: string,
  { columns, width, lost }: Layout,
  builder: PageBuilder,
  table: ShapeTable,
): number {
  const { cells, end } = splitRecord(text, start, delimiter);
  const content = recordContent(cells, base, columns);
  for (const value of content.values) {
    builder.value(
      value.property,
      value.text,
      0,
      value.text.length,
      hashFolded(value.text, 0, value.text.length),
      false,
    );
  }
  for (const property of lost) builder.lost(property);
  const { address } = content;
  const shape = builder.end(
    address,
    address.indexOf('@'),
    address.length,
    address === '' ? 0 : hashFolded(address, 0, address.length),
  );
  for (const { fault, start: from } of cells) {
    if (fault === undefined) continue;
    const at = from - base;
    builder.problems.push({
      code: 'UM0012',
      ...(fault === behindQuote && { severity: 'warning' as const }),
      start: at,
      end: at + 1,
      message: fault,
    });
  }
  if (cells.length !== width) {
    builder.problems.push({
      code: 'UM0012',
      severity: 'warning',
      start: (cells[0]?.start ?? start) - base,
      end: (cells[cells.length - 1]?.end ?? start) - base,
      message: `This row has ${cells.length} cells, the header has ${width}: a delimiter is missing, or stands in a cell without quotes`,
    });
  }
  if (
    content.values.some((value) => rowProperties[value.property]?.individual) ||
    table.isInvalid(shape) ||
    !plainAddress.test(address)
  ) {
    checkRow(content, builder.problems);
  }
  return end;
}

const plainAddress = /^[a-z0-9.-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;

/** What the cells of a record say. An empty cell says nothing; a cell that stands for a value is that value. */
function recordContent(cells: readonly Cell[], base: number, columns: readonly Column[]): RowContent {
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
