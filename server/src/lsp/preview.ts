import { type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Deployment } from '../model/deployment';
import { buildGraph } from '../preview/buildGraph';
import { type Drawing, drawGraph } from '../preview/draw';
import type { GraphLocation, RoutingGraph } from '../preview/graph';
import { diffDrawings } from '../preview/patch';
import { panelStyle } from '../preview/style';
import {
  type PreviewLocation,
  type PreviewLocationParams,
  type PreviewParams,
  type PreviewResult,
  previewChanged,
  previewLocationRequest,
  previewRequest,
} from './protocol';
import type { Session } from './session';

/** What a panel shows of one deployment. */
interface Shown {
  graph: RoutingGraph;
  drawing: Drawing;
  version: number;
  stale: boolean;
}

/** The pictures that somebody looks at. Each is drawn again after an analysis, and what changed is sent. */
export class Previews {
  private readonly shown = new Map<string, Shown>();

  constructor(private readonly session: Session) {
    session.analyzed.push(() => this.update());
  }

  async preview({ textDocument }: PreviewParams): Promise<PreviewResult> {
    const { session } = this;
    const target = await session.target(textDocument);
    if (target === undefined || target.deployment.standalone) return nothing;
    session.analyze();
    const { deployment } = target;
    const shown = this.shown.get(deployment.root) ?? this.draw(deployment, undefined);
    this.shown.set(deployment.root, shown);
    const { drawing, version, stale } = shown;
    return {
      root: session.uris.toUri(deployment.root),
      name: deployment.name,
      style: panelStyle,
      ...drawing,
      version,
      stale,
    };
  }

  private draw(deployment: Deployment, before: Shown | undefined): Shown {
    const diagnostics = this.session.analyses.analysis(deployment)?.diagnostics ?? [];
    const graph = buildGraph(deployment, diagnostics);
    const stale = hasFaults(deployment);
    // A half-typed declaration would make its node vanish and come back with the next letter.
    if (before && stale && graph.nodes.length < before.graph.nodes.length) return { ...before, stale };
    return { graph, drawing: drawGraph(graph), version: before?.version ?? 1, stale };
  }

  private update(): void {
    const { session } = this;
    for (const [root, before] of this.shown) {
      const deployment = session.deploymentAt(root);
      if (deployment === undefined || deployment.standalone) {
        this.shown.delete(root);
        continue;
      }
      const after = this.draw(deployment, before);
      const patch = diffDrawings(before.drawing, after.drawing);
      this.shown.set(root, after);
      if (patch === undefined && after.stale === before.stale) continue;
      after.version = before.version + 1;
      void session.connection.sendNotification(previewChanged, {
        root: session.uris.toUri(root),
        from: before.version,
        version: after.version,
        ...(patch ?? unchanged(after.drawing)),
        stale: after.stale,
      });
    }
  }

  /** Where the object behind a part of the picture is declared. */
  locate({ root, id }: PreviewLocationParams): PreviewLocation | null {
    const { session } = this;
    const shown = this.shown.get(session.uris.toPath(root));
    const wanted = id.replace(/^label:/, '');
    const part = [...(shown?.graph.nodes ?? []), ...(shown?.graph.edges ?? [])].find((each) => each.id === wanted);
    return part?.location ? this.place(part.location) : null;
  }

  private place(location: GraphLocation): PreviewLocation | null {
    const { session } = this;
    const file = session.documents.source(location.path);
    return file ? { uri: session.uris.toUri(location.path), range: session.positions.range(file, location) } : null;
  }
}

function unchanged({ elements, width, height, table, summary }: Drawing) {
  return { width, height, table, summary, elements: [], removed: [], order: elements.map(({ id }) => id) };
}

/** Text that keeps parts of the deployment from being understood. */
function hasFaults(deployment: Deployment): boolean {
  return deployment.files.some((file) => file.tree.items.some((item) => item.problems.length > 0));
}

const nothing: PreviewResult = {
  name: '',
  version: 0,
  width: 0,
  height: 0,
  style: panelStyle,
  elements: [],
  table: [],
  summary: 'This file belongs to no deployment: no file beside or above it declares one',
  stale: false,
};

export function registerPreview(connection: Connection, previews: () => Previews): void {
  connection.onRequest(previewRequest, (params: PreviewParams) => {
    if (typeof params?.textDocument?.uri !== 'string')
      throw new ResponseError(ErrorCodes.InvalidParams, `${previewRequest} needs a textDocument`);
    return previews().preview(params);
  });
  connection.onRequest(previewLocationRequest, (params: PreviewLocationParams) => previews().locate(params));
}
