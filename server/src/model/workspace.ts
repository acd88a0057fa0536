import type { Decoded } from '../base/decode';
import { difference } from '../base/difference';
import { folderOf, joinPath } from '../base/paths';
import { oneSlice, type Slices } from '../base/slices';
import type { TextChange } from '../base/span';
import { csvNamed } from './csvNamed';
import type { Deployment } from './deployment';
import type { CsvState, DeploymentFiles } from './deploymentFiles';
import type { FileAccess } from './fileAccess';
import { Members } from './members';
import { around, type ReadingOrder, Readings } from './readingOrder';
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

/** So many files are on their way at once. */
const AHEAD = 4;

/** A file on its way. */
interface Begun {
  readonly path: string;
  readonly read: ReturnType<FileAccess['read']>;
}

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
  /** The deployments that the files make, whether they are at hand or not. */
  readonly members = new Members(this.files, this.csv, (...named) => this.lookUp(...named));
  private readonly readings = new Readings();

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

  /**
   * Reads the files of folders, and the CSV files they name. What was read is known at once; while one file is taken in, the next one is on its way.
   * @param progressed called when a part is read, of which deployments may be whole.
   */
  async open(folders: readonly string[], progressed?: () => Promise<void>): Promise<void> {
    const { access } = this;
    if (access === undefined) return;
    const list = async (): Promise<readonly string[]> => {
      const paths = new Set<string>();
      for (const folder of folders) for (const path of await access.list(folder)) paths.add(path);
      return [...paths].filter((path) => !this.files.has(path));
    };
    await this.readings.read(list, (reading) => this.readAll(reading, access, progressed));
    await this.settle();
    await this.settleIndexes();
    for (const { deployment } of this.members.working) deployment.endPreparing();
  }

  private async readAll(reading: ReadingOrder, access: FileAccess, progressed?: () => Promise<void>): Promise<void> {
    const begun: Begun[] = [];
    const begin = (): void => {
      const path = reading.next();
      if (path !== undefined) begun.push({ path, read: access.read(path) });
    };
    for (let i = 0; i < AHEAD; i++) begin();
    let taken = this.size;
    for (let next = begun.shift(); next; next = begun.shift()) {
      const { path } = next;
      const read = await next.read;
      begin();
      // Opened in the editor meanwhile: what it shows counts.
      if (!this.files.has(path)) await this.takeInSlices(path, read);
      reading.done(path);
      const isWaitedFor = this.readings.look((each) => this.isPreferredRead(each));
      if (!isWaitedFor && this.size - taken < PORTION) continue;
      taken = this.size;
      await this.slices.give();
      this.refresh();
      await this.settleIndexes();
      if (progressed) {
        await this.settle();
        await progressed();
      }
      await this.slices.give();
    }
  }

  /** What belongs to a file's deployment is read before others. */
  prefer(path: string): void {
    this.readings.prefer(path);
  }

  private isPreferredRead(path: string): boolean {
    this.refresh();
    const member = this.members.of(path);
    return member !== undefined && this.isRead(member);
  }

  /** Whether all files of a deployment were read, and whatever may belong to it. */
  private isRead({ root, standalone }: DeploymentFiles): boolean {
    return standalone ? this.readings.isReadAround(root) : this.readings.isReadBelow(root);
  }

  /** The same, and the CSV files that they name were read. */
  isWhole(member: DeploymentFiles): boolean {
    return this.isRead(member) && !member.wantsFiles;
  }

  private async settleIndexes(): Promise<void> {
    for (const member of [...this.members.working])
      if (member.isAwake) await this.slices.run(member.deployment.settleIndex());
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
    for (const folder of around(path)) {
      const found = this.members.at(folder);
      if (found) return found.deployment;
    }
    return undefined;
  }

  /** Reads a file again, as after a change outside the editor. */
  async reload(path: string): Promise<void> {
    if (this.csv.has(path)) await this.readCsv(path);
    else this.take(path, await this.access?.read(path));
  }

  private take(path: string, found: Decoded | undefined, file?: TopologyFile): void {
    const read = found && this.bounded(path, found);
    this.members.touch(path);
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
    this.members.touch(path);
    if (file) this.put(file);
    else if (read) this.csv.set(path, { fault: `${name} can't be read: ${read.fault}` });
    else this.csv.set(path, { fault: `There is no file ${name}: looked for ${path}` });
  }

  /** Reads the users of a CSV file before it is there, as who asks meanwhile would read it as a whole. */
  private async prepareCsv(file: CsvFile): Promise<void> {
    const { path } = file;
    for (const { deployment } of [...this.members.naming(path)])
      await this.slices.run(
        deployment.prepareCsv(file, (from, other) => joinPath(folderOf(from.path), other) === path),
      );
  }

  /** Puts a file's text in, replacing what was known of it: where that differs little, it is edited. */
  set(path: string, text: string): void {
    this.unreadable.delete(path);
    this.members.touch(path);
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
    if (this.csvFile(file.path) === file) return;
    this.csv.set(file.path, { file });
    this.members.touch(file.path);
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
    this.members.touch(path);
    if (csv) this.put(csv);
  }

  remove(path: string): void {
    this.size -= this.files.get(path)?.text.length ?? this.csvFile(path)?.text.length ?? 0;
    this.files.delete(path);
    this.unreadable.delete(path);
    this.csv.delete(path);
    this.members.touch(path);
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

  /** All deployments, each of them made. */
  get deployments(): readonly Deployment[] {
    return Array.from(this.members.all, ({ deployment }) => deployment);
  }

  /** The deployment that a file, CSV files included, belongs to. */
  deploymentOf(path: string): Deployment | undefined {
    return this.members.of(path)?.deployment;
  }

  /** Brings the deployments up to date with the files. */
  refresh(): void {
    this.members.refresh();
  }

  /** @param named gets what is known of the file. */
  private lookUp(from: TopologyFile, name: string, root: string, named: Map<string, CsvState | undefined>): CsvLookup {
    const { path, fault } = csvNamed(from, name, root);
    if (path === undefined) return { fault };
    const state = this.csv.get(path);
    named.set(path, state);
    if (state === undefined) {
      this.wanted.add(path);
      return { fault: `"${name}" isn't read yet` };
    }
    return 'file' in state ? state : { fault: state.fault };
  }
}
