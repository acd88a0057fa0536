import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { nearest, orList, sameWord } from '../base/words';
import { childrenOf, kindOf, kinds, userRow } from '../vocabulary';
import type { Kind } from '../vocabulary/types';
import type {
  Body,
  ColumnNode,
  ColumnsNode,
  Crowd,
  DeclarationNode,
  Element,
  ExpectNode,
  Filter,
  ItemNode,
  MoveNode,
  PageNode,
  Problem,
  ProblemFix,
  PropertyNode,
  RowNode,
  Selection,
  Word,
} from './ast';
import {
  type Context,
  childIn,
  fileContext,
  hasColumns,
  isFile,
  isUsers,
  isWave,
  kindOutside,
  moveContext,
  propertyIn,
  wordRowIn,
} from './context';
import { filterWords, mailboxPlaces } from './keywords';
import { looksLikeAddress } from './lexer';
import { Atom, CloseBrace, Comma, OpenBrace, Rows, Str, type Token, tokenTypes } from './tokens';

/** One top-level item as the grammar found it; offsets of node and problems are relative to `start`. */
export interface ParsedItem {
  readonly start: number;
  readonly end: number;
  readonly node: ItemNode | undefined;
  readonly problems: Problem[];
  readonly closed: boolean;
}

/** How deep blocks may stand in each other; the language itself needs three. */
const MAXIMUM_DEPTH = 32;

/**
 * The grammar. It is total: whatever stands in the text is consumed and either understood or reported, so that it never fails. What a word is depends on the
 * place it stands in, hence the gates.
 */
export class UmTopologyParser extends EmbeddedActionsParser {
  private base = 0;
  private problems: Problem[] = [];
  private items: ParsedItem[] = [];
  private done: (offset: number) => boolean = () => false;
  private depth = 0;

  constructor(skipValidations = true) {
    super(tokenTypes, { maxLookahead: 1, recoveryEnabled: false, skipValidations });
    this.performSelfAnalysis();
  }

  /**
   * Reads items from tokens until these end or `done` says that an item starts where one of the earlier parse did.
   * @param from where the first item starts, with the white space and comments before it.
   */
  parseItems(tokens: Token[], from: number, done: (offset: number) => boolean): ParsedItem[] {
    this.input = tokens;
    this.base = from;
    this.items = [];
    this.problems = [];
    this.done = done;
    this.depth = 0;
    this.file();
    return this.items;
  }

  // ---- looking ahead

  private at(n: number): Token {
    return this.LA(n) as Token;
  }

  private isWord(n: number): boolean {
    const { tokenType } = this.at(n);
    return tokenType === Atom || tokenType === Str;
  }

  /** A word, name or value on the same line as what stands before it. */
  private wordOnLine(n: number): boolean {
    return this.isWord(n) && !this.at(n).newline;
  }

  private is(n: number, word: string): boolean {
    return this.at(n).tokenType === Atom && sameWord(this.at(n).text, word);
  }

  private braceOnLine(n: number): boolean {
    return this.at(n).tokenType === OpenBrace && !this.at(n).newline;
  }

  /** `kind name`, `kind {`: what starts a declaration rather than a property. */
  private declarationHead(kind: Kind): boolean {
    if (kind.nameType === 'none') return this.at(2).tokenType === OpenBrace;
    return this.wordOnLine(2) || this.braceOnLine(2);
  }

  /** A line that starts with a kind, or `expect`, that can't stand in this block: a brace is missing and the block ends. */
  private blockEnds(context: Context): boolean {
    const token = this.at(1);
    if (context.row && token.tokenType === Rows) return true;
    if (!token.newline || token.tokenType !== Atom) return false;
    if (sameWord(token.text, 'expect')) return this.wordOnLine(2) && propertyIn(context, token.text) === undefined;
    if (context.row && looksLikeAddress(token.text)) return true;
    const kind = kindOutside(context, token.text);
    if (kind === undefined || childIn(context, token.text)) return false;
    if (propertyIn(context, token.text)) return this.wordOnLine(2) && this.braceOnLine(3);
    return this.declarationHead(kind);
  }

  private startsDeclaration(context: Context): boolean {
    if (!this.isWord(1) || context.row) return false;
    const { text } = this.at(1);
    const kind = childIn(context, text);
    if (propertyIn(context, text)) return kind !== undefined && this.wordOnLine(2) && this.braceOnLine(3);
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
    return (
      propertyIn({ kind: undefined, row: userRow }, this.at(2).text) !== undefined &&
      (this.wordOnLine(3) || this.at(3).newline)
    );
  }

