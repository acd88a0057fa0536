import { sameElements } from '../base/lists';
import type { Steps } from '../base/steps';
import { detached } from '../base/words';
import type { ColumnsNode } from '../syntax/ast';
import { hashFolded, rowProperties } from '../syntax/rowScanner';
import { ADDRESS, type Column, namedColumns, standardColumns } from './csvColumns';
import { checkRecord, recordContent, recordReader } from './csvContent';
import { type CsvBefore, KeptPages } from './csvKept';
import { QuickRecords } from './csvQuick';
import { behindQuote, isRecordEnd, splitRecord } from './csvRecord';
import type { ModelProblem } from './declaration';
import type { ShapeTable } from './shapes';
import type { SymbolTable } from './symbols';
import { PageBuilder, type UserPage } from './userPage';

/** A page of a CSV file's records and where it starts in the file. */
export interface CsvPage {
  readonly start: number;
  readonly page: UserPage;
}

export interface CsvTable {
  /** The names of the columns, by which what is kept of a file before means the same. */
  readonly header: readonly string[];
  readonly pages: readonly CsvPage[];
  /** Of the file's header; offsets are the file's. */
  readonly problems: readonly ModelProblem[];
}

const RECORDS = 256;

export interface CsvReading {
  /** The file before an edit: only the pages that the edit touched are read again. */
  readonly before?: CsvBefore | undefined;
  /** Where pages are put as they are read. */
  readonly pages?: CsvPage[];
  /** False: every record is read as those are that the fast path leaves alone. */
  readonly quick?: boolean;
}

/** Reads a CSV file's users, a page at a time. A `columns` block names the headers; without one they are the properties' and the cmdlets' names. */
export function* readCsv(
  text: string,
  delimiter: string,
  columnsNode: ColumnsNode | undefined,
  symbols: SymbolTable,
  table: ShapeTable,
  { before, pages = [], quick = true }: CsvReading = {},
): Steps<CsvTable> {
  const problems: ModelProblem[] = [];
  const separator = delimiter.charCodeAt(0);
  const { cells, end: headerEnd } = headerOf(text, delimiter);
  const header = cells.map((cell) => detached(cell.text));
  /** Properties whose column is named and missing: their values are lost rather than unsaid. */
  const lost: number[] = [];
  const columns = columnsNode
    ? namedColumns(cells, columnsNode, problems, delimiter, lost)
    : standardColumns(cells, problems, delimiter);
  const layout: Layout = { columns, width: cells.length, lost };
  if (!columns.some((column) => column.property === ADDRESS)) return { header, pages: [], problems };
  let from = 0;
  const report = (start: number, problems: ModelProblem[]): void =>
    checkRecord(recordContent(splitRecord(text, start, delimiter).cells, from, columns), problems);
  const records = quick
    ? new QuickRecords(text, separator, layout, report, (shape) => table.isInvalid(shape))
    : undefined;
  const kept =
    before && sameElements(before.table.header, header) ? new KeptPages(before, text, separator, RECORDS) : undefined;
  for (const page of kept?.first ?? []) pages.push(page);
  let position = kept?.resume ?? skipBlankLines(text, headerEnd, separator);
  let left = kept?.from(position, 0);
  while (position < text.length && left === undefined) {
    from = position;
    const starts: number[] = [];
    const builder = new PageBuilder(RECORDS, symbols, table);
    while (position < text.length && starts.length < RECORDS && left === undefined) {
      starts.push(position - from);
      const end = records?.read(position, builder) ?? -1;
      position = skipBlankLines(
        text,
        end >= 0 ? end : readRecord(text, position, from, delimiter, layout, builder, table),
        separator,
      );
      left = kept?.from(position, starts.length % RECORDS);
    }
    pages.push({ start: from, page: builder.build(position - from, recordReader(starts, delimiter, columns)) });
    yield;
  }
  for (const page of left ?? []) pages.push(page);
  return { header, pages, problems };
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
    checkRecord(content, builder.problems);
  }
  return end;
}

const plainAddress = /^[a-z0-9.-]+@[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i;
