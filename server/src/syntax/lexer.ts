import type { TokenType } from 'chevrotain';
import type { Pieces, Window } from '../base/pieces';
import type { Steps } from '../base/steps';
import { detached } from '../base/words';
import type { Doc, Problem, RowPage } from './ast';
import {
  AT,
  BACKSLASH,
  CLOSE_BRACE,
  COMMA,
  endsAtom,
  isBlank,
  isControl,
  isLineEnd,
  lineEndFrom,
  OPEN_BRACE,
  QUOTE,
  SLASH,
  STAR,
} from './characters';
import { type KnownPages, scanPage } from './rowPages';
import { Atom, CloseBrace, Comma, OpenBrace, Rows, Str, type Token } from './tokens';
import { WordCache } from './wordCache';

export interface Lexed {
  readonly tokens: Token[];
  /** Offsets are absolute. */
  readonly problems: Problem[];
  /** Where strings without closing quote start: how far they go depends on all of their line. */
  readonly openStrings: readonly number[];
  /** Characters in pages and rows of the earlier parse, which were not looked at. */
  readonly reused: number;
  /** The text ends in a comment that isn't closed. */
  readonly hidden: boolean;
}

const escapes: Readonly<Record<string, string>> = { n: '\n', '"': '"', '\\': '\\' };

/**
 * Splits a stretch of a file into tokens: punctuation, strings and atoms. Comments and white space leave no token; doc comments go to the token behind them.
 * A stretch starts with the file or where a token ends.
 * Whole pages of users' rows become one token; the grammar says where they may stand.
 * @param pages false: every row becomes tokens, as the grammar reads those that the fast path leaves alone.
 */
export function lex(text: string, from: number, to: number, known?: KnownPages, pages = true): Lexed {
  return new LexerRun(text, from, to, known, pages).run();
}

/** The same of a text that was edited: what lies in pages of the earlier parse isn't even read. */
export function lexAgain(text: Pieces, from: number, to: number, known: KnownPages): Lexed {
  return lexBetween(text, from, to, known) ?? lex(text.toString(), from, to, known);
}

/** @returns `undefined` where something before a page goes on behind its start: then the page isn't one any more. */
function lexBetween(text: Pieces, from: number, to: number, known: KnownPages): Lexed | undefined {
  // Which character stands before decides whether a line begins.
  const run = new LexerRun(text.slice(0, 1), from, 0, known, true);
  let at = from;
  for (const [start, page] of known.untouched) {
    if (start >= to) break;
    run.goOnWith(text.window(at, start), at, start);
    run.goOn(Number.POSITIVE_INFINITY);
    if (!run.isAt(start)) return undefined;
    if (!run.takePage(start, page, text.slice(start, start + (page.ends[0] as number)))) return undefined;
    at = start + page.length;
  }
  // A string without closing quote goes to the end of its line, also behind the stretch.
  let end = to;
  while (end < text.length && !isLineEnd(text.charCodeAt(end))) end++;
  run.goOnWith(text.window(at, end), at, to);
  return run.run();
}

/** The same in slices: it yields again and again, and returns what it found. */
export function* lexInSlices(text: string, from: number, to: number): Steps<Lexed> {
  const run = new LexerRun(text, from, to, undefined, true);
  while (run.goOn(SLICE)) yield;
  return run.run();
}

/** So many characters at a time, and a page of rows. */
const SLICE = 20_000;

class LexerRun {
  private position: number;
  private readonly tokens: Token[] = [];
  private readonly problems: Problem[] = [];
  private newline: boolean;
  private readonly openStrings: number[] = [];
  private reused = 0;
  private hidden = false;
  private doc: Doc | undefined;
  private readonly words = new WordCache();
  /** Where the text begins in the file: it may be a stretch of it. */
  private shift = 0;
  /** A line comment goes to the end of what is being read, and perhaps on. */
  private inComment = false;

  constructor(
    private text: string,
    from: number,
    private to: number,
    private readonly known: KnownPages | undefined,
    private readonly pages: boolean,
  ) {
    this.position = from;
    this.newline = from === 0 || (from === 1 && text.charCodeAt(0) === 0xfeff);
  }

  /** Goes on with a stretch of the file that stands in another string. */
  goOnWith({ text, shift }: Window, from: number, to: number): void {
    this.text = text;
    this.shift = shift;
    this.position = from - shift;
    this.to = to - shift;
    this.inComment = false;
  }

