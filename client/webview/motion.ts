/** More parts than these at once are no movement that an eye could follow. */
const followed = 60;

/** Shows what an update changed: a part glides to its new place, a number that is another lights up, a ribbon grows. Nothing of it where less motion is wanted. */
export class Motion {
  readonly #reduced = matchMedia('(prefers-reduced-motion: reduce)');

  /** @param parts the parts that changed, as they were and as they are; those that are new have no `old` */
  show(parts: readonly { readonly old: SVGElement | undefined; readonly now: SVGElement }[]): void {
    if (this.#reduced.matches || parts.length > followed) return;
    for (const { old, now } of parts) {
      if (old === undefined) continue;
      glide(old, now);
      lightUp(old, now);
      grow(old, now);
    }
  }
}

/** A node that another one pushed aside. */
function glide(old: SVGElement, now: SVGElement): void {
  const [from, to] = [translation(old), translation(now)];
  if (!from || !to || (from.x === to.x && from.y === to.y)) return;
  now.animate(
    [{ transform: `translate(${from.x}px, ${from.y}px)` }, { transform: `translate(${to.x}px, ${to.y}px)` }],
    { duration: 180, easing: 'ease-out' },
  );
}

/** A number that is another: in the colour of what asks to be looked at, for less than a second. */
function lightUp(old: SVGElement, now: SVGElement): void {
  const [before, after] = [old, now].map((part) => part.querySelector<SVGElement>('text.count, text.users'));
  if (!before || !after || before.textContent === after.textContent) return;
  const fill = 'var(--vscode-textLink-foreground)';
  after.animate([{ fill }, { fill, offset: 0.4 }, {}], { duration: 900, easing: 'ease-out' });
}

/** A ribbon that more or fewer users take. */
function grow(old: SVGElement, now: SVGElement): void {
  const [before, after] = [old, now].map((part) => part.querySelector('.ribbon'));
  const [from, to] = [before, after].map((ribbon) => ribbon?.getAttribute('stroke-width'));
  if (!after || !from || !to || from === to) return;
  after.animate([{ strokeWidth: `${from}px` }, { strokeWidth: `${to}px` }], { duration: 300, easing: 'ease-out' });
}

/** Where a part is moved to. */
export function translation(element: Element): { readonly x: number; readonly y: number } | undefined {
  const match = /^translate\((\S+) (\S+)\)/.exec(element.getAttribute('transform') ?? '');
  return match ? { x: Number(match[1]), y: Number(match[2]) } : undefined;
}
