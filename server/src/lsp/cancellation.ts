import { type CancellationToken, type ConnectionStrategy, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

const cancelled = 'The request was cancelled';

/** Requests that are cancelled before their turn are answered at once, and never looked at. */
export const answerCancelled: ConnectionStrategy = {
  cancelUndispatched: (message) => {
    if (!('id' in message) || (typeof message.id !== 'number' && typeof message.id !== 'string')) return undefined;
    const error = { code: LSPErrorCodes.RequestCancelled, message: cancelled };
    return { jsonrpc: '2.0', id: message.id, error } as ReturnType<
      NonNullable<ConnectionStrategy['cancelUndispatched']>
    >;
  },
};

type Handler = (params: unknown, token: CancellationToken | undefined, ...rest: unknown[]) => unknown;

/**
 * A connection whose requests, once cancelled, are answered at once, also while they wait for files that are being read. What is asked of it beside handling
 * requests is asked of the connection itself.
 */
export function cancellable<T extends object>(connection: T): T {
  return new Proxy(connection, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      // The newer requests are in groups: `languages.callHierarchy.onPrepare`.
      if (typeof member === 'object' && member !== null) return cancellable(member);
      if (typeof member !== 'function') return member;
      const registers = /^on/.test(String(name));
      return (...values: unknown[]) =>
        Reflect.apply(
          member,
          target,
          registers ? values.map((each) => (isHandler(each) ? raced(each) : each)) : values,
        );
    },
  });
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

function raced(handler: Handler): Handler {
  return (params, token, ...rest) => {
    const answer = handler(params, token, ...rest);
    return answer instanceof Promise ? untilCancelled(answer, token) : answer;
  };
}

/** An answer that comes at once when its request is cancelled, whatever it waits for. */
export function untilCancelled<T>(answer: Promise<T>, token: CancellationToken | undefined): Promise<T> {
  if (token === undefined) return answer;
  return new Promise((resolve, reject) => {
    const listener = token.onCancellationRequested(() =>
      reject(new ResponseError(LSPErrorCodes.RequestCancelled, cancelled)),
    );
    answer.then(resolve, reject).finally(() => listener.dispose());
  });
}
