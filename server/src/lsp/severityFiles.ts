import type { DeploymentFiles } from '../model/deploymentFiles';
import type { FileAccess } from '../model/fileAccess';
import type { Members } from '../model/members';
import { CsvFile, type SourceFile } from '../model/sourceFile';
import type { Severities } from '../rules/analyze';
import { readSettings, type Settings } from '../rules/severities';

const NAME = 'umtopo.json';

interface Known {
  readonly file: SourceFile | undefined;
  readonly settings: Settings;
}

/** How grave rules are: what the `umtopo.json` beside a deployment says, which everybody has, before what the editor's settings say. */
export class SeverityFiles {
  private readonly byPath = new Map<string, Known>();
  private fromEditor: Severities = new Map();
  /** The division of files among deployments of which all were looked for. */
  private complete = -1;

  constructor(private readonly files: FileAccess) {}

  static isOne(path: string): boolean {
    return path.endsWith(`/${NAME}`);
  }

  /** Whether a deployment's file was looked for. */
  has({ root, standalone }: DeploymentFiles): boolean {
    return standalone || root.startsWith('untitled:') || this.byPath.has(pathIn(root));
  }

  hasAll(members: Members): boolean {
    if (this.complete === members.divisions) return true;
    for (const member of members.all) if (!this.has(member)) return false;
    this.complete = members.divisions;
    return true;
  }

  /** Looks for those that weren't looked for yet. */
  async readAll(members: Iterable<DeploymentFiles>): Promise<void> {
    for (const member of [...members]) {
      if (this.has(member)) continue;
      const path = pathIn(member.root);
      const read = await this.files.read(path);
      this.byPath.set(path, known(path, read?.text ?? (read ? '' : undefined)));
    }
  }

  /** It changed: it is read again at the next look. */
  forget(path: string): void {
    this.complete = -1;
    this.byPath.delete(path);
  }

  of({ root }: DeploymentFiles): Severities {
    const own = this.byPath.get(pathIn(root))?.settings.severities ?? new Map();
    return new Map([...this.fromEditor, ...own]);
  }

  /** @returns whether that changes anything. */
  setEditor(severities: Severities): boolean {
    const text = (each: Severities): string => JSON.stringify([...each].sort());
    if (text(severities) === text(this.fromEditor)) return false;
    this.fromEditor = severities;
    return true;
  }

  get paths(): readonly string[] {
    return [...this.byPath].filter(([, { file }]) => file !== undefined).map(([path]) => path);
  }

  /** What is wrong in a file, with the file; `undefined` when it is none of these. */
  faults(path: string): { readonly file: SourceFile; readonly faults: Settings['faults'] } | undefined {
    const found = this.byPath.get(path);
    return found?.file && { file: found.file, faults: found.settings.faults };
  }
}

function pathIn(root: string): string {
  return `${root}/${NAME}`;
}

function known(path: string, text: string | undefined): Known {
  if (text === undefined) return { file: undefined, settings: { severities: new Map(), faults: [] } };
  return { file: new CsvFile(path, text), settings: readSettings(text) };
}
