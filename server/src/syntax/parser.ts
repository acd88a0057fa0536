import { EOF } from 'chevrotain';
import { nearest, sameWord } from '../base/words';
import { kindOf, propertyOf, rowPropertyOf, userRow } from '../vocabulary';
import type { Kind } from '../vocabulary/types';
import type {
  Body,
  ColumnNode,
  ColumnsNode,
  DeclarationNode,
  Element,
  ItemNode,
  PageNode,
  PropertyNode,
  RowNode,
  Word,
} from './ast';
import {
  type Context,
  childIn,
  fileContext,
  hasColumns,
  isFile,
  isRefusedParameter,
  isUsers,
  isWave,
  kindOutside,
  propertyIn,
  wordRowIn,
} from './context';
import type { ParsedItem } from './grammar/base';
import { aBlock, joined, missingName, placesOf, replacement, rowsOutside, unknownKind } from './grammar/messages';
import { SentenceGrammar } from './grammar/sentences';
import { looksLikeAddress } from './lexer';
import { quoteWord } from './print';
import { Atom, CloseBrace, Comma, OpenBrace, Rows, type Token } from './tokens';

export type { ParsedItem } from './grammar/base';

/** How deep blocks may stand in each other; the language itself needs three. */
const MAXIMUM_DEPTH = 32;

/**
 * The grammar. It is total: whatever stands in the text is consumed and either understood or reported, so that it never fails. What a word is depends on the
 * place it stands in, hence the gates.
 */
export class UmTopologyParser extends SentenceGrammar {
  private items: ParsedItem[] = [];
  private done: (offset: number) => boolean = () => false;
  private depth = 0;
  /** A comment without end hides what follows, closing braces too. */
  private hidden = false;

  /** @param skipValidations false: chevrotain checks the grammar itself, which is slow and only for tests. */
  constructor(skipValidations = true) {
    super(skipValidations);
    this.performSelfAnalysis();
  }

  /**
   * Reads items from tokens until these end or `done` says that an item starts where one of the earlier parse did.
   * @param from where the first item starts, with the white space and comments before it.
   * @param hidden behind the tokens stands a comment without end.
   */
  parseItems(tokens: Token[], from: number, done: (offset: number) => boolean, hidden = false): ParsedItem[] {
    this.input = tokens;
    this.base = from;
    this.items = [];
    this.problems = [];
    this.done = done;
    this.depth = 0;
    this.hidden = hidden;
    this.file();
    return this.items;
  }

  // ---- what starts and ends here

