/** Elements made of text and attributes: nothing on the page is ever made of HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...content);
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

/** A drawing of strokes on a grid of 16, in the colour of the text around it. */
export function icon(path: string): SVGSVGElement {
  const picture = svg('svg', { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' });
  picture.append(svg('path', { d: path }));
  return picture;
}

/** A button that shows an icon and says its title. */
export function iconButton(path: string, title: string, run: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button', class: 'tool', title, 'aria-label': title }, icon(path));
  created.addEventListener('click', run);
  return created;
}

/** A button that is a link within its line of text. */
export function linkButton(text: string, title: string, run: () => void): HTMLButtonElement {
  const created = element('button', { type: 'button', class: 'link', title }, text);
  created.addEventListener('click', run);
  return created;
}

/** Fills a part of the page anew; who reads it by keyboard stays where he is: at the button of the same number. */
export function refill(part: HTMLElement, fill: () => void): void {
  const buttons = () => [...part.querySelectorAll('button')];
  const focused = buttons().indexOf(document.activeElement as HTMLButtonElement);
  fill();
  if (focused >= 0) (buttons()[focused] ?? buttons().at(-1) ?? part).focus({ preventScroll: true });
}

/** The same number on every machine: 12,345. */
export function grouped(value: number): string {
  return value.toLocaleString('en-US');
}
