/**
 * The routing graph of a deployment as data: what the preview draws, patches are computed from, and tests compare. No geometry here, no DOM anywhere in this room.
 */

/** From left to right. */
export const lanes = ['callers', 'pools', 'routing', 'paths', 'services', 'mailboxes'] as const;
export type Lane = (typeof lanes)[number];

export type NodeKind =
  | 'pstn'
  | 'clients'
  | 'federation'
  | 'site'
  | 'pool'
  | 'exUmRouting'
  | 'umDialPlan'
  | 'umServers'
  | 'edge'
  | 'hostingProvider'
  | 'tenant'
  | 'contact'
  | 'mailboxes'
  | 'noVoicemail'
  | 'lost'
  | 'unknown';

/** ok · disabled: dashed · broken: calls die here · unknown: facts are missing. Each has a sign beside its colour. */
export type GraphState = 'ok' | 'disabled' | 'broken' | 'unknown';

/** A place in the sources, by which a click finds its line. Offsets are UTF-16 code units of the file's text. */
export interface GraphLocation {
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Where a node belongs when there are too many: a site, a provider, an organization. */
export interface GraphGroup {
  readonly key: string;
  readonly label: string;
  /** What its members are, in the singular. */
  readonly what: string;
}

/** Of a node that stands for several, or is the heading above them while it is open. */
export interface GraphFold {
  readonly members: number;
  readonly open: boolean;
  /** The members that are not in order, by state. */
  readonly states: Readonly<Partial<Record<GraphState, number>>>;
}

export interface GraphNode {
  /** Stable across edits that don't rename the object: kind and folded name. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly lane: Lane;
  readonly label: string;
  /** A second line: role, version, port. */
  readonly detail?: string;
  readonly state: GraphState;
  /** Why it is broken, disabled or unknown, in words. */
  readonly reason?: string;
  /** Users whose unanswered calls pass here. */
  readonly users: number;
  readonly location?: GraphLocation;
  /** Codes of the diagnostics that stand on it, worst first. */
  readonly codes: readonly string[];
  /** The texts that it stands for: diagnostics in them stand on it. */
  readonly about?: readonly GraphLocation[];
  readonly group?: GraphGroup;
  readonly fold?: GraphFold;
}

export interface GraphEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly users: number;
  readonly state: GraphState;
  readonly reason?: string;
  /** `mtls 5061`, `policy Cloud (site)`. */
  readonly label?: string;
  readonly location?: GraphLocation;
  readonly codes?: readonly string[];
  readonly about?: readonly GraphLocation[];
}

export interface RoutingGraph {
  readonly title: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  readonly users: number;
}
