import { folderOf } from '../base/paths';
import { sameWord } from '../base/words';
import { type CsvState, DeploymentFiles } from './deploymentFiles';
import { around } from './readingOrder';
import type { TopologyFile } from './sourceFile';
import type { CsvLookup } from './usersBlock';

/** Looks up a CSV file that a topology names; a deployment names none outside its folder. */
export type LookUp = (
  from: TopologyFile,
  name: string,
  folder: string,
  named: Map<string, CsvState | undefined>,
) => CsvLookup;

/** Which files make which deployment. A change of a file costs what its deployment costs: of a thousand tenants the others aren't looked at. */
export class Members {
  /** How often all files were divided anew: as long as it is the same, so are the members. */
  divisions = 0;
  /** In the order of their roots. */
  private byRoot = new Map<string, DeploymentFiles>();
  private readonly byFile = new Map<string, DeploymentFiles>();
  /** By the CSV files that they name. */
  private readonly byCsv = new Map<string, Set<DeploymentFiles>>();
  /** Files with a `deployment` declaration. */
  private readonly declaring = new Set<string>();
  /** Files that changed, came or went since all was up to date. */
  private readonly changed = new Set<string>();
  /** Those whose deployment is made, the one that was made last at the end. */
  private readonly awake = new Set<DeploymentFiles>();

  constructor(
    private readonly files: ReadonlyMap<string, TopologyFile>,
    private readonly csv: ReadonlyMap<string, CsvState>,
    private readonly lookUp: LookUp,
  ) {}

  get all(): Iterable<DeploymentFiles> {
    return this.byRoot.values();
  }

  get size(): number {
    return this.byRoot.size;
  }

  /** Those whose deployment is made. */
  get working(): Iterable<DeploymentFiles> {
    return this.awake;
  }

  get awakeCount(): number {
    return this.awake.size;
  }

  at(root: string): DeploymentFiles | undefined {
    return this.byRoot.get(root);
  }

  /** The one that a file belongs to, CSV files included. */
  of(path: string): DeploymentFiles | undefined {
    const own = this.byRoot.get(path) ?? this.byFile.get(path);
    if (own) return own;
    const all = [...(this.byCsv.get(path) ?? [])].filter(({ csv }) => 'file' in (csv.get(path) ?? {}));
    return all.sort((a, b) => (a.root < b.root ? -1 : 1))[0];
  }

  /** Those that name a CSV file, whether it was read or not. */
  naming(path: string): Iterable<DeploymentFiles> {
    return this.byCsv.get(path) ?? [];
  }

  /** Those that read a file: of a CSV file all that name it. */
  *with(path: string): Generator<DeploymentFiles> {
    const own = this.byFile.get(path);
    if (own) yield own;
    for (const member of this.naming(path)) if (member !== own) yield member;
  }

  /** A file, of whichever kind, may be another one. */
  touch(path: string): void {
    this.changed.add(path);
  }

  /** Lets go of deployments until at most so many are kept: of those first that were made first. */
  rest(most: number, isKept: (member: DeploymentFiles) => boolean): DeploymentFiles[] {
    const resting: DeploymentFiles[] = [];
    for (const member of this.awake) {
      if (this.awake.size <= most) break;
      if (isKept(member)) continue;
      member.rest();
      this.awake.delete(member);
      resting.push(member);
    }
    return resting;
  }

  /** Brings all up to date with the files. */
  refresh(): void {
    if (this.changed.size === 0) return;
    const paths = [...this.changed];
    this.changed.clear();
    const stale = new Set<DeploymentFiles>();
    let isOther = false;
    for (const path of paths) {
      for (const member of this.byCsv.get(path) ?? []) stale.add(member);
      const member = this.byFile.get(path);
      if (member) stale.add(member);
      const file = this.files.get(path);
      if (this.declares(path, file) || (file === undefined) !== (member === undefined)) isOther = true;
    }
    if (isOther) this.divide();
    else
      for (const member of stale)
        this.bringUpToDate(
          member,
          member.files.map(({ path }) => this.files.get(path) as TopologyFile),
        );
  }

  /** @returns whether it declares a deployment that it didn't before, or the other way round. */
  private declares(path: string, file: TopologyFile | undefined): boolean {
    const before = this.declaring.has(path);
    const now = file !== undefined && declaresDeployment(file);
    if (now) this.declaring.add(path);
    else this.declaring.delete(path);
    return now !== before;
  }

  /** Divides all files among deployments. */
  private divide(): void {
    this.divisions++;
    const roots = new Set([...this.declaring].map(folderOf));
    const groups = new Map<string, { readonly standalone: boolean; readonly files: TopologyFile[] }>();
    const known = new Map<string, string | undefined>();
    for (const [path, file] of this.files) {
      const folder = folderOf(path);
      if (!known.has(folder))
        known.set(
          folder,
          around(path).find((each) => roots.has(each)),
        );
      const root = known.get(folder);
      const group = groups.get(root ?? path);
      if (group) group.files.push(file);
      else groups.set(root ?? path, { standalone: root === undefined, files: [file] });
    }
    const before = this.byRoot;
    this.byRoot = new Map();
    this.byFile.clear();
    for (const root of [...groups.keys()].sort()) {
      const { standalone, files } = groups.get(root) as { standalone: boolean; files: TopologyFile[] };
      const same = before.get(root);
      const member = same?.standalone === standalone ? same : this.newMember(root, standalone);
      if (member === same) before.delete(root);
      this.byRoot.set(root, member);
      for (const { path } of files) this.byFile.set(path, member);
      this.bringUpToDate(member, files);
    }
    for (const gone of before.values()) {
      this.forgetNames(gone);
      this.awake.delete(gone);
    }
  }

  private newMember(root: string, standalone: boolean): DeploymentFiles {
    const folder = standalone ? folderOf(root) : root;
    return new DeploymentFiles(
      root,
      standalone,
      (from, name, named) => this.lookUp(from, name, folder, named),
      (member) => this.awake.add(member),
    );
  }

  private bringUpToDate(member: DeploymentFiles, files: readonly TopologyFile[]): void {
    if (this.isUpToDate(member, files)) return;
    this.forgetNames(member);
    member.take(files);
    for (const path of member.csv.keys()) {
      const others = this.byCsv.get(path);
      if (others) others.add(member);
      else this.byCsv.set(path, new Set([member]));
    }
  }

  private isUpToDate({ version, files: before, csv }: DeploymentFiles, files: readonly TopologyFile[]): boolean {
    if (version === 0 || before.length !== files.length) return false;
    for (const [path, state] of csv) if (this.csv.get(path) !== state) return false;
    return files.every((file, i) => file === before[i]);
  }

  private forgetNames(member: DeploymentFiles): void {
    for (const path of member.csv.keys()) {
      const members = this.byCsv.get(path);
      members?.delete(member);
      if (members?.size === 0) this.byCsv.delete(path);
    }
  }
}

const declaring = new WeakMap<TopologyFile, boolean>();

function declaresDeployment(file: TopologyFile): boolean {
  let declares = declaring.get(file);
  if (declares === undefined) {
    declares = file.tree.items.some(
      (item) => item.node?.type === 'declaration' && sameWord(item.node.kind.text, 'deployment'),
    );
    declaring.set(file, declares);
  }
  return declares;
}
