/** A place in a text, counted from zero; `character` counts UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text start, so that offsets and places can be turned into each other. Lines end with LF, CRLF or a lone CR. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    const lf = /\r\n?|\n/g;
    if (text.indexOf('\r') < 0) {
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.starts.push(at + 1);
    } else {
      while (lf.exec(text) !== null) this.starts.push(lf.lastIndex);
    }
  }

  get lineCount(): number {
    return this.starts.length;
  }

  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  place(offset: number): Place {
    const clamped = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(clamped);
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
