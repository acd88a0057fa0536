import type { Asked } from '../everyRequest';

/** So many of a kind are asked for more: the first, the last, and some between. */
const SAMPLE = 4;

/** What an editor asks next when it has an answer: the documentation of an item, the words of a lens, the edits of an action, the calls of an item. */
export function followUps(method: string, answer: unknown): Asked[] {
  switch (method) {
    case 'textDocument/completion':
      return some((answer as { items: object[] } | null)?.items).map((item) => ({
        method: 'completionItem/resolve',
        params: item,
      }));
    case 'textDocument/codeLens':
      return some(answer as object[] | null).map((lens) => ({ method: 'codeLens/resolve', params: lens }));
    case 'textDocument/codeAction':
      return (answer as object[]).map((action) => ({ method: 'codeAction/resolve', params: action }));
    case 'textDocument/prepareCallHierarchy':
      return some(answer as object[] | null).flatMap((item) =>
        ['incomingCalls', 'outgoingCalls'].map((calls) => ({ method: `callHierarchy/${calls}`, params: { item } })),
      );
    default:
      return [];
  }
}

function some<T>(items: readonly T[] | null | undefined): T[] {
  if (!items) return [];
  const step = Math.max(1, Math.ceil(items.length / SAMPLE));
  return items.filter((_, index) => index % step === 0 || index === items.length - 1);
}
