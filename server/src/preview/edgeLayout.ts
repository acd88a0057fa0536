import { type EdgePath, type NodeBox, type Point, sizes } from './geometry';
import type { GraphEdge, RoutingGraph } from './graph';
import { assignPorts, type Port } from './ports';
import { Tracks } from './tracks';

/** An edge between two boxes that exist; `users` wide. */
export interface Link {
  readonly edge: GraphEdge;
  readonly from: NodeBox;
  readonly to: NodeBox;
  readonly width: number;
}

/** The widths of ribbons tell users by the square root of their share; steps of half a pixel keep small changes from redrawing everything. */
export function ribbonWidth(users: number, total: number): number {
  if (users <= 0 || total <= 0) return sizes.ribbonMin;
  const share = Math.sqrt(Math.min(1, users / total));
  return Math.round((sizes.ribbonMin + 1 + (sizes.ribbonMax - sizes.ribbonMin - 1) * share) * 2) / 2;
}

/** The ways of all edges between the placed nodes. Edges to nodes that do not exist are left out. */
export function layoutEdges(graph: RoutingGraph, boxes: readonly NodeBox[]): EdgePath[] {
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const links: Link[] = [];
  for (const edge of graph.edges) {
    const from = byId.get(edge.from);
    const to = byId.get(edge.to);
    if (!from || !to || from === to) continue;
    const width = ribbonWidth(edge.users, graph.users);
    // Every caller may call every user: these edges say the same several times, so they keep in the background.
    links.push({ edge, from, to, width: from.node.lane === 'callers' ? Math.max(width / 2, 1.5) : width });
  }
  const ports = assignPorts(links);
  const tracks = new Tracks(boxes);
  return links.map((link) => route(link, ports.get(link), tracks));
}

function route(link: Link, ends: { readonly from: Port; readonly to: Port } | undefined, tracks: Tracks): EdgePath {
  const start = point(link.from, ends?.from);
  const end = point(link.to, ends?.to);
  const crowd = { from: ends?.from.count ?? 1, to: ends?.to.count ?? 1 };
  const background = link.from.node.lane === 'callers' && link.edge.state === 'ok';
  const base = { edge: link.edge, width: link.width, background, start, end, crowd };

  if (link.from.column === link.to.column) {
    // Out of the right side and back into it.
    const out = Math.max(start.x, end.x) + 28;
    return { ...base, curves: [[{ x: out, y: start.y }, { x: out, y: end.y }, end]] };
  }
  const [left, right] = link.from.column < link.to.column ? [link.from, link.to] : [link.to, link.from];
  const between = tracks.boxesBetween(left.column, right.column);
  if (between.length === 0) return { ...base, curves: [bend(start, end)] };

  // Past the lanes in between, on a track of its own where nothing stands.
  const y = tracks.claim(left.column, right.column, [start.y, end.y], link.width);
  const leftEdge = Math.min(...between.map((box) => box.x));
  const rightEdge = Math.max(...between.map((box) => box.x + box.width));
  const forward = link.from === left;
  const enter = { x: (forward ? leftEdge : rightEdge) + (forward ? -8 : 8), y };
  const leave = { x: (forward ? rightEdge : leftEdge) + (forward ? 8 : -8), y };
  const straight: readonly [Point, Point, Point] = [enter, leave, leave];
  return { ...base, curves: [bend(start, enter), straight, bend(leave, end)] };
}

function point(box: NodeBox, port: Port | undefined): Point {
  return { x: port?.side === 'left' ? box.x : box.x + box.width, y: port?.y ?? box.y + box.height / 2 };
}

function bend(from: Point, to: Point): readonly [Point, Point, Point] {
  const half = (from.x + to.x) / 2;
  return [{ x: half, y: from.y }, { x: half, y: to.y }, to];
}
