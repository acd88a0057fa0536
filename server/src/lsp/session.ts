import {
  type CancellationToken,
  type Connection,
  type InitializeParams,
  type Position,
  ResponseError,
  type TextDocumentIdentifier,
} from 'vscode-languageserver';
import { folderOf, isBelow } from '../base/paths';
import { Slices } from '../base/slices';
import { finished, type Steps } from '../base/steps';
import type { Deployment } from '../model/deployment';
import type { DeploymentFiles } from '../model/deploymentFiles';
import type { SourceFile, TopologyFile } from '../model/sourceFile';
import { Workspace } from '../model/workspace';
import { Analyses } from './analyses';
import { Attention } from './attention';
import { type ClientFeatures, readClient } from './clientFeatures';
import { Documentation } from './documentation';
import { Documents } from './documents';
import { ClientFiles, EditorFiles } from './files';
import type { ServerHost } from './host';
import { Loads } from './loads';
import { Positions } from './positions';
import { Rounds } from './rounds';
import { Scheduler } from './scheduler';
import { type Settings, standardSettings } from './settings';
import { SeverityFiles } from './severityFiles';
import { Turns } from './turns';
import { Uris } from './uris';
import { Work } from './work';

/** A document, and the deployment it belongs to, as they are now. */
export interface Target {
  readonly path: string;
  readonly uri: string;
  readonly file: SourceFile;
  readonly deployment: Deployment;
}

/** What lives from `initialize` to `exit`. */
export class Session {
  readonly client: ClientFeatures;
  readonly positions: Positions;
  readonly documentation: Documentation;
  readonly uris = new Uris();
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly analyses: Analyses;
  readonly work: Work;
  readonly severityFiles: SeverityFiles;
  readonly attention: Attention;
  readonly rounds: Rounds;
  /** Where long requests take turns. */
  readonly turns: Turns;
  /** Paths of the workspace's folders. */
  readonly folders: string[];
  settings: Settings = standardSettings();
  private readonly files: EditorFiles;
  private readonly scheduler: Scheduler;
  private stale = true;
  private settling: Promise<void> | undefined;
  private readonly loads = new Loads(
    (error) => this.log(error),
    () => this.touchAll(),
  );
  private changes = 0;
  /** Changes that may be of deployments that nobody looked at. */
  private othersChanges = 0;
  private others: Promise<boolean> | undefined;

  constructor(
    readonly connection: Connection,
    readonly host: ServerHost,
    params: InitializeParams,
  ) {
    this.client = readClient(params);
    this.positions = new Positions(this.client.encoding);
    this.documentation = new Documentation(this.client.documentation ?? host.documentation);
    const ask = <R>(method: string, request: object): Promise<R> => connection.sendRequest<R>(method, request);
    const throughClient = this.client.fileAccess ? new ClientFiles(ask, this.uris) : undefined;
    this.files = new EditorFiles((path) => this.documents.text(path), host.disk, throughClient);
    const slices = new Slices(
      // What was read last is dealt with before the second of two deferred tasks.
      () => new Promise((resolve) => host.defer(() => host.defer(resolve))),
      () => host.now(),
    );
    this.workspace = new Workspace(this.files, slices);
    this.documents = new Documents(this.workspace, this.positions);
    this.severityFiles = new SeverityFiles(this.files);
    this.analyses = new Analyses(
      this.workspace,
      this.severityFiles,
      () => host.now(),
      (error) => this.log(error),
    );
    this.work = new Work(this.analyses, () => host.now());
    this.attention = new Attention(this.workspace, this.documents, this.analyses);
    this.rounds = new Rounds(this.analyses, this.attention, this.workspace, this.work);
    this.scheduler = new Scheduler(
      () => void this.analyzeInTurns(),
      (task) => host.defer(task),
      () => host.now(),
    );
    // While files are read what is known changes at any time.
    this.turns = new Turns(host, () => (this.isHeld || this.settling ? Number.NaN : this.changes));
    this.folders = foldersOf(params).map((uri) => this.uris.toPath(uri));
  }

  get loading(): boolean {
    return this.loads.isLoading;
  }

  private get isHeld(): boolean {
    return this.loads.isHeld;
  }

  /** Does something that changes which files are known; requests wait for it. */
  load(work: () => Promise<void>): Promise<void> {
    return this.loads.add(work);
  }

