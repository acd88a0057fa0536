import type { Decoded } from '../base/decode';
import { difference } from '../base/difference';
import { folderOf, isBelow, joinPath } from '../base/paths';
import { oneSlice, type Slices } from '../base/slices';
import type { TextChange } from '../base/span';
import { sameWord } from '../base/words';
import { Deployment } from './deployment';
import type { FileAccess } from './fileAccess';
import { CsvFile, TopologyFile } from './sourceFile';
import type { CsvLookup } from './usersBlock';

/** A file that can't be read: said once, where its name would stand. */
export interface UnreadableFile {
  readonly path: string;
  readonly fault: string;
}

/** After so many characters others have their turn. */
const PORTION = 1_000_000;

/** Files of so many characters are read in slices. */
const LARGE = 100_000;

/** What a deployment was brought up to date with. */
interface Taken {
  readonly files: readonly TopologyFile[];
  /** The CSV files it names, as they were. */
  readonly csv: ReadonlyMap<string, CsvState | undefined>;
}

type CsvState = { readonly file: CsvFile } | { readonly fault: string };

/**
 * The files that are known and the deployments they make. Files are put in as they are read or edited; `refresh` brings the deployments up to date, and costs what
 * changed.
 */
export class Workspace {
  private readonly files = new Map<string, TopologyFile>();
  private readonly csv = new Map<string, CsvState>();
  private readonly unreadable = new Map<string, UnreadableFile>();
  /** CSV files that were asked for and not read yet. */
  private readonly wanted = new Set<string>();
  private current = new Map<string, Deployment>();
  private readonly taken = new WeakMap<Deployment, Taken>();

  /** How many characters of text were read. */
  private size = 0;

  /**
   * @param slices in which a large folder is read, so that others have their turn between them.
   * @param limit how many characters are held at most. Files beyond them are not read, and say so.
   */
  constructor(
    private readonly access?: FileAccess,
    readonly slices: Slices = oneSlice,
    private readonly limit = 1_000_000_000,
  ) {}

  /** Reads the files of a folder, and the CSV files they name. What was read is known at once; while one file is taken in, the next one is on its way. */
  async open(folder: string): Promise<void> {
    const { access } = this;
    if (access === undefined) return;
    const paths = (await access.list(folder)).filter((path) => !this.files.has(path));
    let next = paths[0] === undefined ? undefined : access.read(paths[0]);
    let taken = this.size;
    for (const [index, path] of paths.entries()) {
      const read = await next;
      const following = paths[index + 1];
      next = following === undefined ? undefined : access.read(following);
      // Opened in the editor meanwhile: what it shows counts.
      if (!this.files.has(path)) await this.takeInSlices(path, read);
      if (this.size - taken < PORTION) continue;
      taken = this.size;
      await this.slices.give();
      this.refresh();
      await this.settleIndexes();
      await this.slices.give();
    }
    await this.settle();
    await this.settleIndexes();
    for (const deployment of this.current.values()) deployment.endPreparing();
  }

  private async settleIndexes(): Promise<void> {
    for (const deployment of this.deployments) await this.slices.run(deployment.settleIndex());
  }

  /** Large files are read in slices; meanwhile they aren't there yet. */
  private async takeInSlices(path: string, found: Decoded | undefined): Promise<void> {
    const text = found?.text;
    if (text === undefined || text.length < LARGE || !path.endsWith('.umtopo') || this.csv.has(path)) {
      this.take(path, found);
      return;
    }
    const file = await this.slices.run(TopologyFile.readInSlices(path, text));
    if (this.files.has(path)) return;
    // What was read so far may declare it.
    if (this.deploymentAround(path) === undefined) this.refresh();
    const deployment = this.deploymentAround(path);
    if (deployment) await this.slices.run(deployment.prepare(file));
    if (!this.files.has(path)) this.take(path, found, file);
  }

  /** The deployment that a file will belong to, as far as is known by now. */
  private deploymentAround(path: string): Deployment | undefined {
    for (let folder = folderOf(path); ; folder = folderOf(folder)) {
      const found = this.current.get(folder);
      if (found) return found;
      if (folder === '' || folder === folderOf(folder)) return undefined;
    }
  }

