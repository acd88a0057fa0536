import { mark } from './drawNode';
import type { GraphState, RoutingGraph } from './graph';
import { edgeHue, type Hue, nodeHues } from './hues';
import { textWidth } from './textWidth';
import { coordinate as at, escapeXml } from './xml';

const lineHeight = 22;

const hueNames: Readonly<Record<Hue, string>> = {
  neutral: 'Callers',
  lync: 'Lync',
  local: 'Voice mail on-premises',
  hosted: 'Hosted voice mail',
};

const stateNames: Readonly<Record<Exclude<GraphState, 'ok'>, string>> = {
  broken: 'Calls are lost',
  disabled: 'Disabled',
  unknown: 'Facts are missing',
};

/** What the colours and signs of this picture mean; only those that it uses. As many lines as the width asks for. */
export function drawLegend(graph: RoutingGraph, width: number): { readonly svg: string; readonly height: number } {
  const hueOf = nodeHues(graph);
  const used = new Set(graph.edges.filter((edge) => edge.state === 'ok').map((edge) => edgeHue(edge, hueOf)));
  const states = new Set([...graph.nodes, ...graph.edges].map((part) => part.state));
  const entries: { readonly sample: string; readonly name: string }[] = [];
  for (const hue of ['lync', 'local', 'hosted'] as const) {
    if (used.has(hue)) entries.push({ sample: `<g class="${hue}">${ribbon(7)}</g>`, name: hueNames[hue] });
  }
  for (const state of ['broken', 'disabled', 'unknown'] as const) {
    if (!states.has(state)) continue;
    const sign = mark(state, state === 'broken' ? 20 : 12, 0, 6);
    entries.push({ sample: `<g class="neutral ${state}">${ribbon(2.5)}</g>${sign}`, name: stateNames[state] });
  }
  if (graph.users > 0) entries.push({ sample: '', name: 'Numbers: users whose unanswered calls go this way' });

  let x = 0;
  let y = 0;
  const parts = entries.map(({ sample, name }) => {
    const indent = sample ? 34 : 0;
    const length = indent + Math.ceil(textWidth(name, 11));
    if (x > 0 && x + length > width) {
      x = 0;
      y += lineHeight;
    }
    const place = `translate(${at(x)} ${at(y)})`;
    x += length + 24;
    return `<g transform="${place}">${sample}<text class="eyebrow" x="${indent}" y="4">${escapeXml(name)}</text></g>`;
  });
  return { svg: parts.join(''), height: entries.length > 0 ? y + lineHeight : 0 };
}

function ribbon(width: number): string {
  return `<path class="ribbon" stroke-width="${width}" d="M0 0H24"/>`;
}
