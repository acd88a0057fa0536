import { fold } from '../base/words';
import type { Declaration } from '../model/declaration';
import type { Diagnostic } from '../rules/analyze';
import { DiagnosticIndex } from './diagnosticIndex';
import type { GraphEdge, GraphGroup, GraphLocation, GraphNode, GraphState, Lane, NodeKind } from './graph';

interface MutableNode {
  readonly id: string;
  readonly kind: NodeKind;
  readonly lane: Lane;
  readonly label: string;
  readonly detail?: string;
  state: GraphState;
  reason?: string;
  users: number;
  readonly location?: GraphLocation;
  readonly codes: readonly string[];
  readonly about?: readonly GraphLocation[];
  readonly group?: GraphGroup;
}

interface MutableEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  users: number;
  state: GraphState;
  reason?: string;
  readonly labels: Set<string>;
  location?: GraphLocation;
  readonly about: Map<string, GraphLocation>;
}

/** What a node is made from. */
export interface NodeSpec {
  readonly kind: NodeKind;
  readonly lane: Lane;
  readonly label: string;
  readonly detail?: string;
  readonly declaration?: Declaration | undefined;
  /** All that it stands for, where that is more than one declaration. */
  readonly about?: readonly Declaration[];
  /** When there is no declaration, or several nodes come from one. */
  readonly key?: string;
  readonly state?: GraphState;
  readonly reason?: string;
  readonly group?: GraphGroup;
}

/** What is worse wins when several users' calls meet in one place. */
export const stateRank: Readonly<Record<GraphState, number>> = { ok: 0, disabled: 1, unknown: 2, broken: 3 };

/** Collects nodes and edges; asking again for a node or edge finds the one there is. Order is that of first mention. */
export class GraphBuilder {
  private readonly nodes = new Map<string, MutableNode>();
  private readonly edges = new Map<string, MutableEdge>();
  private readonly marked: DiagnosticIndex;

  constructor(diagnostics: readonly Diagnostic[]) {
    this.marked = new DiagnosticIndex(diagnostics);
  }

  node(spec: NodeSpec): string {
    const { kind, lane, label, detail, declaration, state = 'ok', reason, group } = spec;
    const id = `${kind}:${fold(spec.key ?? label)}`;
    const known = this.nodes.get(id);
    if (known) {
      worsen(known, state, reason);
      return id;
    }
    const location = declaration && { path: declaration.path, ...declaration.head };
    const about = (spec.about ?? (declaration && [declaration]))?.map(whole);
    this.nodes.set(id, {
      id,
      kind,
      lane,
      label,
      state,
      users: 0,
      codes: about ? this.marked.codes(about) : [],
      ...(detail && { detail }),
      ...(reason && { reason }),
      ...(location && { location }),
      ...(about && { about }),
      ...(group && { group }),
    });
    return id;
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
    options: { readonly state?: GraphState; readonly reason?: string; readonly label?: string } = {},
  ): void {
    const id = `${from}→${to}`;
    const { state = 'ok', reason, label } = options;
    let edge = this.edges.get(id);
    if (edge) {
      edge.users += users;
      worsen(edge, state, reason);
    } else {
      edge = { id, from, to, users, state, ...(reason && { reason }), labels: new Set(), about: new Map() };
      this.edges.set(id, edge);
    }
    if (label) edge.labels.add(label);
  }

  /** Diagnostics of a declaration, and of CSV files that it reads, stand on an edge. */
  blame(id: string, declaration: Declaration, files: readonly string[] = []): void {
    const about = this.edges.get(id)?.about;
    if (about === undefined || about.has(declaration.id)) return;
    about.set(declaration.id, whole(declaration));
    for (const path of files) about.set(path, { path, start: 0, end: Number.MAX_SAFE_INTEGER });
  }

  /** An edge is there because of a declaration: a click on it goes there. */
  cause(id: string, declaration: Declaration): void {
    const edge = this.edges.get(id);
    if (edge) edge.location ??= { path: declaration.path, ...declaration.head };
    this.blame(id, declaration);
  }

  build(): { nodes: GraphNode[]; edges: GraphEdge[] } {
    const edges = [...this.edges.values()].map(({ labels, about, ...edge }): GraphEdge => {
      const places = [...about.values()];
      const codes = this.marked.codes(places);
      const label = joined([...labels]);
      return {
        ...edge,
        ...(label && { label }),
        ...(places.length > 0 && { about: places }),
        ...(codes.length > 0 && { codes }),
      };
    });
    return { nodes: inOrder([...this.nodes.values()]), edges };
  }
}

/**
 * Declared objects in the order of the files. What is only met on the way of some users comes last, by its name: who those users are must not move it.
 */
function inOrder(nodes: readonly MutableNode[]): MutableNode[] {
  const met = ({ kind, location }: MutableNode) => !location && kind !== 'pstn' && kind !== 'clients';
  const last = nodes.filter(met).sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...nodes.filter((node) => !met(node)), ...last];
}

function worsen(part: { state: GraphState; reason?: string }, state: GraphState, reason: string | undefined): void {
  if (stateRank[state] <= stateRank[part.state]) return;
  part.state = state;
  if (reason) part.reason = reason;
}

function whole({ path, span }: Declaration): GraphLocation {
  return { path, start: span.start, end: span.end };
}

/** `policy Cloud` and `policy global` are `policies Cloud, global`; many are a number. */
function joined(labels: readonly string[]): string {
  const policies = labels.filter((label) => label.startsWith('policy ')).map((label) => label.slice(7));
  if (policies.length < 2) return labels.join(', ');
  const names = policies.length > 3 ? `${policies.length} policies` : `policies ${policies.join(', ')}`;
  return [names, ...labels.filter((label) => !label.startsWith('policy '))].join(', ');
}