  /** Reads a file again, as after a change outside the editor. */
  async reload(path: string): Promise<void> {
    if (this.csv.has(path)) await this.readCsv(path);
    else this.take(path, await this.access?.read(path));
  }

  private take(path: string, found: Decoded | undefined, file?: TopologyFile): void {
    const read = found && this.bounded(path, found);
    if (read === undefined) this.remove(path);
    else if (read.fault === undefined && file) this.files.set(path, file);
    else if (read.fault === undefined) this.set(path, read.text);
    else if (path.endsWith('.umtopo')) {
      this.files.delete(path);
      this.unreadable.set(path, { path, fault: read.fault });
    } else this.csv.set(path, { fault: `${path.split('/').pop()} can't be read: ${read.fault}` });
  }

  private bounded(path: string, read: Decoded): Decoded {
    if (read.fault !== undefined) return read;
    const before = this.files.get(path)?.text.length ?? this.csvFile(path)?.text.length ?? 0;
    const size = this.size + read.text.length - before;
    if (size > this.limit) return { fault: 'the folder is too large; open the folder of one deployment' };
    this.size = size;
    return read;
  }

  /** Refreshes until every CSV file that is asked for has been read. */
  async settle(): Promise<void> {
    this.refresh();
    while (this.wanted.size > 0) {
      const paths = [...this.wanted];
      this.wanted.clear();
      for (const path of paths) {
        await this.readCsv(path);
        await this.slices.give();
      }
      this.refresh();
    }
  }

  private async readCsv(path: string): Promise<void> {
    const known = this.csv.get(path);
    const name = path.split('/').pop() ?? path;
    const found = await this.access?.read(path);
    const read = found && this.bounded(path, found);
    const file = read?.text === undefined ? undefined : this.csvOf(path, read.text);
    if (file) await this.prepareCsv(file);
    // Opened in the editor meanwhile: what it shows counts.
    if (this.csv.get(path) !== known) return;
    if (file) this.put(file);
    else if (read) this.csv.set(path, { fault: `${name} can't be read: ${read.fault}` });
    else this.csv.set(path, { fault: `There is no file ${name}: looked for ${path}` });
  }

  /** Reads the users of a CSV file before it is there, as who asks meanwhile would read it as a whole. */
  private async prepareCsv(file: CsvFile): Promise<void> {
    const { path } = file;
    for (const deployment of this.deployments.filter(({ root, standalone }) => standalone || isBelow(path, root)))
      await this.slices.run(
        deployment.prepareCsv(file, (from, other) => joinPath(folderOf(from.path), other) === path),
      );
  }

  /** Puts a file's text in, replacing what was known of it: where that differs little, it is edited. */
  set(path: string, text: string): void {
    this.unreadable.delete(path);
    if (path.toLowerCase().endsWith('.csv') || this.csv.has(path)) {
      this.put(this.csvOf(path, text));
      return;
    }
    const known = this.files.get(path);
    const change = known && difference(known.text, text);
    if (known === undefined) this.files.set(path, TopologyFile.read(path, text));
    else if (change) this.files.set(path, known.edit(change));
  }

  /** A CSV file with a text: the one that is known where that is its text, and where it differs little the one that an edit makes of it. */
  csvOf(path: string, text: string): CsvFile {
    const known = this.csvFile(path);
    const change = known && difference(known.text, text);
    return change ? known.edit(change) : (known ?? new CsvFile(path, text));
  }

  /** Puts a CSV file in. */
  put(file: CsvFile): void {
    if (this.csvFile(file.path) !== file) this.csv.set(file.path, { file });
  }

  /** Edits a file; the changes apply one after the other. */
  edit(path: string, changes: readonly TextChange[]): void {
    let file = this.files.get(path);
    let csv = this.csvFile(path);
    for (const change of changes) {
      file = file?.edit(change);
      csv = csv?.edit(change);
    }
    if (file) this.files.set(path, file);
    if (csv) this.put(csv);
  }

  remove(path: string): void {
    this.size -= this.files.get(path)?.text.length ?? this.csvFile(path)?.text.length ?? 0;
    this.files.delete(path);
    this.unreadable.delete(path);
    this.csv.delete(path);
  }

  file(path: string): TopologyFile | undefined {
    return this.files.get(path);
  }

