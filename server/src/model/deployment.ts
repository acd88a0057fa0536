import { sameElements } from '../base/lists';
import { packed } from '../base/packed';
import type { Window } from '../base/pieces';
import type { Steps } from '../base/steps';
import { fold } from '../base/words';
import type { Body, ColumnsNode, Element, ExpectNode, Item, Problem } from '../syntax/ast';
import { hashFolded } from '../syntax/rowScanner';
import { kindNamed, propertyOf } from '../vocabulary';
import type { KindName, ServerVersion } from '../vocabulary/types';
import { serverVersions } from '../vocabulary/types';
import { CsvNames } from './csvNames';
import { type Declaration, type ModelProblem, readDeclarations } from './declaration';
import { Declared, type Resolution } from './declared';
import { type Fact, UNKNOWN } from './facts';
import { EVERYTHING, type GroundTable, noteGround } from './grounds';
import { PlacedPages } from './placedPages';
import { Placement, UserRow } from './placement';
import type { RowIndex } from './rowIndex';
import { ShapeTable } from './shapes';
import { type CsvFile, type SourceFile, TopologyFile } from './sourceFile';
import { SymbolTable } from './symbols';
import { type Hidden, hiddenIn, isSame, together } from './torn';
import type { UserIndex } from './userIndex';
import { noteRows } from './userLooks';
import {
  type CsvLookup,
  holdsUnknownRows,
  type PagePlace,
  type PlacedProblem,
  placed,
  type Segment,
  UsersBlock,
  UserTables,
} from './usersBlock';
import { bareAddress, bareNumber } from './values';

export type Mode = 'onPremises' | 'crossPremises' | 'mixed';

/** An expectation with the file it stands in. */
export interface Expectation {
  readonly path: string;
  readonly item: Item;
  readonly node: ExpectNode;
}

interface ReadItem {
  readonly declarations: readonly Declaration[];
  readonly problems: readonly ModelProblem[];
  /** Of a `users` item: its text without the rows, by which it is known again when only rows changed. */
  readonly header: string | undefined;
}

/**
 * A deployment: the declarations of a folder with names resolved, users packed into placements. It lives as long as the folder is open; `update` takes the state
 * of its files and costs what changed.
 */
export class Deployment {
  readonly symbols = new SymbolTable();
  readonly shapes = new ShapeTable(this.symbols);
  private readonly pages = new PlacedPages(this.shapes);
  private readonly tables = new UserTables(this.symbols, this.shapes);
  private readonly read = new WeakMap<Item, ReadItem>();
  /** Of users' blocks, by what stands in them before their pages: an edit within a page leaves that, and all else beside the page, the same object. */
  private readonly heads = new WeakMap<Element, ReadItem>();
  /** Of each file, as they were taken last. */
  private itemsBefore: ReadonlyMap<string, readonly Item[]> = new Map();
  private blockTable = new Map<Declaration, UsersBlock>();
  private readonly declared: Declared;
  private hidden: Hidden = new Set();
  private sources = new Map<string, SourceFile>();

  /** Of files that didn't change. */
  private readonly problems = new WeakMap<TopologyFile, readonly PlacedProblem[]>();
  /** What was concluded about placements: see `Remembered`. */
  readonly conclusions: unknown[] = [];

  files: readonly TopologyFile[] = [];
  /** As they are after an update, once somebody asks. */
  private csvNames: CsvNames | undefined;
  declarations: readonly Declaration[] = [];
  private ownExpectations: readonly Expectation[] = [];
  /** What `mailbox` was where nothing is written. */
  private meantMailbox: Fact | undefined;
  /** Counts up with every change. */
  version = 0;

  constructor(
    /** The folder; of a file that stands alone, its path. */
    readonly root: string,
    /** A file under no deployment stands alone: what needs a mode or another file is not checked. */
    readonly standalone = false,
  ) {
    this.declared = new Declared(standalone);
  }

  /** Takes the state of the files. */
  update(files: readonly TopologyFile[], csv: (from: TopologyFile, name: string) => CsvLookup): void {
    this.version++;
    this.csvNames = undefined;
    this.files = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
    const known = this.knownUsers(this.sources);
    this.sources = new Map(this.files.map((file) => [file.path, file]));
    const declarations: Declaration[] = [];
    const expectations: Expectation[] = [];
    const torn: Hidden[] = [];
    for (const file of this.files) {
      for (const item of file.tree.items) {
        if (item.problems.length > 0) torn.push(hiddenIn(file.characters, item));
        if (item.node?.type === 'expect') expectations.push({ path: file.path, item, node: item.node });
        declarations.push(...this.readItem(file, item, known).declarations);
      }
    }
    this.itemsBefore = new Map(this.files.map(({ path, tree }) => [path, tree.items]));
    const hidden = together(torn);
    const changed =
      !isSame(this.hidden, hidden) ||
      !sameElements(this.declarations, declarations) ||
      !sameElements(
        this.ownExpectations.map((e) => e.node),
        expectations.map((e) => e.node),
      );
    this.ownExpectations = expectations;
    if (!isSame(this.hidden, hidden)) this.hidden = hidden;
    if (changed) this.takeDeclarations(declarations);
    this.takeUsers(csv);
    this.tables.letGo(false);
    this.pages.sweep();
  }

