import type { Bridge } from './bridge';
import type { Question } from './saved';
import type { Asked } from './views';

/** The call that is asked about: the question outlives the page and every change of the text, the answer follows them. */
export class QuestionState {
  #question: Question | undefined;
  #asked: Asked | undefined;
  #refused: string | undefined;
  #request = 0;

  constructor(
    private readonly bridge: Bridge,
    /** The question or its answer is another; `fresh`: somebody asked, so the answer may take the focus. */
    private readonly changed: (fresh: boolean) => void,
  ) {}

  get question(): Question | undefined {
    return this.#question;
  }

  get asked(): Asked | undefined {
    return this.#asked;
  }

  /** Why there is no route, in words. */
  get refused(): string | undefined {
    return this.#refused;
  }

  /** Asks, or clears the question. */
  async set(question: Question | undefined, wave: string | null, fresh = false): Promise<void> {
    const same = question !== undefined && question.of === this.#question?.of;
    this.#question = question;
    if (question === undefined || !same) this.#asked = undefined;
    this.#refused = undefined;
    if (question === undefined) {
      this.#request++;
      this.changed(fresh);
      return;
    }
    await this.refresh(wave, fresh);
  }

  /** Asks again: the text or the wave changed. Until the answer is there, the old one stands. */
  async refresh(wave: string | null, fresh = false): Promise<void> {
    const question = this.#question;
    if (question === undefined) return;
    const request = ++this.#request;
    const { of, event } = question;
    const answer = await this.bridge
      .request('umtopo/previewRoute', { of, event, wave })
      .catch((error: Error) => ({ refused: error.message }));
    if (request !== this.#request) return;
    if ('refused' in answer) {
      this.#asked = undefined;
      this.#refused = answer.refused;
    } else {
      this.#refused = undefined;
      const stop = Math.min(Math.max(0, this.#question?.stop ?? 0), answer.stops.length - 1);
      this.#asked = { of, event, wave, route: answer, stop };
    }
    this.changed(fresh);
  }

  /** Looks at another stop. @returns whether there is one */
  goTo(stop: number): boolean {
    const asked = this.#asked;
    if (!asked || !this.#question || stop === asked.stop || asked.route.stops[stop] === undefined) return false;
    this.#asked = { ...asked, stop };
    this.#question = { ...this.#question, stop };
    this.changed(false);
    return true;
  }
}
