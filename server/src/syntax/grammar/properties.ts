import { packed } from '../../base/packed';
import { nearest } from '../../base/words';
import { childrenOf, enumValueOf, kindOf } from '../../vocabulary';
import type { Property, ValueTypeName } from '../../vocabulary/types';
import type { PropertyNode, Word } from '../ast';
import { type Context, childIn, endsMove, fileContext, hasColumns, isUsers, propertyIn, wordRowIn } from '../context';
import { looksLikeAddress } from '../lexer';
import { propertyNode } from '../plainNodes';
import { Atom, CloseBrace, Comma, OpenBrace, Rows, Str } from '../tokens';
import { GrammarBase } from './base';
import { joined, loneWord, replacement, surplusWords } from './messages';

/** Values that may have blanks, and so are likely to lack their quotes when more words follow. */
const texts: ReadonlySet<ValueTypeName> = new Set<ValueTypeName>(['text', 'reference', 'distinguishedName', 'scope']);

/** What a value of a type has in it, where that tells it from a word. */
const forms: { readonly [type in ValueTypeName]?: RegExp } = {
  fqdn: /\./,
  sipAddress: /@/,
  ipAddress: /[.:]/,
  portRange: /^\d/,
  number: /^\d/,
};

/** `word value, value` */
export abstract class PropertyGrammar extends GrammarBase {
  /** A line that starts with a kind, or `expect`, that can't stand in this block: a brace is missing and the block ends. */
  protected abstract blockEnds(context: Context): boolean;

  /**
   * Whether the word in a value's place is the next property's word, so that the value is missing: it is a word of this block and none of the values, and what
   * follows it is no word of the block.
   */
  private valueMissing(context: Context, property: Property | undefined): boolean {
    const token = this.at(1);
    if (token.tokenType !== Atom || propertyIn(context, token.text) === undefined) return false;
    if (property && enumValueOf(property, token.text)) return false;
    return this.wordOnLine(2) && propertyIn(context, this.at(2).text) === undefined && this.at(2).tokenType !== Comma;
  }

  /** Behind a comma at a line's end: whether the next line starts something else, so that a value is missing. */
  private startsOther(context: Context, property: Property | undefined): boolean {
    const { text } = this.at(1);
    if (!this.wordOnLine(2)) return false;
    if (looksLikeAddress(text)) return context.row !== undefined && property?.type.type !== 'sipAddress';
    return propertyIn(context, text) !== undefined || childIn(context, text) !== undefined;
  }

  /** Whether the next word belongs to the value before it: it is no word of this block, nor like one. */
  private isSurplus(context: Context, property: Property | undefined): boolean {
    if (property === undefined || !this.wordOnLine(1)) return false;
    const { text } = this.at(1);
    const { type } = property.type;
    if (type === 'phone') return /^[\d().-]+$/.test(text);
    if (type === 'kind') return kindOf(text) !== undefined && childIn(context, text) === undefined;
    if (!property.list && !texts.has(type)) return false;
    if (forms[type]?.test(text) === false || endsMove(context, text)) return false;
    if (isUsers(context) && looksLikeAddress(text)) return false;
    if (propertyIn(context, text) || kindOf(text) || wordRowIn(context, text)) return false;
    const words = [
      ...((context.row ?? context.kind)?.properties ?? []).map(({ name }) => name),
      ...(context.kind ? childrenOf(context.kind).map(({ name }) => name) : []),
      ...(hasColumns(context) ? ['columns'] : []),
      ...(context.kind?.name === 'wave' ? ['move'] : []),
    ];
    const start = text.toLowerCase();
    return !words.some((word) => word.toLowerCase().startsWith(start)) && nearest(text, words) === undefined;
  }