  /** Everything before an offset has been read, and nothing of it goes on there. */
  isAt(offset: number): boolean {
    return this.position + this.shift === offset && !this.hidden && !this.inComment;
  }

  /** Takes a page of the earlier parse that starts here, if it may stand here. */
  takePage(start: number, page: RowPage, address: string): boolean {
    if (!this.mayStartRows()) return false;
    this.reused += page.length;
    this.position = start - this.shift;
    this.pushPage(page, address);
    return true;
  }

  run(): Lexed {
    this.goOn(Number.POSITIVE_INFINITY);
    const { tokens, problems, openStrings, reused, hidden } = this;
    return { tokens, problems, openStrings, reused, hidden };
  }

  /** @returns whether something is left. */
  goOn(characters: number): boolean {
    const { text, to } = this;
    const end = Math.min(to, this.position + characters);
    while (this.position < end) {
      const code = text.charCodeAt(this.position);
      if (isLineEnd(code)) {
        this.newline = true;
        this.position++;
      } else if (isBlank(code)) this.position++;
      else if (code === OPEN_BRACE) this.push(OpenBrace, this.position, this.position + 1, '{');
      else if (code === CLOSE_BRACE) this.push(CloseBrace, this.position, this.position + 1, '}');
      else if (code === COMMA) this.push(Comma, this.position, this.position + 1, ',');
      else if (code === QUOTE) this.string();
      else if (code === SLASH && text.charCodeAt(this.position + 1) === SLASH) this.lineComment();
      else if (code === SLASH && text.charCodeAt(this.position + 1) === STAR) this.blockComment();
      else if (isControl(code)) this.controls();
      else if (!this.rows()) this.atom();
    }
    return this.position < to;
  }

  private push(type: TokenType, start: number, end: number, value: string, more?: Pick<Token, 'page' | 'unfit'>): void {
    const token: Token = {
      image: value,
      startOffset: start + this.shift,
      endOffset: end + this.shift - 1,
      tokenType: type,
      tokenTypeIdx: type.tokenTypeIdx as number,
      newline: this.newline,
      text: value,
      doc: this.doc,
      ...more,
    } as Token;
    this.tokens.push(token);
    this.newline = false;
    this.doc = undefined;
    this.position = end;
  }

  private mayStartRows(): boolean {
    return this.newline && this.pages && this.tokens[this.tokens.length - 1]?.tokenType !== Comma;
  }

  /** A page of rows, when one starts here. */
  private rows(): boolean {
    if (!this.mayStartRows()) return false;
    const { known, shift, text, to } = this;
    const start = this.position;
    const earlier = known?.untouched.get(start + shift);
    const found = earlier ? { page: earlier, reused: earlier.length } : scanPage(text, start, to, known, shift);
    if (found === undefined) return false;
    const { page, reused } = found;
    this.reused += reused;
    this.pushPage(page, text.slice(start, Math.min(start + (page.ends[0] as number), to)));
    return true;
  }

  private pushPage(page: RowPage, firstRow: string): void {
    const start = this.position;
    this.push(Rows, start, start + page.length, firstRow.split(/\s/, 1)[0] ?? '', { page });
  }

  /** Adds a problem; its places are those in the string that is being read. */
  private problem({ start, end, message, fixes }: Omit<Problem, 'code'>): void {
    const { shift } = this;
    this.problems.push({
      code: 'UM0001',
      start: start + shift,
      end: end + shift,
      message,
      ...(fixes && {
        fixes: fixes.map((fix) => ({
          ...fix,
          changes: fix.changes.map((change) => ({ ...change, start: change.start + shift, end: change.end + shift })),
        })),
      }),
    });
  }

  /** Characters that no text has: read over as white space. */
  private controls(): void {
    const { text, to } = this;
    const start = this.position;
    while (this.position < to && isControl(text.charCodeAt(this.position))) this.position++;
    this.problem({
      start,
      end: this.position,
      message: 'A control character stands here, which no text has: remove it',
      fixes: [{ title: 'Remove it', changes: [{ start, end: this.position, text: ' ' }] }],
    });
  }

