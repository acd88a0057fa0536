import { svg } from './dom';
import type { DrawingView } from './drawing';
import type { Asked } from './views';

/** Draws the way of the call that was asked about over the picture, stop by stop: what is behind it, where it is, what lies ahead. */
export class LitWay {
  /** Below the labels, above the ribbons. */
  readonly #lines = svg('g', { class: 'way', 'aria-hidden': 'true' });
  readonly #signs = svg('g', { class: 'way', 'aria-hidden': 'true' });

  constructor(
    private readonly root: SVGSVGElement,
    private readonly drawing: DrawingView,
  ) {}

  show(asked: Asked | undefined): void {
    // What isn't there isn't touched: each change of what the SVG holds costs as much as it holds.
    if (asked === undefined && !this.#lines.isConnected) return;
    this.root.classList.toggle('asking', asked !== undefined);
    this.#lines.replaceChildren();
    this.#signs.replaceChildren();
    if (asked === undefined) {
      this.#lines.remove();
      this.#signs.remove();
      this.drawing.mark('lit', []);
      return;
    }
    const above = this.root.querySelector('.label, .node');
    if (this.#lines.nextElementSibling !== above) this.root.insertBefore(this.#lines, above);
    if (this.root.lastElementChild !== this.#signs) this.root.append(this.#signs);
    const { stops, from } = asked.route;
    const ids = stops.flatMap(({ node, edge }) => [node, edge]).filter((id) => id !== null);
    const callers = from.map((edge) => edge.slice(0, edge.indexOf('→')));
    this.drawing.mark('lit', [...ids, ...from, ...callers]);
    const phase = (index: number) => (index < asked.stop ? 'past' : index === asked.stop ? 'now' : 'next');
    for (const edge of from) this.#line(this.drawing.wayOf(edge), asked.stop === 0 ? 'now in' : 'past in');
    for (const [index, { edge, node }] of stops.entries()) {
      const before = stops[index - 1]?.node;
      const way = edge === null ? before && node && this.drawing.jump(before, node) : this.drawing.wayOf(edge);
      if (index > 0) this.#line(way || undefined, edge === null ? `${phase(index)} jump` : phase(index));
    }
    // A fold may hold several stops.
    const signs = new Map<string, number[]>();
    for (const [index, { node }] of stops.entries()) if (node) signs.set(node, [...(signs.get(node) ?? []), index]);
    for (const [node, indices] of signs) {
      const now = indices.includes(asked.stop);
      const text = indices.some((index) => stops[index]?.failed) ? '×' : indices.map((index) => index + 1).join(' ');
      this.#sign(node, text, now ? 'now' : phase(indices[0] ?? 0));
    }
  }

  #line(way: string | undefined, style: string): void {
    if (way) this.#lines.append(svg('path', { class: `line ${style}`, d: way, pathLength: '100' }));
  }

  /** The number of a stop, at the corner of its node: what is lit is told by more than light. */
  #sign(node: string, content: string, phase: string): void {
    const area = this.drawing.areaOf(node);
    if (area === undefined) return;
    const group = svg('g', { class: `stop-sign ${phase}`, transform: `translate(${area.x} ${area.y})` });
    const text = svg('text', { class: 'sign-text', 'text-anchor': 'middle', y: '4' });
    text.textContent = content;
    const plate = 20 + 8 * (content.length - 1);
    group.append(
      svg('rect', {
        class: 'sign-plate',
        x: String(-plate / 2),
        y: '-10',
        width: String(plate),
        height: '20',
        rx: '10',
      }),
      text,
    );
    this.#signs.append(group);
    if (phase !== 'now') return;
    const { width, height } = area;
    this.#signs.prepend(
      svg('rect', {
        class: 'halo',
        x: String(area.x - 4),
        y: String(area.y - 4),
        width: String(width + 8),
        height: String(height + 8),
        rx: '11',
      }),
    );
  }
}
