import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { sameWord } from '../../base/words';
import type { ItemNode, Problem, ProblemFix, Word } from '../ast';
import { Atom, Comma, OpenBrace, Str, type Token, tokenTypes } from '../tokens';
import { unfitValue } from './messages';

/** One top-level item as the grammar found it; offsets of node and problems are relative to `start`. */
export interface ParsedItem {
  readonly start: number;
  readonly end: number;
  readonly node: ItemNode | undefined;
  readonly problems: Problem[];
  readonly closed: boolean;
}

/** What all parts of the grammar share: looking ahead, building words, reporting. */
export abstract class GrammarBase extends EmbeddedActionsParser {
  /** Where the current item starts. */
  protected base = 0;
  protected problems: Problem[] = [];

  constructor(skipValidations: boolean) {
    super(tokenTypes, { maxLookahead: 1, recoveryEnabled: false, skipValidations });
  }

  // ---- looking ahead

  protected at(n: number): Token {
    return this.LA(n) as Token;
  }

  protected isWord(n: number): boolean {
    const { tokenType } = this.at(n);
    return tokenType === Atom || tokenType === Str;
  }

  /** A word, name or value on the same line as what stands before it. */
  protected wordOnLine(n: number): boolean {
    return this.isWord(n) && !this.at(n).newline;
  }

  /** A word or comma on the same line as what stands before it. */
  protected wordOrCommaOnLine(): boolean {
    return !this.at(1).newline && (this.isWord(1) || this.at(1).tokenType === Comma);
  }

  protected is(n: number, word: string): boolean {
    return this.at(n).tokenType === Atom && sameWord(this.at(n).text, word);
  }

  protected isOneOf(n: number, words: readonly string[]): boolean {
    return words.some((word) => this.is(n, word));
  }

  protected braceOnLine(n: number): boolean {
    return this.at(n).tokenType === OpenBrace && !this.at(n).newline;
  }

  // ---- building

  protected word(token: IToken): Word {
    const { startOffset, endOffset, text, tokenType } = token as Token;
    return { start: startOffset - this.base, end: endOffset + 1 - this.base, text, quoted: tokenType === Str };
  }

  protected lastEnd(): number {
    return this.at(0).endOffset + 1 - this.base;
  }

  protected docOf(token: Token): { doc?: NonNullable<Token['doc']> } {
    const { doc } = token;
    return doc ? { doc: { start: doc.start - this.base, end: doc.end - this.base, text: doc.text } } : {};
  }

  // ---- reporting

  protected report(code: string, start: number, end: number, message: string, fixes?: readonly ProblemFix[]): void {
    this.problems.push({ code, start, end, message, ...(fixes && { fixes }) });
  }

  /** A value or name that is missing, marked at the word that wants it. */
  protected missing(wanting: { readonly start: number; readonly end: number }, message: string): void {
    this.report('UM0001', wanting.start, wanting.end, message);
  }

  protected reportToken(token: IToken, message: string, fix?: string): void {
    const start = token.startOffset - this.base;
    const end = start + (token as Token).endOffset + 1 - token.startOffset;
    this.report('UM0001', start, end, message, fix ? [{ title: fix, changes: [{ start, end, text: '' }] }] : undefined);
  }

  // ---- what every rule is made of

  protected readonly anyWord = this.RULE('anyWord', (): Word => {
    const token = this.at(1);
    const word = this.OR([{ ALT: () => this.word(this.CONSUME(Atom)) }, { ALT: () => this.word(this.CONSUME(Str)) }]);
    this.ACTION(() => {
      if (token.unfit) this.problems.push(unfitValue(word));
    });
    return word;
  });

  /** What is left of a line, read over: whoever calls it has said why. */
  protected readonly restOfLine = this.RULE('restOfLine', () => {
    this.MANY({
      GATE: () => this.wordOrCommaOnLine(),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(Atom) },
          { ALT: () => this.CONSUME(Str) },
          { ALT: () => this.CONSUME(Comma) },
        ]),
    });
  });
}
