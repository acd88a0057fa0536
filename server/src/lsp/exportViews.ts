import type { Connection } from 'vscode-languageserver';
import { exportDeployment } from '../export/export';
import type { ExportFile } from '../export/file';
import { fileText } from '../export/readme';
import { sourcePath } from '../export/sourceLines';
import { viewOf } from '../export/view';
import type { Deployment } from '../model/deployment';
import { pictureGraph } from '../preview/buildGraph';
import { standaloneSvg } from '../preview/svg';
import {
  type ExportListParams,
  type ExportListResult,
  type ExportViewParams,
  type ExportViewResult,
  exportListRequest,
  exportsChanged,
  exportViewRequest,
} from './protocol';
import type { Session } from './session';

interface Made {
  readonly deployment: Deployment;
  readonly version: number;
  readonly files: readonly ExportFile[];
}

interface Sent {
  readonly text: string;
  readonly id: string;
}

/** The exports that somebody looks at. Their text is made when it is asked for: the client is told that a deployment changed, and asks for what it shows. */
export class ExportViews {
  /** By root: the version of the deployment that was last told of. */
  private readonly watched = new Map<string, number>();
  private readonly sent = new Map<string, Sent>();
  private made: Made | undefined;
  private nextId = 1;

  constructor(private readonly session: Session) {
    session.rounds.analyzed.push(() => this.tell());
  }

  /** The files that an export of a document's deployment would have. */
  async list({ textDocument }: ExportListParams): Promise<ExportListResult | null> {
    const target = await this.session.target(textDocument);
    if (target === undefined || target.deployment.standalone) return null;
    this.session.analyze();
    const { deployment } = target;
    return {
      root: this.session.uris.toUri(deployment.root),
      name: deployment.name,
      files: this.filesOf(deployment).map(({ path }) => ({ path, about: fileText(path) })),
    };
  }

  async view({ root, path, previous }: ExportViewParams): Promise<ExportViewResult> {
    const { session } = this;
    const folder = session.uris.toPath(root);
    const deployment = await session.whole(folder);
    session.analyze(folder);
    if (deployment === undefined || deployment.standalone) {
      // It may come back: a file that was renamed, a head that is half typed.
      this.watched.set(folder, -1);
      return { gone: 'There is no deployment here now.' };
    }
    this.watched.set(folder, deployment.version);
    const file = this.filesOf(deployment).find((each) => each.path === path);
    if (file === undefined) return { gone: `The export has no ${path} now.` };
    const { text, runs } = viewOf(file, deployment);
    const uris = new Map(deployment.paths.map((each) => [sourcePath(deployment, each), session.uris.toUri(each)]));
    const id = this.idOf(`${folder}\n${path}`, text);
    return {
      id,
      ...(id !== previous && { text }),
      runs: runs.map(({ causes, ...run }) => ({
        ...run,
        causes: causes.map(({ file: source, ...lines }) => ({ uri: uris.get(source) ?? source, ...lines })),
      })),
    };
  }

  /** Changes with the text. */
  private idOf(key: string, text: string): string {
    const known = this.sent.get(key);
    if (known?.text === text) return known.id;
    const id = String(this.nextId++);
    this.sent.set(key, { text, id });
    return id;
  }

  /** As they would be written if nothing more were typed: with errors they say so, as a forced export does. */
  private filesOf(deployment: Deployment): readonly ExportFile[] {
    if (this.made?.deployment === deployment && this.made.version === deployment.version) return this.made.files;
    const analysis = this.session.analyses.analysis(deployment) ?? { diagnostics: [] };
    const { files = [] } = exportDeployment(deployment, analysis, {
      live: true,
      graph: (waves, ids) => standaloneSvg(pictureGraph(deployment, analysis.diagnostics, waves), 'auto', ids),
    });
    this.made = { deployment, version: deployment.version, files };
    return files;
  }

  private tell(): void {
    const { session } = this;
    const roots: string[] = [];
    for (const [root, version] of this.watched) {
      const now = session.workspace.members.at(root)?.version ?? -1;
      if (now === version) continue;
      this.watched.set(root, now);
      roots.push(session.uris.toUri(root));
    }
    if (roots.length > 0) void session.connection.sendNotification(exportsChanged, { roots });
  }
}

export function registerExportViews(connection: Connection, views: () => ExportViews): void {
  connection.onRequest(exportListRequest, (params: ExportListParams) => views().list(params));
  connection.onRequest<ExportViewResult, void>(exportViewRequest, (params: ExportViewParams) => views().view(params));
}
