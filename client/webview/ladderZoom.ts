import type { ViewMemory, Zoomable } from './views';

const step = 1.2;
const smallest = 0.3;
const largest = 3;
/** Below this, the smallest text cannot be read: rather some columns than all of them. */
const readable = 0.7;

/** The size at which a ladder is seen. It is as long as a page: one scrolls through it, as through every page, and zooms by pinch, keys and buttons. */
export class LadderZoom implements Zoomable {
  /** Nothing: as wide as the window has room for. */
  #chosen: number | undefined;

  constructor(
    private readonly container: HTMLElement,
    private readonly memory: ViewMemory,
  ) {
    this.#chosen = memory.scale;
    container.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    container.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => {
      if (this.#chosen === undefined) this.apply();
    }).observe(container);
  }

  zoom(steps: number, at = { x: this.container.clientWidth / 2, y: this.container.clientHeight / 2 }): void {
    this.#choose(this.#scale * step ** steps, at);
  }

  /** All columns beside each other. */
  fit(): void {
    this.#choose(Math.min(1, this.#room), { x: 0, y: 0 });
  }

  /** Gives a ladder that is drawn anew its size. */
  apply(): void {
    const scale = this.#scale;
    for (const drawing of this.#drawings)
      for (const side of ['width', 'height'] as const)
        drawing.style[side] = `${Number(drawing.getAttribute(side)) * scale}px`;
  }

  get #drawings(): SVGSVGElement[] {
    return [...this.container.querySelectorAll<SVGSVGElement>('svg.umtopo')];
  }

  /** The scale at which the window has room for all columns. */
  get #room(): number {
    const width = Number(this.#drawings[0]?.getAttribute('width') ?? 0);
    return width > 0 ? this.container.clientWidth / width : 1;
  }

  get #scale(): number {
    return this.#chosen ?? Math.min(1, Math.max(readable, this.#room));
  }

  /** The point of the window shows what it showed. */
  #choose(scale: number, at: { readonly x: number; readonly y: number }): void {
    const before = this.#scale;
    this.#chosen = Math.min(largest, Math.max(smallest, scale));
    this.memory.keep(this.#chosen);
    const { container } = this;
    const ratio = this.#chosen / before;
    const top = this.#drawings[0]?.getBoundingClientRect().height ?? 0;
    const left = (container.scrollLeft + at.x) * ratio - at.x;
    const down = (container.scrollTop + at.y - top) * ratio + top - at.y;
    this.apply();
    container.scrollTo(left, down);
  }

  #wheel(event: WheelEvent): void {
    // A pinch arrives as a wheel with Ctrl.
    if (!event.ctrlKey) return;
    event.preventDefault();
    const { left, top } = this.container.getBoundingClientRect();
    const notch = Math.abs(event.deltaY) >= 50 ? -Math.sign(event.deltaY) : -event.deltaY / 40;
    this.zoom(notch, { x: event.clientX - left, y: event.clientY - top });
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') this.zoom(1);
    else if (event.key === '-') this.zoom(-1);
    else if (event.key === '0') this.fit();
    else return;
    event.preventDefault();
  }
}
