import type { PreviewRoute, PreviewStop, RouteResult } from '../../server/src/lsp/protocol';
import { answer } from '../src/route/answer';
import type { Bridge } from './bridge';
import { element, iconButton, linkButton, refill } from './dom';
import { icons } from './icons';
import type { Asked } from './views';

/** What the list of stops tells the page. */
export interface RouteEvents {
  goTo(stop: number): void;
  clear(): void;
}

/** The route of the call that was asked about, stop by stop, each decision linked to its line. */
export class RouteSection {
  readonly element = element('section', { class: 'route', 'aria-labelledby': 'route-title' });
  readonly #title = element('h2', { id: 'route-title' });
  readonly #position = element('span', { class: 'position' });
  readonly #back = iconButton(icons.back, 'Previous stop (P)', () => this.#step(-1));
  readonly #forward = iconButton(icons.forward, 'Next stop (N)', () => this.#step(1));
  readonly #answer = element('p', { class: 'answer' });
  readonly #failure = element('div', { class: 'failure' });
  readonly #list = element('ol', { class: 'stops', 'aria-label': 'Stops of the call' });
  #route: PreviewRoute | undefined;
  #stop = 0;
  #stops: { readonly item: HTMLElement; readonly button: HTMLButtonElement }[] = [];

  constructor(
    private readonly bridge: Bridge,
    private readonly events: RouteEvents,
  ) {
    const steps = element('div', { class: 'steps' }, this.#back, this.#position, this.#forward);
    const close = iconButton(icons.close, 'Clear the question (Escape)', () => events.clear());
    const head = element('div', { class: 'side-head' }, this.#title, steps, close);
    this.element.append(head, this.#answer, this.#failure, this.#list);
    this.#list.addEventListener('keydown', (event) => {
      const to = { ArrowDown: this.#stop + 1, ArrowUp: this.#stop - 1, Home: 0, End: this.#stops.length - 1 }[
        event.key
      ];
      if (to === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      if (this.#stops[to] === undefined) return;
      events.goTo(to);
      this.focus();
    });
  }

  /** Shows a route, or why there is none. */
  show(asked: Asked): void {
    const { route, of, stop } = asked;
    this.#title.textContent = of;
    this.#title.title = of;
    if (this.#isOther(route)) refill(this.#list, () => this.#fill(route));
    this.#route = route;
    this.#stop = stop;
    const stepping = this.#stops.some(({ button }) => button === document.activeElement);
    this.#position.textContent = `${stop + 1} of ${this.#stops.length}`;
    this.#back.disabled = stop <= 0;
    this.#forward.disabled = stop >= this.#stops.length - 1;
    for (const [index, { item, button }] of this.#stops.entries()) {
      item.className = index < stop ? 'past' : index === stop ? 'now' : 'next';
      button.setAttribute('tabindex', index === stop ? '0' : '-1');
      if (index === stop) button.setAttribute('aria-current', 'step');
      else button.removeAttribute('aria-current');
    }
    this.#stops[stop]?.item.scrollIntoView({ block: 'nearest' });
    if (stepping) this.focus();
  }

  /** Puts the focus on the stop that is looked at: from there arrow keys step on. */
  focus(): void {
    this.#stops[this.#stop]?.button.focus({ preventScroll: true });
  }

  #step(by: number): void {
    this.events.goTo(this.#stop + by);
  }

  /** The answer is asked for anew with each change of the text, and is mostly the same. */
  #isOther(route: PreviewRoute): boolean {
    return route !== this.#route && JSON.stringify(route) !== JSON.stringify(this.#route);
  }

  #fill({ route, stops }: PreviewRoute): void {
    this.#answer.textContent = answer(route);
    this.#answer.className = `answer ${route.outcome}`;
    this.#failure.replaceChildren(...failureText(route));
    this.#failure.hidden = route.failure === null;
    this.#stops = stops.map((stop, index) => {
      const button = element(
        'button',
        { type: 'button', class: 'stop' },
        element('span', { class: 'number', 'aria-hidden': 'true' }, stop.failed ? '×' : String(index + 1)),
        element('span', { class: 'name' }, stop.title),
        ' ',
        element('span', { class: 'detail' }, stop.detail),
      );
      button.addEventListener('click', () => this.events.goTo(index));
      return { item: element('li', {}, button, this.#facts(route, stop)), button };
    });
    this.#list.replaceChildren(...this.#stops.map(({ item }) => item));
  }

  /** The hops that lead to a stop, and the decisions taken there. */
  #facts(route: RouteResult, stop: PreviewStop): HTMLElement {
    const facts = element('ul');
    for (const index of stop.hops) {
      const hop = route.hops[index];
      if (hop === undefined) continue;
      const how = [hop.role, [hop.protocol, hop.port].filter(Boolean).join(' '), hop.note].filter(Boolean).join(', ');
      facts.append(element('li', { class: 'hop' }, `${hop.at} (${how})`, ...this.#link(hop)));
    }
    for (const index of stop.decisions) {
      const decision = route.decisions[index];
      if (decision === undefined) continue;
      const source = element('span', { class: 'source', title: 'The document that says so' }, ` [${decision.source}]`);
      facts.append(element('li', { class: 'decision' }, decision.because, source, ...this.#link(decision)));
    }
    facts.hidden = facts.children.length === 0;
    return facts;
  }

  #link(place: { readonly file?: string; readonly line?: number; readonly uri?: string }): (Node | string)[] {
    const { file, line, uri } = place;
    if (file === undefined || line === undefined || uri === undefined) return [];
    const go = () => this.bridge.send({ type: 'open', at: { uri, line } });
    return [' ', linkButton(`${file}:${line}`, 'Go to the line that decides this', go)];
  }
}

function failureText({ failure }: RouteResult): HTMLElement[] {
  if (failure === null) return [];
  return [
    element('p', {}, `The caller hears: ${failure.caller}`),
    element('p', {}, `To be seen: ${failure.symptom}`),
    ...(failure.code ? [element('p', {}, `Reported as ${failure.code}`)] : []),
  ];
}