  /** Reads the rows of a file before it is taken, in slices: it yields again and again. */
  prepare(file: TopologyFile): Steps<void> {
    return this.tables.prepare(file);
  }

  /**
   * Reads a CSV file before it is taken, in slices, as the groups say that name it.
   * @param isMeant whether a name in a file means it.
   */
  *prepareCsv(csv: CsvFile, isMeant: (from: TopologyFile, name: string) => boolean): Steps<void> {
    this.csvNames ??= new CsvNames(Array.from(this.blocks, ({ declaration }) => declaration));
    const meant = new Set<Declaration>();
    for (const { declaration, name } of this.csvNames.like(csv.path)) {
      const file = this.sources.get(declaration.path);
      if (file instanceof TopologyFile && isMeant(file, name)) meant.add(declaration);
    }
    for (const declaration of meant)
      yield* this.tables.prepareCsv(csv, this.delimiterOf(declaration), this.columnsOf(declaration));
  }

  /** Where users stand by what must be unique. */
  get index(): UserIndex {
    return this.pages.index;
  }

  /** Brings the index up to date in slices, before somebody asks for it. */
  settleIndex(): Steps<void> {
    return this.pages.settle();
  }

  /** What was read and not taken is forgotten. */
  endPreparing(): void {
    this.tables.letGo(true);
    this.pages.sweep();
  }

  /**
   * Of the items before that are there no more: `users` blocks by file and text without rows.
   * @param before the files as they were.
   */
  private knownUsers(before: ReadonlyMap<string, SourceFile>): Map<string, Declaration> {
    const known = new Map<string, Declaration>();
    const keyOf = (path: string, item: Item): string | undefined => {
      const header = this.read.get(item)?.header;
      return header === undefined ? undefined : `${path}\u0000${header}`;
    };
    const changed = this.files.filter((file) => before.get(file.path) !== file);
    for (const { path } of changed)
      for (const item of this.itemsBefore.get(path) ?? []) {
        const key = keyOf(path, item);
        const [declaration] = this.read.get(item)?.declarations ?? [];
        if (key !== undefined && declaration) known.set(key, declaration);
      }
    // Two may look the same: one that is still there is not the other one.
    if (known.size > 0)
      for (const { path, tree } of changed)
        for (const item of tree.items) {
          const key = keyOf(path, item);
          if (key !== undefined) known.delete(key);
        }
    return known;
  }

  private readItem(file: TopologyFile, item: Item, known: Map<string, Declaration>): ReadItem {
    const before = this.read.get(item);
    if (before) return before;
    const head = headOf(item);
    const alike = head && this.heads.get(head);
    const header = alike ? alike.header : usersHeader(file, item);
    const again = header === undefined ? undefined : known.get(`${file.path}\u0000${header}`);
    let read: ReadItem;
    if (again && item.node?.type === 'declaration') {
      known.delete(`${file.path}\u0000${header}`);
      again.rebind(item, item.node);
      const problems = alike?.problems.length === 0 ? alike.problems : readDeclarations(file.path, item).problems;
      read = { declarations: [again], problems, header };
    } else read = { ...readDeclarations(file.path, item), header };
    if (head && header !== undefined) this.heads.set(head, read);
    this.read.set(item, read);
    return read;
  }

  private takeDeclarations(declarations: readonly Declaration[]): void {
    this.declarations = declarations;
    this.declared.take(declarations, this.hidden);
    const users = this.all('users');
    const left = new Map(this.blockTable);
    for (const declaration of users) left.delete(declaration);
    const blocks = new Map<Declaration, UsersBlock>();
    for (const declaration of users)
      blocks.set(declaration, this.blockTable.get(declaration) ?? this.newBlock(declaration, left));
    for (const block of left.values()) this.pages.take(block, []);
    this.blockTable = blocks;
    let order = 0;
    for (const block of blocks.values()) block.order = order++;
    // What a placement says never changes: users of whom something else is meant now are others.
    const { defaultMailbox } = this;
    if (defaultMailbox !== this.meantMailbox) for (const block of blocks.values()) block.forgetPlacements();
    this.meantMailbox = defaultMailbox;
  }

