import type { PreviewDetails } from '../../server/src/lsp/protocol';
import type { Bridge } from './bridge';
import { element, linkButton, refill } from './dom';
import { renderMarkdown } from './markdown';

/** A pointer that rests so long asks. */
const restMs = 350;

/** The card with what is known of a part of the picture: the editor's hover, its problems and their fixes. */
export class Details {
  readonly #card = element('div', { class: 'details', role: 'dialog', 'aria-label': 'Details', tabindex: '-1' });
  #id: string | undefined;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #back: (() => void) | undefined;

  constructor(
    private readonly container: HTMLElement,
    private readonly bridge: Bridge,
  ) {
    this.#card.hidden = true;
    container.append(this.#card);
    this.#card.addEventListener('pointerenter', () => clearTimeout(this.#timer));
    this.#card.addEventListener('pointerleave', () => this.leave());
    this.#card.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.#card.contains(relatedTarget)) this.close();
    });
    this.#card.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      this.close();
    });
  }

  get isOpen(): boolean {
    return !this.#card.hidden;
  }

  /** The pointer rests on a part. */
  hover(id: string, at: DOMRect): void {
    clearTimeout(this.#timer);
    if (id === this.#id && this.isOpen) return;
    this.#timer = setTimeout(() => void this.#show(id, at), restMs);
  }

  /** The pointer went elsewhere; it may be on its way to the card. */
  leave(): void {
    clearTimeout(this.#timer);
    if (this.#card.contains(document.activeElement)) return;
    this.#timer = setTimeout(() => this.close(), restMs);
  }

  /** Opens by key, and takes the focus; `back` gives it back. */
  async open(id: string, at: DOMRect, back: () => void): Promise<void> {
    clearTimeout(this.#timer);
    await this.#show(id, at);
    if (this.#id !== id) return;
    this.#back = back;
    (this.#card.querySelector('button') ?? this.#card).focus();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#asked++;
    this.#id = undefined;
    if (this.#card.contains(document.activeElement)) this.#back?.();
    this.#back = undefined;
    this.#card.hidden = true;
  }

  /** The picture changed: what the card says may be true no more. */
  async refresh(): Promise<void> {
    const id = this.#id;
    if (id === undefined) return;
    const details = await this.#ask(id);
    if (this.#id !== id) return;
    if (details) this.#fill(id, details);
    else this.close();
  }

  async #show(id: string, at: DOMRect): Promise<void> {
    const asked = ++this.#asked;
    const details = await this.#ask(id);
    if (asked !== this.#asked || !details) return;
    this.#id = id;
    this.#fill(id, details);
    this.#card.hidden = false;
    this.#place(at);
  }

  #ask(id: string): Promise<PreviewDetails | null> {
    return this.bridge.request('umtopo/previewDetails', { id }).catch(() => null);
  }

  #fill(id: string, { title, hover, problems, more }: PreviewDetails): void {
    const [name = '', ...rest] = title.split(' · ');
    const parts: Node[] = [element('p', { class: 'details-title' }, name)];
    if (rest.length > 0) parts.push(element('p', { class: 'quiet' }, rest.join(' · ')));
    if (hover) parts.push(renderMarkdown(hover));
    for (const [index, problem] of problems.entries()) {
      const { code, severity, message, location, fixes } = problem;
      const go = { uri: location.uri, line: location.range.start.line + 1 };
      const item = element(
        'div',
        { class: `problem-item ${severity}` },
        element(
          'p',
          {},
          linkButton(code, 'Go to the problem', () => this.bridge.send({ type: 'open', at: go })),
          ` ${message}`,
        ),
      );
      for (const fix of fixes) {
        const button = element('button', { type: 'button', class: 'fix', title: 'Apply this quick fix' }, fix);
        button.addEventListener('click', () => this.bridge.send({ type: 'fix', id, problem: index, title: fix }));
        item.append(button);
      }
      parts.push(item);
    }
    if (more > 0) parts.push(element('p', { class: 'quiet' }, `and ${more} more problems`));
    refill(this.#card, () => this.#card.replaceChildren(...parts));
  }

  /** Below the part, above or beside it, wherever there is room: what the card is about stays in sight. */
  #place(at: DOMRect): void {
    const around = this.container.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#card;
    const within = (start: number, length: number, room: number) => Math.max(8, Math.min(start, room - length - 8));
    const left = within(at.left - around.left, width, around.width);
    const top = within(at.top - around.top, height, around.height);
    const below = at.bottom - around.top + 8;
    const above = at.top - around.top - height - 8;
    const right = at.right - around.left + 8;
    const before = at.left - around.left - width - 8;
    const places = [
      { left, top: below, fits: below + height + 8 <= around.height },
      { left, top: above, fits: above >= 8 },
      { left: right, top, fits: right + width + 8 <= around.width },
      { left: before, top, fits: before >= 8 },
    ];
    const place = places.find(({ fits }) => fits) ?? { left, top: within(below, height, around.height) };
    this.#card.style.left = `${place.left}px`;
    this.#card.style.top = `${place.top}px`;
  }
}
