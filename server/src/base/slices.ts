import type { Steps } from './steps';

/** Shares the time with others: long work is done in slices by the clock, and whoever asked meanwhile has his turn between two of them. */
export class Slices {
  /** How often others had their turn; tests assert this instead of times. */
  taken = 0;
  private since: number;

  /**
   * @param pause lets others have their turn.
   * @param now milliseconds.
   * @param length milliseconds that a slice takes, and a little more.
   */
  constructor(
    private readonly pause: () => Promise<void>,
    private readonly now: () => number,
    private readonly length = 5,
  ) {
    this.since = now();
  }

  /** Lets others have their turn. */
  async give(): Promise<void> {
    this.taken++;
    await this.pause();
    this.since = this.now();
  }

  /** Does something to its end, a step after the other. */
  async run<T>(steps: Steps<T>): Promise<T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (this.now() - this.since >= this.length) await this.give();
    }
  }
}

/** Where nobody else waits. */
export const oneSlice = new Slices(
  async () => {},
  () => 0,
);
