import type { Link } from './edgeLayout';
import type { NodeBox } from './geometry';

/** Where an edge meets a node. */
export interface Port {
  readonly side: 'left' | 'right';
  y: number;
  /** How many edges meet this side of the node. */
  count: number;
}

interface End {
  readonly link: Link;
  readonly own: NodeBox;
  readonly other: NodeBox;
  readonly port: Port;
}

const spacing = 5;
const inset = 8;

/** Spreads the edges over the sides of their nodes, in the order of where they come from or go to, so that they cross little. */
export function assignPorts(links: readonly Link[]): Map<Link, { from: Port; to: Port }> {
  const ports = new Map<Link, { from: Port; to: Port }>();
  const sides = new Map<string, End[]>();
  const add = (end: End) => {
    const key = `${end.port.side} ${end.own.node.id}`;
    const ends = sides.get(key);
    if (ends) ends.push(end);
    else sides.set(key, [end]);
  };
  for (const link of links) {
    const forward = link.from.column <= link.to.column;
    const back = link.from.column >= link.to.column;
    const from: Port = { side: forward ? 'right' : 'left', y: 0, count: 0 };
    const to: Port = { side: back ? 'right' : 'left', y: 0, count: 0 };
    ports.set(link, { from, to });
    add({ link, own: link.from, other: link.to, port: from });
    add({ link, own: link.to, other: link.from, port: to });
  }
  const groups = [...sides.values()];
  for (const ends of groups.filter(([first]) => first?.own.form !== 'gate')) stack(ends);
  // A gate takes each edge at the height of its other end: straight through.
  for (const ends of groups.filter(([first]) => first?.own.form === 'gate')) follow(ends, ports);
  return ports;
}

function stack(ends: End[]): void {
  ends.sort((a, b) => middle(a.other) - middle(b.other) || a.other.column - b.other.column || compare(a, b));
  const own = ends[0]?.own;
  if (!own) return;
  const needed = ends.reduce((sum, { link }) => sum + link.width, 0);
  const room = own.height - 2 * inset;
  const gap = ends.length > 1 ? Math.min(spacing, (room - needed) / (ends.length - 1)) : 0;
  let y = middle(own) - (needed + gap * (ends.length - 1)) / 2;
  for (const { link, port } of ends) {
    port.y = y + link.width / 2;
    port.count = ends.length;
    y += link.width + gap;
  }
}

function follow(ends: End[], ports: ReadonlyMap<Link, { from: Port; to: Port }>): void {
  const own = ends[0]?.own;
  if (!own) return;
  const wanted = (end: End) => {
    const both = ports.get(end.link);
    return (both?.from === end.port ? both.to : both?.from)?.y ?? middle(own);
  };
  const sorted = ends.map((end) => ({ end, y: wanted(end) }));
  sorted.sort((a, b) => a.y - b.y || compare(a.end, b.end));
  let free = own.y + inset;
  for (const { end, y } of sorted) {
    end.port.y = Math.max(y, free + end.link.width / 2);
    end.port.count = ends.length;
    free = end.port.y + end.link.width / 2 + 2;
  }
  let limit = own.y + own.height - inset;
  for (const { end } of sorted.reverse()) {
    end.port.y = Math.min(end.port.y, limit - end.link.width / 2);
    limit = end.port.y - end.link.width / 2 - 2;
  }
}

function middle(box: NodeBox): number {
  return box.y + box.height / 2;
}

function compare(a: End, b: End): number {
  return a.link.edge.id < b.link.edge.id ? -1 : a.link.edge.id > b.link.edge.id ? 1 : 0;
}
