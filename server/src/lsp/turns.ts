import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Steps } from '../base/steps';
import type { ServerHost } from './host';

/** Milliseconds after which work lets messages through; the step that is being done then is not counted. */
const TURN = 5;
/** Work that a change has made worthless is begun again so often, then given up. */
const ATTEMPTS = 3;

const cancelled = (): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled');

/**
 * Long work, in turns: what arrives meanwhile is read and answered between two of them, and each time it is asked whether the answer is still wanted and still
 * right. Several requests take turns with each other.
 */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly host: ServerHost,
    /** Another number after each change of a text or of the files. */
    private readonly version: () => number,
  ) {}

  /**
   * Work on a document at places that the client named: an edit meanwhile makes it worthless.
   * @param of what the work is of, by itself: another one meanwhile makes it worthless. Every change unless it is said.
   * @throws RequestCancelled, ContentModified
   */
  run<T>(steps: Steps<T>, token: CancellationToken | undefined, of: () => unknown = this.version): Promise<T> {
    return this.through(steps, token, of).then((result) => {
      if (result === undefined) throw new ResponseError(LSPErrorCodes.ContentModified, 'The text changed meanwhile');
      return result.value;
    });
  }

  /**
   * Work on all there is, begun again when something changes meanwhile.
   * @param begin waits until everything is read, and begins
   * @throws RequestCancelled, ContentModified when changes never end
   */
  async runAgain<T>(begin: () => Promise<Steps<T>>, token: CancellationToken | undefined): Promise<T> {
    for (let attempt = 1; attempt < ATTEMPTS; attempt++) {
      const result = await this.through(await begin(), token);
      if (result !== undefined) return result.value;
    }
    return this.run(await begin(), token);
  }

  /** @returns `undefined` when a change came between. */
  private async through<T>(
    steps: Steps<T>,
    token: CancellationToken | undefined,
    of: () => unknown = this.version,
  ): Promise<{ readonly value: T } | undefined> {
    const { host } = this;
    const version = of();
    let until = host.now() + TURN;
    for (;;) {
      const { done, value } = steps.next();
      if (done) return { value };
      if (host.now() < until) continue;
      await this.next();
      if (token?.isCancellationRequested) throw cancelled();
      if (of() !== version) return undefined;
      until = host.now() + TURN;
    }
  }

  /** The next turn: behind those of others, and behind the messages that have arrived. What was read last is dealt with before the second of two deferred tasks. */
  private next(): Promise<void> {
    const { host } = this;
    this.last = this.last.then(() => new Promise((resolve) => host.defer(() => host.defer(resolve))));
    return this.last;
  }
}
