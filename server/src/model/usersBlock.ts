import { addTo, sameElements } from '../base/lists';
import { packed } from '../base/packed';
import type { Span } from '../base/span';
import { finished, type Steps } from '../base/steps';
import type { ColumnsNode, Item, PageNode, Problem, RowNode, RowPage } from '../syntax/ast';
import { type CsvPage, type CsvTable, readCsv } from './csv';
import type { CsvBefore } from './csvKept';
import type { Declaration, ModelProblem } from './declaration';
import { arrange, type Exchanged } from './exchanged';
import { UNKNOWN } from './facts';
import type { Placement } from './placement';
import { orderAgain } from './shapeOrder';
import type { ShapeTable } from './shapes';
import type { CsvFile, TopologyFile } from './sourceFile';
import type { SymbolTable } from './symbols';
import type { UserPage } from './userPage';
import { readPage, readRowNode } from './userRows';

/** Rows that stand together in a file: the same object as long as they do. */
export interface Segment {
  readonly path: string;
  readonly page: UserPage;
  /** Where the page starts in the file, now. */
  base: number;
}

/** A CSV file as a `users` block finds it. */
export type CsvLookup =
  | { readonly file: CsvFile; readonly fault?: undefined }
  | { readonly file?: undefined; readonly fault: string };

/** What page facts are computed with and kept in; lives as long as the deployment. */
export class UserTables {
  readonly pages = new WeakMap<RowPage | RowNode, UserPage>();
  readonly csv = new WeakMap<CsvFile, Map<string, CsvTable>>();
  /** The CSV files that were taken last, by their paths. */
  private taken: ReadonlyMap<string, CsvFile> = new Map();

  /** Pages that were read before a block has them: their shapes are kept until then. */
  private prepared: UserPage[] = [];

  constructor(
    readonly symbols: SymbolTable,
    readonly shapes: ShapeTable,
  ) {}

  /** Reads the rows of a file that is about to be a block's, in slices. */
  *prepare(file: TopologyFile): Steps<void> {
    for (const item of file.tree.items) {
      if (item.node?.type !== 'declaration') continue;
      for (const element of item.node.body?.elements ?? []) {
        if (element.type !== 'page') continue;
        this.keep(this.inline(file, item, element).page);
        yield;
      }
    }
  }

  /** Reads the records of a CSV file that is about to be a block's, in slices. */
  *prepareCsv(file: CsvFile, delimiter: string, columns: ColumnsNode | undefined): Steps<void> {
    const layout = layoutOf(delimiter, columns);
    if (this.csv.get(file)?.has(layout)) return;
    const pages: CsvPage[] = [];
    const before = this.before(file, layout);
    const reading = readCsv(file.text, delimiter, columns, this.symbols, this.shapes, { before, pages });
    for (let kept = 0; ; ) {
      const { done, value } = reading.next();
      for (; kept < pages.length; kept++) this.keep((pages[kept] as CsvPage).page);
      if (done) {
        this.tablesOf(file).set(layout, value);
        return;
      }
      yield;
    }
  }

  private keep(page: UserPage): void {
    for (const shape of page.shapeCounts.keys()) this.shapes.retain(shape);
    this.prepared.push(page);
  }

  /** Lets go of the pages that blocks have by now, or of all. */
  letGo(all: boolean): void {
    const left: UserPage[] = [];
    for (const page of this.prepared) {
      if (page.uses === 0 && !all) left.push(page);
      else {
        for (const shape of page.shapeCounts.keys()) this.shapes.release(shape);
        if (page.uses === 0) page.gone = true;
      }
    }
    this.prepared = left;
  }

  private tablesOf(file: CsvFile): Map<string, CsvTable> {
    let tables = this.csv.get(file);
    if (tables === undefined) {
      tables = new Map();
      this.csv.set(file, tables);
    }
    return tables;
  }

  inline(file: TopologyFile, item: Item, element: PageNode | RowNode): Segment {
    if (element.type === 'row') {
      let page = this.pages.get(element);
      if (page === undefined || page.gone) {
        page = readRowNode(element, this.symbols, this.shapes);
        this.pages.set(element, page);
      }
      return { path: file.path, page, base: item.start };
    }
    const base = item.start + element.start;
    let page = this.pages.get(element.page);
    if (page === undefined || page.gone) {
      const { text, shift } = file.window(base, base + element.page.length);
      page = readPage(text, base - shift, element.page, this.symbols, this.shapes, (before) => {
        const read = this.pages.get(before);
        return read?.gone ? undefined : read;
      });
      this.pages.set(element.page, page);
    }
    return { path: file.path, page, base };
  }

