import { hover } from '../../editor/hover';
import { buildGraph } from '../../preview/buildGraph';
import { DiagnosticIndex } from '../../preview/diagnosticIndex';
import type { GraphEdge, GraphLocation, GraphNode } from '../../preview/graph';
import { describeEdge, describeNode } from '../../preview/words';
import type { PreviewDetails, PreviewDetailsParams, PreviewLocation, PreviewLocationParams } from '../protocol';
import type { Session } from '../session';
import type { Previews } from './previews';

/** So many problems of an element are listed. */
const problemLimit = 20;

interface Element {
  readonly title: string;
  readonly part: GraphNode | GraphEdge;
}

/** Where the object behind a part of the picture is declared. */
export function locate(previews: Previews, { root, id }: PreviewLocationParams): PreviewLocation | null {
  const location = elementOf(previews, root, id)?.part.location;
  return location ? placeOf(previews.session, location) : null;
}

/** What is known of a part of the picture. */
export function detailsOf(previews: Previews, { root, id }: PreviewDetailsParams): PreviewDetails | null {
  const found = elementOf(previews, root, id);
  const deployment = previews.of(root)?.deployment;
  if (found === undefined || deployment === undefined) return null;
  const { session } = previews;
  const { title, part } = found;
  const { location, about = [] } = part;
  const text = location && hover(deployment, location.path, location.end - 1, session.documentation)?.text;
  const diagnostics = new DiagnosticIndex(session.analyses.analysis(deployment)?.diagnostics ?? []).inside(about);
  const problems = diagnostics.slice(0, problemLimit).flatMap((diagnostic) => {
    const at = placeOf(session, diagnostic);
    if (at === null) return [];
    const { code, message } = diagnostic;
    const severity = diagnostic.severity === 'error' ? ('error' as const) : ('warning' as const);
    return [{ code, severity, message, location: at, fixes: diagnostic.fixes().map((fix) => fix.title) }];
  });
  return { title, ...(text && { hover: text }), problems, more: diagnostics.length - problems.length };
}

/** A part by its id, as the text is now: the picture may be that of an earlier text, whose places are no more. */
function elementOf(previews: Previews, root: string, id: string): Element | undefined {
  const pictured = previews.of(root);
  if (pictured === undefined) return undefined;
  const { deployment, shown } = pictured;
  const wanted = id.replace(/^(label|badge):/, '');
  const { graph } = shown.folded;
  const current = shown.stale === 'past' ? buildGraph(deployment, [], shown.done) : graph;
  const node = current.nodes.find((each) => each.id === wanted);
  if (node) return { part: node, title: describeNode(node) };
  const edge = current.edges.find((each) => each.id === wanted);
  if (edge === undefined) return undefined;
  const label = (of: string) => graph.nodes.find((each) => each.id === of)?.label ?? of;
  return { part: edge, title: describeEdge(edge, label(edge.from), label(edge.to)) };
}

function placeOf(session: Session, { path, start, end }: GraphLocation): PreviewLocation | null {
  const file = session.documents.source(path);
  return file ? { uri: session.uris.toUri(path), range: session.positions.range(file, { start, end }) } : null;
}
