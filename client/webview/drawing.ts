import { parseFragments } from './fragments';
import { Motion, translation } from './motion';
import { type Direction, neighbour, type Place } from './neighbour';
import type { Picture } from './picture';

/** Keeps the SVG of the page equal to a picture, touching only what changed. */
export class DrawingView {
  readonly #parts = new Map<string, { readonly svg: string; readonly element: SVGElement }>();
  readonly #motion = new Motion();
  /** The ids in drawing order. */
  #order: readonly string[] = [];
  /** Classes that the page gives to parts, beside those that they come with. */
  readonly #marks = new Map<string, ReadonlySet<string>>();
  /** The one node that the Tab key reaches; arrows move on from there. */
  #current: string | undefined;

  constructor(
    private readonly root: SVGSVGElement,
    private readonly selected: (id: string) => void = () => undefined,
  ) {}

  /** The node that the Tab key is to reach, of an earlier page. */
  select(id: string | undefined): void {
    this.#current = id;
  }

  /** Gives a class to the nodes, edges and labels of some ids, and takes it from all others. It stays with them when they are drawn anew. */
  mark(name: string, ids: readonly string[]): void {
    const before = this.#marks.get(name) ?? new Set();
    const after = new Set(ids.flatMap((id) => [id, `label:${id}`]));
    this.#marks.set(name, after);
    for (const id of before) if (!after.has(id)) this.#parts.get(id)?.element.classList.remove(name);
    for (const id of after) this.#parts.get(id)?.element.classList.add(name);
  }

  /** The path of an edge's ribbon. */
  wayOf(id: string): string | undefined {
    return this.#parts.get(id)?.element.querySelector('.ribbon')?.getAttribute('d') ?? undefined;
  }

  /** A path between two nodes that no edge joins. */
  jump(from: string, to: string): string | undefined {
    const [a, b] = [this.areaOf(from), this.areaOf(to)];
    if (!a || !b) return undefined;
    const start = { x: a.x + a.width, y: a.y + a.height / 2 };
    const end = { x: b.x > start.x ? b.x : b.x + b.width, y: b.y + b.height / 2 };
    const bow = Math.max(36, Math.abs(end.x - start.x) / 2);
    const into = b.x > start.x ? end.x - bow : end.x + bow;
    return `M${start.x} ${start.y}C${start.x + bow} ${start.y} ${into} ${end.y} ${end.x} ${end.y}`;
  }

  /** The rectangle of a node in the picture. */
  areaOf(id: string): DOMRect | undefined {
    const element = this.#parts.get(id)?.element;
    return element?.classList.contains('node') ? area(element as SVGGElement) : undefined;
  }

  /** Where a part is on the screen. */
  boundsOf(id: string): DOMRect | undefined {
    return this.#parts.get(id)?.element.getBoundingClientRect();
  }

  update(picture: Picture): void {
    setAttributes(this.root, {
      viewBox: `0 0 ${picture.width} ${picture.height}`,
      width: String(picture.width),
      height: String(picture.height),
      'aria-label': `Routing graph of ${picture.name}`,
    });
    const order = picture.elements.map(({ id }) => id);
    const reordered = order.length !== this.#order.length || order.some((id, index) => id !== this.#order[index]);
    if (reordered) this.#remove(new Set(order));
    const changed = picture.elements.filter(({ id, svg }) => this.#parts.get(id)?.svg !== svg);
    const parsed = parseFragments(changed.map(({ svg }) => svg));
    const replaced = changed.flatMap(({ id, svg }, index) => {
      const now = parsed[index];
      return now ? [{ old: this.#replace(id, svg, now), now }] : [];
    });
    if (reordered) this.#sort(order);
    this.#order = order;
    this.#makeReachable();
    this.#motion.show(replaced);
  }

  #remove(present: ReadonlySet<string>): void {
    for (const [id, { element }] of this.#parts) {
      if (present.has(id)) continue;
      element.remove();
      this.#parts.delete(id);
    }
  }

  #sort(order: readonly string[]): void {
    let previous: Element | null = null;
    for (const id of order) {
      const element: SVGElement | undefined = this.#parts.get(id)?.element;
      if (!element) continue;
      const next = own(previous ? previous.nextElementSibling : this.root.firstElementChild);
      if (element !== next) this.root.insertBefore(element, next);
      previous = element;
    }
  }

  /** The id of the node or edge that an event concerns. */
  idAt(target: EventTarget | null): string | undefined {
    const part = target instanceof Element ? target.closest('[data-id],[data-for]') : null;
    return part?.getAttribute('data-id') ?? part?.getAttribute('data-for') ?? undefined;
  }

  /** The node that has the focus, with its rectangle in the picture. */
  focused(): { readonly id: string; readonly area: DOMRect } | undefined {
    const active = document.activeElement;
    const id = active && this.root.contains(active) ? active.getAttribute('data-id') : null;
    return id ? { id, area: area(active as SVGGElement) } : undefined;
  }

  /** A node has the focus: the Tab key comes back to it. */
  reached(id: string): void {
    if (id === this.#current) return;
    this.#reach(id);
    this.selected(id);
  }

  focus(id: string): void {
    this.reached(id);
    // The view moves by itself: the browser's scrolling would move the page under it.
    this.#parts.get(id)?.element.focus({ preventScroll: true });
  }

  /** The node that an arrow key leads to from the one that has the focus. */
  next(direction: Direction): string | undefined {
    const places = this.#nodes().map(({ id, element }): Place => {
      const { x, y, height } = area(element);
      return { id, x, y: y + height / 2 };
    });
    const from = places.find(({ id }) => id === this.focused()?.id);
    return from && neighbour(places, from, direction)?.id;
  }