  /** Until every file that is asked for has been read, those too that are asked for meanwhile. */
  async ready(): Promise<void> {
    let waited: Promise<void>;
    do {
      waited = this.loads.done;
      await waited;
      this.refresh();
      await this.settling;
    } while (waited !== this.loads.done || this.settling || this.stale);
  }

  /** A document changed. */
  touch(path: string): void {
    this.rounds.touch(path);
    this.change();
  }

  /** A document is open from now on. */
  lookAt(path: string): void {
    this.workspace.prefer(path);
    this.othersChanges++;
    this.touch(path);
  }

  /** More than the files in the editor changed. */
  touchAll(): void {
    this.analyses.forget();
    this.othersChanges++;
    this.change();
  }

  private change(): void {
    this.changes++;
    this.rounds.beginAnew();
    this.stale = true;
    this.scheduler.ask();
  }

  /** Brings the deployments up to date; reads the CSV files that are newly named in the background. */
  refresh(): void {
    if (!this.stale) return;
    this.stale = false;
    this.workspace.refresh();
    const { workspace, severityFiles } = this;
    if (this.settling || this.loads.isOpening) return;
    if (!workspace.wantsFiles && severityFiles.hasAll(workspace.members)) return;
    this.settling = this.readNamed()
      .catch((error) => this.log(error))
      .then(() => {
        this.settling = undefined;
        this.touchAll();
      });
  }

  /** Reads the files that the deployments name or that belong to them. */
  private async readNamed(): Promise<void> {
    await this.workspace.settle();
    await this.severityFiles.readAll(this.workspace.members.all);
  }

  /**
   * Until all that belongs to a deployment has been read: others may still be on their way.
   * @param mayBeAlone where that takes long, what is said of a file by itself will do.
   */
  private async readyFor(find: () => DeploymentFiles | undefined, mayBeAlone = false): Promise<void> {
    while (this.loads.isOpening) {
      if (mayBeAlone && this.rounds.isLong) return;
      this.workspace.refresh();
      const member = find();
      if (member && this.analyses.isWhole(member)) return;
      await Promise.race([this.loads.done, this.loads.progress.next]);
    }
    await this.ready();
  }

  /**
   * Brings the diagnostics of what somebody looks at up to date and tells who listens.
   * @param root of a deployment that is looked at from now on.
   */
  analyze(root?: string): void {
    this.attention.visit(root);
    finished(this.analysisSteps());
  }

  /**
   * The same when what belongs to a document is read, while others have their turns.
   * @param mayBeAlone where that takes long, what is said of the document by itself will do.
   * @throws RequestCancelled, ContentModified
   */
  upToDate(path: string, token: CancellationToken | undefined, mayBeAlone = false): Promise<void> {
    return this.turns.runAgain(async () => {
      await this.readyFor(() => this.workspace.members.of(path), mayBeAlone);
      this.attention.visit(this.workspace.members.of(path)?.root);
      return this.analysisSteps();
    }, token);
  }

  /**
   * Brings all diagnostics up to date when everything is read.
   * @throws RequestCancelled, ContentModified
   */
  async allUpToDate(token: CancellationToken | undefined): Promise<void> {
    do {
      await this.ready();
      await this.turns.runAgain(async () => this.analysisSteps(), token);
    } while (!(await this.analyzeOthers()));
  }

  /**
   * Once at a time. A change of one of them, or of which there are, ends it, and asks for it again.
   * @returns whether all of them are up to date, as far as they can be.
   */
  private analyzeOthers(): Promise<boolean> {
    const version = (): number =>
      this.isHeld || this.settling ? Number.NaN : this.othersChanges + this.workspace.members.divisions;
    this.others ??= this.turns
      .run(this.rounds.others(), undefined, version)
      .then(() => !this.rounds.hasOthers)
      .catch((error) => {
        if (error instanceof ResponseError) return false;
        this.log(error);
        return true;
      })
      .finally(() => {
        this.others = undefined;
      });
    return this.others;
  }

  /** Of a folder that is being opened a part is read. */
  private async progressed(): Promise<void> {
    const whole = [...this.workspace.members.all].filter((member) => this.workspace.isWhole(member));
    await this.severityFiles.readAll(whole);
    this.rounds.beginLong();
    this.loads.progress.give();
    await this.analyzeInTurns();
  }

