import { drawEdge, drawLabel } from './drawEdge';
import { drawNode } from './drawNode';
import { type LaneBox, sizes } from './geometry';
import type { GraphState, RoutingGraph } from './graph';
import { edgeHue, nodeHues } from './hues';
import { placeLabels } from './labels';
import { layout } from './layout';
import { drawLegend } from './legend';
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

/** What is wrong is drawn above what is not. */
const stateRank: Readonly<Record<GraphState, number>> = { ok: 0, disabled: 1, unknown: 2, broken: 3 };

/** Draws a routing graph. The same graph gives the same bytes. */
export function drawGraph(graph: RoutingGraph): Drawing {
  const { width, height: bottom, lanes, nodes, edges } = layout(graph);
  const hueOf = nodeHues(graph);
  const labelOf = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const ribbons = [...edges].sort((a, b) => stateRank[a.edge.state] - stateRank[b.edge.state]);
  const elements: DrawnElement[] = [
    ...lanes.map((lane) => ({ id: `lane:${lane.lane}`, svg: drawLane(lane) })),
    ...ribbons.map((path) => {
      const { id, from, to } = path.edge;
      const description = describeEdge(path.edge, labelOf.get(from) ?? from, labelOf.get(to) ?? to);
      return { id, svg: drawEdge(path, edgeHue(path.edge, hueOf), description) };
    }),
    ...placeLabels(edges, nodes).map((label) => ({ id: `label:${label.path.edge.id}`, svg: drawLabel(label) })),
    ...nodes.map((box) => ({ id: box.node.id, svg: drawNode(box, hueOf.get(box.node.id) ?? 'neutral') })),
  ];
  const legend = drawLegend(graph, width - 2 * sizes.margin);
  if (legend.height > 0) {
    const svg = `<g class="legend" transform="translate(${sizes.margin} ${at(bottom + 8)})">${legend.svg}</g>`;
    elements.push({ id: 'legend', svg });
  }
  const height = bottom + (legend.height > 0 ? legend.height + 12 : 0);
  return { width, height, elements, table: table(graph), summary: summary(graph) };
}

function drawLane({ caption, x, width }: LaneBox): string {
  return (
    `<g class="lane"><text class="caption" x="${at(x)}" y="${sizes.caption}">${escapeXml(caption.toUpperCase())}</text>` +
    `<path class="rule" d="M${at(x)} ${sizes.captionRule}.5h${at(width)}"/></g>`
  );
}
