import { commonEnd, commonStart } from '../base/difference';
import type { CsvPage, CsvTable } from './csv';
import { isRecordEnd } from './csvRecord';

/** What a file was, read with the same header, delimiter and meaning of the columns. */
export interface CsvBefore {
  readonly text: string;
  readonly table: CsvTable;
}

/**
 * The pages of a file before that an edit left as they are: those whose records lie in the part that both texts begin with, and those in the part that they end with.
 * Records are found from the start of a file on and without looking back, so whoever is at the start of a page that was a start before finds the same from there on.
 */
export class KeptPages {
  /** The pages at the start. */
  readonly first: readonly CsvPage[];
  /** Where reading goes on behind them; `undefined` when it begins at the first record. */
  readonly resume: number | undefined;
  private readonly delta: number;
  /** The next page of those at the end. */
  private next: number;

  /** @param limit records of a page at most. */
  constructor(
    private readonly before: CsvBefore,
    text: string,
    separator: number,
    private readonly limit: number,
  ) {
    const { pages } = before.table;
    const start = commonStart(before.text, text);
    const end = before.text.length - commonEnd(before.text, text, start);
    this.delta = text.length - before.text.length;
    let count = 0;
    while (
      count + 1 < pages.length &&
      this.isKept(count) &&
      solid(before.text, start, this.startOf(count + 1), separator)
    )
      count++;
    // Else pages would become smaller and smaller.
    if (count > 0 && this.sizeOf(count - 1) + this.sizeOf(count) <= limit) count--;
    this.first = pages.slice(0, count);
    this.resume = count === 0 ? undefined : this.startOf(count);
    this.next = pages.length;
    while (this.next > count && this.isKept(this.next - 1) && this.startOf(this.next - 1) >= end) this.next--;
  }

  /**
   * The pages at the end, if they begin at a place.
   * @param read how many records of a page were read that isn't full yet: it goes on where it and the next one are small.
   */
  from(position: number, read: number): readonly CsvPage[] | undefined {
    const { before, delta } = this;
    const { pages } = before.table;
    while (this.next < pages.length && this.startOf(this.next) + delta < position) this.next++;
    if (this.next === pages.length || this.startOf(this.next) + delta !== position) return undefined;
    if (read > 0 && read + this.sizeOf(this.next) <= this.limit) return undefined;
    const left = pages.slice(this.next);
    return delta === 0 ? left : left.map(({ start, page }) => ({ start: start + delta, page }));
  }

  private startOf(index: number): number {
    return this.before.table.pages[index]?.start ?? this.before.text.length;
  }

  private sizeOf(index: number): number {
    return this.before.table.pages[index]?.page.count ?? 0;
  }

  private isKept(index: number): boolean {
    return this.before.table.pages[index]?.page.gone === false;
  }
}

/** Whether what tells that a record starts at a place stands before an offset: blanks and delimiters alone would make its line a blank one. */
function solid(text: string, before: number, start: number, separator: number): boolean {
  for (let at = start; at < before; at++) {
    const code = text.charCodeAt(at);
    if (!isRecordEnd(code) && code !== 32 && code !== 9 && code !== separator) return true;
  }
  return false;
}