  /** @param left the blocks that no declaration has any more: where one stood in the same file, it is the same with another head, and its rows stay. */
  private newBlock(declaration: Declaration, left: Map<Declaration, UsersBlock>): UsersBlock {
    const block = new UsersBlock(declaration);
    for (const [before, { current }] of left) {
      if (before.path !== declaration.path) continue;
      left.delete(before);
      this.pages.takeOver(block, current);
      break;
    }
    return block;
  }

  private takeUsers(csv: (from: TopologyFile, name: string) => CsvLookup): void {
    const byPath = new Map(this.files.map((file) => [file.path, file]));
    const taken: CsvFile[] = [];
    for (const block of this.blockTable.values()) {
      const { declaration } = block;
      const file = byPath.get(declaration.path);
      if (file === undefined) continue;
      const written = declaration.written.get('csv');
      const words = Array.isArray(written?.value) && !holdsUnknownRows(block) ? written.node.values : [];
      const found = words.map((word) => ({ word, ...csv(file, word.text) }));
      // Nothing but CSV files hangs on these.
      const delimiter = words.length > 0 ? this.delimiterOf(declaration) : ',';
      const columns = words.length > 0 ? this.columnsOf(declaration) : undefined;
      const sources = found.map((each) => each.file ?? each.fault);
      for (const each of found) {
        if (each.file === undefined) continue;
        this.sources.set(each.file.path, each.file);
        taken.push(each.file);
      }
      // Of a folder with many files an edit changes one.
      if (block.isMadeOf([file, delimiter, columns, ...sources])) continue;
      const segments: Segment[] = [];
      for (const element of declaration.node.body?.elements ?? []) {
        if (element.type === 'page' || element.type === 'row')
          segments.push(this.tables.inline(file, declaration.item, element));
      }
      const problems: PlacedProblem[] = [];
      for (const { word, fault } of found) {
        if (fault === undefined) continue;
        const problem: ModelProblem = { code: 'UM0011', start: word.start, end: word.end, message: fault };
        const base = declaration.item.start;
        problems.push({ path: file.path, ...declaration.absolute(word), problem, base });
      }
      for (const each of new Set(found.map((one) => one.file))) {
        if (each === undefined) continue;
        const table = this.tables.csvTable(each, delimiter, columns);
        for (const problem of table.problems)
          problems.push({ path: each.path, start: problem.start, end: problem.end, problem, base: 0 });
        for (const { page, start } of table.pages) segments.push({ path: each.path, page, base: start });
      }
      block.csvProblems = packed(problems);
      this.pages.take(block, segments);
    }
    this.tables.take(taken);
  }

  /** What separates the cells of the CSV files of a group. */
  delimiterOf(users: Declaration): string {
    const own = users.fact('delimiter') ?? this.head?.fact('delimiter');
    const text = typeof own === 'string' ? own.replace('\\t', '\t') : ',';
    return text === '' ? ',' : text;
  }

  /** What names the headers of the CSV files of a group: its own `columns`, else those of the deployment. */
  columnsOf(users: Declaration): ColumnsNode | undefined {
    for (const declaration of [users, this.head]) {
      const found = declaration?.node.body && columnsIn(declaration.node.body);
      if (found) return found;
    }
    return undefined;
  }

  // ---- what is asked of it

  /** The `deployment` declaration. */
  get head(): Declaration | undefined {
    return this.all('deployment')[0];
  }

  get name(): string {
    return this.head?.name || (this.root.split('/').pop() ?? this.root);
  }

  /** The declared mode; `undefined` when it is unknown or missing. */
  get mode(): Mode | undefined {
    const mode = this.head?.fact('mode');
    return mode === 'onPremises' || mode === 'crossPremises' || mode === 'mixed' ? mode : undefined;
  }

  get server(): ServerVersion | undefined {
    const server = this.head?.fact('server');
    return serverVersions.find((version) => version === server);
  }

  /** What `mailbox` is where nothing is written; in mixed mode it has to be. */
  get defaultMailbox(): Fact | undefined {
    const mode = this.mode;
    if (mode === 'onPremises') return 'local';
    if (mode === 'crossPremises') return 'hosted';
    return mode === 'mixed' ? undefined : UNKNOWN;
  }

  get userCount(): number {
    noteRows(this);
    let count = 0;
    for (const block of this.blockTable.values()) count += block.count;
    return count;
  }

