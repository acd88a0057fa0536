import { createToken, type IToken, Lexer, type TokenType } from 'chevrotain';
import type { Doc, RowPage } from './ast';

export const Atom = createToken({ name: 'Atom', pattern: Lexer.NA });
export const Str = createToken({ name: 'String', pattern: Lexer.NA });
export const OpenBrace = createToken({ name: 'OpenBrace', pattern: Lexer.NA, label: "'{'" });
export const CloseBrace = createToken({ name: 'CloseBrace', pattern: Lexer.NA, label: "'}'" });
export const Comma = createToken({ name: 'Comma', pattern: Lexer.NA, label: "','" });
/** A page of users' rows that the fast path scanned. */
export const Rows = createToken({ name: 'Rows', pattern: Lexer.NA });

export const tokenTypes: TokenType[] = [Atom, Str, OpenBrace, CloseBrace, Comma, Rows];

/** A token with what the grammar asks of it beside chevrotain's own fields. `endOffset` is inclusive, as chevrotain has it. */
export interface Token extends IToken {
  endOffset: number;
  /** It is the first of its line. */
  readonly newline: boolean;
  /** The value: without quotes and escapes. */
  readonly text: string;
  readonly doc?: Doc | undefined;
  readonly page?: RowPage;
  /** It has a character that only a string may have. */
  readonly unfit?: true;
}
