/** A cell that a spreadsheet takes for a formula, or one that only apostrophes keep from it. */
const formula = /^'*[=+\-@\t\r]/;

/** Whether a cell carries the apostrophe that keeps a spreadsheet from taking it for a formula. */
export function isFormulaGuarded(cell: string): boolean {
  return cell.charCodeAt(0) === 39 && formula.test(cell);
}

/** What most cells are: no formula, and nothing in it that has to be quoted. */
const plain = /^[A-Za-z0-9](?:[\w.:@+/-]*\w)?$/;

/** A cell as it is written: guarded where a spreadsheet would take it for a formula, quoted where it has to be. */
export function csvCell(text: string, delimiter = ','): string {
  if (text === '' || (delimiter === ',' && plain.test(text))) return text;
  return quotedCell(formula.test(text) ? `'${text}` : text, delimiter);
}

/** A text in quotes where a cell needs them, or has them already. */
export function quotedCell(text: string, delimiter: string, quoted = false): string {
  const needsQuotes = quoted || text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text);
  return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
}