  /** @returns the part as it was */
  #replace(id: string, svg: string, element: SVGElement): SVGElement | undefined {
    const old = this.#parts.get(id)?.element;
    for (const [name, ids] of this.#marks) if (ids.has(id)) element.classList.add(name);
    if (element.classList.contains('node')) {
      element.setAttribute('role', 'button');
      element.setAttribute('tabindex', id === this.#current ? '0' : '-1');
      element.setAttribute('aria-label', visibleText(element));
      element.setAttribute('aria-description', element.querySelector('title')?.textContent ?? '');
      if (id.startsWith('fold:')) element.setAttribute('aria-expanded', String(element.classList.contains('open')));
    } else {
      // The table says the same in words.
      element.setAttribute('aria-hidden', 'true');
    }
    if (old) {
      const hadFocus = document.activeElement === old;
      old.replaceWith(element);
      if (hadFocus) element.focus({ preventScroll: true });
    } else {
      this.root.append(element);
    }
    this.#parts.set(id, { svg, element });
    return old;
  }

  #nodes(): { id: string; element: SVGGElement }[] {
    const nodes: { id: string; element: SVGGElement }[] = [];
    for (const [id, { element }] of this.#parts) {
      if (element.classList.contains('node')) nodes.push({ id, element: element as SVGGElement });
    }
    return nodes;
  }

  /** The Tab key reaches a node, whatever became of the one that it did. */
  #makeReachable(): void {
    if (this.#current !== undefined && this.#parts.get(this.#current)?.element.classList.contains('node')) return;
    this.#reach(this.root.querySelector('.node')?.getAttribute('data-id') ?? undefined);
  }

  #reach(id: string | undefined): void {
    const [before, now] = [this.#current, id].map((each) => each && this.#parts.get(each)?.element);
    if (before) before.setAttribute('tabindex', '-1');
    if (now) now.setAttribute('tabindex', '0');
    this.#current = id;
  }
}

/** The first part from an element on: what is lit lies between them. */
function own(element: Element | null): Element | null {
  let found = element;
  while (found?.classList.contains('way')) found = found.nextElementSibling;
  return found;
}

/** What is written on a node: who says it aloud means the node. */
function visibleText(node: SVGElement): string {
  const parts = [...node.childNodes].filter(({ nodeName }) => nodeName !== 'title').map((part) => part.textContent);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

/** Writes only what differs: an SVG whose size is written lays out all of its texts again, the same or not. */
function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** The rectangle of a node in the picture: its frame as it is written, without what sticks out of it. */
function area(node: SVGGElement): DOMRect {
  const { x, y } = translation(node) ?? { x: 0, y: 0 };
  const frame = node.querySelector('rect');
  const [width, height] = ['width', 'height'].map((side) => Number(frame?.getAttribute(side) ?? 0));
  return new DOMRect(x, y, width, height);
}
