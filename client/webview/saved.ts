import type { PreviewLook } from '../../server/src/lsp/protocol';
import { asView, type View } from './viewport';
import type { ViewName } from './views';

/** What is asked: it outlives the page, the answer doesn't. */
export interface Question {
  readonly of: string;
  readonly event: string;
  readonly stop: number;
}

/** What outlives the page. All but the view belongs to the deployment at `root`. */
export interface Saved {
  readonly uri?: string;
  readonly root?: string | undefined;
  readonly shown: ViewName | undefined;
  readonly view: View | undefined;
  /** The scale of the ladder; nothing: what the window has room for. */
  readonly ladder: number | undefined;
  readonly look: PreviewLook;
  readonly question: Question | undefined;
  /** The node that the Tab key reaches. */
  readonly selected: string | undefined;
}

export const standardLook: PreviewLook = { wave: null, unfolded: [] };

/** Reads what an earlier page saved; what isn't understood is left out. */
export function readSaved(state: unknown): Saved {
  const { uri, root, shown, view, ladder, look, question, selected } = isRecord(state) ? state : {};
  return {
    ...(typeof uri === 'string' && { uri }),
    ...(typeof root === 'string' && { root }),
    shown: shown === 'graph' || shown === 'table' || shown === 'ladder' ? shown : undefined,
    view: asView(view),
    ladder: typeof ladder === 'number' && Number.isFinite(ladder) ? ladder : undefined,
    look: isRecord(look)
      ? {
          wave: typeof look.wave === 'string' ? look.wave : null,
          unfolded: Array.isArray(look.unfolded) ? look.unfolded.filter((id) => typeof id === 'string') : [],
        }
      : standardLook,
    question:
      isRecord(question) &&
      typeof question.of === 'string' &&
      typeof question.event === 'string' &&
      typeof question.stop === 'number'
        ? { of: question.of, event: question.event, stop: question.stop }
        : undefined,
    selected: typeof selected === 'string' ? selected : undefined,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