  get expectations(): readonly Expectation[] {
    noteGround(EVERYTHING);
    return this.ownExpectations;
  }

  /** Counts up whenever anything but users' rows changed. */
  get topologyVersion(): number {
    noteGround(EVERYTHING);
    return this.declared.grounds.version;
  }

  /** When what of the declarations changed: what was concluded stands as long as its grounds do. */
  get grounds(): GroundTable {
    return this.declared.grounds;
  }

  all(...kinds: readonly KindName[]): readonly Declaration[] {
    return this.declared.all(...kinds);
  }

  /** More objects of the kind exist than are declared. A file that stands alone can't tell about any. */
  isIncomplete(kind: KindName): boolean {
    return this.declared.isIncomplete(kind);
  }

  /** See `Declared`. */
  hasFaulty(kind: KindName): boolean {
    return this.declared.hasFaulty(kind);
  }

  /** All declarations of a kind that have a name, without regard to case. */
  named(kind: KindName, name: string): readonly Declaration[] {
    return this.declared.named(kind, name);
  }

  /** What a name stands for: in the organization around the one who names it, then everywhere. */
  resolve(kinds: readonly KindName[], name: string, around?: Declaration): Resolution {
    return this.declared.resolve(kinds, name, around);
  }

  /** The declared object of a name, when there is exactly one. */
  find(kinds: KindName | readonly KindName[], name: string | undefined, around?: Declaration): Declaration | undefined {
    if (name === undefined) return undefined;
    const found = this.resolve(typeof kinds === 'string' ? [kinds] : kinds, name, around);
    return found.state === 'found' ? found.target : undefined;
  }

  get blocks(): readonly UsersBlock[] {
    this.declared.note('users');
    return [...this.blockTable.values()];
  }

  block(declaration: Declaration): UsersBlock | undefined {
    return this.blockTable.get(declaration);
  }

  /** All placements that have users, in the order of blocks and first appearance. */
  placements(): readonly Placement[] {
    noteRows(this);
    const found: Placement[] = [];
    for (const block of this.blockTable.values())
      for (const placement of this.placementsOf(block)) found.push(placement);
    return found;
  }

  /** Those of a block: the same list as long as none comes or goes, or appears earlier than before. */
  placementsOf(block: UsersBlock): readonly Placement[] {
    return block.placed ?? block.place(Array.from(block.shapes, (shape) => this.placement(block, shape)));
  }

  placement(block: UsersBlock, shape: number): Placement {
    let placement = block.placements.get(shape);
    if (placement === undefined) {
      placement = new Placement(this, block, this.shapes.get(shape));
      if (block.shapeCounts.has(shape)) block.placements.set(shape, placement);
    }
    return placement;
  }

  /** The users with an address, in the order of the files; more than one is a fault. */
  usersWithAddress(address: string): UserRow[] {
    const bare = bareAddress(address);
    return this.usersWithHash('addresses', hashFolded(bare, 0, bare.length)).filter(
      (user) => fold(user.address) === fold(bare),
    );
  }

  /** The users with a line, without `tel:`; extension and number count together. */
  usersWithLine(line: string): UserRow[] {
    const bare = bareNumber(line);
    const users = this.usersWithHash('lines', hashFolded(bare, 0, bare.length));
    return users.filter((user) => fold(bareNumber(user.texts('line')[0] ?? '')) === fold(bare));
  }

  /** The users whose address, or line, has a hash, in the order of the files. */
  usersWithHash(column: 'addresses' | 'lines', hash: number): UserRow[] {
    noteRows(this);
    const found: UserRow[] = [];
    for (const { block, segment } of this.pagesWith(this.index[column], hash)) {
      const hashes = segment.page[column];
      for (let row = hashes.indexOf(hash); row >= 0; row = hashes.indexOf(hash, row + 1)) {
        found.push(new UserRow(this.placement(block, segment.page.shapes[row] as number), segment, row));
      }
    }
    return found;
  }

  /** The pages in which a hash of an index stands, in the order of the files. */
  pagesWith(index: RowIndex, hash: number): readonly PagePlace[] {
    noteRows(this);
    return this.pages.with(index, hash);
  }

  /** Whether a page is still there. */
  isPlaced(place: PagePlace): boolean {
    return this.pages.has(place);
  }

  /** Every user, in the order of the files. */
  *users(): Generator<UserRow> {
    noteRows(this);
    for (const block of this.blockTable.values()) {
      for (const segment of block.segments) {
        for (let row = 0; row < segment.page.count; row++) {
          yield new UserRow(this.placement(block, segment.page.shapes[row] as number), segment, row);
        }
      }
    }
  }