  csvTable(file: CsvFile, delimiter: string, columns: ColumnsNode | undefined): CsvTable {
    const layout = layoutOf(delimiter, columns);
    const tables = this.tablesOf(file);
    let table = tables.get(layout);
    if (table === undefined || table.pages.some(({ page }) => page.gone)) {
      const before = this.before(file, layout);
      table = finished(readCsv(file.text, delimiter, columns, this.symbols, this.shapes, { before }));
      tables.set(layout, table);
    }
    return table;
  }

  /** What a CSV file was when it was taken last. */
  private before(file: CsvFile, layout: string): CsvBefore | undefined {
    const before = this.taken.get(file.path);
    const table = before && this.csv.get(before)?.get(layout);
    return table && { text: before.text, table };
  }

  /** All blocks have their rows: what they have is what is kept when a CSV file is edited. */
  take(files: readonly CsvFile[]): void {
    this.taken = new Map(files.map((file) => [file.path, file]));
  }
}

/** How a CSV file is read, wherever it is said. */
function layoutOf(delimiter: string, columns: ColumnsNode | undefined): string {
  const texts = columns?.columns.map(({ property, header, values }) => [
    property.text,
    header?.text,
    values.map(({ value, cells }) => [value.text, cells.map(({ text }) => text)]),
  ]);
  return JSON.stringify([delimiter, texts]);
}

/** A problem with the file it stands in and its place there. */
export interface PlacedProblem extends Span {
  readonly path: string;
  readonly problem: ModelProblem;
  /** What the problem's fixes are relative to. */
  readonly base: number;
}

export function placed(path: string, base: number, problem: Problem | ModelProblem): PlacedProblem {
  return { path, start: base + problem.start, end: base + problem.end, problem, base };
}

/** A page of a block, under a number that it has as long as it is there: the same object, wherever it moves to. */
export interface PagePlace {
  readonly id: number;
  readonly block: UsersBlock;
  readonly segment: Segment;
  /** Its place among the block's pages, now. */
  index: number;
}

/** Who is told which pages come to a block and leave it. */
export interface PageKeeper {
  /** @returns the number that the page gets. The pages that came have been added when the first one leaves. */
  came(page: UserPage): number;
  /** A page comes, most of whose rows are those of one that leaves. @returns the number, which is that one's. */
  instead(before: PagePlace, page: UserPage): number;
  /** It has its place. */
  placed(place: PagePlace): void;
  went(place: PagePlace): void;
}

/** Of so many versions is remembered which rows changed. */
const FEW = 4;

/** The users of one `users` block: its rows and those of its CSV files. */
export class UsersBlock {
  /** Its pages, each with its place. */
  current: readonly PagePlace[] = [];
  segments: readonly Segment[] = [];
  /** The problems of its rows, where they are now. */
  rowProblems: readonly PlacedProblem[] = [];
  /** Users of each shape. */
  readonly shapeCounts = new Map<number, number>();
  /** Of the shapes that are there. */
  readonly placements = new Map<number, Placement>();
  /** The same in the order in which they first appear, as long as that can't have changed. */
  placed: readonly Placement[] | undefined;
  /** Who came and went when they were listed last. */
  exchanged: Exchanged | undefined;
  /** Another number whenever some of them stand in another order, or many came and went. */
  arrangement = 0;
  private placedLast: readonly Placement[] = [];
  private inOrder: readonly number[] | undefined;
  count = 0;
  /** Its place among the blocks of the deployment. */
  order = 0;
  /** Counts up when a row changes or moves. */
  version = 0;
  /** Counts up when a shape may have more or fewer users than before. */
  countsVersion = 0;
  /** Of its CSV files as a whole. */
  csvProblems: readonly PlacedProblem[] = [];

  private sources: readonly unknown[] = [];
  /** The pages that came and went with its last versions. */
  private readonly changes: { readonly version: number; readonly pages: readonly PagePlace[] }[] = [];
  /** The first segment of each shape, where many were looked for in this version. */
  private firsts: Map<number, number> | undefined;
  private firstsVersion = -1;
  private sought = 0;

  constructor(readonly declaration: Declaration) {}

  /**
   * The first segment with users of one of some shapes. Where many are looked for, what stands where is written down once, as long as no row comes or goes.
   */
  firstSegment(shapes: Iterable<number>): number {
    let first = this.segments.length;
    for (const shape of shapes) first = Math.min(first, this.firstOf(shape));
    return first;
  }