  /** `kind name`, `kind {`: what starts a declaration rather than a property. */
  private declarationHead(kind: Kind): boolean {
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
  private columnsEnd(context: Context): boolean {
    const token = this.at(1);
    if (!this.isWord(1)) return true;
    if (rowPropertyOf(userRow, token.text)) return false;
    return this.blockEnds({ kind: undefined, row: userRow, outer: context });
  }

  private startsDeclaration(context: Context): boolean {
    if (!this.isWord(1) || context.row) return false;
    const { text } = this.at(1);
    const kind = childIn(context, text);
    if (propertyIn(context, text)) return kind !== undefined && this.wordOnLine(2) && this.braceOnLine(3);
    if (isRefusedParameter(context, text)) return this.wordOnLine(2) && this.braceOnLine(3);
    if (kind) return true;
    if (kindOf(text)) return this.wordOnLine(2) || this.at(2).tokenType === OpenBrace;
    return this.braceOnLine(2) || (this.wordOnLine(2) && this.braceOnLine(3));
  }

  private startsUserRow(context: Context): boolean {
    if (!isUsers(context) || !this.isWord(1)) return false;
    const { text } = this.at(1);
    if (looksLikeAddress(text)) return true;
    if (propertyIn(context, text) || childIn(context, text) || kindOf(text)) return false;
    if (!this.at(1).newline || !this.wordOnLine(2)) return false;
    return rowPropertyOf(userRow, this.at(2).text) !== undefined && (this.wordOnLine(3) || this.at(3).newline);
  }

  /** Rows of users where no users can be. */
  private startsStrayRow(context: Context): boolean {
    if (isUsers(context)) return false;
    return this.at(1).tokenType === Rows || (this.at(1).newline && this.isWord(1) && looksLikeAddress(this.at(1).text));
  }

  // ---- the grammar

  private readonly file = this.RULE('file', () => {
    this.MANY({ GATE: () => !this.done(this.base), DEF: () => this.SUBRULE(this.item) });
  });

  private readonly item = this.RULE('item', () => {
    let node: ItemNode | undefined;
    this.OR({
      DEF: [
        { GATE: () => this.is(1, 'expect'), ALT: () => (node = this.SUBRULE(this.expectation)) },
        { GATE: () => this.startsHashComment(), ALT: () => this.SUBRULE(this.hashComment) },
        {
          GATE: () => this.startsStrayRow(fileContext),
          ALT: () => this.SUBRULE(this.strayRows, { ARGS: [fileContext] }),
        },
        { ALT: () => (node = this.SUBRULE(this.declaration, { ARGS: [fileContext] })) },
        { ALT: () => this.SUBRULE(this.stray) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.ACTION(() => {
      const last = this.at(0);
      const end = last.endOffset + 1;
      const closed = last.tokenType === CloseBrace && node?.type === 'declaration' && node.body?.closed === true;
      this.items.push({ start: this.base, end, node, problems: this.problems, closed });
      this.base = end;
      this.problems = [];
    });
  });

  private readonly declaration = this.RULE('declaration', (context: Context): DeclarationNode => {
    let name: Word | undefined;
    let body: Body | undefined;
    let comma: Token | undefined;
    const extra: Word[] = [];
    const first = this.at(1);
    const word = this.SUBRULE(this.anyWord);
    const kind = this.ACTION(() => this.kindHere(word, context));
    this.OPTION1({
      GATE: () => this.wordOnLine(1),
      DEF: () => {
        name = this.SUBRULE1(this.anyWord);
      },
    });
    this.MANY({
      GATE: () => this.extraOnLine(kind),
      DEF: () =>
        this.OR([
          { ALT: () => extra.push(this.SUBRULE2(this.anyWord)) },
          {
            ALT: () => {
              const found = this.CONSUME(Comma) as Token;
              comma ??= found;
            },
          },
        ]),
    });
    this.ACTION(() => {
      if (kind && comma && extra.length === 0) this.reportToken(comma, strayComma, 'Remove the comma');
      if (kind) name = this.declarationName(word, kind, name, extra, comma);
    });
    this.OPTION2({
      GATE: () => this.at(1).tokenType === OpenBrace,
      DEF: () => {
        body = this.OR2({
          DEF: [
            { GATE: () => this.depth >= MAXIMUM_DEPTH, ALT: () => this.SUBRULE(this.tooDeep) },
            { ALT: () => this.SUBRULE(this.body, { ARGS: [{ kind, outer: context }, word, name] }) },
          ],
          IGNORE_AMBIGUITIES: true,
        });
      },
    });
    return this.ACTION(() => ({
      type: 'declaration',
      start: word.start,
      end: this.lastEnd(),
      kind: word,
      ...(kind && !kindOf(word.text) && { meant: kind.name }),
      ...(name && { name }),
      ...(body && { body }),
      ...this.docOf(first),
    }));
  });

  /** More words on the line of a declaration, before its brace: a name with blanks, or properties without braces. */
  private extraOnLine(kind: Kind | undefined): boolean {
    const token = this.at(1);
    if (!this.wordOrCommaOnLine()) return false;
    if (kind === undefined || token.tokenType === Comma || propertyOf(kind, token.text)) return true;
    return !(kindOf(token.text) && this.wordOnLine(2));
  }

  /** The kind that a declaration's word names, with the report when there is none, or when it can't stand here. */
  private kindHere(word: Word, context: Context): Kind | undefined {
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
  private declarationName(
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
  private meansProperty(kind: Kind, { text, quoted }: Word, first: boolean): boolean {
    if (quoted) return false;
    if (propertyOf(kind, text)) return true;
    const names = kind.properties.map((property) => property.name);
    return first && this.at(1).tokenType !== OpenBrace && nearest(text, names) !== undefined;
  }

  private outsideBraces(kind: Kind, first: Word, last: Word): void {
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

  /** Blocks that lie in each other deeper than any text means: read over, so that no text exhausts the stack. */
  private readonly tooDeep = this.RULE('tooDeep', (): undefined => {
    const start = this.at(1).startOffset - this.base;
    this.SUBRULE(this.skipped);
    this.ACTION(() => this.report('UM0001', start, start + 1, 'Blocks stand in each other too deep here'));
    return undefined;
  });

  private readonly body = this.RULE('body', (context: Context, head: Word, name: Word | undefined): Body => {
    const elements: Element[] = [];
    let closed = false;
    const open = this.CONSUME(OpenBrace);
    this.ACTION(() => this.depth++);
    this.MANY({
      GATE: () => this.at(1).tokenType !== CloseBrace && !this.blockEnds(context),
      DEF: () => {
        const element = this.SUBRULE(this.element, { ARGS: [context] });
        this.ACTION(() => {
          if (element) elements.push(element);
        });
      },
    });
    this.OPTION({
      GATE: () => this.at(1).tokenType === CloseBrace,
      DEF: () => {
        this.CONSUME(CloseBrace);
        closed = true;
      },
    });
    return this.ACTION(() => {
      this.depth--;
      const start = open.startOffset - this.base;
      if (!closed) this.unclosed(start, name ? `${head.text} ${name.text}` : head.text);
      return { start, end: this.lastEnd(), elements, closed };
    });
  });

  private unclosed(brace: number, head: string): void {
    if (this.hidden && this.at(1).tokenType === EOF) return;
    const end = this.lastEnd();
    const { text, tokenType } = this.at(1);
    const ends = this.isWord(1) || tokenType === Rows;
    const next = ends
      ? `: \`${sameWord(text, 'expect') ? 'expect' : (kindOf(text)?.name ?? text)}\` can't stand in it`
      : '';
    this.report('UM0001', brace, brace + 1, `The block of \`${head}\` has no closing brace }${next}`, [
      { title: 'Close the block', changes: [{ start: end, end, text: '\n}' }] },
    ]);
  }

  private readonly element = this.RULE('element', (context: Context): Element | undefined => {
    return this.OR({
      DEF: [
        {
          GATE: () => hasColumns(context) && this.is(1, 'columns') && this.at(2).tokenType === OpenBrace,
          ALT: () => this.SUBRULE(this.columns, { ARGS: [context] }),
        },
        {
          GATE: () => hasColumns(context) && this.is(1, 'columns') && propertyIn(context, 'columns') === undefined,
          ALT: () => this.SUBRULE(this.columnsWithoutBlock),
        },
        { GATE: () => isWave(context) && this.is(1, 'move'), ALT: () => this.SUBRULE(this.move) },
        {
          GATE: () => this.is(1, 'expect') && this.wordOnLine(2) && !propertyIn(context, 'expect'),
          ALT: () => this.SUBRULE(this.expectInside),
        },
        {
          GATE: () => this.startsHashComment(),
          ALT: () => {
            this.SUBRULE(this.hashComment);
            return undefined;
          },
        },
        { GATE: () => this.startsUserRow(context), ALT: () => this.SUBRULE1(this.row, { ARGS: [context] }) },
        {
          GATE: () => this.isWord(1) && wordRowIn(context, this.at(1).text) !== undefined,
          ALT: () => this.SUBRULE2(this.row, { ARGS: [context] }),
        },
        { GATE: () => this.startsDeclaration(context), ALT: () => this.SUBRULE(this.declaration, { ARGS: [context] }) },
        {
          GATE: () => this.startsStrayRow(context),
          ALT: () => this.SUBRULE(this.strayRows, { ARGS: [context] }),
        },
        { GATE: () => this.isWord(1), ALT: () => this.SUBRULE(this.property, { ARGS: [context] }) },
        { ALT: () => this.SUBRULE(this.stray) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  private readonly expectInside = this.RULE('expectInside', (): undefined => {
    const { word } = this.SUBRULE(this.expectation);
    this.ACTION(() => {
      this.report('UM0002', word.start, word.end, '`expect` stands at the top level of a file, not in a block');
    });
    return undefined;
  });

  private readonly strayRows = this.RULE('strayRows', (context: Context): undefined => {
    const first = this.at(1);
    let count = 0;
    this.AT_LEAST_ONE({
      GATE: () => this.startsStrayRow(context),
      DEF: () =>
        this.OR([
          {
            ALT: () => {
              const rows = this.CONSUME(Rows) as Token;
              count += rows.page?.count ?? 0;
            },
          },
          {
            ALT: () => {
              this.SUBRULE(this.anyWord);
              this.SUBRULE(this.restOfLine);
              this.OPTION({ GATE: () => this.braceOnLine(1), DEF: () => this.SUBRULE(this.skipped) });
              count++;
            },
          },
        ]),
    });
    this.ACTION(() => {
      if (!context.kind && !isFile(context)) return;
      const { start, end } = this.word(first);
      const address = first.image;
      this.report(
        'UM0002',
        start,
        first.tokenType === Rows ? start + address.length : end,
        rowsOutside(count, address),
      );
    });
    return undefined;
  });

  /** Pages of rows, and whatever can't stand where it stands. */
  private readonly stray = this.RULE('stray', (): PageNode | undefined => {
    return this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(Rows) as Token;
          return this.ACTION(() => this.page(token));
        },
      },
      {
        ALT: () => {
          const brace = this.CONSUME(CloseBrace);
          this.MANY(() => this.CONSUME1(CloseBrace));
          this.ACTION(() => this.reportToken(brace, 'This closing brace closes nothing', 'Remove the brace'));
          return undefined;
        },
      },
      {
        ALT: () => {
          const comma = this.CONSUME(Comma);
          this.ACTION(() => this.reportToken(comma, strayComma, 'Remove the comma'));
          return undefined;
        },
      },
      {
        ALT: () => {
          const start = this.at(1).startOffset - this.base;
          this.SUBRULE(this.skipped);
          this.ACTION(() => {
            const message = 'A block starts with a kind and a name, which are missing here: `kind name { … }`';
            this.report('UM0001', start, start + 1, message);
          });
          return undefined;
        },
      },
    ]);
  });

  private page({ page, startOffset }: Token): PageNode | undefined {
    const start = startOffset - this.base;
    return page && { type: 'page', start, end: start + page.length, page };
  }

  private readonly row = this.RULE('row', (context: Context): RowNode => {
    let owner: Word | undefined;
    let braces = false;
    const properties: PropertyNode[] = [];
    const first = this.at(1);
    const head = this.SUBRULE(this.anyWord);
    const kind = this.ACTION(() => (isUsers(context) ? userRow : wordRowIn(context, head.text)));
    const inner: Context = { kind: undefined, ...(kind && { row: kind }), outer: context };
    this.OPTION({
      GATE: () => kind?.owner === true && this.wordOnLine(1),
      DEF: () => {
        owner = this.SUBRULE1(this.anyWord);
      },
    });
    this.OR({
      DEF: [
        {
          GATE: () => this.braceOnLine(1),
          ALT: () => {
            const body = this.SUBRULE(this.body, { ARGS: [inner, head, owner] });
            this.ACTION(() => {
              braces = true;
              for (const element of body.elements) if (element.type === 'property') properties.push(element);
            });
          },
        },
        {
          ALT: () =>
            this.MANY({
              GATE: () => this.wordOnLine(1),
              DEF: () => properties.push(this.SUBRULE(this.property, { ARGS: [inner] })),
            }),
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    return this.ACTION(() => {
      if (kind?.owner && !owner) {
        this.missing(head, `A record needs its owner: \`${head.text} OWNER …\`, with @ for the zone itself`);
      }
      return {
        type: 'row',
        start: head.start,
        end: this.lastEnd(),
        head,
        ...(owner && { owner }),
        properties,
        braces,
        ...this.docOf(first),
      };
    });
  });

  private readonly columns = this.RULE('columns', (context: Context): ColumnsNode => {
    const columns: ColumnNode[] = [];
    const word = this.SUBRULE(this.anyWord);
    const open = this.CONSUME(OpenBrace);
    this.MANY({
      GATE: () => !this.columnsEnd(context),
      DEF: () => columns.push(this.SUBRULE(this.column)),
    });
    let closed = false;
    this.OPTION(() => {
      this.CONSUME(CloseBrace);
      closed = true;
    });
    return this.ACTION(() => {
      if (!closed) this.unclosed(open.startOffset - this.base, word.text);
      return { type: 'columns', start: word.start, end: this.lastEnd(), word, columns };
    });
  });

  private readonly columnsWithoutBlock = this.RULE('columnsWithoutBlock', (): undefined => {
    const word = this.SUBRULE(this.anyWord);
    this.SUBRULE(this.restOfLine);
    this.ACTION(() => this.missing(word, '`columns` needs a block: `columns { sipAddress "HEADER" … }`'));
    return undefined;
  });

  private readonly column = this.RULE('column', (): ColumnNode => {
    let header: Word | undefined;
    const values: { value: Word; cells: Word[] }[] = [];
    const property = this.SUBRULE(this.anyWord);
    this.OPTION({
      GATE: () => this.wordOnLine(1),
      DEF: () => {
        header = this.SUBRULE1(this.anyWord);
      },
    });
    this.ACTION(() => {
      if (!header) this.missing(property, `\`${property.text}\` needs the header of its column, in quotes`);
    });
    this.OPTION1(() => {
      this.CONSUME(OpenBrace);
      this.MANY(() => {
        const value = this.SUBRULE2(this.anyWord);
        const cells: Word[] = [];
        this.OPTION2({
          GATE: () => this.wordOnLine(1),
          DEF: () => {
            cells.push(this.SUBRULE3(this.anyWord));
            this.MANY1(() => {
              const comma = this.CONSUME(Comma);
              this.OPTION3({ GATE: () => this.isWord(1), DEF: () => cells.push(this.SUBRULE4(this.anyWord)) });
              this.ACTION(() => {
                if (this.at(0) === comma)
                  this.reportToken(comma, 'A cell is missing behind this comma', 'Remove the comma');
              });
            });
          },
        });
        this.ACTION(() => {
          if (cells.length === 0) this.missing(value, `\`${value.text}\` needs the cells that stand for it, in quotes`);
          values.push({ value, cells });
        });
      });
      this.OPTION4(() => this.CONSUME(CloseBrace));
    });
    return this.ACTION(() => ({
      start: property.start,
      end: this.lastEnd(),
      property,
      ...(header && { header }),
      values,
    }));
  });
}

const strayComma = 'A comma joins the values of one property; here it joins nothing';