  /**
   * Whether the word in a value's place is the next property's word, so that the value is missing: it is a word of this block, and what follows it isn't.
   */
  private valueMissing(context: Context): boolean {
    const token = this.at(1);
    if (token.tokenType !== Atom || propertyIn(context, token.text) === undefined) return false;
    return this.wordOnLine(2) && propertyIn(context, this.at(2).text) === undefined && this.at(2).tokenType !== Comma;
  }

  // ---- building

  private word(token: IToken): Word {
    const { startOffset, endOffset, text, tokenType } = token as Token;
    return { start: startOffset - this.base, end: endOffset + 1 - this.base, text, quoted: tokenType === Str };
  }

  private lastEnd(): number {
    return this.at(0).endOffset + 1 - this.base;
  }

  private report(code: string, start: number, end: number, message: string, fixes?: readonly ProblemFix[]): void {
    this.problems.push({ code, start, end, message, ...(fixes && { fixes }) });
  }

  private doc(token: Token): { doc?: NonNullable<Token['doc']> } {
    const { doc } = token;
    return doc ? { doc: { start: doc.start - this.base, end: doc.end - this.base, text: doc.text } } : {};
  }

  /** A missing value or name: marked behind the word that wants it. */
  private missing(after: Word, message: string): void {
    this.report('UM0001', after.start, after.end, message);
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
        { ALT: () => (node = this.SUBRULE(this.declaration, { ARGS: [fileContext] })) },
        { ALT: () => this.SUBRULE(this.stray, { ARGS: [fileContext] }) },
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

  private readonly anyWord = this.RULE('anyWord', (): Word => {
    return this.OR([{ ALT: () => this.word(this.CONSUME(Atom)) }, { ALT: () => this.word(this.CONSUME(Str)) }]);
  });

  private readonly declaration = this.RULE('declaration', (context: Context): DeclarationNode => {
    let name: Word | undefined;
    let body: Body | undefined;
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
              const comma = this.CONSUME(Comma);
              this.ACTION(() => this.strayComma(comma));
            },
          },
        ]),
    });
    this.ACTION(() => {
      name = this.declarationName(word, kind, name, extra);
    });
    this.OPTION2({
      GATE: () => this.at(1).tokenType === OpenBrace,
      DEF: () => {
        body = this.block({ kind, outer: context }, word, name);
      },
    });
    return this.ACTION(() => ({
      type: 'declaration',
      start: word.start,
      end: this.lastEnd(),
      kind: word,
      ...(name && { name }),
      ...(body && { body }),
      ...this.doc(first),
    }));
  });

  /** More words on the line of a declaration, before its brace: a name with blanks, or properties without braces. */
  private extraOnLine(kind: Kind | undefined): boolean {
    const token = this.at(1);
    if (token.newline) return false;
    if (token.tokenType === Comma) return true;
    if (!this.isWord(1)) return false;
    if (kind === undefined) return true;
    return !(kindOf(token.text) && (this.wordOnLine(2) || this.braceOnLine(2)) && !this.braceOnLine(2));
  }

  /** The kind that a declaration's word names, with the report when there is none, or when it can't stand here. */
  private kindHere(word: Word, context: Context): Kind | undefined {
    const kind = kindOf(word.text);
    const here = childIn(context, word.text);
    if (here) return here;
    if (!isFile(context) && context.kind === undefined) return kind;
    if (kind) {
      const places = kind.parents.map((parent) =>
        parent === 'file' ? 'the top level of a file' : `a \`${parent}\` block`,
      );
      const where = isFile(context) ? 'outside any block' : `in a \`${context.kind?.name}\` block`;
      this.report(
        'UM0002',
        word.start,
        word.end,
        `\`${kind.name}\` can't stand ${where}; it belongs in ${orList(places)}`,
      );
      return kind;
    }
    this.reportUnknownKind(word, context);
    return undefined;
  }

  private reportUnknownKind(word: Word, context: Context): void {
    const allowed = childrenOf(isFile(context) || !context.kind ? 'file' : context.kind).map((kind) => kind.name);
    const guess = nearest(word.text, allowed);
    const fixes = guess && [
      { title: `Change to \`${guess}\``, changes: [{ start: word.start, end: word.end, text: guess }] },
    ];
    const owner = kinds.find((kind) => kind.properties.some((property) => sameWord(property.name, word.text)));
    let message: string;
    if (guess) message = `There is no kind \`${word.text}\`; did you mean \`${guess}\`?`;
    else if (isFile(context) && looksLikeAddress(word.text)) {
      message = `The row of ${word.text} stands outside a \`users\` block; write \`users NAME { … }\` around it`;
    } else if (isFile(context) && owner) {
      message = `\`${word.text}\` stands outside any block; it is a property of \`${owner.name}\``;
    } else
      message = `There is no kind \`${word.text}\`; a declaration starts with ${isFile(context) ? 'a word like `sipDomain`, `pool` or `users`' : orList(allowed.map((name) => `\`${name}\``))}`;
    this.report('UM0002', word.start, word.end, message, fixes || undefined);
  }

  /** Reports a name that is missing or has blanks, and properties that stand outside braces. */
  private declarationName(
    word: Word,
    kind: Kind | undefined,
    name: Word | undefined,
    extra: readonly Word[],
  ): Word | undefined {
    if (kind === undefined) return name;
    const last = extra[extra.length - 1];
    if (name && last && this.at(1).tokenType === OpenBrace) {
      const text = [name, ...extra].map((part) => part.text).join(' ');
      const whole: Word = { start: name.start, end: last.end, text, quoted: true };
      this.report('UM0001', whole.start, whole.end, `A name with blanks stands in quotes: ${kind.name} "${text}"`, [
        {
          title: 'Put the name in quotes',
          changes: [{ start: whole.start, end: whole.end, text: JSON.stringify(text) }],
        },
      ]);
      return whole;
    }
    if (kind.nameType === 'none') {
      if (name && !last)
        this.report(
          'UM0001',
          name.start,
          name.end,
          `\`${kind.name}\` has no name: there is one in a deployment. Leave "${name.text}" out`,
        );
      else if (name && last) this.outsideBraces(name, last);
      return undefined;
    }
    if (name === undefined) {
      const example = kind.nameDoc ? ` (${kind.nameDoc})` : '';
      this.missing(word, `${article(kind.singular)} ${kind.singular} needs a name${example}: \`${kind.name} NAME\``);
      return undefined;
    }
    if (last && extra[0]) this.outsideBraces(extra[0], last);
    return name;
  }

  private strayComma(comma: IToken): void {
    const start = comma.startOffset - this.base;
    this.report('UM0001', start, start + 1, 'A comma joins the values of one property; here it joins nothing', [
      { title: 'Remove the comma', changes: [{ start, end: start + 1, text: '' }] },
    ]);
  }

  private outsideBraces(first: Word, last: Word): void {
    this.report('UM0001', first.start, last.end, 'Properties stand in braces: write { … } around them', [
      {
        title: 'Put braces around the properties',
        changes: [
          { start: first.start, end: first.start, text: '{ ' },
          { start: last.end, end: last.end, text: ' }' },
        ],
      },
    ]);
  }

  /** A body, unless blocks lie in each other deeper than any text means: then it is read over, so that no text exhausts the stack. */
  private block(context: Context, head: Word, name: Word | undefined): Body | undefined {
    return this.OR2({
      DEF: [
        {
          GATE: () => this.depth >= MAXIMUM_DEPTH,
          ALT: () => {
            const start = this.at(1).startOffset - this.base;
            this.SUBRULE(this.skipped);
            this.ACTION(() => this.report('UM0001', start, start + 1, 'Blocks stand in each other too deep here'));
            return undefined;
          },
        },
        { ALT: () => this.SUBRULE(this.body, { ARGS: [context, head, name] }) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  }

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
      if (!closed) {
        const what = name ? `\`${head.text} ${name.text}\`` : `\`${head.text}\``;
        const end = this.lastEnd();
        this.report('UM0001', start, start + 1, `The block of ${what} has no closing brace }`, [
          { title: 'Close the block', changes: [{ start: end, end, text: '\n}' }] },
        ]);
      }
      return { start, end: this.lastEnd(), elements, closed };
    });
  });

  private readonly element = this.RULE('element', (context: Context): Element | undefined => {
    return this.OR({
      DEF: [
        {
          GATE: () => hasColumns(context) && this.is(1, 'columns') && this.at(2).tokenType === OpenBrace,
          ALT: () => this.SUBRULE(this.columns),
        },
        { GATE: () => isWave(context) && this.is(1, 'move'), ALT: () => this.SUBRULE(this.move) },
        {
          GATE: () => this.is(1, 'expect') && this.wordOnLine(2) && !propertyIn(context, 'expect'),
          ALT: () => this.SUBRULE(this.expectInside),
        },
        { GATE: () => this.startsUserRow(context), ALT: () => this.SUBRULE1(this.row, { ARGS: [context] }) },
        {
          GATE: () => this.isWord(1) && wordRowIn(context, this.at(1).text) !== undefined,
          ALT: () => this.SUBRULE2(this.row, { ARGS: [context] }),
        },
        { GATE: () => this.startsDeclaration(context), ALT: () => this.SUBRULE(this.declaration, { ARGS: [context] }) },
        { GATE: () => this.isWord(1), ALT: () => this.SUBRULE(this.property, { ARGS: [context] }) },
        { ALT: () => this.SUBRULE(this.stray, { ARGS: [context] }) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** Pages of rows, and whatever can't stand where it stands. */
  private readonly stray = this.RULE('stray', (context: Context): PageNode | undefined => {
    return this.OR([
      {
        ALT: () => {
          const token = this.CONSUME(Rows) as Token;
          return this.ACTION(() => this.page(token, context));
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME(CloseBrace);
          this.ACTION(() => {
            const start = token.startOffset - this.base;
            this.report('UM0001', start, start + 1, 'This closing brace closes nothing', [
              { title: 'Remove the brace', changes: [{ start, end: start + 1, text: '' }] },
            ]);
          });
          return undefined;
        },
      },
      {
        ALT: () => {
          const token = this.CONSUME1(Comma);
          this.ACTION(() => this.strayComma(token));
          return undefined;
        },
      },
      {
        ALT: () => {
          const start = this.at(1).startOffset - this.base;
          this.SUBRULE(this.skipped);
          this.ACTION(() =>
            this.report(
              'UM0001',
              start,
              start + 1,
              'A block starts with a kind and a name, which are missing here: `kind name { … }`',
            ),
          );
          return undefined;
        },
      },
    ]);
  });

  private page(token: Token, context: Context): PageNode | undefined {
    const start = token.startOffset - this.base;
    const page = token.page;
    if (page === undefined) return undefined;
    if (!isUsers(context)) {
      if (context.kind || isFile(context))
        this.report('UM0001', start, start + page.length, 'These rows of users stand outside a `users` block');
      return undefined;
    }
    return { type: 'page', start, end: start + page.length, page };
  }

  /** A block that nothing announces, or that lies too deep: read over as a whole, without recursion. */
  private readonly skipped = this.RULE('skipped', () => {
    let open = 1;
    this.CONSUME(OpenBrace);
    this.MANY({
      GATE: () => open > 0 && !this.blockEnds({ kind: undefined, outer: fileContext }),
      DEF: () =>
        this.OR([
          { ALT: () => this.SUBRULE(this.anyWord) },
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

  private readonly property = this.RULE('property', (context: Context): PropertyNode => {
    const values: Word[] = [];
    const word = this.SUBRULE(this.anyWord);
    this.OPTION({
      GATE: () => this.wordOnLine(1) && !this.valueMissing(context),
      DEF: () => {
        values.push(this.SUBRULE1(this.anyWord));
        this.MANY(() => {
          const comma = this.CONSUME(Comma);
          this.OPTION1({
            GATE: () => this.isWord(1) && !(this.at(1).newline && this.startsOther(context)),
            DEF: () => values.push(this.SUBRULE2(this.anyWord)),
          });
          this.ACTION(() => {
            if (this.at(0) === comma) this.missing(this.word(comma), `A value is missing behind this comma`);
          });
        });
      },
    });
    return this.ACTION(() => {
      const known = propertyIn(context, word.text);
      if (values.length === 0 && (known || context.kind || context.row)) {
        if (known) this.missing(word, `\`${known.name}\` needs a value on its line`);
        else this.reportLoneWord(word, context);
      }
      return { type: 'property', start: word.start, end: this.lastEnd(), word, values };
    });
  });

  /** Behind a comma at a line's end: whether the next line starts something else, so that a value is missing. */
  private startsOther(context: Context): boolean {
    const { text } = this.at(1);
    if (!this.wordOnLine(2)) return false;
    return propertyIn(context, text) !== undefined || childIn(context, text) !== undefined;
  }

  private reportLoneWord(word: Word, context: Context): void {
    const here = context.row ? 'a row' : `a \`${context.kind?.name}\` block`;
    const names = (context.row ?? context.kind)?.properties.map((property) => property.name) ?? [];
    const children = context.kind && !context.row ? childrenOf(context.kind).map((kind) => kind.name) : [];
    const guess = nearest(word.text, [...names, ...children]);
    const known = guess ? `; did you mean \`${guess}\`?` : '';
    this.report(
      'UM0003',
      word.start,
      word.end,
      `\`${word.text}\` means nothing in ${here}${known}`,
      guess
        ? [{ title: `Change to \`${guess}\``, changes: [{ start: word.start, end: word.end, text: guess }] }]
        : undefined,
    );
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
      if (kind?.owner && !owner)
        this.missing(head, `A record needs its owner: \`${head.text} OWNER …\`, with @ for the zone itself`);
      return {
        type: 'row',
        start: head.start,
        end: this.lastEnd(),
        head,
        ...(owner && { owner }),
        properties,
        braces,
        ...this.doc(first),
      };
    });
  });

  private readonly columns = this.RULE('columns', (): ColumnsNode => {
    const columns: ColumnNode[] = [];
    const word = this.SUBRULE(this.anyWord);
    this.CONSUME(OpenBrace);
    this.MANY({
      GATE: () => this.isWord(1),
      DEF: () => columns.push(this.SUBRULE(this.column)),
    });
    let closed = false;
    this.OPTION(() => {
      this.CONSUME(CloseBrace);
      closed = true;
    });
    return this.ACTION(() => {
      if (!closed) this.report('UM0001', word.start, word.end, 'The block of `columns` has no closing brace }');
      return { type: 'columns', start: word.start, end: this.lastEnd(), word, columns };
    });
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
              this.CONSUME(Comma);
              this.OPTION3({ GATE: () => this.isWord(1), DEF: () => cells.push(this.SUBRULE4(this.anyWord)) });
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

  private readonly move = this.RULE('move', (): MoveNode => {
    let selection: Selection | undefined;
    let mailbox: Word | undefined;
    const properties: PropertyNode[] = [];
    const word = this.SUBRULE(this.anyWord);
    this.OPTION({
      GATE: () => this.wordOnLine(1) && !this.is(1, 'to'),
      DEF: () => {
        selection = this.SUBRULE(this.selection);
      },
    });
    this.OPTION1({
      GATE: () => this.wordOnLine(1) && this.is(1, 'to'),
      DEF: () => {
        const to = this.SUBRULE1(this.anyWord);
        this.OPTION2({
          GATE: () => this.wordOnLine(1) && mailboxPlaces.some((place) => this.is(1, place)),
          DEF: () => {
            mailbox = this.SUBRULE2(this.anyWord);
          },
        });
        this.MANY({
          GATE: () => this.wordOnLine(1),
          DEF: () => properties.push(this.SUBRULE(this.property, { ARGS: [moveContext] })),
        });
        this.ACTION(() => {
          if (!mailbox && properties.length === 0) {
            this.missing(
              to,
              'Say where they move: `to hosted`, `to local`, `to none`, or a property with its new value',
            );
          }
        });
      },
    });
    return this.ACTION(() => {
      if (!selection) this.missing(word, 'Say who moves: addresses, or `every user in group NAME`');
      else if (!this.moved(selection, mailbox, properties))
        this.missing(word, 'A move needs its target: `move … to hosted`');
      return {
        type: 'move',
        start: word.start,
        end: this.lastEnd(),
        word,
        ...(selection && { selection }),
        ...(mailbox && { mailbox }),
        properties,
      };
    });
  });

  private moved(selection: Selection, mailbox: Word | undefined, properties: readonly PropertyNode[]): boolean {
    return mailbox !== undefined || properties.length > 0 || this.lastEnd() > selection.end;
  }

  private readonly selection = this.RULE('selection', (): Selection => {
    return this.OR({
      DEF: [
        {
          GATE: () => this.is(1, 'every') && this.wordOnLine(2),
          ALT: () => {
            const every = this.SUBRULE(this.anyWord);
            const crowd = this.SUBRULE(this.crowd);
            return this.ACTION((): Selection => ({ type: 'every', start: every.start, end: crowd.end, crowd }));
          },
        },
        {
          GATE: () => this.is(1, 'call') && this.is(2, 'to'),
          ALT: () => {
            const call = this.SUBRULE1(this.anyWord);
            let number = this.SUBRULE2(this.anyWord);
            this.OPTION({
              GATE: () => this.wordOnLine(1),
              DEF: () => {
                number = this.SUBRULE3(this.anyWord);
              },
            });
            return this.ACTION((): Selection => {
              if (sameWord(number.text, 'to'))
                this.missing(number, 'Say which number is called: `call to +14255550100`');
              return { type: 'call', start: call.start, end: number.end, number };
            });
          },
        },
        {
          ALT: () => {
            const addresses: Word[] = [this.SUBRULE4(this.anyWord)];
            this.MANY(() => {
              this.CONSUME(Comma);
              this.OPTION1({ GATE: () => this.isWord(1), DEF: () => addresses.push(this.SUBRULE5(this.anyWord)) });
            });
            return this.ACTION((): Selection => {
              for (const address of addresses) this.checkAddress(address);
              return { type: 'addresses', start: addresses[0]?.start ?? 0, end: this.lastEnd(), addresses };
            });
          },
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  private checkAddress(word: Word): void {
    if (looksLikeAddress(word.text)) return;
    this.report(
      'UM0001',
      word.start,
      word.end,
      `"${word.text}" is no address; write addresses, \`every user …\` or \`call to NUMBER\``,
    );
  }

  private readonly crowd = this.RULE('crowd', (): Crowd => {
    const filters: Filter[] = [];
    const who = this.SUBRULE(this.anyWord);
    this.MANY({
      GATE: () => this.wordOnLine(1) && (this.is(1, 'in') || this.is(1, 'with')),
      DEF: () => {
        const filter = this.SUBRULE(this.filter);
        this.ACTION(() => {
          if (filter) filters.push(filter);
        });
      },
    });
    return this.ACTION(() => {
      const of = /^users?$/i.test(who.text) ? 'user' : 'contact';
      if (!/^(user|contact)$/i.test(who.text)) {
        this.report(
          'UM0001',
          who.start,
          who.end,
          'Only users and contacts can be asked about: `every user …` or `every contact …`',
        );
      }
      return { start: who.start, end: this.lastEnd(), of, filters };
    });
  });

  private readonly filter = this.RULE('filter', (): Filter | undefined => {
    let by: Word | undefined;
    let name: Word | undefined;
    const preposition = this.SUBRULE(this.anyWord);
    this.OPTION({
      GATE: () => this.wordOnLine(1),
      DEF: () => {
        by = this.SUBRULE1(this.anyWord);
        this.OPTION1({
          GATE: () => this.wordOnLine(1),
          DEF: () => {
            name = this.SUBRULE2(this.anyWord);
          },
        });
      },
    });
    return this.ACTION(() => {
      const allowed: readonly Filter['by'][] = sameWord(preposition.text, 'in') ? filterWords.in : filterWords.with;
      const known = allowed.find((candidate) => by && sameWord(candidate, by.text));
      if (!known || !name) {
        const wanted = orList(allowed.map((word) => `\`${preposition.text} ${word} NAME\``));
        this.report('UM0001', preposition.start, (by ?? preposition).end, `Write ${wanted}`);
        return undefined;
      }
      return { start: preposition.start, end: name.end, by: known, name };
    });
  });

  private readonly expectInside = this.RULE('expectInside', (): undefined => {
    const node = this.SUBRULE(this.expectation);
    this.ACTION(() =>
      this.report(
        'UM0002',
        node.word.start,
        node.word.end,
        '`expect` stands at the top level of a file, not in a block',
      ),
    );
    return undefined;
  });

  private readonly expectation = this.RULE('expectation', (): ExpectNode => {
    let claim: ExpectNode['claim'];
    let event: Word | undefined;
    let when: ExpectNode['when'];
    const word = this.SUBRULE(this.anyWord);
    this.OPTION({
      GATE: () => this.wordOnLine(1),
      DEF: () => {
        claim = this.SUBRULE(this.claim);
      },
    });
    this.OPTION1({
      GATE: () => this.wordOnLine(1) && this.is(1, 'on'),
      DEF: () => {
        const on = this.SUBRULE1(this.anyWord);
        this.OPTION2({
          GATE: () => this.wordOnLine(1),
          DEF: () => {
            event = this.SUBRULE2(this.anyWord);
          },
        });
        this.ACTION(() => {
          if (!event) this.missing(on, '`on` needs an event: `on busy`, `on callVoicemail` …');
        });
      },
    });
    this.OPTION3({
      GATE: () => this.wordOnLine(1) && (this.is(1, 'before') || this.is(1, 'after')),
      DEF: () => {
        const relation = this.SUBRULE3(this.anyWord);
        this.OPTION4({
          GATE: () => this.wordOnLine(1),
          DEF: () => {
            const wave = this.SUBRULE4(this.anyWord);
            this.ACTION(() => {
              when = { relation: sameWord(relation.text, 'before') ? 'before' : 'after', wave };
            });
          },
        });
        this.ACTION(() => {
          if (!when) this.missing(relation, `\`${relation.text}\` needs the name of a wave`);
        });
      },
    });
    const rest: Word[] = [];
    this.MANY({ GATE: () => this.wordOnLine(1), DEF: () => rest.push(this.SUBRULE5(this.anyWord)) });
    return this.ACTION(() => {
      if (word.end === this.lastEnd())
        this.missing(word, 'Say what is expected: `expect ADDRESS reaches NAME` or `expect no user unreachable`');
      const first = rest[0];
      if (first && claim)
        this.report(
          'UM0001',
          first.start,
          this.lastEnd(),
          `"${first.text}" doesn't fit here; an expectation ends with \`on EVENT\`, \`before WAVE\` or \`after WAVE\``,
        );
      return {
        type: 'expect',
        start: word.start,
        end: this.lastEnd(),
        word,
        ...(claim && { claim }),
        ...(event && { event }),
        ...(when && { when }),
      };
    });
  });

  private readonly claim = this.RULE('claim', (): ExpectNode['claim'] => {
    return this.OR({
      DEF: [
        {
          GATE: () => this.is(1, 'no') && this.wordOnLine(2),
          ALT: () => {
            this.SUBRULE(this.anyWord);
            const crowd = this.SUBRULE(this.crowd);
            let last: Word | undefined;
            this.OPTION({
              GATE: () => this.wordOnLine(1),
              DEF: () => {
                last = this.SUBRULE1(this.anyWord);
              },
            });
            return this.ACTION((): ExpectNode['claim'] => {
              if (last && sameWord(last.text, 'unreachable')) return { type: 'noneUnreachable', crowd };
              const at = last ?? crowd;
              this.report('UM0001', at.start, at.end, `Write \`no ${crowd.of} … unreachable\``);
              return undefined;
            });
          },
        },
        {
          ALT: () => {
            const selection = this.SUBRULE(this.selection);
            let reaches: Word | undefined;
            let kind: Word | undefined;
            let target: Word | undefined;
            this.OPTION1({
              GATE: () => this.wordOnLine(1) && this.is(1, 'reaches'),
              DEF: () => {
                reaches = this.SUBRULE2(this.anyWord);
                this.OPTION2({
                  GATE: () => this.wordOnLine(1),
                  DEF: () => {
                    target = this.SUBRULE3(this.anyWord);
                    this.OPTION3({
                      GATE: () => this.wordOnLine(1) && target !== undefined && this.targetFollows(target.text),
                      DEF: () => {
                        kind = target;
                        target = this.SUBRULE4(this.anyWord);
                      },
                    });
                  },
                });
              },
            });
            return this.ACTION((): ExpectNode['claim'] => {
              if (target) return { type: 'reaches', selection, target, ...(kind && { kind }) };
              if (reaches)
                this.missing(
                  reaches,
                  '`reaches` needs a target: a provider, tenant, UM dial plan, `hosted`, `local` or `nothing`',
                );
              else this.missing({ ...selection, text: '', quoted: false }, 'Say what they reach: `… reaches NAME`');
              return undefined;
            });
          },
        },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** Behind a word in a target's place: the name of an object of that kind follows, rather than `on`, `before` or `after`. */
  private targetFollows(kind: string): boolean {
    if (kindOf(kind) === undefined) return false;
    return !((this.is(1, 'on') || this.is(1, 'before') || this.is(1, 'after')) && this.wordOnLine(2));
  }
}

/** `a`, or `an` before a vowel's letter (`um…` is spoken "you-em" and takes `a`). */
function article(noun: string): string {
  return /^[aeio]/i.test(noun) ? 'An' : 'A';
}
