import { drawEdge, drawLabel } from './drawEdge';
import { drawNode } from './drawNode';
import { type EdgePath, type LaneBox, sizes } from './geometry';
import type { RoutingGraph } from './graph';
import { stateRank } from './graphBuilder';
import { edgeHue, type Hue, nodeHues } from './hues';
import { placeLabels } from './labels';
import { type LaidOut, layout } from './layout';
import { drawLegend } from './legend';
import { looksLike } from './looks';
import { summary, type TableRow, table } from './table';
import { describeEdge } from './words';
import { coordinate as at, escapeXml } from './xml';

/** A drawn part of the picture. `svg` is a fragment: its texts are escaped, its colours come from a style sheet. */
export interface DrawnElement {
  readonly id: string;
  readonly svg: string;
}

/** The picture of a routing graph in parts, so that a change redraws only what it touched. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** In drawing order: lanes, ribbons, their labels, nodes, the legend. */
  readonly elements: readonly DrawnElement[];
  readonly table: readonly TableRow[];
  readonly summary: string;
}

/** What a drawing was made from, and its parts. */
interface Made extends LaidOut {
  readonly hueOf: ReadonlyMap<string, Hue>;
  readonly lanes: readonly DrawnElement[];
  readonly ribbons: readonly DrawnElement[];
  readonly labels: readonly DrawnElement[];
  /** In the order of the graph's nodes as they are laid out. */
  readonly cards: readonly DrawnElement[];
}

const madeOf = new WeakMap<Drawing, Made>();

/**
 * Draws a routing graph. The same graph gives the same bytes.
 * @param before an earlier drawing: what looks as it did there is taken over
 */
export function drawGraph(graph: RoutingGraph, before?: Drawing): Drawing {
  const old = before && madeOf.get(before);
  const laid = layout(graph, old);
  const { width, height: bottom } = laid;
  const hueOf = nodeHues(graph);
  // The ways are as they were: then so are all places.
  const same = old?.layout.edges === laid.edges ? old : undefined;
  const lanes = same?.lanes ?? laid.lanes.map((lane) => ({ id: `lane:${lane.lane}`, svg: drawLane(lane) }));
  const labels =
    same?.labels ??
    placeLabels(laid.edges, laid.nodes).map((label) => ({ id: `label:${label.path.edge.id}`, svg: drawLabel(label) }));
  const cards = laid.nodes.map((box, index): DrawnElement => {
    const { node } = box;
    const hue = hueOf.get(node.id) ?? 'neutral';
    const kept = same?.hueOf.get(node.id) === hue && looksLike(node, same.layout.nodes[index]?.node);
    return (kept ? same?.cards[index] : undefined) ?? { id: node.id, svg: drawNode(box, hue) };
  });
  const named = same?.layout.nodes.every(({ node }, index) => {
    const now = laid.nodes[index]?.node;
    return now?.label === node.label && same.hueOf.get(node.id) === hueOf.get(node.id);
  });
  const ribbons = (named && same?.ribbons) || drawRibbons(graph, laid.edges, hueOf);
  const legend = drawLegend(graph, width - 2 * sizes.margin);
  const foot = `<g class="legend" transform="translate(${sizes.margin} ${at(bottom + 8)})">${legend.svg}</g>`;
  const drawing: Drawing = {
    width,
    height: bottom + (legend.height > 0 ? legend.height + 12 : 0),
    elements: [...lanes, ...ribbons, ...labels, ...cards, ...(legend.height > 0 ? [{ id: 'legend', svg: foot }] : [])],
    table: table(graph, old?.graph, before?.table),
    summary: summary(graph),
  };
  madeOf.set(drawing, { graph, layout: laid, hueOf, lanes, ribbons, labels, cards });
  return drawing;
}

/** What is wrong is drawn above what is not. */
function drawRibbons(
  graph: RoutingGraph,
  edges: readonly EdgePath[],
  hueOf: ReadonlyMap<string, Hue>,
): readonly DrawnElement[] {
  const labelOf = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const sorted = [...edges].sort((a, b) => stateRank[a.edge.state] - stateRank[b.edge.state]);
  return sorted.map((path) => {
    const { id, from, to } = path.edge;
    const description = describeEdge(path.edge, labelOf.get(from) ?? from, labelOf.get(to) ?? to);
    return { id, svg: drawEdge(path, edgeHue(path.edge, hueOf), description) };
  });
}

function drawLane({ caption, x, width }: LaneBox): string {
  return (
    `<g class="lane"><text class="caption" x="${at(x)}" y="${sizes.caption}">${escapeXml(caption.toUpperCase())}</text>` +
    `<path class="rule" d="M${at(x)} ${sizes.captionRule}.5h${at(width)}"/></g>`
  );
}
