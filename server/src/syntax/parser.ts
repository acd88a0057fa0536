import { packed } from '../base/packed';
import { kindOf, userRow } from '../vocabulary';
import type { Body, DeclarationNode, Element, ItemNode, PropertyNode, RowNode, Word } from './ast';
import { type Context, fileContext, hasColumns, isUsers, isWave, propertyIn, wordRowIn } from './context';
import type { ParsedItem } from './grammar/base';
import { ColumnsGrammar } from './grammar/columns';
import { strayComma } from './grammar/messages';
import { declarationNode } from './plainNodes';
import { CloseBrace, Comma, OpenBrace, type Token } from './tokens';

export type { ParsedItem } from './grammar/base';

/** How deep blocks may stand in each other; the language itself needs three. */
const MAXIMUM_DEPTH = 32;

/**
 * The grammar. It is total: whatever stands in the text is consumed and either understood or reported, so that it never fails. What a word is depends on the
 * place it stands in, hence the gates.
 */
export class UmTopologyParser extends ColumnsGrammar {
  private items: ParsedItem[] = [];
  private done: (offset: number) => boolean = () => false;
  private depth = 0;

  /** @param skipValidations false: chevrotain checks the grammar itself, which is slow and only for tests. */
  constructor(skipValidations = true) {
    super(skipValidations);
    this.performSelfAnalysis();
  }

  /**
   * Reads items from tokens until these end or `done` says that an item starts where one of the earlier parse did.
   * @param from where the first item starts, with the white space and comments before it.
   * @param hidden behind the tokens stands a comment without end.
   * @param first the token that the first item starts with.
   */
  parseItems(
    tokens: Token[],
    from: number,
    done: (offset: number) => boolean,
    hidden = false,
    first = 0,
  ): ParsedItem[] {
    this.input = tokens;
    // Which its own types keep to itself.
    if (first > 0) (this as unknown as { importLexerState(last: number): void }).importLexerState(first - 1);
    this.base = from;
    this.items = [];
    this.problems = [];
    this.done = done;
    this.depth = 0;
    this.hidden = hidden;
    this.file();
    // What is read is for who asked, and kept there.
    this.input = [];
    const { items } = this;
    this.items = [];
    return items;
  }

  private readonly file = this.RULE('file', () => {
    this.MANY({ GATE: () => !this.done(this.base), DEF: () => this.SUBRULE(this.item) });
    // That something is left is no fault.
    this.ACTION(() => (this as unknown as { moveToTerminatedState(): void }).moveToTerminatedState());
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
    return this.ACTION(() =>
      declarationNode({
        type: 'declaration',
        start: word.start,
        end: this.lastEnd(),
        kind: word,
        ...(kind && !kindOf(word.text) && { meant: kind.name }),
        ...(name && { name }),
        ...(body && { body }),
        ...this.docOf(first),
      }),
    );
  });

  private readonly body = this.RULE('body', (context: Context, head: Word, name: Word | undefined): Body => {
    const elements: Element[] = [];
    let closed = false;
    const open = this.CONSUME(OpenBrace);
    this.ACTION(() => this.depth++);
    this.MANY({
      GATE: () => this.at(1).tokenType !== CloseBrace && !this.blockEnds(context),
      DEF: () =>
        this.OR({
          DEF: [
            { GATE: () => isUsers(context), ALT: () => this.SUBRULE(this.pages, { ARGS: [elements] }) },
            {
              ALT: () => {
                const element = this.SUBRULE(this.element, { ARGS: [context] });
                this.ACTION(() => {
                  if (element) elements.push(element);
                });
              },
            },
          ],
          IGNORE_AMBIGUITIES: true,
        }),
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
      return { start, end: this.lastEnd(), elements: packed(elements), closed };
    });
  });

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
        properties: packed(properties),
        braces,
        ...this.docOf(first),
      };
    });
  });
}
