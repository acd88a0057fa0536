import { type Fold, foldTree, isFold, leaves, type Unit } from './foldTree';
import type { GraphEdge, GraphLocation, GraphNode, GraphState, RoutingGraph } from './graph';

/** A graph as it is drawn: what is folded stands as one node, and its edges add up. */
export interface FoldedGraph {
  readonly graph: RoutingGraph;
  /** The node that stands for one of the whole graph; nothing when that isn't there. */
  drawnAs(id: string): string | undefined;
}

/**
 * Folds a graph so that the first view fits.
 * @param unfolded ids of folds that are open; their members stand below a heading.
 */
export function foldGraph(graph: RoutingGraph, unfolded: ReadonlySet<string> = new Set()): FoldedGraph {
  const nodes: GraphNode[] = [];
  const drawn = new Map<string, string>();
  const place = (unit: Unit): void => {
    if (!isFold(unit)) {
      nodes.push(unit);
      drawn.set(unit.id, unit.id);
      return;
    }
    const open = unfolded.has(unit.id);
    nodes.push(foldNode(unit, open));
    if (open) unit.members.forEach(place);
    else for (const node of leaves(unit)) drawn.set(node.id, unit.id);
  };
  const tree = foldTree(graph);
  const drawnAs = (id: string): string | undefined => drawn.get(id);
  tree.forEach(place);
  if (!tree.some(isFold)) return { graph, drawnAs };
  return { graph: { ...graph, nodes, edges: foldEdges(graph.edges, drawnAs) }, drawnAs };
}

function foldNode(fold: Fold, open: boolean): GraphNode {
  const members = leaves(fold);
  const { id, kind, label, detail } = fold;
  const states = countStates(members);
  const { state, reason } = common(members, states);
  const about = members.flatMap((node) => node.about ?? []);
  return {
    id,
    kind,
    lane: (members[0] as GraphNode).lane,
    label,
    detail,
    state: open ? 'ok' : state,
    ...(reason && !open && { reason }),
    users: members.reduce((sum, node) => sum + node.users, 0),
    codes: open ? [] : [...new Set(members.flatMap(({ codes }) => codes))],
    ...(about.length > 0 && { about }),
    fold: { members: members.length, open, states: open ? {} : states },
  };
}

type Stated = Pick<GraphNode, 'state' | 'reason'>;

function countStates(parts: readonly Stated[]): Partial<Record<GraphState, number>> {
  const states: Partial<Record<GraphState, number>> = {};
  for (const { state } of parts) if (state !== 'ok') states[state] = (states[state] ?? 0) + 1;
  return states;
}

/** What is true of all is true of the fold; what is true of some is said. */
function common(
  parts: readonly Stated[],
  states: Partial<Record<GraphState, number>>,
): { state: GraphState; reason?: string } {
  const [first] = parts;
  if (first && parts.every(({ state }) => state === first.state)) {
    const reasons = new Set(parts.map(({ reason }) => reason));
    const reason = reasons.size === 1 ? first.reason : `All ${parts.length} ${first.state}`;
    return first.state === 'ok' ? { state: 'ok' } : { state: first.state, ...(reason && { reason }) };
  }
  const some = (['broken', 'unknown', 'disabled'] as const).flatMap((state) => {
    const number = states[state];
    return number === undefined ? [] : [`${number} of ${parts.length} ${state}`];
  });
  return { state: 'ok', ...(some.length > 0 && { reason: some.join(', ') }) };
}

function foldEdges(edges: readonly GraphEdge[], drawnAs: (id: string) => string | undefined): GraphEdge[] {
  const merged = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const [from, to] = [drawnAs(edge.from), drawnAs(edge.to)];
    if (from === undefined || to === undefined || from === to) continue;
    const id = `${from}→${to}`;
    const list = merged.get(id);
    if (list) list.push(edge);
    else merged.set(id, [edge]);
  }
  return [...merged].map(([id, parts]) => {
    const [only] = parts;
    const from = drawnAs(only?.from ?? '') ?? '';
    const to = drawnAs(only?.to ?? '') ?? '';
    return parts.length === 1 && only?.id === id ? only : sum(id, from, to, parts);
  });
}

/** Edges in one: users add up. An edge that carries nobody says nothing about those that do. */
function sum(id: string, from: string, to: string, parts: readonly GraphEdge[]): GraphEdge {
  const used = parts.filter(({ users }) => users > 0);
  const telling = used.length > 0 ? used : parts;
  const { state, reason } = common(telling, countStates(telling));
  const labels = [...new Set(parts.flatMap(({ label }) => label ?? []))];
  const codes = [...new Set(parts.flatMap((edge) => edge.codes ?? []))];
  const about: GraphLocation[] = parts.flatMap((edge) => edge.about ?? []);
  const location = parts.length === 1 ? parts[0]?.location : undefined;
  return {
    id,
    from,
    to,
    users: parts.reduce((total, { users }) => total + users, 0),
    state,
    ...(reason && { reason }),
    ...(labels.length > 0 && labels.length < 3 && { label: labels.join(', ') }),
    ...(codes.length > 0 && { codes }),
    ...(about.length > 0 && { about }),
    ...(location && { location }),
  };
}
