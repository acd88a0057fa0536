import type { FromPanel, PageMethod, PageRequests, ToPanel } from './messages';

interface Waiting {
  resolve(result: never): void;
  reject(error: Error): void;
}

/** The page's line to the extension: messages, and requests that the server answers. */
export class Bridge {
  readonly #waiting = new Map<number, Waiting>();
  #number = 0;

  constructor(private readonly post: (message: FromPanel) => void) {}

  send(message: FromPanel): void {
    this.post(message);
  }

  /** @throws what the server says, or that it isn't there */
  request<M extends PageMethod>(
    method: M,
    params: Omit<PageRequests[M]['params'], 'root'>,
  ): Promise<PageRequests[M]['result']> {
    const number = ++this.#number;
    return new Promise<PageRequests[M]['result']>((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.post({ type: 'request', number, method, params: params as Readonly<Record<string, unknown>> });
    });
  }

  /** Hands the answer to whom it belongs. */
  answered({ number, result, error }: Extract<ToPanel, { type: 'answer' }>): void {
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (error !== undefined) waiting?.reject(new Error(error));
    else waiting?.resolve(result as never);
  }
}
