import type { Position, Range } from './client';

export type Units = 'utf-16' | 'utf-8';

/** The texts of documents as the client has them, by URI. */
export type Texts = ReadonlyMap<string, string>;

/** A document's lines, as wide as the client counts them. */
class Lines {
  private readonly lines: readonly string[];

  constructor(
    text: string,
    private readonly units: Units,
  ) {
    this.lines = text.split(/\r\n|\r|\n/);
  }

  has({ line, character }: Position): boolean {
    return line >= 0 && character >= 0 && line < this.lines.length && character <= this.width(line);
  }

  private width(line: number): number {
    const text = this.lines[line] as string;
    return this.units === 'utf-8' ? Buffer.byteLength(text) : text.length;
  }
}

/**
 * The faults of the places in an answer about `uri`, wherever they stand in it: ranges and positions that a document of `texts` hasn't got, ranges that end before they
 * start, colours and folds outside of the text. Documents that aren't in `texts` can't be looked at.
 */
export function placeFaults(answer: unknown, texts: Texts, uri: string, units: Units = 'utf-16'): string[] {
  const known = new Map<string, Lines>();
  const linesOf = (name: string): Lines | undefined => {
    const text = texts.get(name);
    if (text !== undefined && !known.has(name)) known.set(name, new Lines(text, units));
    return known.get(name);
  };
  const faults: string[] = [];
  const fault = (value: unknown): void => void faults.push(JSON.stringify(value).slice(0, 300));
  const look = (value: unknown, there: string): void => {
    if (Array.isArray(value)) for (const each of value) look(each, there);
    else if (isRange(value)) {
      const { start, end } = value;
      const backwards = start.line > end.line || (start.line === end.line && start.character > end.character);
      const lines = linesOf(there);
      if (backwards || (lines && !(lines.has(start) && lines.has(end)))) fault(value);
    } else if (isPosition(value)) {
      if (linesOf(there)?.has(value) === false) fault(value);
    } else if (isFold(value)) {
      const { startLine, endLine } = value;
      const lines = linesOf(there);
      const outside = [startLine, endLine].some((line) => lines?.has({ line, character: 0 }) === false);
      if (endLine <= startLine || outside) fault(value);
    } else if (typeof value === 'object' && value !== null) inObject(value, there);
  };
  const inObject = (value: object, there: string): void => {
    // The numbers of a difference are relative to those before it.
    if ('data' in value && !('deleteCount' in value) && isTokens(value.data)) {
      const wrong = tokenFault(value.data, linesOf(there));
      if (wrong !== undefined) fault({ token: wrong });
    }
    const own = uriOf(value) ?? there;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'data') continue;
      if (key === 'changes') for (const [file, edits] of Object.entries(each as object)) look(edits, file);
      // Whence a link leads, and where the caller calls: in what was asked about, unless the caller is what was found.
      else if (key === 'originSelectionRange') look(each, there);
      else if (key === 'fromRanges') look(each, 'from' in value ? (uriOf(value.from as object) ?? there) : there);
      else look(each, own);
    }
  };
  look(answer, uri);
  return faults;
}

/** The faults of the places in an answer about a document of which nothing else is known. */
export function rangeFaults(answer: unknown, text: string, uri: string, units: Units = 'utf-16'): string[] {
  return placeFaults(answer, new Map([[uri, text]]), uri, units);
}

function uriOf(value: object): string | undefined {
  if ('textDocument' in value) return uriOf(value.textDocument as object);
  const named = 'uri' in value ? value.uri : 'targetUri' in value ? value.targetUri : undefined;
  return typeof named === 'string' ? named : undefined;
}

/** The number of the first token that overlaps the one before it or stands outside of the text. */
function tokenFault(data: readonly number[], lines: Lines | undefined): number | undefined {
  let [line, character, free] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [down, along, length] = [data[at] as number, data[at + 1] as number, data[at + 2] as number];
    if (down > 0) [line, character, free] = [line + down, 0, 0];
    character += along;
    if (down < 0 || length <= 0 || character < free || lines?.has({ line, character: character + length }) === false)
      return at / 5;
    free = character + length;
  }
  return undefined;
}

function isTokens(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length % 5 === 0 && value.every((each) => typeof each === 'number');
}

function isFold(value: unknown): value is { readonly startLine: number; readonly endLine: number } {
  return typeof value === 'object' && value !== null && 'startLine' in value && 'endLine' in value;
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value && isPosition(value.start);
}

function isPosition(value: unknown): value is Position {
  return typeof value === 'object' && value !== null && 'line' in value && 'character' in value;
}
