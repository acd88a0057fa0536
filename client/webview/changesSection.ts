import type { PreviewWaveResult } from '../../server/src/lsp/protocol';
import { element, grouped, linkButton, refill } from './dom';

type Change = PreviewWaveResult['changes'][number];

/** What the wave that is looked at changes: users by route, before and after it, with some of them by name. */
export class ChangesSection {
  readonly element = element('section', { class: 'changes', 'aria-labelledby': 'changes-title' });
  readonly #title = element('h2', { id: 'changes-title' });
  readonly #body = element('div');
  #shown = '';

  constructor(private readonly ask: (of: string) => void) {
    this.element.append(element('div', { class: 'side-head' }, this.#title), this.#body);
  }

  show(wave: string, result: PreviewWaveResult): void {
    // It is asked for anew with each change of the text, and is mostly the same.
    const shown = JSON.stringify([wave, result]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#title.textContent = `What ${wave} changes`;
    refill(this.#body, () => this.#fill(result));
  }

  #fill({ changes, unchanged, retired }: PreviewWaveResult): void {
    const list = element('ul', { class: 'change-list' }, ...changes.map((change) => this.#change(change)));
    list.hidden = changes.length === 0;
    const notes: string[] = [];
    if (changes.length === 0) notes.push('No call goes elsewhere.');
    if (unchanged > 0) notes.push(`${people(unchanged, 0)} ${unchanged === 1 ? 'stays' : 'stay'} with the same route.`);
    if (retired.length > 0) notes.push(`Local UM of ${retired.join(', ')} is removed at its end.`);
    this.#body.replaceChildren(list, ...notes.map((text) => element('p', { class: 'quiet' }, text)));
  }

  #change({ before, after, users, numbers, witnesses, lost }: Change): HTMLElement {
    const item = element('li', { class: lost ? 'change lost' : 'change' });
    const way = element(
      'p',
      { class: 'way' },
      element('span', { class: 'before' }, before),
      element('span', { class: 'arrow' }, ' → '),
      element('span', { class: 'after' }, after),
    );
    const who = element('p', { class: 'witnesses' });
    for (const [index, of] of witnesses.entries()) {
      if (index > 0) who.append(', ');
      who.append(linkButton(of, 'Show the route of this call', () => this.ask(of)));
    }
    const more = users + numbers - witnesses.length;
    if (more > 0) who.append(` and ${grouped(more)} more`);
    item.append(element('p', { class: 'amount' }, people(users, numbers), lost ? ' lose voice mail' : ''), way, who);
    return item;
  }
}

function people(users: number, numbers: number): string {
  const parts: string[] = [];
  if (users > 0) parts.push(users === 1 ? '1 user' : `${grouped(users)} users`);
  if (numbers > 0) parts.push(numbers === 1 ? '1 number' : `${grouped(numbers)} numbers`);
  return parts.join(', ');
}
