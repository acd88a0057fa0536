import { nearest } from '../../base/words';
import { kindOf, propertyOf } from '../../vocabulary';
import type { Kind } from '../../vocabulary/types';
import type { Word } from '../ast';
import { type Context, childIn, isFile } from '../context';
import { quoteWord } from '../print';
import { Comma, OpenBrace, type Token } from '../tokens';
import { aBlock, joined, missingName, placesOf, replacement, unknownKind } from './messages';
import { PlaceGrammar } from './places';

/** The head of a declaration: its kind and its name, and what is wrong with them. */
export abstract class HeadGrammar extends PlaceGrammar {
  /** More words on the line of a declaration, before its brace: a name with blanks, or properties without braces. */
  protected extraOnLine(kind: Kind | undefined): boolean {
    const token = this.at(1);
    if (!this.wordOrCommaOnLine()) return false;
    if (kind === undefined || token.tokenType === Comma || propertyOf(kind, token.text)) return true;
    return !(kindOf(token.text) && this.wordOnLine(2));
  }

  /** The kind that a declaration's word names, with the report when there is none, or when it can't stand here. */
  protected kindHere(word: Word, context: Context): Kind | undefined {
    const here = childIn(context, word.text);
    if (here) return here;
    const kind = kindOf(word.text);
    if (!isFile(context) && context.kind === undefined) return kind;
    if (kind) {
      const where = isFile(context) ? 'outside any block' : `in ${aBlock(context.kind?.name ?? '')}`;
      const message = `\`${kind.name}\` can't stand ${where}; it belongs in ${placesOf(kind)}`;
      this.report('UM0002', word.start, word.end, message);
      return kind;
    }
    const { message, fixes, meant } = unknownKind(word, context);
    this.report('UM0002', word.start, word.end, message, fixes);
    const block = this.at(1).tokenType === OpenBrace || (this.wordOnLine(1) && this.at(2).tokenType === OpenBrace);
    return block ? meant : undefined;
  }

  /** The name of a declaration, with the report when it is missing or has blanks, and of properties that stand outside braces. */
  protected declarationName(
    word: Word,
    kind: Kind,
    name: Word | undefined,
    extra: readonly Word[],
    comma: Token | undefined,
  ): Word | undefined {
    const last = extra[extra.length - 1];
    if (kind.nameType === 'none') {
      if (name && last) this.outsideBraces(kind, name, last);
      else if (name) {
        const message = `\`${kind.name}\` has no name: there is one in a deployment. Leave "${name.text}" out`;
        this.report('UM0001', name.start, name.end, message);
      }
      return undefined;
    }
    if (name === undefined) {
      this.missing(word, missingName(kind));
      return undefined;
    }
    if (last === undefined) return name;
    if (comma && comma.startOffset - this.base < (extra[0] as Word).start) {
      const message = `A declaration has one name; write \`${kind.name} ${extra[0]?.text}\` on a line of its own`;
      this.report('UM0001', (extra[0] as Word).start, last.end, message);
      return name;
    }
    const property = extra.find((word) => this.meansProperty(kind, word, word === extra[0]));
    if (property) {
      this.outsideBraces(kind, property, last);
      return name;
    }
    const text = joined([name, ...extra]);
    const whole: Word = { start: name.start, end: last.end, text, quoted: true };
    const message = `A name with blanks stands in quotes: \`${kind.name} ${quoteWord(text)}\``;
    this.report(
      'UM0001',
      whole.start,
      whole.end,
      message,
      replacement('Put the name in quotes', whole, quoteWord(text)),
    );
    return whole;
  }

  /** A word behind a name: the property of a block without braces, perhaps mistyped. */
  protected meansProperty(kind: Kind, { text, quoted }: Word, first: boolean): boolean {
    if (quoted) return false;
    if (propertyOf(kind, text)) return true;
    const names = kind.properties.map((property) => property.name);
    return first && this.at(1).tokenType !== OpenBrace && nearest(text, names) !== undefined;
  }

  protected outsideBraces(kind: Kind, first: Word, last: Word): void {
    const braces = this.at(1).tokenType === OpenBrace;
    const example = `\`${kind.name}${kind.nameType === 'none' ? '' : ' NAME'} { ${first.text} … }\``;
    const message = `Properties stand in braces: ${example}`;
    const changes = [
      { start: first.start, end: first.start, text: '{ ' },
      { start: last.end, end: last.end, text: ' }' },
    ];
    const fixes = braces ? undefined : [{ title: 'Put braces around the properties', changes }];
    this.report('UM0001', first.start, last.end, message, fixes);
  }
}
