import type { PreviewPatch, PreviewResult } from '../../server/src/lsp/protocol';

/** What the extension tells the page. */
export type ToPanel =
  | { readonly type: 'show'; readonly uri: string; readonly result: PreviewResult; readonly view: 'picture' | 'table' }
  | { readonly type: 'patch'; readonly patch: PreviewPatch }
  | { readonly type: 'failed'; readonly message: string };

/** What the page tells the extension: it is there and knows nothing, or an element was chosen. */
export type FromPanel = { readonly type: 'ready' } | { readonly type: 'reveal'; readonly id: string };

/** Whether a message that came from the page is one that is known. */
export function isFromPanel(message: unknown): message is FromPanel {
  if (typeof message !== 'object' || message === null) return false;
  const { type, id } = message as { readonly type?: unknown; readonly id?: unknown };
  return type === 'ready' || (type === 'reveal' && typeof id === 'string');
}