  protected readonly property = this.RULE('property', (context: Context): PropertyNode => {
    const values: Word[] = [];
    const surplus: Word[] = [];
    let comma: Word | undefined;
    const word = this.SUBRULE(this.anyWord);
    const property = this.ACTION(() => propertyIn(context, word.text));
    const failed = this.problems.length;
    this.OPTION1({
      GATE: () => property !== undefined && this.wordOnLine(1) && (this.is(1, '=') || this.is(1, ':')),
      DEF: () => {
        const sign = this.CONSUME(Atom);
        this.ACTION(() => {
          const message = `No ${sign.image} stands between a property and its value, just a blank`;
          this.reportToken(sign, message, `Remove the ${sign.image}`);
        });
      },
    });
    this.OPTION2({
      GATE: () => this.wordOnLine(1) && !this.valueMissing(context, property),
      DEF: () => {
        values.push(this.SUBRULE1(this.anyWord));
        this.MANY1({
          GATE: () => this.at(1).tokenType === Comma,
          DEF: () => {
            comma = this.word(this.CONSUME(Comma));
            this.OPTION3({
              GATE: () => this.isWord(1) && !(this.at(1).newline && this.startsOther(context, property)),
              DEF: () => {
                values.push(this.SUBRULE2(this.anyWord));
                comma = undefined;
              },
            });
            this.ACTION(() => {
              if (comma) this.missing(comma, 'A value is missing behind this comma');
            });
          },
        });
        this.MANY2({
          GATE: () =>
            this.isSurplus(context, property) || (surplus.length > 0 && this.wordOrCommaOnLine() && !this.isWord(1)),
          DEF: () =>
            this.OR1([
              { ALT: () => surplus.push(this.word(this.CONSUME1(Atom))) },
              { ALT: () => surplus.push(this.word(this.CONSUME1(Str))) },
              { ALT: () => this.CONSUME1(Comma) },
            ]),
        });
      },
    });
    this.OPTION4({
      GATE: () => property !== undefined && values.length === 0 && this.braceOnLine(1),
      DEF: () => this.SUBRULE(this.skipped),
    });
    return this.ACTION(() => {
      const end = this.lastEnd();
      if (property && surplus.length > 0) this.takeSurplus(property, values, surplus);
      else if (values.length === 0 && this.problems.length === failed) this.reportNoValue(word, property, context, end);
      return propertyNode(word, packed(values), end);
    });
  });

  private takeSurplus(property: Property, values: Word[], surplus: readonly Word[]): void {
    const { span, message, fixes } = surplusWords(property, values, surplus);
    this.report('UM0001', span.start, span.end, message, fixes);
    const before = values[values.length - 1];
    const last = surplus[surplus.length - 1];
    if (property.list) values.push(...surplus);
    else if (before && last && property.type.type !== 'phone') {
      values[values.length - 1] = {
        start: before.start,
        end: last.end,
        text: joined([before, ...surplus]),
        quoted: true,
      };
    }
  }

  private reportNoValue(word: Word, property: Property | undefined, context: Context, end: number): void {
    if (property && end > word.end) {
      const message = `\`${property.name}\` is a property and has no block: \`${property.name} VALUE\``;
      this.report('UM0001', word.start, word.end, message);
    } else if (property) this.missing(word, `\`${property.name}\` needs a value on its line`);
    else if (context.kind || context.row) {
      // A word with a character that fits nowhere was reported for that.
      if (this.problems.some(({ start, end: to }) => start === word.start && to === word.end)) return;
      const { message, fixes } = loneWord(word, context);
      this.report('UM0003', word.start, word.end, message, fixes);
    }
  }

  /** A block that nothing announces, or that lies too deep: read over as a whole, without recursion. */
  protected readonly skipped = this.RULE('skipped', () => {
    let open = 1;
    this.CONSUME(OpenBrace);
    this.MANY({
      GATE: () => open > 0 && !this.blockEnds({ kind: undefined, outer: fileContext }),
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME(Atom) },
          { ALT: () => this.CONSUME(Str) },
          { ALT: () => this.CONSUME(Comma) },
          { ALT: () => this.CONSUME(Rows) },
          {
            ALT: () => {
              this.CONSUME1(OpenBrace);
              open++;
            },
          },
          {
            ALT: () => {
              this.CONSUME(CloseBrace);
              open--;
            },
          },
        ]),
    });
  });

  /** A line that starts with `#`: in other languages a comment. */
  protected readonly hashComment = this.RULE('hashComment', () => {
    const hash = this.CONSUME(Atom);
    this.MANY({
      GATE: () => !this.at(1).newline,
      DEF: () =>
        this.OR([
          { ALT: () => this.CONSUME1(Atom) },
          { ALT: () => this.CONSUME(Str) },
          { ALT: () => this.CONSUME(Comma) },
          { ALT: () => this.CONSUME(OpenBrace) },
          { ALT: () => this.CONSUME(CloseBrace) },
        ]),
    });
    this.ACTION(() => {
      const start = hash.startOffset - this.base;
      const end = start + (/^#+/.exec(hash.image)?.[0].length ?? 1);
      const fixes = replacement('Make it a comment', { start, end }, '//');
      this.report('UM0001', start, end, 'A comment starts with //, not with #', fixes);
    });
  });

  protected startsHashComment(): boolean {
    const token = this.at(1);
    return token.tokenType === Atom && token.newline && token.text.startsWith('#');
  }
}
