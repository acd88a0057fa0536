import type { Span, TextChange } from '../../base/span';
import type { Item } from '../ast';
import { SPACE } from '../characters';
import { lex } from '../lexer';
import { KnownPages } from '../rowPages';
import { CloseBrace, OpenBrace, Str, type Token } from '../tokens';
import { type Edges, gapText, type Place } from './gap';
import { brokenNodes } from './health';

/** What a formatter is asked for. */
export interface FormatScope {
  readonly text: string;
  readonly lineEnd: string;
  /** Only what touches this range is wanted; offsets of the text. */
  readonly range: Span;
  /** Only the rows near the range decide about columns, so that the work doesn't grow with the block. */
  readonly nearby: boolean;
  readonly changes: TextChange[];
}

/** What stands before an item. */
export interface Before {
  readonly startOfFile: boolean;
  /** The item before stays as it is. */
  readonly broken: boolean;
}

/** Goes through the tokens of an item, and changes the white space before each and its spelling. */
export class TokenWalk {
  private readonly tokens: readonly Token[];
  protected readonly broken: ReadonlySet<Span>;
  protected next = 0;
  /** While a width is measured, the first token measured; else -1. Nothing is changed then. */
  private measuredFrom = -1;
  private width = 0;
  /** What stands before the current place stays as it is, so that no line end may come or go here. */
  protected beside: boolean;

  constructor(
    protected readonly scope: FormatScope,
    protected readonly item: Item,
    private readonly before: Before,
  ) {
    this.tokens = lex(scope.text, item.start, item.start + item.length, KnownPages.of(item)).tokens;
    this.broken = brokenNodes(item);
    this.beside = before.broken;
  }

  /** Where the next token starts, relative to the item. */
  protected offset(): number {
    const token = this.tokens[this.next];
    return token === undefined ? Number.POSITIVE_INFINITY : token.startOffset - this.item.start;
  }

  /** What stays as it is stands before the next token on its line: a word there could change what that means. */
  protected isBesideFault(): boolean {
    return this.beside && this.token?.newline === false;
  }

  protected get token(): Token | undefined {
    return this.tokens[this.next];
  }

  /** Goes to the token at an offset, and changes nothing on the way. */
  protected moveTo(offset: number): void {
    while (this.offset() < offset) this.next++;
  }

  protected line(indent: number, commentIndent = indent): Place {
    return { line: true, width: 0, indent, commentIndent, pinned: this.beside };
  }

  /** Behind the token before, on its line. A line end that has to stay there is followed by `indent` blanks. */
  protected behind(width: number, indent: number): Place {
    return { line: false, width, indent, commentIndent: indent };
  }

  /** The next token, at its place and in its spelling. */
  protected advance(place: Place, spelling?: string): void {
    const token = this.tokens[this.next];
    if (token === undefined) return;
    const previous = this.tokens[this.next - 1];
    const start = previous ? previous.endOffset + 1 : this.item.start;
    const end = token.endOffset + 1;
    const word = token.tokenType === Str ? undefined : spelling;
    const gap = this.gap(start, token.startOffset, place, previous);
    if (this.measuredFrom >= 0) {
      if (this.next > this.measuredFrom) this.width += gap?.length ?? token.startOffset - start;
      this.width += word?.length ?? end - token.startOffset;
    } else {
      if (gap !== undefined) this.change(start, token.startOffset, gap);
      if (word !== undefined) this.change(token.startOffset, end, word);
    }
    this.next++;
    this.beside = false;
  }

  private gap(start: number, end: number, place: Place, previous: Token | undefined): string | undefined {
    const { text, lineEnd } = this.scope;
    const { width } = place;
    if (!place.line && width < 2 && end - start === width && (width === 0 || text.charCodeAt(start) === SPACE)) {
      return undefined;
    }
    const edges: Edges = {
      startOfFile: previous === undefined && this.before.startOfFile,
      opens: previous?.tokenType === OpenBrace,
      closes: this.token?.tokenType === CloseBrace,
      lineEnd,
    };
    return gapText(text, start, end, place, edges);
  }

  protected change(start: number, end: number, wanted: string): void {
    const { text, range, changes } = this.scope;
    if (this.measuredFrom >= 0 || end < range.start || start > range.end) return;
    if (end - start === wanted.length && text.startsWith(wanted, start)) return;
    changes.push({ start, end, text: wanted });
  }

  /** Leaves a node as it is, with the white space before it. */
  protected skip(node: Span): void {
    this.moveTo(node.end);
    this.beside = true;
  }

  /** How wide what `walk` goes through would become, from the next token on. Changes nothing. */
  protected measured(walk: () => void): number {
    const { next, measuredFrom, width, beside } = this;
    this.measuredFrom = next;
    this.width = 0;
    walk();
    const result = this.width;
    this.next = next;
    this.measuredFrom = measuredFrom;
    this.width = width;
    this.beside = beside;
    return result;
  }
}
