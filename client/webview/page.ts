import { element, svg } from './dom';

/** The fixed parts of the page, from top to bottom. */
export interface Page {
  readonly name: HTMLElement;
  readonly summary: HTMLElement;
  readonly tools: HTMLElement;
  /** Where the question is asked. */
  readonly ask: HTMLElement;
  readonly banner: HTMLElement;
  readonly problem: HTMLElement;
  readonly main: HTMLElement;
  readonly stage: HTMLElement;
  /** What moves when the picture does: a box around the SVG. An SVG that is moved itself lays out its texts anew at each frame, in Chromium. */
  readonly layer: HTMLElement;
  readonly drawing: SVGSVGElement;
  /** Beside the picture: the route of a call, what a wave changes. */
  readonly side: HTMLElement;
  readonly waves: HTMLElement;
}

/** Builds the page. Text comes in as text, never as HTML. */
export function buildPage(): Page {
  const name = element('h1');
  const summary = element('p', { class: 'summary', 'aria-live': 'polite' });
  const tools = element('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Preview' });
  const head = element('header', {}, element('div', { class: 'title' }, name, summary), tools);

  const ask = element('search', { class: 'ask' });
  const banner = element('p', { class: 'banner', role: 'status' });
  const problem = element('p', { class: 'problem', role: 'status' });
  const drawing = svg('svg', { class: 'umtopo', role: 'group' });
  const stage = element('div', { class: 'stage', tabindex: '0', role: 'group', 'aria-label': 'Routing graph' });
  const layer = element('div', { class: 'layer' });
  layer.append(drawing);
  stage.append(layer);
  const main = element('main', {}, banner, problem, stage);
  const side = element('aside', { class: 'side', 'aria-label': 'Route and changes' });
  const waves = element('footer', { class: 'waves' });
  for (const part of [ask, banner, problem, side, waves]) part.hidden = true;
  document.body.append(head, ask, element('div', { class: 'body' }, main, side), waves);
  return { name, summary, tools, ask, banner, problem, main, stage, layer, drawing, side, waves };
}
