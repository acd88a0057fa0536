import { isFormulaGuarded } from '../base/csvText';
import type { Steps } from '../base/steps';
import { fold, nearest } from '../base/words';
import type { ColumnsNode } from '../syntax/ast';
import { hashFolded, rowProperties } from '../syntax/rowScanner';
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

/** What a cell of each record means: -1 the address, else the index of a row's property. One cell may mean several. */
interface Column {
  readonly cell: number;
  readonly property: number;
  /** Cells that stand for a value, folded. */
  readonly cells?: ReadonlyMap<string, string>;
}

const ADDRESS = -1;
const RECORDS = 256;

/** One cell of a record: its text without quotes, and where it stands. */
export interface Cell {
  text: string;
  start: number;
  end: number;
  /** What is wrong with its quotes. */
  fault?: string;
}

const openQuote = 'This cell has no closing quote: all that follows in the file is read as part of it';
const behindQuote =
  'Text behind the closing quote of a cell is left out: a quote inside of quotes is written twice, ""';

/** Splits the record at `start` into cells; the end is behind its line end. Quoted cells may hold delimiters, doubled quotes and line ends. */
export function splitRecord(
  text: string,
  start: number,
  delimiter: string,
): { readonly cells: Cell[]; readonly end: number } {
  const cells: Cell[] = [];
  const separator = delimiter.charCodeAt(0);
  let position = start;
  for (;;) {
    let value: string;
    const from = position;
    if (text.charCodeAt(position) === 34) {
      let close = position + 1;
      let fault: string | undefined;
      for (;;) {
        close = text.indexOf('"', close);
        if (close < 0) {
          close = text.length;
          fault = openQuote;
          break;
        }
        if (text.charCodeAt(close + 1) !== 34) break;
        close += 2;
      }
      value = text.slice(position + 1, close).replaceAll('""', '"');
      position = Math.min(close + 1, text.length);
      for (; position < text.length; position++) {
        const code = text.charCodeAt(position);
        if (isRecordEnd(code) || code === separator) break;
        if (code !== 32 && code !== 9) fault = behindQuote;
      }
      cells.push({ text: value, start: from, end: position, ...(fault && { fault }) });
    } else {
      while (position < text.length) {
        const code = text.charCodeAt(position);
        if (code === separator || isRecordEnd(code)) break;
        position++;
      }
      value = text.slice(from, position);
      const trimmed = value.trim();
      const lead = value.length - value.trimStart().length;
      cells.push({ text: trimmed, start: from + lead, end: from + lead + trimmed.length });
    }
    if (text.charCodeAt(position) === separator && position < text.length) {
      position++;
      continue;
    }
    if (text.charCodeAt(position) === 13) position++;
    if (text.charCodeAt(position) === 10) position++;
    return { cells, end: position };
  }
}

function isRecordEnd(code: number): boolean {
  return code === 10 || code === 13;
}

/**
 * Reads a CSV file's users, a page at a time. A `columns` block names the headers; without one they are the properties' and the cmdlets' names.
 * @param pages where they are put as they are read.
 */
export function* readCsv(
  text: string,
  delimiter: string,
  columnsNode: ColumnsNode | undefined,
  symbols: SymbolTable,
  table: ShapeTable,
  pages: CsvPage[] = [],
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
  let count = 0;
  let position = skipBlankLines(text, header.end, separator);
  while (position < text.length) {
    const from = position;
    const starts: number[] = [];
    const builder = new PageBuilder(RECORDS, symbols, table);
    while (position < text.length && starts.length < RECORDS) {
      starts.push(position - from);
      position = skipBlankLines(text, readRecord(text, position, from, delimiter, layout, builder, table), separator);
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
interface Layout {
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

function propertyIndex(word: string): number | undefined {
  const wanted = fold(word);
  if (wanted === 'sipaddress') return ADDRESS;
  const index = rowProperties.findIndex((property) =>
    [property.name, ...(property.aliases ?? []), ...(property.csvHeaders ?? [])].some((name) => fold(name) === wanted),
  );
  return index < 0 ? undefined : index;
}

function standardColumns(cells: readonly Cell[], problems: ModelProblem[], delimiter: string): Column[] {
  const columns: Column[] = [];
  cells.forEach(({ text, start, end }, cell) => {
    const property = propertyIndex(text);
    if (property === undefined) return;
    if (!rowProperties[property]?.list && columns.some((column) => column.property === property)) {
      const message = `"${text}" is a second column of the same meaning: the first one counts`;
      problems.push({ code: 'UM0006', start, end, message });
    } else columns.push({ cell, property });
  });
  if (!columns.some((column) => column.property === ADDRESS))
    problems.push(missingColumn('SipAddress', cells, delimiter));
  return columns;
}

function namedColumns(
  cells: readonly Cell[],
  node: ColumnsNode,
  problems: ModelProblem[],
  delimiter: string,
  lost: number[],
): Column[] {
  const columns: Column[] = [];
  let hasAddress = false;
  for (const column of node.columns) {
    if (column.header === undefined) continue;
    const property = propertyIndex(column.property.text);
    if (property === undefined || columns.some((other) => other.property === property)) continue;
    if (property === ADDRESS) hasAddress = true;
    const index = cells.findIndex((cell) => fold(cell.text) === fold(column.header?.text ?? ''));
    if (index < 0) {
      // A wrong delimiter hides all columns: said once.
      if (cells.length > 1 || problems.length === 0) problems.push(missingColumn(column.header.text, cells, delimiter));
      if (property >= 0) lost.push(property);
      continue;
    }
    const meanings = new Map<string, string>();
    for (const { value, cells: texts } of column.values)
      for (const cell of texts) meanings.set(fold(cell.text), value.text);
    columns.push({ cell: index, property, cells: meanings });
  }
  if (!hasAddress && node.columns.length > 0) {
    const index = cells.findIndex((cell) => fold(cell.text) === 'sipaddress');
    if (index >= 0) columns.push({ cell: index, property: ADDRESS });
    else if (problems.length === 0) problems.push(missingColumn('SipAddress', cells, delimiter));
  }
  return columns;
}

function missingColumn(header: string, cells: readonly Cell[], delimiter: string): ModelProblem {
  const names = cells.map((cell) => cell.text);
  const guess = nearest(header, names);
  const isEmpty = names.every((name) => name === '');
  const first = cells[0];
  const last = cells[cells.length - 1];
  const other =
    names.length === 1
      ? [';', '\t', ',', '|'].find((sign) => sign !== delimiter && names[0]?.includes(sign))
      : undefined;
  const hint = other
    ? `; its cells seem to be separated by ${other === '\t' ? 'tabs' : `"${other}"`}: say so by \`delimiter\``
    : guess
      ? `; "${guess}" is the nearest: name it by \`columns\``
      : `; it has ${names.map((name) => `"${name}"`).join(', ')}`;
  return {
    code: 'UM0012',
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    message: isEmpty
      ? 'This file is empty: its first line names the columns'
      : `This file has no column "${header}"${hint}`,
  };
}
