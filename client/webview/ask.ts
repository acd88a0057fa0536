import type { PreviewSearchResult, PreviewWave } from '../../server/src/lsp/protocol';
import type { Bridge } from './bridge';
import { element, icon, iconButton } from './dom';
import { eventNames } from './events';
import { icons } from './icons';

/** What the bar tells the page. */
export interface AskEvents {
  /** Somebody was chosen. */
  ask(of: string): void;
  event(name: string): void;
  wave(name: string | null): void;
  clear(): void;
}

/** The question: whose call, what happens to it, and when. A combobox whose list comes from the server. */
export class AskBar {
  readonly #input = element('input', {
    id: 'ask',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Whose call? Address, number or name',
    'aria-label': 'Whose call? An address, a number or a name',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': 'ask-list',
  });
  readonly #list = element('ul', { id: 'ask-list', role: 'listbox', 'aria-label': 'Users and numbers' });
  readonly #note = element('p', { class: 'note' });
  readonly #popup = element('div', { class: 'suggestions' }, this.#list, this.#note);
  readonly #clear = iconButton(icons.close, 'Clear the question (Escape)', () => this.events.clear());
  readonly #event = element('select', { 'aria-label': 'What happens to the call' });
  readonly #wave = element('select', { 'aria-label': 'When' });
  #found: PreviewSearchResult['found'] = [];
  #active = -1;
  #of: string | undefined;
  #search = 0;

  constructor(
    private readonly bridge: Bridge,
    private readonly events: AskEvents,
    container: HTMLElement,
  ) {
    for (const [name, words] of Object.entries(eventNames))
      this.#event.append(element('option', { value: name }, words));
    this.#popup.hidden = true;
    this.#clear.hidden = true;
    const box = element('div', { class: 'combobox' }, icon(icons.search), this.#input, this.#clear, this.#popup);
    container.append(box, element('div', { class: 'conditions' }, this.#event, this.#wave));
    this.#input.addEventListener('input', () => void this.#suggest());
    this.#input.addEventListener('focus', () => void this.#suggest());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    box.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && box.contains(relatedTarget)) return;
      this.#close();
      // Who goes on in this page has asked, or doesn't want to; who goes elsewhere (to the editor, for a number to paste) finds what was typed.
      if (relatedTarget !== null) this.#input.value = this.#of ?? '';
    });
    // The list must not take the focus from the input.
    this.#popup.addEventListener('pointerdown', (event) => event.preventDefault());
    this.#event.addEventListener('change', () => events.event(this.#event.value));
    this.#wave.addEventListener('change', () => events.wave(this.#wave.value || null));
  }

  focus(): void {
    this.#input.focus();
    this.#input.select();
  }

  /** Shows what is asked now. */
  show(of: string | undefined, event: string | null, waves: readonly PreviewWave[], wave: string | null): void {
    if (of !== this.#of) this.#input.value = of ?? '';
    this.#of = of;
    this.#clear.hidden = of === undefined;
    // Calls to a number: whoever has it decides.
    this.#event.disabled = event === null;
    if (event !== null) this.#event.value = event;
    const states = [element('option', { value: '' }, waves.length > 0 ? `Before ${waves[0]?.name}` : 'Now')];
    states.push(...waves.map(({ name }) => element('option', { value: name }, `After ${name}`)));
    const written = states.map(({ text }) => text).join('\n');
    // Only when they are others: else an open list would close with each keystroke.
    if (this.#wave.dataset.states !== written) this.#wave.replaceChildren(...states);
    this.#wave.dataset.states = written;
    this.#wave.value = wave ?? '';
    this.#wave.hidden = waves.length === 0;
  }

  async #suggest(): Promise<void> {
    const search = ++this.#search;
    const query = this.#input.value;
    const answer = await this.bridge.request('umtopo/previewSearch', { query }).catch(() => undefined);
    // A later letter has its own answer; where the focus went elsewhere, the list comes with it when it comes back.
    if (search !== this.#search) return;
    const { found, more } = answer ?? { found: [], more: false };
    this.#found = found;
    this.#list.replaceChildren(...found.map((each, index) => this.#option(each, index)));
    const none = answer ? 'Nobody has this address, number or name.' : 'The language server does not answer.';
    this.#note.textContent = found.length === 0 ? none : more ? 'There are more: type on.' : '';
    this.#note.hidden = this.#note.textContent === '';
    this.#list.hidden = found.length === 0;
    this.#activate(-1);
    this.#popup.hidden = false;
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
  }

  #option({ of, detail }: PreviewSearchResult['found'][number], index: number): HTMLElement {
    const option = element(
      'li',
      { id: `ask-${index}`, role: 'option', 'aria-selected': 'false' },
      element('span', { class: 'of' }, of),
      ' ',
      element('span', { class: 'hint' }, detail),
    );
    option.addEventListener('click', () => this.#choose(of));
    return option;
  }

  #activate(index: number): void {
    this.#active = index;
    const options = [...this.#list.children];
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === index));
    options[index]?.scrollIntoView({ block: 'nearest' });
    if (index < 0) this.#input.removeAttribute('aria-activedescendant');
    else this.#input.setAttribute('aria-activedescendant', `ask-${index}`);
  }

  #choose(of: string): void {
    if (of.trim() === '') return;
    this.#input.value = of;
    this.#close();
    this.events.ask(of.trim());
  }

  #close(): void {
    this.#search++;
    this.#popup.hidden = true;
    this.#activate(-1);
    this.#input.setAttribute('aria-expanded', 'false');
  }

  #key(event: KeyboardEvent): void {
    const { length } = this.#found;
    const open = !this.#popup.hidden;
    if (event.key === 'ArrowDown' && length > 0) {
      if (open) this.#activate((this.#active + 1) % length);
      else void this.#suggest();
    } else if (event.key === 'ArrowUp' && open && length > 0)
      this.#activate(this.#active <= 0 ? length - 1 : this.#active - 1);
    else if (event.key === 'Enter') this.#choose(this.#found[this.#active]?.of ?? this.#input.value);
    else if (event.key === 'Escape' && open) this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
