import type { GraphEdge, GraphNode } from './graph';

/** Whether two nodes, or two edges, are drawn alike. Where they stand in the text moves with every edit above them, and isn't seen. */
export function looksLike(a: GraphNode | GraphEdge, b: GraphNode | GraphEdge | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.id !== b.id || a.users !== b.users || a.state !== b.state) return false;
  if (a.label !== b.label || a.reason !== b.reason || !sameList(a.codes, b.codes)) return false;
  if (!('kind' in a)) return !('kind' in b);
  return 'kind' in b && a.detail === b.detail && a.kind === b.kind && a.lane === b.lane && sameFold(a, b);
}

function sameList(a: readonly string[] = [], b: readonly string[] = []): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function sameFold({ fold: a }: GraphNode, { fold: b }: GraphNode): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
