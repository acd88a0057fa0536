import { drawGraph } from './draw';
import { sizes } from './geometry';
import type { RoutingGraph } from './graph';
import { colourStyle, darkPalette, lightPalette, type Palette, shapeStyle } from './style';
import { fitText } from './textWidth';
import { coordinate as at, cleanText, escapeXml } from './xml';

/** From the top to where the drawing starts. */
const head = 78;

/** A picture that can stand alone. */
export interface Picture {
  readonly title: string;
  /** What is read instead of the picture. */
  readonly titleOfDocument: string;
  readonly description: string;
  readonly subtitle: string;
  readonly width: number;
  readonly height: number;
  readonly parts: readonly string[];
  /** What it needs beside the styles of all pictures: once without colours, once for each palette. */
  readonly shapes?: string;
  readonly colours?: (palette: Palette) => string;
}

/** Light and dark, as the reader has it; or one of them, for programs that draw it into pixels. */
export type Theme = 'auto' | 'light' | 'dark';

/** The routing graph as a document of its own. @param ids what its ids begin with: of several in one page each has its own */
export function standaloneSvg(graph: RoutingGraph, theme: Theme = 'auto', ids = 'umtopo'): string {
  const { width, height, elements, summary } = drawGraph(graph);
  return documentSvg(
    {
      title: graph.title,
      titleOfDocument: `${cleanText(graph.title)}: where unanswered calls go`,
      description: description(graph, summary),
      subtitle: summary,
      width,
      height,
      parts: elements.map((element) => element.svg),
    },
    theme,
    ids,
  );
}

/** A picture as a document: it needs no other file, follows the reader's light or dark mode, and says what it shows to those who do not see it. */
export function documentSvg(picture: Picture, theme: Theme = 'auto', ids = 'umtopo'): string {
  const width = Math.max(picture.width, 480);
  const height = head + picture.height;
  const room = width - 2 * sizes.margin;
  const colours = (palette: Palette) =>
    `${colourStyle(palette)}.umtopo .subtitle{fill:${palette.muted}}${picture.colours?.(palette) ?? ''}`;
  const palettes =
    theme === 'auto'
      ? `${colours(lightPalette)}@media screen and (prefers-color-scheme:dark){${colours(darkPalette)}}`
      : colours(theme === 'light' ? lightPalette : darkPalette);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="umtopo" role="img" aria-labelledby="${ids}-title ${ids}-desc" viewBox="0 0 ${at(width)} ${at(height)}" width="${at(width)}" height="${at(height)}">`,
    `<title id="${ids}-title">${escapeXml(picture.titleOfDocument)}</title>`,
    `<desc id="${ids}-desc">${escapeXml(picture.description)}</desc>`,
    `<style>${shapeStyle()}.umtopo .title{font-size:19px;font-weight:600}.umtopo .subtitle{font-size:12.5px}${picture.shapes ?? ''}`,
    `${palettes}</style>`,
    '<rect class="background" width="100%" height="100%"/>',
    `<text class="title" x="${sizes.margin}" y="40">${escapeXml(fitText(cleanText(picture.title), room, 19, true))}</text>`,
    `<text class="subtitle" x="${sizes.margin}" y="60">${escapeXml(fitText(cleanText(picture.subtitle), room, 12.5))}</text>`,
    `<g transform="translate(0 ${head})">`,
    ...picture.parts,
    '</g>',
    '</svg>\n',
  ].join('\n');
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
