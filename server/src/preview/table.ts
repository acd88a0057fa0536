import { userCount } from '../base/words';
import type { GraphNode, RoutingGraph } from './graph';
import { looksLike } from './looks';
import { kindNames, stateNames } from './words';

/** A node or an edge as a row of the table that says the same as the picture. */
export interface TableRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly users: number;
  readonly state: string;
  readonly reason?: string;
}

/**
 * The picture's content as rows: nodes in the order of the graph, then edges as ways from one to another.
 * @param before the rows of an earlier graph: those that say the same are taken over
 */
export function table(graph: RoutingGraph, earlier?: RoutingGraph, before: readonly TableRow[] = []): TableRow[] {
  const rows =
    earlier?.nodes.length === graph.nodes.length && earlier.edges.length === graph.edges.length ? before : [];
  const labelOf = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const renamed = new Set<string>();
  const nodes = graph.nodes.map((node, index): TableRow => {
    const old = earlier?.nodes[index];
    if (rows[index] && looksLike(node, old)) return rows[index];
    if (node.label !== old?.label) renamed.add(node.id);
    return {
      id: node.id,
      name: node.label,
      kind: kindOf(node),
      users: node.users,
      state: stateNames[node.state],
      ...because(node.reason, node.codes),
    };
  });
  const edges = graph.edges.map((edge, index): TableRow => {
    const row = rows[graph.nodes.length + index];
    if (row && looksLike(edge, earlier?.edges[index]) && !renamed.has(edge.from) && !renamed.has(edge.to)) return row;
    return {
      id: edge.id,
      name: `${labelOf.get(edge.from) ?? edge.from} → ${labelOf.get(edge.to) ?? edge.to}`,
      kind: edge.label ? `Way · ${edge.label}` : 'Way',
      users: edge.users,
      state: stateNames[edge.state],
      ...because(edge.reason, edge.codes),
    };
  });
  return [...nodes, ...edges];
}

function kindOf({ kind, detail }: GraphNode): string {
  const name = kindNames[kind];
  return detail && detail !== name ? `${name} · ${detail}` : name;
}

function because(why: string | undefined, codes: readonly string[] | undefined): { reason?: string } {
  const reason = [why, codes?.join(', ')].filter(Boolean).join(' · ');
  return reason ? { reason } : {};
}

/** One line on the whole: `1,204 users · 2 broken · 1 unknown`. */
export function summary(graph: RoutingGraph): string {
  const parts = [userCount(graph.users)];
  for (const state of ['broken', 'disabled', 'unknown'] as const) {
    const number = graph.nodes.filter((node) => node.state === state).length;
    const ways = graph.edges.filter((edge) => edge.state === state).length;
    if (number + ways > 0) parts.push(`${number + ways} ${state}`);
  }
  return parts.join(' · ');
}
