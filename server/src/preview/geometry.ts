import type { GraphEdge, GraphNode, Lane } from './graph';

/** All lengths are pixels at 100 %. */
export const sizes = {
  margin: 20,
  /** Baseline of the lanes' captions, the rule below them, and where the first card starts. */
  caption: 22,
  captionRule: 34,
  top: 54,
  card: 70,
  rowGap: 22,
  heading: 24,
  headingGap: 8,
  /** ExUM Routing alone in its lane is drawn as a gate that all calls pass. */
  gateMin: 150,
  ribbonMin: 2,
  ribbonMax: 16,
} as const;

export interface LaneShape {
  readonly caption: string;
  readonly width: number;
  /** The room for edges and their labels to the left of it. */
  readonly gap: number;
}

/** Widths never depend on what stands in a lane: an edit of a name moves nothing. */
export const laneShapes: Readonly<Record<Lane, LaneShape>> = {
  callers: { caption: 'Callers', width: 124, gap: 0 },
  pools: { caption: 'Sites and pools', width: 154, gap: 56 },
  routing: { caption: 'Decision', width: 84, gap: 48 },
  paths: { caption: 'Paths', width: 154, gap: 84 },
  services: { caption: 'Voice mail', width: 160, gap: 64 },
  mailboxes: { caption: 'Mailboxes', width: 156, gap: 50 },
};

/** Of a lane whose decision is not the single gate. */
export const widerDecisionLane = 176;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NodeBox extends Box {
  readonly node: GraphNode;
  /** Index of its lane among those that are drawn. */
  readonly column: number;
  /** card · heading: a site above its pools · gate: ExUM Routing, as high as what it decides on. */
  readonly form: 'card' | 'heading' | 'gate';
}

export interface LaneBox {
  readonly lane: Lane;
  readonly caption: string;
  readonly x: number;
  readonly width: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An edge as curves: a start, then for each curve two control points and its end. */
export interface EdgePath {
  readonly edge: GraphEdge;
  readonly width: number;
  readonly start: Point;
  readonly curves: readonly (readonly [Point, Point, Point])[];
  /** Where a broken edge ends: short of its target. */
  readonly end: Point;
  /** It says what other edges say, and is drawn quietly. */
  readonly background: boolean;
  /** How many edges share each end: labels stand where it is less crowded. */
  readonly crowd: { readonly from: number; readonly to: number };
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly LaneBox[];
  readonly nodes: readonly NodeBox[];
  readonly edges: readonly EdgePath[];
}
