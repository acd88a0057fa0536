import type { Characters } from '../base/pieces';
import type { TextChange } from '../base/span';

/** A place in a text, counted from zero; `character` counts UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A shorter stretch is looked through by hand: a search would run on to the end of the text. */
const SHORT = 65_536;

/** Where lines start behind the line ends of a stretch of text. */
function lineStarts(characters: Characters, from: number, to: number): number[] {
  // With the character behind it, by which CR and CRLF differ.
  const text = from === 0 && to === characters.length ? characters.slice(0) : characters.slice(from, to + 1);
  const starts = startsIn(text, 0, to - from);
  if (from > 0) for (const [i, start] of starts.entries()) starts[i] = start + from;
  return starts;
}

function startsIn(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  if (to - from > SHORT && text.indexOf('\r', from) < 0) {
    for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}

/** Lines that an edit moved: from which on, and how far. */
interface Moved {
  readonly from: number;
  readonly by: number;
}

const nowhere: Moved = { from: 0, by: 0 };

/** Where the lines of a text start, so that offsets and places can be turned into each other. Lines end with LF, CRLF or a lone CR. */
export class LineIndex {
  private readonly starts: Uint32Array;

  /** @param moved those of the lines that start elsewhere: whoever types in a line moves all behind it. */
  constructor(
    private readonly text: Characters,
    starts?: Uint32Array,
    private readonly moved = nowhere,
  ) {
    this.starts = starts ?? Uint32Array.from([0, ...lineStarts(text, 0, text.length)]);
  }

  /**
   * The lines after an edit: only those around it are looked for again.
   * @param text the text after the edit.
   */
  edited(text: Characters, change: TextChange): LineIndex {
    const { lineCount } = this;
    const delta = change.text.length - (change.end - change.start);
    // A line end may be two characters: from the line before the edit to the one behind it.
    const first = Math.max(0, this.lineAt(change.start) - 1);
    const last = Math.min(lineCount, this.lineAt(change.end) + 2);
    const from = this.lineStart(first);
    const to = last < lineCount ? this.lineStart(last) + delta : text.length;
    const between = lineStarts(text, from, to);
    // The last one is the one that `last` stands for.
    if (last < lineCount && between.pop() !== to) return new LineIndex(text);
    return this.inLine(text, first, last, between, delta) ?? this.withLines(text, first, last, between, delta);
  }

  /** The same lines, of which those behind one stand elsewhere; `undefined` where others are there, or moved by other edits. */
  private inLine(
    text: Characters,
    first: number,
    last: number,
    between: readonly number[],
    delta: number,
  ): LineIndex | undefined {
    const { starts, moved } = this;
    if (between.length !== last - first - 1) return undefined;
    const stay = between.findIndex((start, i) => start !== this.lineStart(first + 1 + i));
    const from = stay < 0 ? last : first + 1 + stay;
    for (let i = from - first - 1; i < between.length; i++)
      if (between[i] !== this.lineStart(first + 1 + i) + delta) return undefined;
    if (delta === 0) return new LineIndex(text, starts, moved);
    if (moved.by !== 0 && moved.from !== from) return undefined;
    return new LineIndex(text, starts, { from, by: moved.by + delta });
  }

  private withLines(
    text: Characters,
    first: number,
    last: number,
    between: readonly number[],
    delta: number,
  ): LineIndex {
    const { lineCount } = this;
    const result = new Uint32Array(first + 1 + between.length + lineCount - last);
    for (let line = 0; line <= first; line++) result[line] = this.lineStart(line);
    result.set(between, first + 1);
    for (let line = last, at = first + 1 + between.length; line < lineCount; line++)
      result[at++] = this.lineStart(line) + delta;
    return new LineIndex(text, result);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** @param near a line from which to look on, by whoever goes through a text in its order. */
  lineAt(offset: number, near = 0): number {
    let low = 0;
    let high = this.lineCount - 1;
    if (near > 0 && near <= high && this.lineStart(near) <= offset) {
      low = near;
      for (let step = 1; low + step <= high; step *= 2) {
        if (this.lineStart(low + step) > offset) {
          high = low + step - 1;
          break;
        }
        low += step;
      }
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStart(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @param near as in `lineAt` */
  place(offset: number, near?: number): Place {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped, near);
    return { line, character: clamped - this.lineStart(line) };
  }

  /** The offset of a place; one behind a line's end is taken as that end. */
  offset(place: Place): number {
    if (place.line < 0) return 0;
    if (place.line >= this.lineCount) return this.text.length;
    return Math.min(this.lineStart(place.line) + Math.max(0, place.character), this.lineEnd(place.line));
  }

  lineStart(line: number): number {
    const start = this.starts[line];
    if (start === undefined) return this.text.length;
    return line < this.moved.from ? start : start + this.moved.by;
  }

  /** The end of a line's text, before its line end. */
  lineEnd(line: number): number {
    if (line + 1 >= this.lineCount) return this.text.length;
    const next = this.lineStart(line + 1);
    const code = this.text.charCodeAt(next - 1);
    return code === 10 && this.text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
  }
}
