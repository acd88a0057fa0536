import { Deployment } from './deployment';
import type { CsvFile, TopologyFile } from './sourceFile';
import type { CsvLookup } from './usersBlock';

/** A CSV file that was read, or why it wasn't. */
export type CsvState = { readonly file: CsvFile } | { readonly fault: string };

/**
 * Looks up a CSV file that a topology names.
 * @param named gets what is known of the file, by its path.
 */
export type CsvLookUp = (from: TopologyFile, name: string, named: Map<string, CsvState | undefined>) => CsvLookup;

/**
 * The files of a deployment, and the deployment that they make. It is made when somebody asks for it and may be let go of: what was concluded takes many times the
 * room of the text, and of a thousand tenants somebody looks at one.
 */
export class DeploymentFiles {
  /** The topologies. */
  files: readonly TopologyFile[] = [];
  /** The CSV files that they name, as they were taken. */
  csv: ReadonlyMap<string, CsvState | undefined> = new Map();
  /** Counts up with every change of a file. */
  version = 0;
  private made: Deployment | undefined;

  constructor(
    /** The folder; of a file that stands alone, its path. */
    readonly root: string,
    readonly standalone: boolean,
    private readonly lookUp: CsvLookUp,
    private readonly woke: (files: DeploymentFiles) => void,
  ) {}

  /** The deployment as it is now; made anew when it was let go of. */
  get deployment(): Deployment {
    if (this.made) return this.made;
    this.version--;
    return this.update();
  }

  get isAwake(): boolean {
    return this.made !== undefined;
  }

  /** Lets go of the deployment. Who has it may go on with it: it isn't brought up to date any more. */
  rest(): void {
    this.made = undefined;
  }

  /** Takes the files as they are now. */
  take(files: readonly TopologyFile[]): void {
    this.files = files;
    this.update();
  }

  private update(): Deployment {
    const wasAwake = this.made !== undefined;
    const deployment = this.made ?? new Deployment(this.root, this.standalone);
    const csv = new Map<string, CsvState | undefined>();
    deployment.version = this.version;
    deployment.update(this.files, (from, name) => this.lookUp(from, name, csv));
    this.version = deployment.version;
    this.csv = csv;
    this.made = deployment;
    if (!wasAwake) this.woke(this);
    return deployment;
  }

  /** CSV files that it names aren't read yet. */
  get wantsFiles(): boolean {
    for (const state of this.csv.values()) if (state === undefined) return true;
    return false;
  }
}
