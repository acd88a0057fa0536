/** One cell of a record: its text without quotes, and where it stands. */
export interface Cell {
  text: string;
  start: number;
  end: number;
  /** What is wrong with its quotes. */
  fault?: string;
}

export const openQuote = 'This cell has no closing quote: all that follows in the file is read as part of it';
export const behindQuote =
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

/** The end of a line. */
export function isRecordEnd(code: number): boolean {
  return code === 10 || code === 13;
}
