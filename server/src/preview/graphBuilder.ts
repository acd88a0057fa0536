import type { Span } from '../base/span';
import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Diagnostic } from '../rules/analyze';
import type { GraphEdge, GraphLocation, GraphNode, GraphState, Lane, NodeKind } from './graph';

interface MutableNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly lane: Lane;
  readonly label: string;
  detail?: string;
  state: GraphState;
  reason?: string;
  users: number;
  readonly location?: GraphLocation;
  readonly codes: readonly string[];
}

interface MutableEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  users: number;
  state: GraphState;
  reason?: string;
  label?: string;
}

/** What a node is made from. */
export interface NodeSpec {
  readonly kind: NodeKind;
  readonly lane: Lane;
  readonly label: string;
  readonly detail?: string;
  readonly declaration?: Declaration | undefined;
  /** When there is no declaration, or several nodes come from one. */
  readonly key?: string;
  readonly state?: GraphState;
  readonly reason?: string;
}

/** What is worse wins when several users' calls meet in one place. */
const rank: Readonly<Record<GraphState, number>> = { ok: 0, disabled: 1, unknown: 2, broken: 3 };

/** Collects nodes and edges; asking again for a node or edge finds the one there is. Order is that of first mention. */
export class GraphBuilder {
  private readonly nodes = new Map<string, MutableNode>();
  private readonly edges = new Map<string, MutableEdge>();
  private readonly marked: ReadonlyMap<string, readonly Diagnostic[]>;

  constructor(diagnostics: readonly Diagnostic[]) {
    const marked = new Map<string, Diagnostic[]>();
    for (const diagnostic of diagnostics) {
      if (diagnostic.severity !== 'error' && diagnostic.severity !== 'warning') continue;
      const list = marked.get(diagnostic.path);
      if (list) list.push(diagnostic);
      else marked.set(diagnostic.path, [diagnostic]);
    }
    this.marked = marked;
  }

  node(spec: NodeSpec): string {
    const { kind, lane, label, detail, declaration, state = 'ok', reason } = spec;
    const id = `${kind}:${fold(spec.key ?? label)}`;
    const known = this.nodes.get(id);
    if (known) {
      this.worsen(known, state, reason);
      return id;
    }
    const location = declaration && { path: declaration.path, ...declaration.head };
    const codes = declaration ? this.codesIn(declaration.path, declaration.span) : [];
    this.nodes.set(id, {
      id,
      kind,
      lane,
      label,
      state,
      users: 0,
      codes,
      ...(detail && { detail }),
      ...(reason && { reason }),
      ...(location && { location }),
    });
    return id;
  }

  private codesIn(path: string, span: Span): string[] {
    const inside = (this.marked.get(path) ?? []).filter(
      (diagnostic) => diagnostic.start >= span.start && diagnostic.end <= span.end,
    );
    const sorted = [...inside].sort((a, b) => (a.severity === b.severity ? 0 : a.severity === 'error' ? -1 : 1));
    return [...new Set(sorted.map((diagnostic) => diagnostic.code))];
  }

  private worsen(part: { state: GraphState; reason?: string }, state: GraphState, reason: string | undefined): void {
    if (rank[state] <= rank[part.state]) return;
    part.state = state;
    if (reason) part.reason = reason;
  }

  /** Sends users through a node. */
  through(id: string, users: number): void {
    const node = this.nodes.get(id);
    if (node) node.users += users;
  }

  edge(
    from: string,
    to: string,
    users: number,
    options: { state?: GraphState; reason?: string; label?: string } = {},
  ): void {
    const id = `${from}→${to}`;
    const known = this.edges.get(id);
    const { state = 'ok', reason, label } = options;
    if (known) {
      known.users += users;
      this.worsen(known, state, reason);
      if (label && known.label && !known.label.split(', ').includes(label)) known.label = `${known.label}, ${label}`;
      return;
    }
    this.edges.set(id, { id, from, to, users, state, ...(reason && { reason }), ...(label && { label }) });
  }

  /** Users pass a chain of nodes. */
  chain(ids: readonly string[], users: number, last: { state?: GraphState; reason?: string } = {}): void {
    ids.forEach((id, i) => {
      this.through(id, users);
      const next = ids[i + 1];
      if (next) this.edge(id, next, users, i === ids.length - 2 ? last : {});
    });
  }

  has(id: string): boolean {
    return this.nodes.has(id);
  }

  build(): { nodes: GraphNode[]; edges: GraphEdge[] } {
    return { nodes: [...this.nodes.values()], edges: [...this.edges.values()] };
  }
}
