import type { Position, Range } from 'vscode-languageserver';
import type { Characters } from '../base/pieces';
import type { Span } from '../base/span';
import type { LineIndex } from '../syntax/lineIndex';

export const positionEncodings = ['utf-16', 'utf-8', 'utf-32'] as const;
export type Encoding = (typeof positionEncodings)[number];

/** A text with its lines. */
export interface Lined {
  readonly characters: Characters;
  readonly lines: LineIndex;
}

/** Between offsets, which count UTF-16 code units, and the positions of the protocol in the encoding that was agreed on. */
export class Positions {
  constructor(readonly encoding: Encoding) {}

  /** @param near a line from which to look on, by whoever goes through a file in its order. */
  range(file: Lined, span: Span, near?: number): Range {
    const start = this.position(file, span.start, near);
    return { start, end: this.position(file, span.end, start.line) };
  }

  /** @param near as in `range` */
  position(file: Lined, offset: number, near?: number): Position {
    const place = file.lines.place(offset, near);
    if (this.encoding === 'utf-16') return place;
    const { line, character } = place;
    const start = file.lines.lineStart(line);
    return { line, character: unitsOf(file.characters.slice(start, start + character), this.encoding) };
  }

  offset(file: Lined, { line, character }: Position): number {
    if (this.encoding === 'utf-16') return file.lines.offset({ line, character });
    if (line < 0 || line >= file.lines.lineCount) return file.lines.offset({ line, character: 0 });
    const start = file.lines.lineStart(line);
    return start + codeUnits(file.characters.slice(start, file.lines.lineEnd(line)), character, this.encoding);
  }

  span(file: Lined, range: Range): Span {
    const start = this.offset(file, range.start);
    return { start, end: Math.max(start, this.offset(file, range.end)) };
  }

  /** The length of a stretch of text in the units of the encoding. */
  length(text: string): number {
    return this.encoding === 'utf-16' ? text.length : unitsOf(text, this.encoding);
  }
}

function unitsOf(text: string, encoding: Encoding): number {
  let units = 0;
  for (const character of text) units += width(character, encoding);
  return units;
}

/** How many UTF-16 code units of a line the first `units` of the encoding take; a position behind the line's end is its end. */
function codeUnits(line: string, units: number, encoding: Encoding): number {
  let seen = 0;
  let offset = 0;
  for (const character of line) {
    const next = seen + width(character, encoding);
    if (next > units) break;
    seen = next;
    offset += character.length;
  }
  return offset;
}

function width(character: string, encoding: Encoding): number {
  if (encoding === 'utf-32') return 1;
  const code = character.codePointAt(0) as number;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
