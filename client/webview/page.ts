const icons = {
  table: 'M2.5 3.5h11v9h-11zM2.5 6.5h11M2.5 9.5h11M6.5 6.5v6',
  zoomOut: 'M4 8h8',
  zoomIn: 'M4 8h8M8 4v8',
  fit: 'M2.5 5.5v-3h3M10.5 2.5h3v3M13.5 10.5v3h-3M5.5 13.5h-3v-3M5 6h6v4H5z',
} as const;

/** The fixed parts of the page. */
export interface Page {
  readonly name: HTMLElement;
  readonly summary: HTMLElement;
  readonly banner: HTMLElement;
  readonly problem: HTMLElement;
  readonly stage: HTMLElement;
  readonly drawing: SVGSVGElement;
  readonly table: HTMLElement;
  readonly buttons: Readonly<Record<keyof typeof icons, HTMLButtonElement>>;
}

/** Builds the page. Text comes in as text, never as HTML. */
export function buildPage(): Page {
  const name = element('h1');
  const summary = element('p', { class: 'summary', 'aria-live': 'polite' });
  const buttons = {
    table: button('table', 'Show as a table'),
    zoomOut: button('zoomOut', 'Zoom out (−)'),
    zoomIn: button('zoomIn', 'Zoom in (+)'),
    fit: button('fit', 'Fit into the window (0)'),
  };
  buttons.table.setAttribute('aria-pressed', 'false');
  const tools = element('div', { class: 'tools', role: 'toolbar', 'aria-label': 'Preview' });
  tools.append(...Object.values(buttons));
  const title = element('div', { class: 'title' });
  title.append(name, summary);
  const head = element('header');
  head.append(title, tools);

  const banner = element('p', { class: 'banner', role: 'status' });
  const problem = element('p', { class: 'problem', role: 'status' });
  const drawing = svg('svg', { class: 'umtopo', role: 'group' });
  const stage = element('div', { class: 'stage', tabindex: '0', role: 'group', 'aria-label': 'Routing graph' });
  stage.append(drawing);
  const table = element('div', { class: 'table', tabindex: '0', role: 'region', 'aria-label': 'Routing as a table' });
  for (const part of [banner, problem, table]) part.hidden = true;
  const main = element('main');
  main.append(banner, problem, stage, table);
  document.body.append(head, main);
  return { name, summary, banner, problem, stage, drawing, table, buttons };
}

export function element(tag: string, attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[K] {
  const created = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  return created;
}

function button(icon: keyof typeof icons, label: string): HTMLButtonElement {
  const created = document.createElement('button');
  created.type = 'button';
  created.title = label;
  created.setAttribute('aria-label', label);
  const picture = svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  picture.append(svg('path', { d: icons[icon] }));
  created.append(picture);
  return created;
}
