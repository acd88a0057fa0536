import { EOF } from 'chevrotain';
import { sameWord } from '../../base/words';
import { kindOf } from '../../vocabulary';
import type { ColumnNode, ColumnsNode, Word } from '../ast';
import type { Context } from '../context';
import { CloseBrace, Comma, OpenBrace, Rows } from '../tokens';
import { StrayGrammar } from './strays';

/** `columns { word "header" { value "cell" } }` */
export abstract class ColumnsGrammar extends StrayGrammar {
  /** A comment without end hides what follows, closing braces too. */
  protected hidden = false;

  protected unclosed(brace: number, head: string): void {
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

  protected readonly columns = this.RULE('columns', (context: Context): ColumnsNode => {
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

  protected readonly columnsWithoutBlock = this.RULE('columnsWithoutBlock', (): undefined => {
    const word = this.SUBRULE(this.anyWord);
    this.SUBRULE(this.restOfLine);
    this.ACTION(() => this.missing(word, '`columns` needs a block: `columns { sipAddress "HEADER" … }`'));
    return undefined;
  });

  protected readonly column = this.RULE('column', (): ColumnNode => {
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
