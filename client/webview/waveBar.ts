import type { PreviewWave } from '../../server/src/lsp/protocol';
import { element } from './dom';

/** The slider over the waves, from before the first to after the last. */
export class WaveBar {
  readonly #slider = element('input', { type: 'range', min: '0', step: '1', 'aria-label': 'Waves that are done' });
  readonly #marks = element('ol', { class: 'marks', 'aria-hidden': 'true' });
  readonly #now = element('output');
  #waves: readonly PreviewWave[] = [];
  /** What was chosen and isn't shown yet: the picture of a step before must not take the slider back. */
  #wanted: string | null | undefined;

  constructor(
    container: HTMLElement,
    private readonly choose: (wave: string | null) => void,
  ) {
    container.append(
      element('span', { class: 'caption', 'aria-hidden': 'true' }, 'Waves'),
      element('div', { class: 'track' }, this.#slider, this.#marks),
      this.#now,
    );
    this.#slider.addEventListener('input', () => {
      this.#wanted = this.#waves[Number(this.#slider.value) - 1]?.name ?? null;
      this.choose(this.#wanted);
    });
  }

  show(waves: readonly PreviewWave[], wave: string | null): void {
    const done = waves.findIndex(({ name }) => name === wave) + 1;
    const written = JSON.stringify(waves);
    if (this.#slider.dataset.waves !== written) {
      this.#mark(waves);
      this.#wanted = undefined;
    }
    if (this.#wanted === wave) this.#wanted = undefined;
    this.#slider.dataset.waves = written;
    this.#waves = waves;
    this.#slider.max = String(waves.length);
    if (this.#wanted === undefined) this.#slider.value = String(done);
    this.#slider.style.setProperty('--done', String(waves.length === 0 ? 0 : done / waves.length));
    const text = stateText(waves, done);
    this.#slider.setAttribute('aria-valuetext', text);
    this.#now.textContent = text;
    for (const [index, mark] of [...this.#marks.children].entries()) {
      mark.className = index === done ? 'tick here' : 'tick';
    }
  }

  /** Few names fit below the slider; the rest are told when one gets there. */
  #mark(waves: readonly PreviewWave[]): void {
    const named = waves.length <= 8;
    this.#marks.replaceChildren(
      ...['', ...waves.map(({ name }) => name)].map((name, index) => {
        const mark = element('li', { class: 'tick' }, element('span', {}, named ? name || 'Before' : ''));
        mark.style.setProperty('--at', String(waves.length === 0 ? 0 : index / waves.length));
        return mark;
      }),
    );
  }
}

function stateText(waves: readonly PreviewWave[], done: number): string {
  const wave = waves[done - 1];
  if (wave === undefined) return `Before ${waves[0]?.name ?? 'the first wave'}`;
  return wave.date ? `After ${wave.name}, ${wave.date}` : `After ${wave.name}`;
}
