import type { Steps } from '../../base/steps';

/** So many rows that stand in columns of their own are laid out at once. */
const ROWS = 256;

/**
 * Where the cells of consecutive rows start, so that they stand in columns. A cell is a property with its values; it stands under that of the row above when all
 * words up to it are the same in both. Widths and columns count UTF-16 code units from the row's start.
 */
export class RowTable {
  private readonly heads: number[] = [];
  /** For each row the index of its first cell. */
  private readonly first: number[] = [];
  private readonly joined: boolean[] = [];
  private readonly words: number[] = [];
  private readonly widths: number[] = [];
  /** Where cells stand that stay there; 0 of others. */
  private readonly kept: number[] = [];
  private starts = new Uint32Array(0);

  /**
   * @param joined the row before stands directly above: no blank line, comment or anything else between them
   * @param head the width of the address, or of a record's type and owner
   */
  row(joined: boolean, head: number): void {
    this.heads.push(head);
    this.joined.push(joined);
    this.first.push(this.words.length);
  }

  /**
   * @param word the same number for the same property
   * @param kept the column where it stands and stays: rows that aren't measured may have put it there, and those beside it are to stand in line with it
   */
  cell(word: number, width: number, kept = 0): void {
    this.words.push(word);
    this.widths.push(width);
    this.kept.push(kept);
  }

  get count(): number {
    return this.heads.length;
  }

  /** @param separator blanks between the widest head and the first cell */
  *layOut(separator: number): Steps<void> {
    const { heads, joined, count } = this;
    this.first.push(this.words.length);
    this.starts = new Uint32Array(this.words.length);
    for (let from = 0; from < count; ) {
      let to = from + 1;
      let widest = heads[from] as number;
      while (to < count && joined[to]) widest = Math.max(widest, heads[to++] as number);
      yield* this.columns(from, to, 0, widest + separator);
      from = to;
    }
  }

  /** Lays out one column after the other; a run of rows is as long as their words agree. */
  private *columns(from: number, to: number, column: number, least: number): Steps<void> {
    const { first, words, widths } = this;
    const start = this.inLine(from, to, column, least);
    for (let row = from; row < to; ) {
      const cell = (first[row] as number) + column;
      if (cell >= (first[row + 1] as number)) {
        row++;
        continue;
      }
      let end = row;
      let widest = 0;
      for (; end < to; end++) {
        const index = (first[end] as number) + column;
        const last = first[end + 1] as number;
        if (index >= last || words[index] !== words[cell]) break;
        this.starts[index] = start;
        // The last cell of a row pushes nothing to the right.
        if (index + 1 < last) widest = Math.max(widest, widths[index] as number);
      }
      if (end === row + 1) this.cells(row, column + 1, start + widest + 2);
      else yield* this.columns(row, end, column + 1, start + widest + 2);
      if ((row ^ end) >= ROWS) yield;
      row = end;
    }
  }

  /** Where a column of several rows begins: where it stands in those that stay, unless that is too far to the left. */
  private inLine(from: number, to: number, column: number, least: number): number {
    let start = Number.POSITIVE_INFINITY;
    for (let row = from; row < to; row++) {
      const index = (this.first[row] as number) + column;
      const kept = index < (this.first[row + 1] as number) ? (this.kept[index] as number) : 0;
      if (kept >= least && kept < start) start = kept;
    }
    return start === Number.POSITIVE_INFINITY ? least : start;
  }

  /** Of a row that is unlike its neighbours, each cell stands behind the one before. */
  private cells(row: number, column: number, start: number): void {
    const last = this.first[row + 1] as number;
    let next = start;
    for (let index = (this.first[row] as number) + column; index < last; index++) {
      this.starts[index] = next;
      next += (index + 1 < last ? (this.widths[index] as number) : 0) + 2;
    }
  }

  /** The column of a row's cell. */
  start(row: number, cell: number): number {
    return this.starts[(this.first[row] as number) + cell] as number;
  }
}