  csvFile(path: string): CsvFile | undefined {
    const state = this.csv.get(path);
    return state && 'file' in state ? state.file : undefined;
  }

  get paths(): readonly string[] {
    return [...this.files.keys()];
  }

  /** Whether a file was read, or tried to: CSV files that no deployment names are not. */
  knows(path: string): boolean {
    return this.files.has(path) || this.csv.has(path) || this.unreadable.has(path);
  }

  /** CSV files are named that weren't read yet: `settle` reads them. */
  get wantsFiles(): boolean {
    return this.wanted.size > 0;
  }

  get unreadableFiles(): readonly UnreadableFile[] {
    return [...this.unreadable.values()];
  }

  get deployments(): readonly Deployment[] {
    return [...this.current.values()];
  }

  /** The deployment that a file, CSV files included, belongs to. */
  deploymentOf(path: string): Deployment | undefined {
    const own = this.current.get(path);
    if (own) return own;
    return this.deployments.find((deployment) => deployment.source(path) !== undefined);
  }

  /** Brings the deployments up to date with the files. */
  refresh(): void {
    const roots = new Set<string>();
    for (const [path, file] of this.files) if (declaresDeployment(file)) roots.add(folderOf(path));
    const groups = new Map<string, { standalone: boolean; files: TopologyFile[] }>();
    for (const [path, file] of this.files) {
      const root = nearestRoot(path, roots);
      const key = root ?? path;
      const group = groups.get(key);
      if (group) group.files.push(file);
      else groups.set(key, { standalone: root === undefined, files: [file] });
    }
    const next = new Map<string, Deployment>();
    for (const key of [...groups.keys()].sort()) {
      const { standalone, files } = groups.get(key) as { standalone: boolean; files: TopologyFile[] };
      const known = this.current.get(key);
      const deployment = known && known.standalone === standalone ? known : new Deployment(key, standalone);
      if (!this.isUpToDate(deployment, files)) {
        const csv = new Map<string, CsvState | undefined>();
        deployment.update(files, (from, name) => this.lookUp(from, name, standalone ? folderOf(key) : key, csv));
        this.taken.set(deployment, { files, csv });
      }
      next.set(key, deployment);
    }
    this.current = next;
  }

  /** Nothing of a deployment changed: of a thousand tenants an edit touches one. */
  private isUpToDate(deployment: Deployment, files: readonly TopologyFile[]): boolean {
    const taken = this.taken.get(deployment);
    if (taken === undefined || taken.files.length !== files.length) return false;
    for (const [path, state] of taken.csv) if (this.csv.get(path) !== state) return false;
    return taken.files.every((file, i) => file === files[i]);
  }

  /** @param named gets what is known of the file. */
  private lookUp(from: TopologyFile, name: string, root: string, named: Map<string, CsvState | undefined>): CsvLookup {
    const path = /^[a-z]:|^\//i.test(name) ? undefined : joinPath(folderOf(from.path), name);
    if (path === undefined || !isBelow(path, root)) {
      return {
        fault: `"${name}" lies outside the deployment's folder; a CSV file stands in that folder or below, named relative to this file`,
      };
    }
    if (path.toLowerCase().endsWith('.umtopo')) return { fault: `"${name}" is a topology, not a CSV file of users` };
    const state = this.csv.get(path);
    named.set(path, state);
    if (state === undefined) {
      this.wanted.add(path);
      return { fault: `"${name}" isn't read yet` };
    }
    return 'file' in state ? state : { fault: state.fault };
  }
}

const declaring = new WeakMap<TopologyFile, boolean>();

function declaresDeployment(file: TopologyFile): boolean {
  let declares = declaring.get(file);
  if (declares === undefined) {
    declares = findsDeployment(file);
    declaring.set(file, declares);
  }
  return declares;
}

function findsDeployment(file: TopologyFile): boolean {
  return file.tree.items.some(
    (item) => item.node?.type === 'declaration' && sameWord(item.node.kind.text, 'deployment'),
  );
}

/** The nearest folder around a file that has a `deployment` declaration. */
function nearestRoot(path: string, roots: ReadonlySet<string>): string | undefined {
  for (let folder = folderOf(path); ; folder = folderOf(folder)) {
    if (roots.has(folder)) return folder;
    if (folder === '' || folder === folderOf(folder)) return undefined;
  }
}
