import { lastUpTo } from './lists';
import type { TextChange } from './span';

/** What is asked of a text that may be long: a string answers as well. */
export interface Characters {
  readonly length: number;
  charCodeAt(index: number): number;
  slice(start: number, end?: number): string;
  toString(): string;
}

/** A string in which a stretch of a text stands, and at which offset of the text the string begins. */
export interface Window {
  readonly text: string;
  readonly shift: number;
}

/** Of a piece that is larger than that, an edit copies so much before and behind it, and takes over what is farther away. */
const NEAR = 8192;
const LARGE = 2 * NEAR;

/** With more pieces the text is put together again. */
const MANY = 512;

/**
 * A long text that is edited: an edit makes another one and copies only what lies near it. The whole as one string is made when somebody asks for it, and not before:
 * copying megabytes takes longer than all that follows from a keystroke.
 */
export class Pieces implements Characters {
  private constructor(
    private readonly pieces: readonly string[],
    /** Where each piece starts. */
    private readonly starts: readonly number[],
    readonly length: number,
    private whole: string | undefined,
  ) {}

  static of(text: string): Pieces {
    return new Pieces([text], [0], text.length, text);
  }

  /** In how many pieces it is. */
  get count(): number {
    return this.pieces.length;
  }

  /** The whole: once it was asked for it is kept. */
  toString(): string {
    this.whole ??= this.pieces.join('');
    return this.whole;
  }

  charCodeAt(index: number): number {
    if (this.whole !== undefined) return this.whole.charCodeAt(index);
    if (index < 0 || index >= this.length) return Number.NaN;
    const at = pieceAt(this.starts, index);
    return (this.pieces[at] as string).charCodeAt(index - (this.starts[at] as number));
  }

  slice(start: number, end = this.length): string {
    if (this.whole !== undefined) return this.whole.slice(start, end);
    const from = Math.max(0, start);
    const to = Math.min(end, this.length);
    let found = '';
    for (let at = pieceAt(this.starts, from); at < this.pieces.length && (this.starts[at] as number) < to; at++) {
      const base = this.starts[at] as number;
      found += (this.pieces[at] as string).slice(Math.max(0, from - base), to - base);
    }
    return found;
  }

  /** A string with a stretch in it: the whole, where that is there. */
  window(start: number, end: number): Window {
    return this.whole === undefined ? { text: this.slice(start, end), shift: start } : { text: this.whole, shift: 0 };
  }

  edited({ start, end, text }: TextChange): Pieces {
    if (this.pieces.length > MANY) return Pieces.of(this.toString()).edited({ start, end, text });
    const [pieces, starts] = this.whole === undefined ? [this.pieces, this.starts] : [[this.whole], [0]];
    const length = this.length - (end - start) + text.length;
    const first = pieceAt(starts, start);
    const last = pieceAt(starts, end);
    const base = starts[first] as number;
    const before = (pieces[first] as string).slice(0, start - base);
    const behind = (pieces[last] as string).slice(end - (starts[last] as number));
    const from = before.length > LARGE ? before.length - NEAR : 0;
    const to = behind.length > LARGE ? NEAR : behind.length;
    const between = [before.slice(0, from), before.slice(from) + text + behind.slice(0, to), behind.slice(to)];
    const now = [...pieces.slice(0, first), ...between.filter((piece) => piece !== ''), ...pieces.slice(last + 1)];
    if (now.length === 0) return Pieces.of('');
    let at = 0;
    return new Pieces(
      now,
      now.map((piece) => {
        at += piece.length;
        return at - piece.length;
      }),
      length,
      undefined,
    );
  }
}

/** The piece in which an offset stands. */
function pieceAt(starts: readonly number[], offset: number): number {
  return lastUpTo(starts.length, offset, (index) => starts[index] as number);
}
