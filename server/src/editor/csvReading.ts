import { folderOf, joinPath } from '../base/paths';
import { fold, sameWord } from '../base/words';
import { headerOf } from '../model/csv';
import { type Cell, splitRecord } from '../model/csvRecord';
import type { Declaration } from '../model/declaration';
import type { Deployment } from '../model/deployment';
import type { ColumnNode, ColumnsNode } from '../syntax/ast';
import { type Property, userRow } from '../vocabulary';

/** How a CSV file is read: by which group, and what its columns are. */
export interface CsvReading {
  readonly path: string;
  readonly text: string;
  readonly group: Declaration;
  readonly delimiter: string;
  readonly columns: ColumnsNode | undefined;
  readonly header: readonly Cell[];
  /** Behind the header's line. */
  readonly headerEnd: number;
}

/** What a column holds: addresses, values of a property, or nothing that is read. */
export type ColumnMeaning = Property | 'sipAddress' | undefined;

/** A file that a group names by `csv`; the first group, when several do. */
export function csvReading(deployment: Deployment, path: string): CsvReading | undefined {
  const group = deployment.all('users').find((each) => csvPaths(each).includes(path));
  if (group === undefined || deployment.source(path) === undefined) return undefined;
  const text = deployment.textOf(path);
  const delimiter = deployment.delimiterOf(group);
  const { cells, end } = headerOf(text, delimiter);
  return { path, text, group, delimiter, columns: deployment.columnsOf(group), header: cells, headerEnd: end };
}

/** The paths of the CSV files that a group names. */
export function csvPaths(group: Declaration): string[] {
  const words = group.written.get('csv')?.node.values ?? [];
  return words.flatMap(({ text }) => joinPath(folderOf(group.path), text) ?? []);
}

/** The cell at an offset, with the place of its column. */
export function cellAt(
  { text, delimiter, header, headerEnd }: CsvReading,
  offset: number,
): { readonly cell: Cell; readonly index: number; readonly isHeader: boolean } | undefined {
  // An empty file: its header can begin anywhere.
  if (header.every((each) => each.text === ''))
    return { cell: { text: '', start: offset, end: offset }, index: 0, isHeader: true };
  const first = header[0]?.start ?? 0;
  if (offset < first) return undefined;
  const isHeader = offset < headerEnd || (headerEnd === text.length && !/[\r\n]$/.test(text));
  const start = isHeader ? first : Math.max(headerEnd, text.lastIndexOf('\n', offset - 1) + 1);
  const { cells } = isHeader ? { cells: header } : splitRecord(text, start, delimiter);
  const index = Math.max(
    0,
    cells.findLastIndex((cell) => cell.start <= offset),
  );
  const cell = cells[index];
  return cell && offset <= cell.end ? { cell, index, isHeader } : undefined;
}

/** The entry of `columns` that names a header. */
export function columnOf({ columns }: CsvReading, title: string): ColumnNode | undefined {
  return columns?.columns.find(({ header }) => header && sameWord(header.text, title));
}

/** What stands below a header. */
export function meaningOf(reading: CsvReading, title: string): ColumnMeaning {
  const { columns } = reading;
  const named = columns?.columns.find(({ property }) => sameWord(property.text, 'sipAddress'))?.header;
  if (sameWord(title, named?.text ?? 'SipAddress')) return 'sipAddress';
  const wanted = fold(columns ? (columnOf(reading, title)?.property.text ?? '') : title);
  return userRow.properties.find(({ name, aliases, csvHeaders }) =>
    [name, ...(aliases ?? []), ...(columns ? [] : (csvHeaders ?? []))].some((word) => fold(word) === wanted),
  );
}

/** The different cells of a column, in the order of the file; of its first rows only. */
export function cellsBelow(reading: CsvReading, title: string, rows = 500): string[] {
  const { text, delimiter, header, headerEnd } = reading;
  const index = header.findIndex((cell) => sameWord(cell.text, title));
  const found = new Map<string, string>();
  let at = headerEnd;
  for (let row = 0; index >= 0 && row < rows && at < text.length; row++) {
    const { cells, end } = splitRecord(text, at, delimiter);
    const value = cells[index]?.text ?? '';
    if (value !== '' && !found.has(fold(value))) found.set(fold(value), value);
    at = end;
  }
  return [...found.values()];
}