  private async analyzeInTurns(): Promise<void> {
    if (this.isHeld) return;
    this.refresh();
    if (this.settling) return;
    // Whoever types on and on gets diagnostics as well.
    await this.turns.runAgain(async () => this.analysisSteps(), undefined).catch(() => this.analyze());
    await this.analyzeOthers();
  }

  /** Does nothing while files are being read. */
  private *analysisSteps(): Steps<void> {
    if (this.isHeld) return;
    this.refresh();
    if (this.settling) return;
    this.scheduler.cancel();
    yield* this.rounds.shown();
  }

  /** A topology's text and tree: those of an open document are there at once. */
  async topology(path: string): Promise<TopologyFile | undefined> {
    if (!this.documents.isOpen(path)) await this.ready();
    return this.workspace.file(path);
  }

  /**
   * Work on a topology's text and tree alone: what happens to others meanwhile doesn't matter.
   * @throws RequestCancelled, ContentModified
   */
  ofTopology<T>({ path }: TopologyFile, steps: Steps<T>, token: CancellationToken | undefined): Promise<T> {
    return this.turns.run(steps, token, () => this.workspace.file(path));
  }

  /** The document as it is now, with its deployment; `undefined` when it belongs to none. */
  async target(document: TextDocumentIdentifier): Promise<Target | undefined> {
    const path = this.uris.toPath(document.uri);
    await this.readyFor(() => this.workspace.members.of(path));
    const deployment = this.workspace.deploymentOf(path);
    const file = this.documents.source(path);
    this.attention.visit(deployment?.root);
    return deployment && file && { path, uri: document.uri, file, deployment };
  }

  /** The same, but while folders are read of what is known by now: who asks about a word at the cursor doesn't wait for a million users. */
  async glimpse(document: TextDocumentIdentifier): Promise<Target | undefined> {
    const path = this.uris.toPath(document.uri);
    if (!this.loading || !this.documents.isOpen(path)) return this.target(document);
    this.workspace.refresh();
    const deployment = this.workspace.deploymentOf(path);
    const file = this.documents.source(path);
    return deployment && file ? { path, uri: document.uri, file, deployment } : this.target(document);
  }

  /** The CSV files that a topology may name: those in its deployment's folder and below. */
  async csvFiles({ path, deployment }: Target): Promise<readonly string[]> {
    const folder = deployment.standalone ? folderOf(path) : deployment.root;
    return this.files.list(folder, '.csv').catch(() => []);
  }

  offset(target: Target, position: Position): number {
    return this.positions.offset(target.file, position);
  }

  /** The deployment in a folder when all that belongs to it is read. */
  async whole(root: string): Promise<Deployment | undefined> {
    await this.readyFor(() => this.workspace.members.at(root));
    this.attention.rest();
    return this.deploymentAt(root);
  }

  /** The deployment in a folder, or of a file that stands alone. */
  deploymentAt(root: string): Deployment | undefined {
    return this.workspace.members.at(root)?.deployment;
  }

  async openFolders(folders: readonly string[]): Promise<void> {
    const work = async (): Promise<void> => {
      await this.workspace.open(folders, () => this.progressed());
      await this.severityFiles.readAll(this.workspace.members.all);
    };
    await this.loads.open(work).finally(() => {
      if (!this.loads.isOpening) this.rounds.endLong();
    });
  }

  /** Folders came to the workspace or left it. Files that are open in the editor stay. */
  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    for (const folder of removed)
      this.folders.splice(this.folders.indexOf(folder), this.folders.includes(folder) ? 1 : 0);
    for (const path of this.workspace.paths) {
      const left = removed.some((folder) => isBelow(path, folder)) && !this.folders.some((kept) => isBelow(path, kept));
      if (left && !this.documents.isOpen(path)) this.workspace.remove(path);
    }
    for (const folder of added) if (!this.folders.includes(folder)) this.folders.push(folder);
    await this.openFolders(added);
  }

  isInFolder(path: string): boolean {
    return this.folders.some((folder) => isBelow(path, folder));
  }

  /** Reads the files around a document outside every folder of the workspace: they may be one deployment. */
  async openAround(path: string): Promise<void> {
    const folder = folderOf(path);
    if (this.isInFolder(path) || !path.startsWith('file:')) return;
    this.folders.push(folder);
    await this.openFolders([folder]);
  }

  log(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  if (workspaceFolders) return workspaceFolders.map((folder) => folder.uri);
  return rootUri ? [rootUri] : [];
}
