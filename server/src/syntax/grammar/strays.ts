import type { Element } from '../ast';
import { type Context, isFile } from '../context';
import { CloseBrace, Comma, Rows, type Token } from '../tokens';
import { HeadGrammar } from './heads';
import { rowsOutside, strayComma } from './messages';

/** What stands where it can't stand: consumed and reported, so that the grammar is total. */
export abstract class StrayGrammar extends HeadGrammar {
  /** Blocks that lie in each other deeper than any text means: read over, so that no text exhausts the stack. */
  protected readonly tooDeep = this.RULE('tooDeep', (): undefined => {
    const start = this.at(1).startOffset - this.base;
    this.SUBRULE(this.skipped);
    this.ACTION(() => this.report('UM0001', start, start + 1, 'Blocks stand in each other too deep here'));
    return undefined;
  });

  protected readonly expectInside = this.RULE('expectInside', (): undefined => {
    const { word } = this.SUBRULE(this.expectation);
    this.ACTION(() => {
      this.report('UM0002', word.start, word.end, '`expect` stands at the top level of a file, not in a block');
    });
    return undefined;
  });

  protected readonly strayRows = this.RULE('strayRows', (context: Context): undefined => {
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

  /** Whatever can't stand where it stands. */
  protected readonly stray = this.RULE('stray', (): undefined => {
    return this.OR([
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
          this.MANY1(() => this.CONSUME1(Comma));
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

  /** The pages of a block of users, of which there may be very many: each costs no more than its node. */
  protected readonly pages = this.RULE('pages', (elements: Element[]): void => {
    this.AT_LEAST_ONE(() => {
      const token = this.CONSUME(Rows) as Token;
      this.ACTION(() => {
        const { page, startOffset } = token;
        const start = startOffset - this.base;
        if (page) elements.push({ type: 'page', start, end: start + page.length, page });
      });
    });
  });
}