  /** A string in which a stretch of one of its files stands. */
  window(path: string, start: number, end: number): Window {
    return this.sources.get(path)?.window(start, end) ?? { text: '', shift: 0 };
  }

  /** The text of one of its files, CSV files included. */
  textOf(path: string): string {
    return this.sources.get(path)?.text ?? '';
  }

  source(path: string): SourceFile | undefined {
    return this.sources.get(path);
  }

  /** Paths of all its files, CSV files included. */
  get paths(): readonly string[] {
    return [...this.sources.keys()];
  }

  /** All its files by their paths, CSV files included: another map whenever one of them is another file. */
  get sourceFiles(): ReadonlyMap<string, SourceFile> {
    return this.sources;
  }

  /** Faults of the text itself: of the syntax, of values, of rows and CSV files. */
  *textProblems(): Generator<PlacedProblem> {
    for (const problems of this.textProblemLists()) yield* problems;
  }

  /** The same by what they are read with: each list is the same as long as that isn't read again. */
  *textProblemLists(): Generator<readonly PlacedProblem[]> {
    for (const file of this.files) yield this.problemsOf(file);
    for (const { csvProblems, rowProblems } of this.blockTable.values()) {
      if (csvProblems.length > 0) yield csvProblems;
      if (rowProblems.length > 0) yield rowProblems;
    }
  }

  /** Those of one file. */
  *textProblemsIn(path: string): Generator<PlacedProblem> {
    const file = this.sources.get(path);
    if (file instanceof TopologyFile) yield* this.problemsOf(file);
    for (const { declaration, csvProblems, rowProblems } of this.blockTable.values()) {
      if (declaration.path !== path && !declaration.written.has('csv')) continue;
      for (const problems of [csvProblems, rowProblems])
        for (const problem of problems) if (problem.path === path) yield problem;
    }
  }

  private problemsOf(file: TopologyFile): readonly PlacedProblem[] {
    let problems = this.problems.get(file);
    if (problems === undefined) {
      problems = packed([...this.findProblems(file)]);
      this.problems.set(file, problems);
    }
    return problems;
  }

  private *findProblems(file: TopologyFile): Generator<PlacedProblem> {
    let before: Item | undefined;
    for (const item of file.tree.items) {
      for (const problem of item.problems)
        if (!isTornBrace(before, problem)) yield placed(file.path, item.start, problem);
      before = item;
      for (const problem of this.read.get(item)?.problems ?? []) yield placed(file.path, item.start, problem);
    }
  }
}

const columnsOfBodies = new WeakMap<Body, ColumnsNode | undefined>();

/** What names headers in a body. It is asked of every group with every keystroke, and most bodies are those of the keystroke before. */
function columnsIn(body: Body): ColumnsNode | undefined {
  if (!columnsOfBodies.has(body))
    columnsOfBodies.set(
      body,
      body.elements.find((element) => element.type === 'columns'),
    );
  return columnsOfBodies.get(body);
}

/** The brace that would close the block of the declaration before it, whose head is torn: that is told there. */
function isTornBrace(before: Item | undefined, { message }: Problem): boolean {
  if (!message.startsWith('This closing brace')) return false;
  const { node, problems = [] } = before ?? {};
  return node?.type === 'declaration' && node.body === undefined && problems.some(({ code }) => code === 'UM0001');
}

function headOf({ node }: Item): Element | undefined {
  const first = node?.type === 'declaration' ? node.body?.elements[0] : undefined;
  return first?.type === 'property' ? first : undefined;
}

/** A word that says nothing about users, as when a row is begun: the block is the same with it. */
function isNothingYet(element: Element): boolean {
  return element.type === 'property' && propertyOf(usersKind, element.word.text) === undefined;
}

const usersKind = kindNamed('users');

/** The text of a `users` item without its rows, with the places of what is left; `undefined` for other items, and for one that can't be known again. */
function usersHeader(file: TopologyFile, item: Item): string | undefined {
  const { node } = item;
  if (node?.type !== 'declaration' || fold(node.kind.text) !== 'users') return undefined;
  const slice = (start: number, end: number): string =>
    `${start}:${file.characters.slice(item.start + start, item.start + end)}`;
  const parts = [slice(node.kind.start, node.name?.end ?? node.kind.end)];
  for (const element of node.body?.elements ?? []) {
    // A declaration that doesn't belong here, as in half-typed text: its places would not move with the rows before it.
    if (element.type === 'declaration') return undefined;
    if (element.type === 'page' || element.type === 'row' || isNothingYet(element)) continue;
    parts.push(slice(element.start, element.end));
  }
  return parts.join('\n');
}
