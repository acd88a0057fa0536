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

/** Where the lines of a text start, so that offsets and places can be turned into each other. Lines end with LF, CRLF or a lone CR. */
export class LineIndex {
  private readonly starts: Uint32Array;

  constructor(
    private readonly text: Characters,
    starts?: Uint32Array,
  ) {
    this.starts = starts ?? Uint32Array.from([0, ...lineStarts(text, 0, text.length)]);
  }

  /**
   * The lines after an edit: only those around it are looked for again.
   * @param text the text after the edit.
   */
  edited(text: Characters, change: TextChange): LineIndex {
    const { starts } = this;
    const delta = change.text.length - (change.end - change.start);
    // A line end may be two characters: from the line before the edit to the one behind it.
    const first = Math.max(0, this.lineAt(change.start) - 1);
    const last = Math.min(starts.length, this.lineAt(change.end) + 2);
    const from = starts[first] as number;
    const to = last < starts.length ? (starts[last] as number) + delta : text.length;
    const between = lineStarts(text, from, to);
    // The last one is the one that `last` stands for.
    if (last < starts.length && between.pop() !== to) return new LineIndex(text);
    const result = new Uint32Array(first + 1 + between.length + starts.length - last);
    result.set(starts.subarray(0, first + 1));
    result.set(between, first + 1);
    for (let i = last, at = first + 1 + between.length; i < starts.length; i++)
      result[at++] = (starts[i] as number) + delta;
    return new LineIndex(text, result);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** @param near a line from which to look on, by whoever goes through a text in its order. */
  lineAt(offset: number, near = 0): number {
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    if (near > 0 && near <= high && (starts[near] as number) <= offset) {
      low = near;
      for (let step = 1; low + step <= high; step *= 2) {
        if ((starts[low + step] as number) > offset) {
          high = low + step - 1;
          break;
        }
        low += step;
      }
    }
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** @param near as in `lineAt` */
  place(offset: number, near?: number): Place {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped, near);
    return { line, character: clamped - (this.starts[line] as number) };
  }

  /** The offset of a place; one behind a line's end is taken as that end. */
  offset(place: Place): number {
    if (place.line < 0) return 0;
    const start = this.starts[place.line];
    if (start === undefined) return this.text.length;
    return Math.min(start + Math.max(0, place.character), this.lineEnd(place.line));
  }

  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The end of a line's text, before its line end. */
  lineEnd(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    const code = this.text.charCodeAt(next - 1);
    return code === 10 && this.text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
  }
}
