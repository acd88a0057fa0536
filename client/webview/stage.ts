import { firstView, fitView, pan, type Size, showArea, type View, zoomAt } from './viewport';

const step = 1.2;
const arrow = 60;
const restMs = 150;

/** Moves the picture inside its stage: by wheel, pinch, drag and keys. */
export class Stage {
  #view: View = { scale: 1, x: 0, y: 0 };
  #picture: Size = { width: 0, height: 0 };
  /** The user chose the view: a new size of the window or the picture leaves it alone. */
  #chosen = false;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;
  /** The scale for which texts are laid out. */
  #laidOut = 0;

  constructor(
    private readonly element: HTMLElement,
    private readonly layer: HTMLElement,
    private readonly changed: (view: View) => void,
  ) {
    element.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    element.addEventListener('pointerdown', (event) => this.#drag(event));
    element.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => {
      if (!this.#chosen) this.#set(firstView(this.#picture, this.#window));
    }).observe(element);
  }

  /** Takes up a view from before. */
  restore(view: View): void {
    this.#chosen = true;
    this.#set(view);
  }

  /** The picture has a new size. */
  resize(picture: Size): void {
    const first = this.#picture.width === 0;
    this.#picture = picture;
    if (!this.#chosen && first) this.#set(firstView(picture, this.#window));
  }

  /** Forgets what was chosen: another picture is shown. */
  reset(): void {
    this.#chosen = false;
    this.#picture = { width: 0, height: 0 };
  }

  fit(): void {
    this.#choose(fitView(this.#picture, this.#window));
  }

  zoom(steps: number, point = { x: this.#window.width / 2, y: this.#window.height / 2 }): void {
    this.#choose(zoomAt(this.#view, step ** steps, point));
  }

  /** Moves until an area of the picture is seen. */
  show(area: DOMRect): void {
    const view = showArea(this.#view, area, this.#window);
    if (view.x !== this.#view.x || view.y !== this.#view.y) this.#choose(view);
  }

  get #window(): Size {
    return { width: this.element.clientWidth, height: this.element.clientHeight };
  }

  #choose(view: View): void {
    this.#chosen = true;
    this.#set(view);
  }

  #set(view: View): void {
    this.#view = view;
    // A layer of its own while it moves, drawn anew and sharp when it rests.
    this.layer.style.willChange = 'transform';
    this.layer.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
    this.#restLater();
  }

  /** It rests when nothing moved for a while after a frame was drawn: a slow frame alone is no rest, or each would throw the layer away. */
  #restLater(): void {
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(() => {
        this.#rest = setTimeout(() => {
          this.layer.style.willChange = 'auto';
          this.#layOut();
          // Kept when it rests: not at each frame.
          if (this.#chosen) this.changed(this.#view);
        }, restMs);
      });
    });
  }

  /**
   * Texts in an SVG are laid out for the size at which they are seen. In Chromium a box around it that is scaled doesn't say so: the next change of a style (another theme,
   * less motion) would draw them at one size in the places of another. Writing the SVG's own size does.
   */
  #layOut(): void {
    if (this.#view.scale === this.#laidOut) return;
    this.#laidOut = this.#view.scale;
    const drawing = this.layer.querySelector('svg');
    drawing?.setAttribute('width', drawing.getAttribute('width') ?? '');
    // Now, and not in the next frame, which may have another scale.
    drawing?.getBoundingClientRect();
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    const { left, top } = this.element.getBoundingClientRect();
    const point = { x: event.clientX - left, y: event.clientY - top };
    // A pinch arrives as a wheel with Ctrl; a wheel with notches zooms too; two fingers on a pad move.
    const notches =
      event.deltaMode !== WheelEvent.DOM_DELTA_PIXEL || (event.deltaX === 0 && Math.abs(event.deltaY) >= 50);
    if (event.ctrlKey) this.zoom(-event.deltaY / 40, point);
    else if (notches && !event.shiftKey) this.zoom(-Math.sign(event.deltaY), point);
    else if (event.shiftKey && event.deltaX === 0) this.#pan(-event.deltaY, 0);
    else this.#pan(-event.deltaX, -event.deltaY);
  }

  #drag(event: PointerEvent): void {
    if (event.button !== 0 && event.button !== 1) return;
    let { clientX: x, clientY: y } = event;
    const start = { x, y };
    let dragging = false;
    const move = (next: PointerEvent) => {
      // A click may tremble.
      if (!dragging && Math.hypot(next.clientX - start.x, next.clientY - start.y) < 4) return;
      if (!dragging) this.element.setPointerCapture(event.pointerId);
      dragging = true;
      this.element.classList.add('dragging');
      this.#pan(next.clientX - x, next.clientY - y);
      x = next.clientX;
      y = next.clientY;
    };
    const end = () => {
      this.element.classList.remove('dragging');
      this.element.removeEventListener('pointermove', move);
      this.element.removeEventListener('pointerup', end);
      this.element.removeEventListener('pointercancel', end);
      if (!dragging) return;
      // The click that follows the drag is none.
      const swallow = (click: Event) => click.stopPropagation();
      this.element.addEventListener('click', swallow, { capture: true, once: true });
      requestAnimationFrame(() => this.element.removeEventListener('click', swallow, { capture: true }));
    };
    this.element.addEventListener('pointermove', move);
    this.element.addEventListener('pointerup', end);
    this.element.addEventListener('pointercancel', end);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey) return;
    const onStage = event.target === this.element || event.altKey;
    const actions: Readonly<Record<string, (() => void) | undefined>> = {
      '+': () => this.zoom(1),
      '=': () => this.zoom(1),
      '-': () => this.zoom(-1),
      '0': () => this.fit(),
      ArrowLeft: onStage ? () => this.#pan(arrow, 0) : undefined,
      ArrowRight: onStage ? () => this.#pan(-arrow, 0) : undefined,
      ArrowUp: onStage ? () => this.#pan(0, arrow) : undefined,
      ArrowDown: onStage ? () => this.#pan(0, -arrow) : undefined,
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }

  #pan(dx: number, dy: number): void {
    this.#choose(pan(this.#view, dx, dy, this.#picture, this.#window));
  }
}