  private firstOf(shape: number): number {
    if (this.firstsVersion !== this.version) {
      this.firsts = undefined;
      this.firstsVersion = this.version;
      this.sought = 0;
    }
    if (this.firsts) return this.firsts.get(shape) ?? this.segments.length;
    const { segments } = this;
    let index = 0;
    while (index < segments.length && !segments[index]?.page.shapeCounts.has(shape)) index++;
    return this.looked(index);
  }

  private looked(index: number): number {
    this.sought += index;
    if (this.sought > this.segments.length * 16) {
      this.firsts = new Map();
      for (let at = this.segments.length - 1; at >= 0; at--)
        for (const shape of this.segments[at]?.page.shapeCounts.keys() ?? []) this.firsts.set(shape, at);
    }
    return index;
  }

  get id(): string {
    return this.declaration.id;
  }

  /** Whether its segments were made of the same files, read in the same way; they are from now on. */
  isMadeOf(sources: readonly unknown[]): boolean {
    const same = sameElements(sources, this.sources);
    this.sources = sources;
    return same;
  }

  /** Takes over the pages of a block that it stands for from now on: they need not leave and come. */
  takeOver(pages: readonly PagePlace[], placed: PageKeeper['placed']): void {
    this.hold(pages.map((place) => ({ ...place, block: this })));
    for (const place of this.current) {
      placed(place);
      this.add(place.segment.page, 1);
    }
  }

  /** Takes the segments of now; tells which pages came and went. What stays is the same object, moved to where it is now. */
  take(segments: readonly Segment[], keeper: PageKeeper): void {
    const before = this.current;
    // An edit leaves most pages before and behind it as they are.
    const same = countSame(before.length, segments.length, (i) => isOf(before[i], segments[i]));
    const left = Math.min(before.length, segments.length) - same;
    const behind = countSame(left, left, (i) => isOf(before[before.length - 1 - i], segments[segments.length - 1 - i]));
    const gone = new Map<UserPage, PagePlace[]>();
    for (const place of before.slice(same, before.length - behind)) addTo(gone, place.segment.page, place);
    const known = segments.map((segment, index) => {
      if (index < same) return before[index];
      if (index >= segments.length - behind) return before[index - segments.length + before.length];
      return takeFrom(gone.get(segment.page), segment.path);
    });
    const went = [...gone.values()].flat();
    const came: PagePlace[] = [];
    let changed = segments.length !== before.length || went.length > 0;
    const current = known.map((place, index) => {
      const segment = segments[index] as Segment;
      if (place === undefined) {
        changed = true;
        const instead = went[came.length];
        const id = instead ? keeper.instead(instead, segment.page) : keeper.came(segment.page);
        const placed = { id, block: this, segment, index };
        this.add(segment.page, 1);
        came.push(placed);
        keeper.placed(placed);
        return placed;
      }
      if (place.segment.base === segment.base && place.index === index) return place;
      changed = true;
      place.segment.base = segment.base;
      place.index = index;
      return place;
    });
    for (const [i, place] of went.entries()) {
      this.add(place.segment.page, -1);
      if (i >= came.length) keeper.went(place);
    }
    this.hasTaken(current, went, came, changed);
  }

  private hasTaken(
    current: readonly PagePlace[],
    gone: readonly PagePlace[],
    came: readonly PagePlace[],
    changed: boolean,
  ): void {
    if (!changed) return;
    const others = new Map<number, number>();
    const same = sameShapes(gone, came, (shape, count, before) => {
      const isInstead = this.isInstead(shape, count, before);
      if (isInstead) others.set(before, shape);
      return isInstead;
    });
    if (same === 'none') this.inOrder = this.orderAgain(current, gone, came);
    else if (others.size > 0) this.inOrder = this.inOrder?.map((shape) => others.get(shape) ?? shape);
    if (same === 'none' || others.size > 0) this.placed = undefined;
    if (same !== 'counts') this.countsVersion++;
    this.version++;
    this.changes.push({ version: this.version, pages: [...gone, ...came] });
    if (this.changes.length > FEW) this.changes.shift();
    this.hold(current);
  }

  /** The order of its shapes where one page stands in another one's place. */
  private orderAgain(
    current: readonly PagePlace[],
    [gone, ...others]: readonly PagePlace[],
    came: readonly PagePlace[],
  ): readonly number[] | undefined {
    if (this.inOrder === undefined || gone === undefined || others.length > 0 || came.length !== 1) return undefined;
    if (current.length !== this.current.length || came[0]?.index !== gone.index) return undefined;
    const pages = current.map(({ segment }) => segment.page);
    return orderAgain(this.inOrder, pages, gone.index, gone.segment.page, (shape) => this.shapeCounts.has(shape));
  }

