import { sameWord } from '../../base/words';
import { kindOf, rowPropertyOf, userRow } from '../../vocabulary';
import type { Kind } from '../../vocabulary/types';
import { type Context, childIn, isRefusedParameter, isUsers, kindOutside, propertyIn } from '../context';
import { looksLikeAddress } from '../lexer';
import { Atom, OpenBrace, Rows } from '../tokens';
import { SentenceGrammar } from './sentences';

/** What starts and ends at a word, by the place it stands in. */
export abstract class PlaceGrammar extends SentenceGrammar {
  /** `kind name`, `kind {`: what starts a declaration rather than a property. */
  protected declarationHead(kind: Kind): boolean {
    if (kind.nameType === 'none') return this.at(2).tokenType === OpenBrace;
    return this.wordOnLine(2) || this.braceOnLine(2);
  }

  protected blockEnds(context: Context): boolean {
    const token = this.at(1);
    if (context.row && token.tokenType === Rows) return true;
    if (!token.newline || !this.isWord(1)) return false;
    if (context.row && looksLikeAddress(token.text)) return true;
    if (token.tokenType !== Atom) return false;
    if (sameWord(token.text, 'expect')) return this.wordOnLine(2) && propertyIn(context, token.text) === undefined;
    const kind = kindOutside(context, token.text);
    if (kind === undefined || childIn(context, token.text)) return false;
    if (propertyIn(context, token.text) || isRefusedParameter(context, token.text))
      return this.wordOnLine(2) && this.braceOnLine(3);
    return this.declarationHead(kind);
  }

  /** As `blockEnds`, inside `columns`: the name of a column may be that of a kind. */
  protected columnsEnd(context: Context): boolean {
    const token = this.at(1);
    if (!this.isWord(1)) return true;
    if (rowPropertyOf(userRow, token.text)) return false;
    return this.blockEnds({ kind: undefined, row: userRow, outer: context });
  }

  protected startsDeclaration(context: Context): boolean {
    if (!this.isWord(1) || context.row) return false;
    const { text } = this.at(1);
    const kind = childIn(context, text);
    if (propertyIn(context, text)) return kind !== undefined && this.wordOnLine(2) && this.braceOnLine(3);
    if (isRefusedParameter(context, text)) return this.wordOnLine(2) && this.braceOnLine(3);
    if (kind) return true;
    if (kindOf(text)) return this.wordOnLine(2) || this.at(2).tokenType === OpenBrace;
    return this.braceOnLine(2) || (this.wordOnLine(2) && this.braceOnLine(3));
  }

  protected startsUserRow(context: Context): boolean {
    if (!isUsers(context) || !this.isWord(1)) return false;
    const { text } = this.at(1);
    if (looksLikeAddress(text)) return true;
    if (propertyIn(context, text) || childIn(context, text) || kindOf(text)) return false;
    if (!this.at(1).newline || !this.wordOnLine(2)) return false;
    return rowPropertyOf(userRow, this.at(2).text) !== undefined && (this.wordOnLine(3) || this.at(3).newline);
  }

  /** Rows of users where no users can be. */
  protected startsStrayRow(context: Context): boolean {
    if (isUsers(context)) return false;
    return this.at(1).tokenType === Rows || (this.at(1).newline && this.isWord(1) && looksLikeAddress(this.at(1).text));
  }
}
