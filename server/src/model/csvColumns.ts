import { fold, nearest } from '../base/words';
import type { ColumnsNode } from '../syntax/ast';
import { rowProperties } from '../syntax/rowScanner';
import type { Cell } from './csvRecord';
import type { ModelProblem } from './declaration';

/** What a cell of each record means: -1 the address, else the index of a row's property. One cell may mean several. */
export interface Column {
  readonly cell: number;
  readonly property: number;
  /** Cells that stand for a value, folded. */
  readonly cells?: ReadonlyMap<string, string>;
}

export const ADDRESS = -1;
function propertyIndex(word: string): number | undefined {
  const wanted = fold(word);
  if (wanted === 'sipaddress') return ADDRESS;
  const index = rowProperties.findIndex((property) =>
    [property.name, ...(property.aliases ?? []), ...(property.csvHeaders ?? [])].some((name) => fold(name) === wanted),
  );
  return index < 0 ? undefined : index;
}

/** The columns that a file's headers name by the properties' and the cmdlets' names. */
export function standardColumns(cells: readonly Cell[], problems: ModelProblem[], delimiter: string): Column[] {
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

/**
 * The columns that a `columns` block names.
 * @param lost gets the properties whose column isn't there
 */
export function namedColumns(
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
