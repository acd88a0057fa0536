import { brokenEnd, pointAt, signPoint } from './curves';
import { mark } from './drawNode';
import type { EdgePath, Point } from './geometry';
import type { Hue } from './hues';
import { signs } from './icons';
import type { EdgeLabel } from './labels';
import { coordinate as at, escapeXml } from './xml';

/** A ribbon at least this wide holds its count. */
const roomy = 12;

/** The ribbon of an edge; its label is drawn apart, above all ribbons. */
export function drawEdge(path: EdgePath, hue: Hue, description: string): string {
  const { edge } = path;
  const curves = edge.state === 'broken' ? brokenEnd(path) : path.curves;
  const tip = signPoint(path);
  // Dashes of a wide ribbon would read as a texture.
  const width = edge.state === 'ok' ? path.width : Math.min(path.width, edge.state === 'broken' ? 4 : 2.5);
  const d = `M${pair(path.start)}${curves.map((curve) => `C${curve.map(pair).join(' ')}`).join('')}`;
  const sign = tip && edge.state !== 'ok' ? mark(edge.state, tip.x, tip.y, edge.state === 'broken' ? 8 : 7) : '';
  const badge = edge.codes && edge.codes.length > 0 ? edgeBadge(path) : '';
  return (
    `<g data-id="${escapeXml(edge.id)}" class="edge ${hue} ${edge.state}"><title>${escapeXml(description)}</title>` +
    `<path class="ribbon" stroke-width="${at(width)}" d="${d}"/>${sign}${badge}</g>`
  );
}

/** Diagnostics stand on what the edge is made from: which ones is told by its title and its details. */
function edgeBadge(path: EdgePath): string {
  const { x, y } = badgePoint(path);
  return (
    `<g class="edge-badge" transform="translate(${at(x)} ${at(y)})"><circle r="7.5" stroke-width="1.4"/>` +
    `<path class="sign" d="${signs.warning}"/></g>`
  );
}

/** On the ribbon; above one that is too short for a badge beside its count. */
function badgePoint(path: EdgePath): Point {
  const { start, end, width } = path;
  if (Math.abs(end.x - start.x) > 64) return pointAt(path, 0.22);
  return { x: (start.x + end.x) / 2, y: Math.min(start.y, end.y) - width / 2 - 10 };
}

/** The count and the label of an edge. `data-for` names the edge that a click on it means. */
export function drawLabel(label: EdgeLabel): string {
  const { edge, width } = label.path;
  const anchor = label.anchor === 'start' ? '' : ` text-anchor="${label.anchor}"`;
  const inside = edge.state === 'ok' && width >= roomy ? ' inside' : '';
  const quiet = label.path.background ? ' quiet' : '';
  const line = (style: string, y: number, content: string) =>
    `<text class="${style}" x="${at(label.x)}" y="${at(y)}"${anchor}>${content}</text>`;
  const parts = [`<g data-for="${escapeXml(edge.id)}" class="label ${edge.state}">`];
  if (label.inline) {
    const via = label.via && `<tspan class="via"${label.count && ' dx="6"'}>${escapeXml(label.via)}</tspan>`;
    parts.push(line('count', label.y, escapeXml(label.count) + via));
  } else {
    if (label.count) parts.push(line(`count${inside}${quiet}`, label.y + 4, escapeXml(label.count)));
    if (label.via) parts.push(line('via', label.below, escapeXml(label.via)));
  }
  return `${parts.join('')}</g>`;
}

function pair({ x, y }: Point): string {
  return `${at(x)} ${at(y)}`;
}
