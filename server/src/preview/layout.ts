import { layoutEdges } from './edgeLayout';
import { type LaneBox, type Layout, laneShapes, type NodeBox, sizes, widerDecisionLane } from './geometry';
import { type GraphNode, type Lane, lanes, type NodeKind, type RoutingGraph } from './graph';
import { looksLike } from './looks';

/** The order of kinds inside a lane: what answers on-premises, then what is hosted, then what answers nothing. */
const kindOrder: readonly (readonly NodeKind[])[] = [
  ['pstn'],
  ['clients'],
  ['federation'],
  ['site', 'pool', 'exUmRouting'],
  ['umDialPlan', 'umServers'],
  ['edge', 'hostingProvider'],
  ['mailboxes'],
  ['tenant'],
  ['contact'],
  ['noVoicemail'],
  ['unknown'],
  ['lost'],
];
const kindRank = new Map<NodeKind, number>(
  kindOrder.flatMap((kinds, rank) => kinds.map((kind): [NodeKind, number] => [kind, rank])),
);

/**
 * Where everything stands. A node's place depends on the nodes before it in its lane and on nothing else: not on names, counts, states or edges. So an edit
 * that adds and removes no node moves none, and a new node moves only those below it in its lane.
 *
 * Inside a lane nodes stand by kind, then in the order in which the graph gives them.
 */
export function layout(graph: RoutingGraph, before?: LaidOut): Layout {
  const { boxes, laneBoxes, right } = placeNodes(graph);
  const edges = before && sameWays(before, graph, boxes) ? before.layout.edges : layoutEdges(graph, boxes);
  const bottom = Math.max(
    ...boxes.map((box) => box.y + box.height),
    ...edges.flatMap(({ width, curves }) => curves.map(([, , end]) => end.y + width / 2)),
    sizes.top,
  );
  return { width: right + sizes.margin, height: bottom + sizes.margin, lanes: laneBoxes, nodes: boxes, edges };
}

/** A graph that was laid out: what is as it was there needs no second look. */
export interface LaidOut {
  readonly graph: RoutingGraph;
  readonly layout: Layout;
}

function sameWays(before: LaidOut, graph: RoutingGraph, boxes: readonly NodeBox[]): boolean {
  const { edges, users } = before.graph;
  const { nodes } = before.layout;
  return (
    users === graph.users &&
    edges.length === graph.edges.length &&
    nodes.length === boxes.length &&
    graph.edges.every((edge, index) => looksLike(edge, edges[index])) &&
    boxes.every((box, index) => {
      const other = nodes[index];
      return other?.node.id === box.node.id && other.x === box.x && other.y === box.y && other.height === box.height;
    })
  );
}

function placeNodes(graph: RoutingGraph): { boxes: NodeBox[]; laneBoxes: LaneBox[]; right: number } {
  const connected = new Set(graph.edges.flatMap((edge) => [edge.from, edge.to]));
  const byLane = new Map<Lane, GraphNode[]>(lanes.map((lane) => [lane, []]));
  for (const node of graph.nodes) byLane.get(node.lane)?.push(node);

  const boxes: NodeBox[] = [];
  const laneBoxes: LaneBox[] = [];
  const bottoms = new Map<Lane, number>();
  let gate: { index: number } | undefined;
  let right = sizes.margin;
  for (const lane of lanes) {
    const nodes = byLane.get(lane) ?? [];
    if (nodes.length === 0) continue;
    const single = nodes[0];
    const isGate = nodes.length === 1 && single?.kind === 'exUmRouting';
    const shape = laneShapes[lane];
    const width = lane === 'routing' && !isGate ? widerDecisionLane : shape.width;
    const x = laneBoxes.length === 0 ? right : right + shape.gap;
    const column = laneBoxes.length;
    laneBoxes.push({ lane, caption: shape.caption, x, width });
    right = x + width;

    if (isGate && single) {
      gate = { index: boxes.length };
      boxes.push({ node: single, column, form: 'gate', x, y: sizes.top, width, height: sizes.gateMin });
      continue;
    }
    nodes.sort((a, b) => (kindRank.get(a.kind) ?? 0) - (kindRank.get(b.kind) ?? 0));
    let y: number = sizes.top;
    for (const node of nodes) {
      const heading = node.fold?.open === true || (node.kind === 'site' && !connected.has(node.id));
      const height = heading ? sizes.heading : sizes.card;
      boxes.push({ node, column, form: heading ? 'heading' : 'card', x, y, width, height });
      y += height + (heading ? sizes.headingGap : sizes.rowGap);
    }
    const last = boxes.at(-1);
    if (last) bottoms.set(lane, last.y + last.height);
  }

  // The gate is as high as what stands on both sides of it; what passes it by goes below.
  const open = gate && boxes[gate.index];
  if (gate && open) {
    const beside = Math.max(bottoms.get('pools') ?? 0, bottoms.get('paths') ?? 0);
    boxes[gate.index] = { ...open, height: Math.max(sizes.gateMin, beside - sizes.top) };
  }
  return { boxes, laneBoxes, right };
}
