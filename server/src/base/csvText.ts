/** A cell that a spreadsheet takes for a formula, or one that only apostrophes keep from it. */
const formula = /^'*[=+\-@\t\r]/;

/** Whether a cell carries the apostrophe that keeps a spreadsheet from taking it for a formula. */
export function isFormulaGuarded(cell: string): boolean {
  return cell.charCodeAt(0) === 39 && formula.test(cell);
}

/** A cell as it is written: guarded where a spreadsheet would take it for a formula, quoted where it has to be. */
export function csvCell(text: string, delimiter = ','): string {
  const guarded = formula.test(text) ? `'${text}` : text;
  const needsQuotes = guarded.includes(delimiter) || /["\r\n]|^\s|\s$/.test(guarded);
  return needsQuotes ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
