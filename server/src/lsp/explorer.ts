import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Deployment } from '../model/deployment';
import { DiagnosticIndex } from '../preview/diagnosticIndex';
import type { ExplorerEntry } from '../preview/explorer/entry';
import { Explorer } from '../preview/explorer/explorer';
import {
  type TopologyChanged,
  type TopologyChildrenParams,
  type TopologyEntry,
  type TopologyPath,
  type TopologyPathParams,
  topologyChanged,
  topologyChildrenRequest,
  topologyPathRequest,
} from './protocol';
import type { Session } from './session';
import type { Standing } from './standing';

/** The trees that somebody looks at. What of them is seen is compared after an analysis, and told once when it changed. */
export class Explorers {
  /** What was answered last, by root and parent. */
  private readonly seen = new Map<string, Map<string | null, string>>();
  /** What was said of the deployment when it was compared last, by root. */
  private readonly compared = new Map<string, Standing | undefined>();

  constructor(private readonly session: Session) {
    session.rounds.analyzed.push(() => this.compare());
  }

  async children({ root, parent }: TopologyChildrenParams): Promise<TopologyEntry[]> {
    const { session } = this;
    const path = session.uris.toPath(root);
    const deployment = await session.whole(path);
    session.analyze(path);
    const explorer = this.explorer(deployment);
    const entries = explorer?.children(parent) ?? [];
    const parents = this.seen.get(path) ?? new Map<string | null, string>();
    this.seen.set(path, parents.set(parent ?? null, looksOf(entries)));
    return entries.map((entry) => this.located(entry));
  }

  async path({ textDocument, position }: TopologyPathParams): Promise<TopologyPath | null> {
    const { session } = this;
    const target = await session.target(textDocument);
    if (target === undefined || target.deployment.standalone) return null;
    session.analyze();
    const entries = this.explorer(target.deployment)?.path(target.path, session.offset(target, position)) ?? [];
    return {
      root: session.uris.toUri(target.deployment.root),
      entries: entries.map((entry) => this.located(entry)),
    };
  }

  private explorer(deployment: Deployment | undefined): Explorer | undefined {
    if (deployment === undefined || deployment.standalone) return undefined;
    return new Explorer(deployment, new DiagnosticIndex(this.session.analyses.analysis(deployment)?.diagnostics ?? []));
  }

  private compare(): void {
    const { session } = this;
    for (const [root, parents] of this.seen) {
      const member = session.workspace.members.at(root);
      const standing = member && session.analyses.standingOf(member);
      if (standing !== undefined && this.compared.get(root) === standing) continue;
      this.compared.set(root, standing);
      const explorer = parents.size > 0 ? this.explorer(member?.deployment) : undefined;
      const changed = [...parents].filter(
        ([parent, looks]) => looksOf(explorer?.children(parent ?? undefined) ?? []) !== looks,
      );
      if (changed.length === 0) continue;
      for (const [parent] of changed) parents.delete(parent);
      const told: TopologyChanged = { root: session.uris.toUri(root), parents: changed.map(([parent]) => parent) };
      void session.connection.sendNotification(topologyChanged, told);
    }
  }

  private located({ place, ...entry }: ExplorerEntry): TopologyEntry {
    const { session } = this;
    const file = place && session.documents.source(place.path);
    if (!place || !file) return entry;
    return { ...entry, location: { uri: session.uris.toUri(place.path), range: session.positions.range(file, place) } };
  }
}

/** What is seen of entries: where they stand in the text moves with every line that is typed above them. */
function looksOf(entries: readonly ExplorerEntry[]): string {
  return JSON.stringify(entries.map(({ place: _, ...entry }) => entry));
}

export function registerExplorer(connection: Connection, explorers: () => Explorers): void {
  connection.onRequest(topologyChildrenRequest, (params: TopologyChildrenParams) => {
    if (typeof params?.root !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, `${topologyChildrenRequest} needs a root`);
    return explorers().children(params);
  });
  connection.onRequest(topologyPathRequest, (params: TopologyPathParams) => explorers().path(params));
}
