import { drawGraph } from './draw';
import { sizes } from './geometry';
import type { RoutingGraph } from './graph';
import { colourStyle, darkPalette, lightPalette, shapeStyle } from './style';
import { fitText } from './textWidth';
import { coordinate as at, cleanText, escapeXml } from './xml';

/** From the top to where the drawing starts. */
const head = 78;

/** The picture as a document of its own: it needs no other file, follows the reader's light or dark mode, and says what it shows to those who do not see it. */
export function standaloneSvg(graph: RoutingGraph): string {
  const drawing = drawGraph(graph);
  const width = Math.max(drawing.width, 480);
  const height = head + drawing.height;
  const title = cleanText(graph.title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="umtopo" role="img" aria-labelledby="umtopo-title umtopo-desc" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}">`,
    `<title id="umtopo-title">${escapeXml(title)}: where unanswered calls go</title>`,
    `<desc id="umtopo-desc">${escapeXml(description(graph, drawing.summary))}</desc>`,
    `<style>${shapeStyle()}.umtopo .title{font-size:19px;font-weight:600}.umtopo .subtitle{font-size:12.5px}`,
    `${documentColours(lightPalette)}@media (prefers-color-scheme:dark){${documentColours(darkPalette)}}</style>`,
    '<rect class="background" width="100%" height="100%"/>',
    `<text class="title" x="${sizes.margin}" y="40">${escapeXml(fitText(title, width - 2 * sizes.margin, 19, true))}</text>`,
    `<text class="subtitle" x="${sizes.margin}" y="60">${escapeXml(drawing.summary)}</text>`,
    `<g transform="translate(0 ${head})">`,
    ...drawing.elements.map((element) => element.svg),
    '</g>',
    '</svg>\n',
  ].join('\n');
}

function documentColours(palette: typeof lightPalette): string {
  return `${colourStyle(palette)}.umtopo .subtitle{fill:${palette.muted}}`;
}

/** What the picture says, in the order in which one reads it. */
function description(graph: RoutingGraph, summary: string): string {
  const labelOf = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const wrong = [
    ...graph.nodes.filter((node) => node.state !== 'ok').map((node) => ({ ...node, name: node.label })),
    ...graph.edges
      .filter((edge) => edge.state !== 'ok')
      .map((edge) => ({ ...edge, name: `${labelOf.get(edge.from)} to ${labelOf.get(edge.to)}` })),
  ];
  const listed = wrong
    .slice(0, 20)
    .map(({ name, state, reason }) => `${name}: ${state}${reason ? `, ${reason}` : ''}.`);
  return [`${summary}.`, ...listed].join(' ');
}
