import { type GraphNode, lanes, type NodeKind, type RoutingGraph } from './graph';

/** A node, or several that are drawn as one. */
export type Unit = GraphNode | Fold;

export interface Fold {
  /** Of the node that stands for its members. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  /** `20 pools` */
  readonly detail: string;
  readonly members: readonly Unit[];
}

export function isFold(unit: Unit): unit is Fold {
  return 'members' in unit;
}

/** As many cards in a lane can be read at the first look. */
const laneLimit = 12;
/** Fewer of a kind are left as they are: folding them would hide more than it helps. */
const few = 4;
/** A lane of ranges has at most as many. */
const rangeLimit = 10;

/** What several of a kind are called. */
const plurals: Readonly<Partial<Record<NodeKind, string>>> = {
  pool: 'pools',
  contact: 'numbers',
  umDialPlan: 'UM dial plans',
  umServers: 'groups of UM servers',
  edge: 'Edge pools',
  hostingProvider: 'hosting providers',
  tenant: 'tenants',
  mailboxes: 'organizations',
  lost: 'reasons',
  unknown: 'reasons',
};

/**
 * What is drawn in each lane. Lanes that are too long are folded: first into the natural groups (sites, providers, organizations), then into ranges in the order of
 * the graph. It depends on which nodes there are and on nothing else, so that an edit of counts or states folds nothing.
 */
export function foldTree(graph: RoutingGraph): readonly Unit[] {
  return lanes.flatMap((lane) => {
    const nodes = graph.nodes.filter((node) => node.lane === lane);
    if (nodes.length <= laneLimit) return nodes;
    const grouped = byKind(nodes).flatMap(([kind, of]) => (of.length > few ? inGroups(kind, of) : of));
    if (grouped.length <= laneLimit) return grouped;
    return byKind(grouped).flatMap(([kind, of]) => (of.length > few ? inRanges(kind, of) : of));
  });
}

function byKind<T extends Unit>(units: readonly T[]): [NodeKind, T[]][] {
  const kinds = new Map<NodeKind, T[]>();
  for (const unit of units) {
    const list = kinds.get(unit.kind);
    if (list) list.push(unit);
    else kinds.set(unit.kind, [unit]);
  }
  return [...kinds];
}

function inGroups(kind: NodeKind, nodes: readonly GraphNode[]): Unit[] {
  if (kind === 'contact') return [foldOf('fold:contacts', kind, 'Numbers', nodes)];
  const groups = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    const key = node.group?.key ?? node.id;
    const list = groups.get(key);
    if (list) list.push(node);
    else groups.set(key, [node]);
  }
  return [...groups].flatMap(([key, members]): Unit[] => {
    const group = members[0]?.group;
    return group === undefined || members.length < 2 ? members : [foldOf(`fold:${key}`, kind, group.label, members)];
  });
}

function inRanges(kind: NodeKind, units: readonly Unit[]): Unit[] {
  const size = sizes.find((candidate) => Math.ceil(units.length / candidate) <= rangeLimit) ?? units.length;
  const ranges: Unit[] = [];
  for (let start = 0; start < units.length; start += size) {
    const members = units.slice(start, start + size);
    const [first, last] = [members[0], members.at(-1)];
    if (first === undefined || last === undefined) continue;
    const label = members.length > 1 ? `${first.label} – ${last.label}` : first.label;
    ranges.push(members.length > 1 ? foldOf(`fold:${kind}:${start / size}`, kind, label, members) : first);
  }
  return ranges;
}

const sizes = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

function foldOf(id: string, kind: NodeKind, label: string, members: readonly Unit[]): Fold {
  const count = members.reduce((sum, unit) => sum + leaves(unit).length, 0);
  return { id, kind, label, detail: `${count} ${plurals[kind] ?? 'nodes'}`, members };
}

/** The nodes that a unit stands for. */
export function leaves(unit: Unit): readonly GraphNode[] {
  return isFold(unit) ? unit.members.flatMap(leaves) : [unit];
}
