/** SVG fragments as elements. XML, so that nothing in them is read in the forgiving way of HTML. */
export function parseFragments(fragments: readonly string[]): SVGElement[] {
  if (fragments.length === 0) return [];
  const source = `<svg xmlns="http://www.w3.org/2000/svg">${fragments.join('')}</svg>`;
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml').documentElement;
  return [...parsed.children].map((child) => document.importNode(child, true) as SVGElement);
}