  /** Whether users of a shape may have come or gone since a version: rows of others may have, and all may have moved. */
  isTouched(shape: number, since: number): boolean {
    if (since < this.version - this.changes.length) return true;
    return this.changes.some(
      ({ version, pages }) => version > since && pages.some(({ segment }) => segment.page.shapeCounts.has(shape)),
    );
  }

  private hold(pages: readonly PagePlace[]): void {
    this.current = pages;
    this.segments = pages.map(({ segment }) => segment);
    const problems: PlacedProblem[] = [];
    for (const { path, page, base } of this.segments)
      if (page.problems.length > 0) for (const problem of page.problems) problems.push(placed(path, base, problem));
    this.rowProblems = packed(problems);
  }

  private add(page: UserPage, sign: 1 | -1): void {
    this.count += sign * page.count;
    for (const [shape, count] of page.shapeCounts) {
      const now = (this.shapeCounts.get(shape) ?? 0) + sign * count;
      if (now === 0) {
        this.shapeCounts.delete(shape);
        this.placements.delete(shape);
      } else this.shapeCounts.set(shape, now);
    }
  }

  /** Takes its placements in the order in which they first appear now. */
  place(placements: readonly Placement[]): readonly Placement[] {
    this.exchanged = arrange(this.placedLast, placements);
    if (this.exchanged === undefined) this.arrangement++;
    this.placedLast = placements;
    this.placed = placements;
    return placements;
  }

  /** They are made anew when somebody asks. */
  forgetPlacements(): void {
    this.placements.clear();
    this.placed = undefined;
  }

  /** Its shapes in the order in which they first appear. */
  get shapes(): readonly number[] {
    if (this.inOrder === undefined) {
      const found = new Set<number>();
      for (const { page } of this.segments) {
        for (const shape of page.shapeCounts.keys()) found.add(shape);
        if (found.size === this.shapeCounts.size) break;
      }
      this.inOrder = [...found];
    }
    return this.inOrder;
  }

  /** Whether a shape that has come stands where another one stood that is gone: whoever types a row says something else with every second key. */
  private isInstead(shape: number, count: number, before: number): boolean {
    return !this.shapeCounts.has(before) && this.shapeCounts.get(shape) === count;
  }
}

function isOf(place: PagePlace | undefined, segment: Segment | undefined): boolean {
  return place?.segment.page === segment?.page && place?.segment.path === segment?.path;
}

/** How many of two lists are the same, from where one begins to look. */
function countSame(one: number, other: number, areSame: (index: number) => boolean): number {
  const most = Math.min(one, other);
  let same = 0;
  while (same < most && areSame(same)) same++;
  return same;
}

/** Takes the first place in a file out of a list. */
function takeFrom(places: PagePlace[] | undefined, path: string): PagePlace | undefined {
  const index = places?.findIndex(({ segment }) => segment.path === path) ?? -1;
  return index < 0 ? undefined : places?.splice(index, 1)[0];
}

/**
 * Whether each of some pages stands where another one stood whose shapes first appear in the same order, and have as many users.
 * @param isInstead whether a shape that differs stands in the other one's place.
 */
function sameShapes(
  gone: readonly PagePlace[],
  came: readonly PagePlace[],
  isInstead: (shape: number, count: number, before: number) => boolean,
): 'none' | 'order' | 'counts' {
  if (gone.length === 0 || gone.length !== came.length) return 'none';
  let found: 'order' | 'counts' = 'counts';
  for (const [i, { index, segment }] of came.entries()) {
    const before = gone[i] as PagePlace;
    if (before.index !== index) return 'none';
    const counts = [...before.segment.page.shapeCounts];
    if (counts.length !== segment.page.shapeCounts.size) return 'none';
    let k = 0;
    for (const [shape, count] of segment.page.shapeCounts) {
      const [was, users] = counts[k++] as [number, number];
      if (was !== shape && !isInstead(shape, count, was)) return 'none';
      if (was !== shape || users !== count) found = 'order';
    }
  }
  return found;
}

/** Whether a block has rows of which nothing is known: in which file they stand, or how it is to be read. */
export function holdsUnknownRows({ declaration }: UsersBlock): boolean {
  return declaration.fact('csv') === UNKNOWN || declaration.fact('delimiter') === UNKNOWN;
}

/** Whether a file of a block can't be read: it isn't there (UM0011), or has no column of addresses (UM0012). A ragged row is only a warning. */
export function hasUnreadRows({ csvProblems }: UsersBlock): boolean {
  return csvProblems.some(
    ({ problem }) => problem.code === 'UM0011' || (problem.code === 'UM0012' && problem.severity === undefined),
  );
}
