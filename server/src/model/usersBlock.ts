import type { Span } from '../base/span';
import type { ColumnsNode, Item, PageNode, RowNode, RowPage } from '../syntax/ast';
import { type CsvTable, readCsv } from './csv';
import type { Declaration, ModelProblem } from './declaration';
import type { ShapeTable } from './shapes';
import type { CsvFile, TopologyFile } from './sourceFile';
import type { SymbolTable } from './symbols';
import { readPage, readRowNode, type UserPage } from './userRows';

/** Rows that stand together in a file. */
export interface Segment {
  readonly path: string;
  readonly page: UserPage;
  /** Where the page starts in the file, now. */
  readonly base: number;
}

/** A CSV file as a `users` block finds it. */
export type CsvLookup =
  | { readonly file: CsvFile; readonly fault?: undefined }
  | { readonly file?: undefined; readonly fault: string };

/** What page facts are computed with and kept in; lives as long as the deployment. */
export class UserTables {
  readonly pages = new WeakMap<RowPage | RowNode, UserPage>();
  readonly csv = new WeakMap<CsvFile, Map<string, CsvTable>>();

  constructor(
    readonly symbols: SymbolTable,
    readonly shapes: ShapeTable,
  ) {}

  inline(file: TopologyFile, item: Item, element: PageNode | RowNode): Segment {
    if (element.type === 'row') {
      let page = this.pages.get(element);
      if (page === undefined) {
        page = readRowNode(element, this.symbols, this.shapes);
        this.pages.set(element, page);
      }
      return { path: file.path, page, base: item.start };
    }
    const base = item.start + element.start;
    let page = this.pages.get(element.page);
    if (page === undefined) {
      page = readPage(file.text, base, element.page, this.symbols, this.shapes);
      this.pages.set(element.page, page);
    }
    return { path: file.path, page, base };
  }

  csvTable(file: CsvFile, delimiter: string, columns: ColumnsNode | undefined): CsvTable {
    const layout = `${delimiter}${columns ? JSON.stringify(columns.columns) : ''}`;
    let tables = this.csv.get(file);
    if (tables === undefined) {
      tables = new Map();
      this.csv.set(file, tables);
    }
    let table = tables.get(layout);
    if (table === undefined) {
      table = readCsv(file.text, delimiter, columns, this.symbols, this.shapes);
      tables.set(layout, table);
    }
    return table;
  }
}

/** A problem with the file it stands in and its place there. */
export interface PlacedProblem extends Span {
  readonly path: string;
  readonly problem: ModelProblem;
  /** What the problem's fixes are relative to. */
  readonly base: number;
}

/** The users of one `users` block: its rows and those of its CSV files. */
export class UsersBlock {
  segments: readonly Segment[] = [];
  /** Users of each shape. */
  readonly shapeCounts = new Map<number, number>();
  count = 0;
  /** Of its CSV files as a whole. */
  csvProblems: PlacedProblem[] = [];

  constructor(readonly declaration: Declaration) {}

  get id(): string {
    return this.declaration.id;
  }

  /** Takes the segments of now; tells which pages came and went. */
  take(segments: readonly Segment[], came: (page: UserPage) => void, went: (page: UserPage) => void): void {
    const before = new Map<UserPage, number>();
    for (const { page } of this.segments) before.set(page, (before.get(page) ?? 0) + 1);
    for (const { page } of segments) {
      const left = before.get(page) ?? 0;
      if (left > 0) before.set(page, left - 1);
      else {
        came(page);
        this.add(page, 1);
      }
    }
    for (const [page, left] of before) {
      for (let i = 0; i < left; i++) {
        went(page);
        this.add(page, -1);
      }
    }
    this.segments = segments;
  }

  private add(page: UserPage, sign: 1 | -1): void {
    this.count += sign * page.count;
    for (const [shape, count] of page.shapeCounts) {
      const now = (this.shapeCounts.get(shape) ?? 0) + sign * count;
      if (now === 0) this.shapeCounts.delete(shape);
      else this.shapeCounts.set(shape, now);
    }
  }
}
