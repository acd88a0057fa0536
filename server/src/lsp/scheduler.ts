/**
 * Runs a task when the messages that have arrived are worked off, once however often it was asked for. It has no fixed delay: while a message came in since the
 * last look, it looks again, but a stream of messages delays it no longer than `patience` milliseconds.
 */
export class Scheduler {
  private asked = 0;
  private since: number | undefined;

  constructor(
    private readonly task: () => void,
    /** Runs something after what has arrived already. */
    private readonly defer: (task: () => void) => void,
    private readonly now: () => number,
    private readonly patience = 50,
  ) {}

  ask(): void {
    this.asked++;
    if (this.since !== undefined) return;
    this.since = this.now();
    this.look(this.asked);
  }

  private look(seen: number): void {
    this.defer(() => {
      if (this.since === undefined) return;
      if (this.asked !== seen && this.now() - this.since < this.patience) this.look(this.asked);
      else {
        this.since = undefined;
        this.task();
      }
    });
  }

  /** What was asked for is done already. */
  cancel(): void {
    this.since = undefined;
  }
}