  private atom(): void {
    const { text, to } = this;
    const start = this.position;
    let end = start;
    while (end < to && !endsAtom(text.charCodeAt(end))) end++;
    const code = text.charCodeAt(end);
    const url = code === SLASH && text.charCodeAt(end + 1) === SLASH && /^https?:$/i.test(text.slice(start, end));
    const comment = code === SLASH && !url && (text.charCodeAt(end + 1) === SLASH || text.charCodeAt(end + 1) === STAR);
    const unfit = end === start || (end < to && !comment && (url || code === SLASH || code === 40 || code === 41));
    if (unfit) this.unquoted(start);
    else this.push(Atom, start, end, this.words.word(text, start, end));
  }

  /** A value with a character that only a string may hold: taken as one value up to the next blank, so that one mistake stays one. */
  private unquoted(start: number): void {
    const { text, to } = this;
    let end = start;
    while (end < to) {
      const code = text.charCodeAt(end);
      if (
        isBlank(code) ||
        isLineEnd(code) ||
        code === OPEN_BRACE ||
        code === CLOSE_BRACE ||
        code === COMMA ||
        code === QUOTE
      )
        break;
      end++;
    }
    end = Math.max(end, start + 1);
    this.push(Str, start, end, this.words.word(text, start, end), { unfit: true });
  }

  private string(): void {
    const { text } = this;
    // Up to its line's end, even where the stretch ends before: a quote that an edit opens goes on behind it.
    const to = text.length;
    const start = this.position;
    let end = start + 1;
    let value = '';
    for (;;) {
      const code = text.charCodeAt(end);
      if (end >= to || isLineEnd(code)) {
        end = this.likelyEnd(start, end);
        this.openStrings.push(start + this.shift);
        value = text.slice(start + 1, end);
        this.problem({
          start,
          end,
          message: 'This string has no closing quote; a string ends on its line',
          fixes: [{ title: 'Close the string', changes: [{ start: end, end, text: '"' }] }],
        });
        break;
      }
      if (code === QUOTE) {
        end++;
        break;
      }
      if (code !== BACKSLASH) {
        value += text[end++];
        continue;
      }
      const unicode = /^u([0-9a-fA-F]{4})/.exec(text.slice(end + 1, end + 6));
      const simple = escapes[text[end + 1] ?? ''];
      if (unicode) {
        value += String.fromCharCode(Number.parseInt(unicode[1] ?? '', 16));
        end += 6;
      } else if (simple !== undefined) {
        value += simple;
        end += 2;
      } else {
        this.problem({
          start: end,
          end: Math.min(end + 2, to),
          message: `A string knows \\" \\\\ \\n and \\uXXXX; write \\\\ for a backslash`,
          fixes: [{ title: 'Write a backslash', changes: [{ start: end, end: end + 1, text: '\\\\' }] }],
        });
        value += '\\';
        end++;
      }
    }
    this.push(Str, start, end, detached(value));
  }

  /** Where a string without closing quote was meant to end: before the braces at the end of its line. */
  private likelyEnd(start: number, lineEnd: number): number {
    let end = lineEnd;
    while (end > start + 1) {
      const code = this.text.charCodeAt(end - 1);
      if (!isBlank(code) && code !== OPEN_BRACE && code !== CLOSE_BRACE) break;
      end--;
    }
    return end;
  }

  private lineComment(): void {
    const { text, to } = this;
    const start = this.position;
    const end = lineEndFrom(text, start, to);
    this.position = end;
    this.inComment = end === to;
    if (!this.newline || text.charCodeAt(start + 2) !== SLASH || text.charCodeAt(start + 3) === SLASH) return;
    const line = text
      .slice(start + 3, end)
      .replace(/^ /, '')
      .trimEnd();
    this.doc = this.doc
      ? { start: this.doc.start, end: end + this.shift, text: `${this.doc.text}\n${line}` }
      : { start: start + this.shift, end: end + this.shift, text: line };
  }

  private blockComment(): void {
    const end = this.text.indexOf('*/', this.position + 2);
    if (end < 0 || end + 2 > this.to) {
      this.problem({
        start: this.position,
        end: this.position + 2,
        message: 'This comment has no end: everything behind it is left out. Close it with */',
      });
      this.position = this.to;
      this.hidden = true;
      return;
    }
    if (lineEndFrom(this.text, this.position, end) < end) this.newline = true;
    this.position = end + 2;
  }
}

/** Whether a word looks like the head of a user's row. */
export function looksLikeAddress(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) === AT) return true;
  return /^sip:/i.test(word);
}
