import type { GraphEdge, GraphNode, NodeKind, RoutingGraph } from './graph';

/** Few colours, each with one meaning: the Lync side, voice mail on-premises, hosted voice mail, everything else. */
export const hues = ['neutral', 'lync', 'local', 'hosted'] as const;
export type Hue = (typeof hues)[number];

const ofKind: Readonly<Record<NodeKind, Hue>> = {
  pstn: 'neutral',
  clients: 'neutral',
  federation: 'neutral',
  site: 'lync',
  pool: 'lync',
  exUmRouting: 'lync',
  umDialPlan: 'local',
  umServers: 'local',
  edge: 'hosted',
  hostingProvider: 'hosted',
  tenant: 'hosted',
  contact: 'lync',
  mailboxes: 'neutral',
  noVoicemail: 'neutral',
  lost: 'neutral',
  unknown: 'neutral',
};

/** The hues of a graph's nodes; mailboxes have that of the service that answers for them. */
export function nodeHues(graph: RoutingGraph): Map<string, Hue> {
  const hueOf = new Map<string, Hue>(graph.nodes.map((node: GraphNode) => [node.id, ofKind[node.kind]]));
  const kinds = new Map(graph.nodes.map((node) => [node.id, node.kind]));
  for (const edge of graph.edges) {
    const from = hueOf.get(edge.from);
    const answered = from === 'local' || from === 'hosted';
    if (answered && kinds.get(edge.to) === 'mailboxes') hueOf.set(edge.to, from);
  }
  return hueOf;
}

/** An edge takes the hue of where it leads; what leads nowhere keeps that of where it comes from, what comes from callers is nobody's yet. */
export function edgeHue(edge: GraphEdge, hueOf: ReadonlyMap<string, Hue>): Hue {
  const from = hueOf.get(edge.from) ?? 'neutral';
  const to = hueOf.get(edge.to) ?? 'neutral';
  return to === 'neutral' || from === 'neutral' ? from : to;
}
